"""Proposes rows of listed values that mean the same but differ in their text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.catalog.synonyms import Synonyms

Texts = Mapping[str, set[str] | None]
"""Listed values as text, by vendor; ``None`` if other values are accepted, too."""


def value_rows(texts: Texts, synonyms: Synonyms) -> list[dict[str, str]]:
    """Return rows of values by vendor: first those of several vendors, whose values share words, then the others.

    No rows are returned if a vendor does not list its values, or if the values differ only in case.
    """
    listed = {vendor: sorted(values) for vendor, values in texts.items() if values}
    folded = [frozenset(text.casefold() for text in values) for values in listed.values()]
    if len(listed) < len(texts) or len(set(folded)) < 2:
        return []
    rows: list[dict[str, str]] = []
    for vendor, values in listed.items():
        for text in values:
            row = _best((each for each in rows if vendor not in each), text, synonyms)
            if row is None:
                rows.append({vendor: text})
            else:
                row[vendor] = text
    return sorted(rows, key=lambda row: -len(row))


def _best(rows: Iterable[dict[str, str]], text: str, synonyms: Synonyms) -> dict[str, str] | None:
    """Return the row with the most words in common with a text; ``None`` if no row has one."""
    words = set(synonyms.words(text))
    scored = [(max(len(words & set(synonyms.words(other))) for other in row.values()), row) for row in rows]
    best = max(scored, key=lambda each: each[0], default=(0, None))
    return best[1] if best[0] else None
