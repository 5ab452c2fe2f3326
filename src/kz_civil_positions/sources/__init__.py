"""From an official text to a register: rules, recorded readings, and every repair noted."""
