"""Tables as files: the same rows always make the same bytes."""
