"""The pydantic models, their stubs and the validators."""
