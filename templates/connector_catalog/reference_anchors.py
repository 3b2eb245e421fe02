"""The anchors of a connector's properties on its page of the reference. Needs the standard library only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from .references import anchor_of, page_of
from .registry import Entry, describe
from .requests import shape_of

_INDEX = re.compile(r"\[\d+\]")


def reference_of(entry: Entry, path: str, whole: bool) -> str:
    """Return the page of the reference, with the anchor nearest to a path in a ``whole`` request or in its properties.

    The page describes the connector's own properties only, so the envelope of a request has no anchor.
    """
    page = page_of(entry.key)
    anchors, deepest = anchors_of(entry), _deepest(entry)
    # One more for the part, and no more: a name in a payload may have any number of dots.
    names = _INDEX.sub("", path).split(".", deepest + 1)[: deepest + 1]
    if whole:
        names = names[1:] if names[0] in shape_of(entry).parts else []
    while names:
        anchor = anchors.get(".".join(names))
        if anchor is not None:
            return f"{page}#{anchor}"
        names = names[:-1]
    return page


@cache
def _deepest(entry: Entry) -> int:
    return max((path.count(".") + 1 for path in anchors_of(entry)), default=0)


@cache
def anchors_of(entry: Entry) -> dict[str, str]:
    """Return the anchor of each property by its dotted path, which has neither indexes nor names of variants."""
    found: dict[str, str] = {}

    def enter(step: str, properties: list[dict[str, Any]], above: str, shown: str) -> None:
        for each in properties:
            path, own = above + each["name"], shown + each["name"]
            found.setdefault(path, anchor_of(step, own))
            for variant, inner in _inside(each):
                enter(step, inner, f"{path}.", f"{own}{variant}.")

    for step in describe(entry.vendor, entry.type)["steps"]:
        enter(step["name"], step["properties"], "", "")
    return found


def _inside(stated: dict[str, Any]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield the properties below one, with the name of their variant in brackets."""
    for holder in (stated, stated.get("items", {})):
        yield "", holder.get("properties", [])
        for each in holder.get("variants", ()):
            yield f"[{each['name']}]", each["properties"]
