"""The commands of the command line, as functions from a request to a result; none of them prints."""
