"""Measures the project on annotated articles and holds it to its own floors."""
