"""The library: cases that are kept, with every version of them."""
