"""Learns the name finder: lists of names, a network in JAX, labels for running text."""
