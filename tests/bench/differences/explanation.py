"""Explains the differences between two documents by the changes that ``diff`` finds, and the other way round."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from generator.changes.change import Change, Kind, Subject
from tests.bench.differences.statements import Difference

_ENTRY = "whole"
_WHOLE = {"added", "removed"}
_PROSE = frozenset(
    {"description", "items.description", "example", "examples", "items.example", "items.examples", "title"}
)
"""What rules for sentences and examples read: any field may come from it."""

_FIELDS = {
    "type": {"type", "items", "format", "encoding", "pattern", "enum", "items.type"},
    "label": {"requirement", "readOnly", "requiredWhen"},
    "is required": {"requirement", "requiredWhen"},
    "only returned": {"requirement", "readOnly"},
    "in create": {"requirement", "updateOnly", "readOnly"},
    "in update": {"requirement", "createOnly"},
    "in answer": {"requirement", "writeOnly"},
    "variant title": {"title"},
    "variant additionalProperties": {"additionalProperties"},
    "enum": {"enum", "enumOpen", "const", "type", "meanings", "items.enum", "deprecatedValues"},
    "items.enum": {"items.enum", "enum", "meanings"},
    "default": {"default", "defaultWhen", "type"},
    "format": {"format", "pattern", "secret", "secretFrom"},
    "airbyte_secret": {"secret", "secretFrom"},
    "airbyte_hidden": {"hidden"},
    "always_show": {"alwaysShown"},
    "pattern_descriptor": {"patternDescription"},
    "example": {"examples"},
}
"""The catalog's fields that a keyword sets; of other keywords, the field with the same name."""

_ABOUT_OTHERS = {"requirement", "requiredWhen", "appliesWhen", "expectedWhen", "note"}
"""Fields that depend on other properties of the connector, whether they are there and what they accept."""

NOT_IN_THE_CATALOG = {
    "x-speakeasy-param-sensitive": "the file states the same with airbyte_secret",
    "groups": "the form's groups of a whole object",
    "name": "a second name that no request has",
    "display_type": "how the form shows the alternatives",
    "items.title": "the form's label of an item",
    "items.order": "the form's order of an item",
    "variant type": "a variant is an object",
    "variant order": "the form's order of the variants",
    "variant description": "the variant's title and selector tell what it is",
}
"""Keywords that the catalog has no field for, and why."""


@dataclasses.dataclass
class Explained:
    """The result of a comparison.

    Attributes:
        found: How many differences have which keyword.
        unexplained: Differences that no change tells of.
        unfounded: Changes that no difference is the cause of.
        corrected: How many differences are at a place that the project corrects.
        by_prose: How many changes come from a sentence or an example alone.
    """

    found: Counter[str]
    unexplained: list[Difference]
    unfounded: list[Change]
    corrected: int = 0
    by_prose: int = 0

    def lines(self) -> Iterator[str]:
        """Yield a line for each difference and each change without its counterpart."""
        for each in self.unexplained:
            yield f"not in the diff: {each.key} {each.place} {each.keyword}: {each.before} → {each.after}"
        for change in self.unfounded:
            values = f"{change.before} → {change.after}"
            yield f"in the diff only: {change.key} {change.place} {change.kind} {change.field}: {values}"


def explained(
    differences: Iterable[Difference], changes: Iterable[Change], corrected: Collection[tuple[str, str]] = ()
) -> Explained:
    """Compare what two independent comparisons of the same documents have found.

    Args:
        differences: What the walks of the documents have found.
        changes: What ``diff`` has found.
        corrected: The connector and place of each property that the project corrects.
    """
    every, told = list(differences), list(changes)
    told_of, causes = _Told(told), _Causes(every)
    missing = [each for each in every if not told_of.explains(each)]
    unexplained = [each for each in missing if (each.key, each.place) not in corrected]
    result = Explained(
        Counter(each.keyword for each in every), unexplained, [each for each in told if not causes.explain(each)]
    )
    result.corrected, result.by_prose = len(missing) - len(unexplained), causes.by_prose
    return result


class _Told:
    """The places and fields that changes tell of."""

    def __init__(self, changes: Iterable[Change]) -> None:
        self._fields: dict[tuple[str, str], set[str]] = defaultdict(set)
        for each in changes:
            field = each.field if each.kind is Kind.CHANGED else _ENTRY
            for place in _places(each):
                self._fields[each.key, place].add(field)

    def explains(self, found: Difference) -> bool:
        if found.keyword in NOT_IN_THE_CATALOG:
            return True
        if any(_ENTRY in self._fields.get((found.key, place), ()) for place in _above(found.place)):
            return True
        fields = self._fields.get((found.key, found.place), set())
        if found.keyword == "examples" and not found.place:
            return any("examples" in fields for (key, _), fields in self._fields.items() if key == found.key)
        if found.keyword in _PROSE:
            return bool(fields)
        return bool(fields & _FIELDS.get(found.keyword, {found.keyword}))


class _Causes:
    """The places and keywords in which documents differ."""

    def __init__(self, differences: Iterable[Difference]) -> None:
        self._keywords: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._differing: dict[str, set[str]] = defaultdict(set)
        self.by_prose = 0
        for each in differences:
            self._keywords[each.key, each.place].add(each.keyword)
            self._differing[each.key].add(each.keyword)

    def explain(self, change: Change) -> bool:
        keywords = {word for place in _places(change) for word in self._keywords.get((change.key, place), ())}
        if change.kind is not Kind.CHANGED:
            return bool(keywords & _WHOLE)
        fields = {field for word in keywords for field in _FIELDS.get(word, {word})}
        if change.field in fields or keywords & _WHOLE:
            return True
        differing = self._differing[change.key]
        if change.field in _ABOUT_OTHERS and differing & {*_WHOLE, "enum"}:
            return True
        # A sentence may be about another property, and an example shows several.
        self.by_prose += bool(differing & _PROSE)
        return bool(differing & _PROSE)


def _places(change: Change) -> Iterator[str]:
    yield change.place
    if change.kind is Kind.RENAMED:
        yield ".".join([*change.place.split(".")[:-1], str(change.after)])
    elif change.kind is Kind.MOVED:
        yield f"{change.after}.{change.path}"
    elif change.subject is Subject.CONNECTOR:
        yield ""


def _above(place: str) -> Iterator[str]:
    """Yield a place and those that it is in, the connector's own last."""
    yield place
    for end in reversed(range(len(place))):
        if place[end] in ".[":
            yield place[:end]
    yield ""
