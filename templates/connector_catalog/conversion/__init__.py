"""Turns requests for one vendor's API into requests for another's, by what people have reviewed about systems."""
