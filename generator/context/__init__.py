"""Context: what each template prints, decided and named in Python; frozen values only."""
