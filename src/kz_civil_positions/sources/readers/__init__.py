"""From a file as a publisher gives it to a transcript: one module a format."""
