"""Payloads that show how a connector is configured."""
