"""The plan's money in words and tables: what the text prints, what has been reported, and where figures differ."""
