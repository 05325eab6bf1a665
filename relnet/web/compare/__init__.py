"""Two cases, two views or two stages side by side."""
