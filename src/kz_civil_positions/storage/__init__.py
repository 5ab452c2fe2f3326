"""The edge between data folders and the model: nothing else here reads or writes YAML."""
