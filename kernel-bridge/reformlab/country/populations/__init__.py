"""Persons in tables and files, as simulations of a package and back."""
