"""What a notebook and the command line call."""
