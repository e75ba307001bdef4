"""The parts of the page Ekonomi."""
