"""Converts requests between the APIs of vendors, by the reviewed links of systems."""
