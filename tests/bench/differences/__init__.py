"""Compares the vendors' documents without the generator, and ``diff``'s changes with what that comparison finds."""
