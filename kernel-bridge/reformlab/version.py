"""Version of the distribution; equal to the engine's."""

__version__ = "0.1.0"
