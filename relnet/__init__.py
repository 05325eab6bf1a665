"""relnet draws the relationships around a young person and what a relocation does to them."""

__version__ = "0.1.0"
