"""Records: what one vendor's page says about each connector and property, in the vendor's terms."""
