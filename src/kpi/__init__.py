"""Måluppföljning: goal and key-figure follow-up for Swedish regions."""

__version__ = "0.1.0"
