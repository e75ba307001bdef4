"""Files in: read, shape, check, commit."""
