"""The end of a meeting: one page of what was decided, what stays open, what nobody asked about."""
