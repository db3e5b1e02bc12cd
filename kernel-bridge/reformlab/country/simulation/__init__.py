"""Populations, simulations and rules of the cores as formulas see them; the tracer."""
