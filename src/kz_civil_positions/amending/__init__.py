"""The engine: operations carried out on an edition, held to what they declare, undone."""
