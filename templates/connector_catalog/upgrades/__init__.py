"""What the versions of the data have changed, and which payloads that affects."""
