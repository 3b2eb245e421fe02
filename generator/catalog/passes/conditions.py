"""Checks the conditions of a property against the properties that they name."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

from generator.catalog.connector import Condition, Property
from generator.catalog.values import is_accepted, literal
from generator.diagnostics import Diagnostics
from templates.connector_catalog.constraints import is_among, matches


@dataclasses.dataclass(frozen=True)
class Scope:
    """The step that a check looks at.

    Attributes:
        subject: The step, for messages.
        type: The connector's id.
        id_names: What the vendor's requests call that id.
        diagnostics: Collects the warnings.
    """

    subject: str
    type: str
    id_names: set[str]
    diagnostics: Diagnostics

    def warn(self, code: str, message: str, found: Property | None = None) -> None:
        """Add a warning about a property, or about the step."""
        place, name = (found.place, f".{found.name}") if found is not None else ("", "")
        self.diagnostics.warning(code, place, message, f"{self.subject}{name}")


def with_known_conditions(
    found: Property, stated: Sequence[Condition], siblings: Sequence[Property], scope: Scope
) -> Property:
    """Return a property with those of its stated conditions that can hold, in the spelling of its siblings."""
    of_id = [each for each in stated if each.property in scope.id_names]
    if any(scope.type not in each.values for each in of_id):
        # Several connectors share the sentence, and this condition is about the others.
        return found.without_fields("required_when", "requirement")
    conditions = [_known(each, found, siblings, scope) for each in stated if each not in of_id]
    if not all(conditions):
        return found.without_fields("required_when", "requirement")
    if conditions:
        return found.with_fields(required_when=tuple(conditions))
    return found.without_fields("required_when").with_fields(requirement="required")


def _known(condition: Condition, found: Property, siblings: Sequence[Property], scope: Scope) -> Condition | None:
    other = next((each for each in siblings if _is_same_name(each.name, condition.property)), None)
    if other is None:
        message = f"the condition names {condition.property!r}, which the step does not define; ignoring it"
        scope.warn("condition-property", message, found)
        return None
    values = tuple(_value(value, other) for value in condition.values)
    impossible = [value for value in values if not _is_possible(value, other)]
    if impossible:
        where = f" (at {other.place})" if other.sources else ""
        message = f"the condition never holds: {other.name}{where} cannot be {impossible[0]!r}; ignoring it"
        scope.warn("condition-value", message, found)
        return None
    return condition.with_fields(property=other.name, values=values)


def _value(value: Any, other: Property) -> Any:
    """Return a condition's value in the spelling of the other property's listed values, or in its type."""
    same = [each for each in other.enum or () if loosely(each) == loosely(value)]
    return same[0] if len(same) == 1 else literal(value, other.types)


def _is_possible(value: Any, other: Property) -> bool:
    if other.enum is not None:
        return is_among(value, other.enum)
    if other.pattern is not None and isinstance(value, str) and not matches(other.pattern, value):
        return False
    return is_accepted(value, other.types) and (other.accepted is None or is_among(value, other.accepted))


def _is_same_name(name: str, other: str) -> bool:
    """Return whether two spellings name one property; documents spell out "authentication", names shorten it."""
    one, two = (loosely(each).replace("authentication", "auth") for each in (name, other))
    return one == two


def loosely(value: Any) -> str:
    """Return a value without the case, spaces, underscores and hyphens in which spellings differ."""
    return re.sub(r"[\s_-]", "", str(value)).lower()
