"""Chooses the values of a response that go into a request. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..diff.canonical import EMPTY, canonical, decoded, is_mask
from ..diff.property_info import PropertyInfo
from ..paths import NOT_GIVEN
from ..problems import Problem, joined
from ..requests import IGNORED
from ..rules import Rules, StepRules
from ..secret_references import is_reference
from ..value_constraints import ObjectConstraints, ValueConstraints, Variants
from .spelling import listed, spelled

Path = tuple[str | int, ...]

_ANYTHING = ValueConstraints()


class Keeper:
    """Chooses what of one connector in a response is kept, and notes the reason for leaving out everything else.

    Attributes:
        references: The references that stand for secrets, by path.
        notes: What is left out, or is not what the response has.
    """

    def __init__(self, refer: Callable[[Path], str], *, keep_unknown: bool) -> None:
        self._refer = refer
        self._keep_unknown = keep_unknown
        self.references: dict[str, str] = {}
        self.notes: list[Problem] = []

    def properties(
        self, value: Mapping[str, Any], constraints: ObjectConstraints, info: PropertyInfo, path: Path
    ) -> dict[str, Any]:
        """Return the properties of an object that are kept."""
        kept: dict[str, Any] = {}
        for name, each in value.items():
            known = constraints.properties.get(name)
            if known is not None:
                kept[name] = self._value(each, known, info.of_property(name), (*path, name))
            elif constraints.open or self._keep_unknown:
                kept[name] = self._value(each, _ANYTHING, PropertyInfo(), (*path, name))
            elif name not in IGNORED and canonical(each, PropertyInfo()) != EMPTY:
                self.note((*path, name), "unknown", "the catalog does not know this property; left out", "warning")
        return {name: each for name, each in kept.items() if each is not NOT_GIVEN}

    def with_required_secrets(
        self, kept: dict[str, Any], constraints: ObjectConstraints, path_of: Callable[[str], Path]
    ) -> dict[str, Any]:
        """Return the properties of an object with references for the secrets that it needs and that are not there."""
        while missing := _missing_secrets(kept, constraints):
            for name in missing:
                kept = {**kept, name: self.reference(path_of(name))}
                self.note(path_of(name), "not-returned", "the response does not have this secret; a reference is added")
        return kept

    def reference(self, path: Path) -> str:
        """Return a new reference for the secret at a path."""
        reference = self._refer(path)
        self.references[text_of(path)] = reference
        return reference

    def note(self, path: Path, code: str, message: str, level: Any = "note") -> None:
        """Note a property that is left out or differs from the response."""
        self.notes.append(Problem(text_of(path), code, message, level=level))

    def _value(self, value: Any, constraints: ValueConstraints, info: PropertyInfo, path: Path) -> Any:
        """Return the part of a value to keep, or ``NOT_GIVEN``."""
        if info.read_only:
            self.note(path, "read-only", "the vendor sets it; left out")
            return NOT_GIVEN
        if constraints.secret:
            return self._secret(value, info, path)
        if is_mask(value, info) or _hides_secrets(value, info):
            message = "it is masked or has secrets, and no reference can stand for it; left out"
            self.note(path, "masked", message, "warning")
            return NOT_GIVEN
        value = spelled(value, constraints, info)
        if canonical(value, info) == EMPTY and constraints.fault(value) is not None:
            # APIs return null and empty values for properties that are not set.
            return NOT_GIVEN
        return self._inside(value, constraints, info, path)

    def _inside(self, value: Any, constraints: ValueConstraints, info: PropertyInfo, path: Path) -> Any:
        if isinstance(value, dict):
            known = constraints.object or ObjectConstraints({}, open=True)
            if constraints.variants is not None:
                known = _selected_object(value, constraints.variants, info)
            kept = self.properties(value, known, info, path)
            return self.with_required_secrets(kept, known, lambda name: (*path, name))
        if isinstance(value, list):
            items, inner = constraints.items or _ANYTHING, info.of_item()
            kept_items = [self._value(each, items, inner, (*path, number)) for number, each in enumerate(value)]
            return [each for each in kept_items if each is not NOT_GIVEN]
        return value

    def _secret(self, value: Any, info: PropertyInfo, path: Path) -> Any:
        if is_reference(value):
            self.references[text_of(path)] = value
            return value
        if canonical(value, info) == EMPTY:
            return NOT_GIVEN
        if isinstance(value, list) and not any(isinstance(each, dict | list) for each in value):
            kept = [self._secret(each, info.of_item(), (*path, number)) for number, each in enumerate(value)]
            return [each for each in kept if each is not NOT_GIVEN]
        if not is_mask(value, info):
            self.note(path, "secret", "the response has the secret itself; a reference stands for it", "warning")
        return self.reference(path)


def _selected_object(value: Mapping[str, Any], variants: Variants, info: PropertyInfo) -> ObjectConstraints:
    """Return the constraints of the variant that an object matches; without properties if it matches none."""
    name, values = variants.selector.name, variants.selector.values
    given = {each for each in value if canonical(value[each], PropertyInfo()) != EMPTY}
    selecting = {name: listed(value[name], values, info.of_property(name))} if name in given else {}
    candidates = variants.selector.candidates(selecting) or variants.selector.candidates(selecting, partial=True)

    def misfits(number: int) -> int:
        known, required = variants.objects[number].properties, variants.objects[number].required
        return len(given - known.keys()) + sum(each not in given and not known[each].secret for each in required)

    return variants.objects[min(candidates, key=misfits)] if candidates else ObjectConstraints({})


def _hides_secrets(value: Any, info: PropertyInfo) -> bool:
    """Return whether a string encodes something with secrets, or masks of them, inside."""
    inner = decoded(value, info) if isinstance(value, str) else value
    return inner is not value and isinstance(inner, dict | list) and (info.guards or _has_mask(inner))


def _has_mask(value: Any) -> bool:
    if isinstance(value, dict | list):
        return any(map(_has_mask, value.values() if isinstance(value, dict) else value))
    return is_mask(value, PropertyInfo())


def _missing_secrets(kept: Mapping[str, Any], constraints: ObjectConstraints) -> list[str]:
    rules: tuple[Rules | StepRules, ...] = (constraints.rules, *constraints.steps)
    needed = [*constraints.required, *(name for each in rules for name in each.missing(kept))]
    for group in (group for each in rules for group in each.unmet(kept)):
        # What is not secret would have been returned.
        secret = [name for name in group if constraints.properties[name].secret]
        needed += secret if len(secret) == 1 else []
    known = constraints.properties
    return [name for name in dict.fromkeys(needed) if name not in kept and name in known and known[name].secret]


def text_of(path: Sequence[str | int]) -> str:
    """Return a path as problems have it, such as ``config.reports[0].table``."""
    text = ""
    for each in path:
        text = f"{text}[{each}]" if isinstance(each, int) else joined(text, each)
    return text
