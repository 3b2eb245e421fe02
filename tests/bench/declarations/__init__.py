"""Compares what the rules find in names and descriptions with what a vendor's specifications declare.

The connectors are split into two halves by a hash of their names. Rules may be fixed on the first half; the first run
on the second half is the figure. It is stored and never changes.
"""
