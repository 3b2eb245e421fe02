"""Conditions as the catalog states them, with what the defaults of absent properties decide. Standard library only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from .constraints import is_among
from .paths import NOT_GIVEN
from .rules import Condition
from .string_values import natural


class Subject(NamedTuple):
    """The facts about a property that a condition names.

    Attributes:
        default: Its default; ``NOT_GIVEN`` where none is known.
        default_when: Names of other properties, and the default where one of them is given.
        encoding: What a string encodes, such as ``boolean``.
        separator: The separator of a list that a string encodes.
    """

    default: Any = NOT_GIVEN
    default_when: tuple[tuple[tuple[str, ...], Any], ...] = ()
    encoding: str = ""
    separator: str = ""


def subject_of(stated: Mapping[str, Any]) -> Subject:
    """Return what the catalog states about a property."""
    return Subject(
        stated.get("default", NOT_GIVEN),
        tuple((tuple(each["anyGiven"]), each["value"]) for each in stated.get("defaultWhen", ())),
        stated.get("encoding", ""),
        stated.get("separator", ""),
    )


def condition_on(name: str, values: Iterable[Any], subject: Subject) -> Condition:
    """Return the condition that a property has one of some values."""
    values = tuple(values)
    meant = [_meant(each, subject) for each in values]
    default = None if subject.default is NOT_GIVEN else is_among(_meant(subject.default, subject), meant)
    others = tuple((names, is_among(_meant(each, subject), meant)) for names, each in subject.default_when)
    return Condition(name, values, default, others)


def conditions_of(stated: Iterable[Mapping[str, Any]], siblings: Mapping[str, Mapping[str, Any]]) -> list[Condition]:
    """Return the conditions of a field such as ``requiredWhen``.

    Args:
        stated: The value of the field.
        siblings: What the catalog states about the properties of the same object, by name.
    """
    return [
        condition_on(each["property"], each["in"], subject_of(siblings.get(each["property"], {}))) for each in stated
    ]


def _meant(value: Any, subject: Subject) -> Any:
    # Documents write a default as `true` and as `"true"`.
    return natural(value, subject.encoding, subject.separator)
