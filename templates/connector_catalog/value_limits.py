"""The facts that limit values: one table for everything that names them. Needs the standard library only."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Limit(NamedTuple):
    """A fact of a property that limits the values of one type.

    Attributes:
        keyword: Its name in the catalog and in JSON Schema.
        type: The type of the values that it limits; a limit of numbers holds for integers, too.
        name: Its name in a sentence.
        label: Its name before a value, or a sentence for a limit without a value.
        end: The end of the range that it limits, if it does.
        of_items: Whether the catalog has it for the items of a list, too.
    """

    keyword: str
    type: Literal["string", "number", "array"]
    name: str
    label: str
    end: Literal["lower", "upper"] | None
    of_items: bool = False

    @property
    def field(self) -> str:
        """Its name in Python, such as ``min_length``."""
        return "".join(f"_{each.lower()}" if each.isupper() else each for each in self.keyword)

    @property
    def code(self) -> str:
        """The code of the problem with a value that does not keep to it, such as ``min-length``."""
        return self.field.replace("_", "-")


LIMITS = (
    Limit("minLength", "string", "minimum length", "Shortest length", "lower", of_items=True),
    Limit("maxLength", "string", "maximum length", "Longest length", "upper", of_items=True),
    Limit("minimum", "number", "minimum", "At least", "lower", of_items=True),
    Limit("exclusiveMinimum", "number", "exclusive minimum", "More than", "lower"),
    Limit("maximum", "number", "maximum", "At most", "upper", of_items=True),
    Limit("exclusiveMaximum", "number", "exclusive maximum", "Less than", "upper"),
    Limit("minItems", "array", "minimum number of items", "Fewest items", "lower"),
    Limit("maxItems", "array", "maximum number of items", "Most items", "upper"),
    Limit("uniqueItems", "array", "distinct items", "No two items are equal.", None),
)
"""In the order of JSON Schemas."""


def limits_of_type(type_: str) -> tuple[Limit, ...]:
    """Return the limits of the values of a type of JSON Schema; none for a type that has no limits."""
    kind = "number" if type_ == "integer" else type_
    return tuple(each for each in LIMITS if each.type == kind)
