"""An installed package: its tax and benefit system, parameters and scales, and changes to them."""
