"""Editing a kept case in its page: what the page asks for, and what it gets back."""
