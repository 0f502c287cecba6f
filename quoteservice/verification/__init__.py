"""Claimed quotations against an article: what of them stands there, and as whose; pure, no verdict of truth."""
