"""The command line: its commands, their options, and all that is printed."""
