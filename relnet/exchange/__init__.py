"""Cases as spreadsheets and tables that other programs open, and back."""
