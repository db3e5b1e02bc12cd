"""The engine that runs programs, and what is kept between runs."""
