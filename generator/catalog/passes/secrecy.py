"""Marks the properties that are secrets by their names, where no mark and no sentence decides."""

from __future__ import annotations

from generator.catalog.connector import Property
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.secrecy import Secrecy


def mark_secrets(entry: Entry, context: Context) -> Entry:
    """Mark the secrets among the properties of an entry."""
    secrecy = context.knowledge.secrecy
    return map_steps(entry, lambda step: map_step_properties(step, lambda _, found: _marked(found, secrecy)))


def _marked(found: Property, secrecy: Secrecy) -> Property:
    if found.secret is not None or not _holds_secrets(found) or not secrecy.is_secret(found.name):
        return found
    return found.with_inferred(secret=True).with_fields(secret_from="name")


def _holds_secrets(found: Property) -> bool:
    """Return whether a value is open and may hold text of the caller's own."""
    if found.accepted is not None:
        return False
    # A string that encodes an object holds everything in it; an object's nested properties are decided on their own.
    is_nested = bool(found.children) and found.string_encoding != "json"
    # An object without declared properties may hold the caller's text.
    return not is_nested and (not found.types or "string" in found.types or found.types == ("object",))
