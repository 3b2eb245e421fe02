"""What a document states, by connector and place, as the walks of this package find it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

Keywords = dict[str, Any]
Document = dict[str, dict[str, Keywords]]
"""The keywords of each property by its place, ``config.tunnel[SSH].host``, by the connector's key."""


@dataclasses.dataclass(frozen=True)
class Difference:
    """One difference between two documents.

    Attributes:
        key: The connector's key.
        place: The step and path of the property; empty for the connector itself.
        keyword: The keyword that differs; ``added`` or ``removed`` where all of the property or connector does.
        before: The old value.
        after: The new value.
    """

    key: str
    place: str
    keyword: str
    before: Any = None
    after: Any = None


def differences(old: Document, new: Document) -> Iterator[Difference]:
    """Yield the differences between two documents."""
    for key in sorted({*old, *new}):
        if key not in old or key not in new:
            yield Difference(key, "", "added" if key in new else "removed")
            continue
        for place in dict.fromkeys([*old[key], *new[key]]):
            if place not in old[key] or place not in new[key]:
                yield Difference(key, place, "added" if place in new[key] else "removed")
            else:
                yield from _of_keywords(key, place, old[key][place], new[key][place])


def _of_keywords(key: str, place: str, old: Keywords, new: Keywords) -> Iterator[Difference]:
    for keyword in dict.fromkeys([*old, *new]):
        before, after = old.get(keyword), new.get(keyword)
        if repr(before) != repr(after):
            yield Difference(key, place, keyword, before, after)
