"""Scripts for clusters; they stand apart because an engine puts a script's folder first on the path."""
