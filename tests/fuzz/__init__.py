"""Attacks on the project: inputs that nobody would write, against every reader, output and command."""
