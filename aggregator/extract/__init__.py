"""Page in, claims out: one module for each kind of evidence."""
