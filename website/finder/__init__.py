"""The finder of the site: the data, the engine that looks up in it, and its page."""
