"""Joins a candidate with the words that name its sayer."""
