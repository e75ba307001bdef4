"""Outcomes that are fetched instead of uploaded."""
