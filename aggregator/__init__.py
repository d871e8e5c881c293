"""Reads film blogs as reviews, and compares them."""

__version__ = "0.1.0"
