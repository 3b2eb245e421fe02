"""Records: what a document states about each connector and property, in the vendor's terms."""
