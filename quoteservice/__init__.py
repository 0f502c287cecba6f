"""Who said what in a Hungarian news article."""

__version__ = "0.1.0"
