"""A slow, accurate parser (BiLSTM, biaffine attention) that labels raw text for the shipped model to learn from."""
