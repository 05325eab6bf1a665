"""What one takes away from a case page, kind by kind."""
