"""Marks the properties that are secrets by their names, where no mark and no sentence decides."""

from __future__ import annotations

from generator.catalog.connector import Step
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from generator.catalog.secrecy import Secrecy


def mark_secrets(entry: Entry, context: Context) -> Entry:
    """Mark the secrets among the properties of an entry."""
    secrecy = context.knowledge.secrecy

    def change(step: Step) -> Step:
        keys = _keys_of_pairs(step)
        return map_step_properties(
            step, lambda path, property_: property_ if path in keys else _marked(property_, secrecy)
        )

    return map_steps(entry, change)


def _keys_of_pairs(step: Step) -> set[str]:
    """Return the paths of the keys in pairs of a key and a value: they are names, whatever the value is."""
    paths = {path for path, _ in property_paths(step.properties)}
    return {path for path in paths if path.endswith(".key") and f"{path.removesuffix('key')}value" in paths}


def _marked(property_: Property, secrecy: Secrecy) -> Property:
    if property_.secret_from == "text" and _is_nested(property_):
        # A sentence about the whole object: each property in it is decided on its own.
        return property_.without_fields("secret", "secret_from")
    if property_.secret is not None or not _holds_secrets(property_) or not secrecy.is_secret(property_.name):
        return property_
    return property_.with_inferred(secret=True).with_fields(secret_from="name")


def _holds_secrets(property_: Property) -> bool:
    """Return whether a value is open and may hold text of the caller's own."""
    if property_.accepted is not None:
        return False
    # An object without declared properties may hold the caller's text.
    return not _is_nested(property_) and (
        not property_.types or "string" in property_.types or property_.types == ("object",)
    )


def _is_nested(property_: Property) -> bool:
    """Return whether a value is an object, or a list of objects, whose properties are decided on their own."""
    # A string that encodes an object holds everything in it.
    return bool(property_.children or property_.all_variants) and property_.string_encoding != "json"
