"""A country package's own YAML tests, run through its compiled program."""
