"""Text in, value or None out: what a rating, a date, a name, a title or a verdict means."""
