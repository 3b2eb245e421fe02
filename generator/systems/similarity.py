"""Rules that estimate the likelihood that two properties mean the same."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from generator.systems.experience import Experience
from generator.systems.facts import Facts

_SHARE_OF_NAME = 0.6
_SHARE_OF_TEXT = 0.4
_EXPERIENCE = 2.0
"""Weight of the rules against experience, as a number of systems."""

_NAMES_ARE_SIMILAR = 0.5
_TEXTS_ARE_SIMILAR = 0.4


@dataclasses.dataclass(frozen=True)
class Likeness:
    """The likelihood that two properties mean the same, from 0 to 1, with the reasons."""

    score: float
    reasons: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Weights:
    """Weights of words. A word that fewer properties have weighs more."""

    of_names: Mapping[str, float]
    of_texts: Mapping[str, float]


def weights_of(properties: Iterable[Facts]) -> Weights:
    """Return the weights of the words of these properties."""
    names: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    count = 0
    for each in properties:
        count += 1
        names.update(set().union(*each.names))
        texts.update(each.text)
    return Weights(_weights(names, count), _weights(texts, count))


def _weights(counts: Counter[str], total: int) -> dict[str, float]:
    return {word: math.log(1 + total / count) for word, count in counts.items()}


def likeness(one: Facts, other: Facts, weights: Weights, experience: Experience, system: str) -> Likeness:
    """Return the likeness of two properties of a system; decisions about other systems raise or lower it."""
    name = 1.0 if one.name == other.name else _similarity_of_names(one, other, weights)
    text = _shared(one.text, other.text, weights.of_texts)
    score = _SHARE_OF_NAME * name + _SHARE_OF_TEXT * text
    reasons = []
    if one.name == other.name:
        reasons.append("same name")
    elif name >= _NAMES_ARE_SIMILAR:
        reasons.append("similar names")
    if text >= _TEXTS_ARE_SIMILAR:
        reasons.append("same description" if one.text == other.text else "similar descriptions")
    for change, reason in _changes_by_facts(one, other):
        score = min(1.0, score + change) if change > 0 else score * (1 + change)
        reasons.append(reason)
    linked, together = experience.of((one.vendor, one.name), (other.vendor, other.name), system)
    if together:
        score = (_EXPERIENCE * score + linked) / (_EXPERIENCE + together)
        reasons.append(f"linked in {linked} of {together} other systems")
    return Likeness(round(score, 2), tuple(reasons))


def _similarity_of_names(one: Facts, other: Facts, weights: Weights) -> float:
    return max((_shared(a, b, weights.of_names) for a in one.names for b in other.names), default=0.0)


def _shared(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return the weight of the shared words as a fraction of the weight of all words."""
    total = sum(weights.get(word, 1.0) for word in one | other)
    return sum(weights.get(word, 1.0) for word in one & other) / total if total else 0.0


def _changes_by_facts(one: Facts, other: Facts) -> Iterator[tuple[float, str]]:
    """Yield changes of the score with their reasons: an amount to add or, if negative, a fraction to subtract."""
    if one.types and other.types and not _may_convert(one.types, other.types):
        yield -0.5, "types that cannot be converted"
    if ("secret" in one.stated) != ("secret" in other.stated):
        yield -0.2, "only one is secret"
    if one.listed and other.listed:
        shared = len(one.listed & other.listed) / min(len(one.listed), len(other.listed))
        yield (0.15, "same listed values") if shared >= _NAMES_ARE_SIMILAR else (-0.1, "different listed values")
    for fact in ("format", "unit", "default"):
        if one.stated.get(fact, frozenset()) & other.stated.get(fact, frozenset()):
            yield 0.05, f"same {fact}"


def _may_convert(one: frozenset[str], other: frozenset[str]) -> bool:
    if one & other:
        return True
    # Lists with one item and listed values convert to single values and booleans; objects do not.
    return ("object" in one) == ("object" in other) or not (one | other) - {"object", "array", "string"}
