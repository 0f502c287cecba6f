"""Word lists as data, every row with an example sentence, and their indexes; knows nothing of parsing."""
