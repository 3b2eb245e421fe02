"""Systems: which connectors and properties of several vendors are the same; rules propose, people decide."""
