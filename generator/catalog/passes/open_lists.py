"""Marks lists of values that a vendor extends.

They hold regions, time zones, currencies, languages or versions, or have gained a value within a year of documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Step
from generator.catalog.context import Context
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.envelope import Entry
from generator.catalog.property import Property
from generator.catalog.property_values import item_values

_NAMES = re.compile(
    r"(?:^|_)(?:regions?|data_?cent(?:er|re)s?|locations?|(?:time_?)?zones?|timezones?|currency|currencies|locales?"
    r"|languages?|countr(?:y|ies)|versions?)(?:_(?:id|ids|code|codes|name|names))?$"
)
_FORMS = (
    re.compile(r"[a-z]{2}(?:-[a-z]+)+-?[0-9]"),
    re.compile(r"(?:AWS|GCP|AZURE|aws|gcp|azure)[_-][A-Za-z][A-Za-z0-9_-]*+"),
    re.compile(r"(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc)/[A-Za-z_/+-]+[0-9]*"),
    re.compile(r"[vV]?[0-9]+(?:[._][0-9]+)+"),
    re.compile(r"[vV][0-9]+"),
    re.compile(r"[A-Z]{3}"),
)
"""The forms of a cloud's regions, IANA's time zones, versions, and ISO 4217's currencies."""

_FEWEST = 3
"""A shorter list is open by its name only: two values may have a form by chance."""


def open_lists(entry: Entry, context: Context) -> Entry:
    """Mark the lists of an entry whose values the vendor adds to."""
    history = context.knowledge.history

    def change(step: Step) -> Step:
        def opened(path: str, property_: Property) -> Property:
            values = property_.enum or item_values(property_)
            if not values or property_.enum_open:
                return property_
            grows = _may_grow(property_.name, values) or history.gained_value(entry.key, step.name, path)
            return property_.with_inferred(enum_open=True) if grows else property_

        return map_step_properties(step, opened)

    return map_steps(entry, change)


def _may_grow(name: str, values: Sequence[Any]) -> bool:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < len(values):
        return False
    in_form = len(texts) >= _FEWEST and any(all(form.fullmatch(text) for text in texts) for form in _FORMS)
    return in_form or _NAMES.search(name.lower()) is not None
