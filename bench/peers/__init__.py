"""Other ways of showing the same case, each a page of its own with a slider over the stages."""
