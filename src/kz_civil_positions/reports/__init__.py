"""Reports: built as documents without a format, then rendered."""
