"""Columns that stand for arrays while formulas run, and what NumPy does with them."""
