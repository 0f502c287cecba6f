"""A table of quotations as one HTML page: who speaks, when, how, with whom, and where."""
