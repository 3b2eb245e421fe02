"""A short text that matches a regular expression."""

from __future__ import annotations

from collections.abc import Iterable

from generator.patterns.nodes import Characters, Group, Node, PatternError, Ranges, Repeat
from generator.patterns.syntax import parse
from templates.connector_catalog.constraints import matches

_PREFERRED = "a1Ax_- ./"


def matching_text(pattern: str, preferred: Iterable[str] = ()) -> str | None:
    """Return a text that matches a pattern; ``None`` if none is found, as for a pattern that looks ahead.

    Args:
        pattern: The pattern.
        preferred: Texts to try first. Without a match among them, the text is made from the parts of the pattern.
    """
    match = next((each for each in preferred if matches(pattern, each)), None)
    if match is not None:
        return match
    try:
        text = _text(parse(pattern).node)
    except PatternError:
        return None
    return text if matches(pattern, text) else None


def _text(node: Node) -> str:
    if isinstance(node, Characters):
        return _character(node.ranges)
    if isinstance(node, Group):
        texts = [_text(each) for each in node.parts]
        return max(texts, key=len) if node.either else "".join(texts)
    if isinstance(node, Repeat):
        # One is easier to recognise than none.
        most = 1 if node.most is None else min(1, node.most)
        return _text(node.body) * max(node.least, most)
    return ""


def _character(ranges: Ranges) -> str:
    every = [*_PREFERRED, *map(chr, range(32, 127)), *(chr(low) for low, _ in ranges)]
    return next((each for each in every if any(low <= ord(each) <= high for low, high in ranges)), "")
