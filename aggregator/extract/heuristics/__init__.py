"""Claims of the text itself: one module a field, each with its rules in tables at its top."""
