"""Records: a document's statements about each connector and property, in the vendor's terms."""
