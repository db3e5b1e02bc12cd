"""The program while it is written: nodes, identities, their meaning in NumPy."""
