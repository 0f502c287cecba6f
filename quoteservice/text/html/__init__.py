"""HTML → the text of its article, each character with its place in the HTML; pure functions over html.parser."""
