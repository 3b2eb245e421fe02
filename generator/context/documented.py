"""What the outputs say of a property in words: its description, then its facts, in one voice."""

from __future__ import annotations

import json
from typing import Any

from generator.catalog.connector import Property

_CARRIES = {
    "boolean": "A string that carries true or false.",
    "integer": "A string that carries a whole number.",
    "json": "A string that carries JSON.",
}
_SEPARATORS = {",": "commas", " ": "spaces", ";": "semicolons", "|": "pipes", "\n": "line breaks"}
_FORMS = {"date": "A date, YYYY-MM-DD."}


def documented(found: Property) -> str:
    """The description and the facts, as plain text."""
    return " ".join([found.description or "", *facts_of(found)]).strip()


def facts_of(found: Property, *, in_table: bool = False) -> list[str]:
    """A sentence per fact; what the type, the listed values and the requirement say is not repeated.

    ``in_table`` leaves out the condition and the default, which have columns of their own there.
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
    """When the property is required, in words; empty where no condition is known."""
    parts = [
        f"{when.property} is {' or '.join(shown(value) for value in when.values)}" for when in found.required_when or []
    ]
    return f"Required when {' and '.join(parts)}." if parts else ""


def shown(value: Any) -> str:
    """A value in a sentence: a string as it is, an empty one as two quotation marks, others as JSON."""
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)


def _form(found: Property) -> list[str]:
    sentences = []
    if found.format == "date-time":
        at_midnight = "T00:00:00" in (found.pattern or "")
        sentences.append(f"Date and time in RFC 3339{', at midnight' if at_midnight else ''}.")
    elif found.format in _FORMS:
        sentences.append(_FORMS[found.format])
    if found.string_encoding == "list":
        sentences.append(
            f"A list, with {_SEPARATORS.get(found.separator or ',', found.separator)} between the entries."
        )
    elif found.string_encoding in _CARRIES and "string" in found.types:
        sentences.append(_CARRIES[found.string_encoding])
    return sentences


def _marks(found: Property) -> list[str]:
    marks = (
        (found.minimum is not None and found.maximum is not None, f"From {found.minimum} to {found.maximum}."),
        (found.secret, "Secret."),
        (found.write_only, "Never returned."),
        (found.read_only, "Set by the vendor."),
        (found.requirement == "internal", "For the vendor's own use."),
        (found.create_only, "Cannot be changed later."),
        (found.update_only, "Only in requests that change."),
        (found.deprecated, "Deprecated."),
        (bool(found.note), found.note or ""),
        (bool(found.absent_from), f"No longer in {' and '.join(found.absent_from or ())}."),
    )
    return [sentence for there, sentence in marks if there]
