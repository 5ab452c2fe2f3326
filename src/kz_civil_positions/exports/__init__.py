"""An edition in formats that other programs read."""
