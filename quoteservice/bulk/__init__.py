"""Many articles: rows in, rows out, and thin adapters to whatever runs them; knows nothing of HTTP or the terminal."""
