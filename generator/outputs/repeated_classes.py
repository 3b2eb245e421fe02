"""Merge the classes of a module that differ only in name, because each class slows down the import."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_HEAD = re.compile(r"^class (\w+)\(", re.MULTILINE)
_WORD = re.compile(r"\w+")


def without_repeats(texts: Sequence[str]) -> Iterator[str]:
    """Yield the texts of a module's classes, with a second name in the place of a class that is there already.

    Args:
        texts: One or more classes each, in the order in which they use each other.
    """
    first: dict[str, str] = {}
    same: dict[str, str] = {}
    for text in texts:
        name, *others = _HEAD.findall(text)
        # Classes are alike, too, where they use classes that are.
        alike = _WORD.sub(lambda found: same.get(found[0], found[0]), _HEAD.sub("class (", text, count=1))
        known = first.setdefault(alike, name)
        if known == name or others:
            yield text
        else:
            same[name] = known
            yield f"{name} = {known}\n\n\n"
