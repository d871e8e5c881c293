"""For those who add a site: what its saved pages must give, a first draft of its file, and the check of it."""
