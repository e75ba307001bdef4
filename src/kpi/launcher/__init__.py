"""What stands around the pages: opening the store, headers, language, compression, health."""
