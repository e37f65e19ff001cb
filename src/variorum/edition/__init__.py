"""Edition: the tables as static pages."""
