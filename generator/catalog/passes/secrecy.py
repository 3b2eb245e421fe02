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
        return map_step_properties(step, lambda path, prop: prop if path in keys else _marked(prop, secrecy))

    return map_steps(entry, change)


def _keys_of_pairs(step: Step) -> set[str]:
    """Return the paths of the keys in pairs of a key and a value: they are names, whatever the value is."""
    paths = {path for path, _ in property_paths(step.properties)}
    return {path for path in paths if path.endswith(".key") and f"{path.removesuffix('key')}value" in paths}


def _marked(prop: Property, secrecy: Secrecy) -> Property:
    if prop.secret_from == "text" and _is_nested(prop):
        # A sentence about the whole object: each property in it is decided on its own.
        return prop.without_fields("secret", "secret_from")
    if prop.secret is not None or not _holds_secrets(prop) or not secrecy.is_secret(prop.name):
        return prop
    return prop.with_inferred(secret=True).with_fields(secret_from="name")


def _holds_secrets(prop: Property) -> bool:
    """Return whether a value is open and may hold text of the caller's own."""
    if prop.accepted is not None:
        return False
    # An object without declared properties may hold the caller's text.
    return not _is_nested(prop) and (not prop.types or "string" in prop.types or prop.types == ("object",))


def _is_nested(prop: Property) -> bool:
    """Return whether a value is an object, or a list of objects, whose properties are decided on their own."""
    # A string that encodes an object holds everything in it.
    return bool(prop.children or prop.all_variants) and prop.string_encoding != "json"
