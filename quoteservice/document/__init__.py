"""Text to `Document`: the only folder that knows spaCy; nothing of spaCy leaves it."""
