"""The pages of the reference, their indexes, and the data that the site searches."""
