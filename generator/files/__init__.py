"""Files: listed, compared, and replaced all at once."""
