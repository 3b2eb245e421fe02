"""Matches misspelt names with missing ones, so that one mistake is one problem. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable

from .nearest import MOST_CHARACTERS, similar
from .problems import UNKNOWN_WARNING, Problem
from .wording import did_you_mean


def misspelt(unknown: Iterable[str], missing: Iterable[str]) -> dict[str, str]:
    """Return the missing names that unknown names most likely mean, by unknown name; each is used once."""
    remaining = list(dict.fromkeys(missing))
    matches: dict[str, str] = {}
    for name in unknown if remaining else ():
        near = similar(name[:MOST_CHARACTERS], remaining, 1)
        if near:
            matches[name] = near[0]
            remaining.remove(near[0])
    return matches


def given_as(name: str) -> str:
    """Return the hint that a missing property is given by another name; a very long one is cut."""
    return f"it is given as {name[:MOST_CHARACTERS]!r}"


def merge_misspelt(problems: Iterable[Problem]) -> list[Problem]:
    """Return distinct problems, with one problem instead of two where a required property has a misspelt name.

    It is the problem of the unknown name where this is an error; else that of the missing one, with a hint.
    """
    distinct = list(dict.fromkeys(problems))
    missing: dict[str, dict[str, Problem]] = {}
    unknown: dict[str, dict[str, Problem]] = {}
    for problem in distinct:
        above, name = _split(problem.path)
        if problem.code == "required":
            missing.setdefault(above, {})[name] = problem
        elif problem.code in ("unknown", UNKNOWN_WARNING):
            unknown.setdefault(above, {})[name] = problem
    merged: dict[int, Problem | None] = {}
    for above, names in missing.items():
        given = unknown.get(above, {})
        for name, intended in misspelt(given, names).items():
            if given[name].level == "error":
                merged[id(given[name])] = given[name]._replace(hint=did_you_mean([intended]))
                merged[id(names[intended])] = None
            else:
                merged[id(given[name])] = None
                merged[id(names[intended])] = names[intended]._replace(hint=given_as(name))
    remaining = (merged.get(id(each), each) for each in distinct)
    return [each for each in remaining if each is not None] if merged else distinct


def _split(path: str) -> tuple[str, str]:
    """Return the path of an object and the name of its property."""
    above, _, name = path.rpartition(".")
    return above, name
