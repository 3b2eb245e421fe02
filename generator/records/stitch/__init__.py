"""Readers of Stitch's documents."""
