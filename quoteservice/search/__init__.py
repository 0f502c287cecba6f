"""Finds what may be said: quotation marks, cues and the frames that join them; plain data in, candidates out."""
