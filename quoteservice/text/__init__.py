"""What a text must pass before it is parsed, and what the parser gets to see of it; pure functions on strings."""
