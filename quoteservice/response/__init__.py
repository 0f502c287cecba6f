"""An `Analysis` as an answer: the JSON of the HTTP contract; knows nothing of HTTP or of parsing."""
