"""The case: its words, its models, its file, and what holds at each stage."""
