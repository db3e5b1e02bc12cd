"""Original and compiled side by side: rounding, first differences, one run of a few persons."""
