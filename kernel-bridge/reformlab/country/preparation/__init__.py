"""A package's law and programs of it as files, so that the engine needs neither Python nor the package."""
