"""Editing a case: operations on it, what they changed, and taking that back."""
