"""The JSON Schemas of connectors and of requests."""
