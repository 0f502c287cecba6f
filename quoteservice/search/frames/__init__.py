"""One frame a file: how a cue and what it reports stand to one another."""
