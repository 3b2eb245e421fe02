"""Match misspelt names with missing ones: one mistake is one problem. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Iterable

from .nearest import MOST_CHARACTERS, similar
from .problems import UNKNOWN_WARNING, Problem
from .wording import did_you_mean


def misspelt(unknown: Iterable[str], missing: Iterable[str]) -> dict[str, str]:
    """Return the missing names that unknown names most likely mean, by unknown name; each is used once."""
    left, found = list(dict.fromkeys(missing)), {}
    for name in unknown if left else ():
        near = similar(name[:MOST_CHARACTERS], left, 1)
        if near:
            found[name] = near[0]
            left.remove(near[0])
    return found


def given_as(name: str) -> str:
    """Return the hint that a missing property is given by another name; a very long one is cut."""
    return f"it is given as {name[:MOST_CHARACTERS]!r}"


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in which a misspelt name of a required property is one problem, in the place of two.

    It is that of the unknown name where this is an error; else that of the missing one, with a hint.
    """
    found = list(dict.fromkeys(problems))
    missing: dict[str, dict[str, Problem]] = {}
    unknown: dict[str, dict[str, Problem]] = {}
    for problem in found:
        above, name = _split(problem.path)
        if problem.code == "required":
            missing.setdefault(above, {})[name] = problem
        elif problem.code in ("unknown", UNKNOWN_WARNING):
            unknown.setdefault(above, {})[name] = problem
    changed: dict[int, Problem | None] = {}
    for above, names in missing.items():
        given = unknown.get(above, {})
        for name, meant in misspelt(given, names).items():
            if given[name].level == "error":
                changed[id(given[name])] = given[name]._replace(hint=did_you_mean([meant]))
                changed[id(names[meant])] = None
            else:
                changed[id(given[name])] = None
                changed[id(names[meant])] = names[meant]._replace(hint=given_as(name))
    kept = (changed.get(id(each), each) for each in found)
    return [each for each in kept if each is not None] if changed else found


def _split(path: str) -> tuple[str, str]:
    """Return the path of an object and the name of its property."""
    above, _, name = path.rpartition(".")
    return above, name
