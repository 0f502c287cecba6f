"""Files of an archive as rows: where each stands, and what of it can be told before anything is read for quotations."""
