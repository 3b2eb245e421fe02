"""Compares the secrets that a rule finds by their names with the vendor's marks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from tests.bench.declarations.comparison import Compared, Verdict, is_secret
from tests.bench.declarations.declared import Declared
from tests.bench.declarations.stated import types_of


def names_compared(
    population: Iterable[Declared], kind: str, is_secret_name: Callable[[str], bool]
) -> Iterator[Compared]:
    """Yield each property that is marked as a secret, or that the rule takes for one by its name."""
    for each in population:
        is_marked = is_secret(each)
        is_found = _holds_text(each) and not _is_key_of_pair(each) and is_secret_name(each.name)
        if is_found or is_marked:
            verdict: Verdict = "missed" if not is_found else "right" if is_marked else "wrong"
            yield Compared(kind, each.place, verdict, is_found, is_marked)


def _holds_text(each: Declared) -> bool:
    """Return whether a value may hold text of the caller's own."""
    is_open = not {"enum", "const", "oneOf", "properties"} & each.keywords.keys()
    return is_open and (not types_of(each) or "string" in types_of(each))


def _is_key_of_pair(each: Declared) -> bool:
    return each.name == "key" and "value" in each.beside
