"""The pages: the Dash app, what it serves, and how it is kept private."""
