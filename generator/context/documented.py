"""What the outputs say about a property: its description, then a sentence for each fact."""

from __future__ import annotations

import json
from typing import Any

from generator.catalog.connector import Property
from templates.connector_catalog.wording import join_and, join_or

_ENCODINGS = {
    "boolean": "A string that is true or false.",
    "integer": "A string of digits.",
    "json": "A string of JSON.",
}
_SEPARATORS = {",": "commas", " ": "spaces", ";": "semicolons", "|": "pipes", "\n": "line breaks"}
_FORMS = {"date": "A date, YYYY-MM-DD."}


def documented(found: Property) -> str:
    """Return the description and the facts as plain text."""
    return " ".join([found.description or "", *facts_of(found)]).strip()


def facts_of(found: Property, *, in_table: bool = False) -> list[str]:
    """Return a sentence for each fact that type, accepted values and requirement do not state.

    Args:
        found: The property.
        in_table: Whether the condition and the default are left out, because a table has columns for them.
    """
    sentences = [condition_of(found)] if found.required_when and not in_table else []
    if found.states_default and not in_table:
        sentences.append(f"Default: {shown(found.default)}.")
    sentences += _form(found)
    if found.unit:
        sentences.append(f"Unit: {found.unit}.")
    sentences += _marks(found)
    return sentences


def condition_of(found: Property) -> str:
    """Return when the property is required; empty where no condition is known."""
    conditions = [f"{when.property} is {join_or(map(shown, when.values))}" for when in found.required_when or ()]
    return f"Required when {join_and(conditions)}." if conditions else ""


def shown(value: Any) -> str:
    """Return a value for a sentence: a string as it is, an empty one as two quotation marks, others as JSON."""
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)


def _form(found: Property) -> list[str]:
    sentences = []
    if found.format == "date-time":
        at_midnight = "T00:00:00" in (found.pattern or "")
        sentences.append(f"Date and time in RFC 3339{', at midnight' if at_midnight else ''}.")
    elif found.format in _FORMS:
        sentences.append(_FORMS[found.format])
    if found.string_encoding == "list":
        separator = found.separator or ","
        sentences.append(f"A list separated by {_SEPARATORS.get(separator, separator)}.")
    elif found.string_encoding in _ENCODINGS and "string" in found.types:
        sentences.append(_ENCODINGS[found.string_encoding])
    return sentences


def _marks(found: Property) -> list[str]:
    marks = (
        (found.minimum is not None and found.maximum is not None, f"From {found.minimum} to {found.maximum}."),
        (found.secret, "Secret."),
        (found.write_only, "Never returned."),
        (found.read_only, "Set by the vendor."),
        (found.requirement == "internal", "For the vendor's own use."),
        (found.create_only, "Cannot be changed later."),
        (found.update_only, "Only accepted by updates."),
        (found.deprecated, "Deprecated."),
        (bool(found.note), found.note or ""),
        (bool(found.absent_from), f"No longer in {join_and(found.absent_from or ())}."),
    )
    return [sentence for applies, sentence in marks if applies]
