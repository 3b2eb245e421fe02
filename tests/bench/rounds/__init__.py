"""Rounds of measurement: descriptions drawn at random, labelled from the text alone, and the first result of each."""
