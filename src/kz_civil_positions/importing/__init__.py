"""From an official document to a draft in a registers folder, reviewed before it is relied on."""
