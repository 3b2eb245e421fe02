"""The classes of a model, as its template prints them."""

from __future__ import annotations

import dataclasses
from typing import Any

from generator.context.names import ClassName, FieldName
from templates.connector_catalog.rules import NO_RULES, Rules, StepRules
from templates.connector_catalog.value_constraints import ValueConstraints
from templates.connector_catalog.variants import SelectedBy


@dataclasses.dataclass(frozen=True)
class FieldContext:
    """One field of a model."""

    name: FieldName
    wire: str  # The name in the payload.
    required: bool
    secret: bool  # Whether the value is hidden though the type hint does not hide it.
    doc: str
    constraints: ValueConstraints  # Checked in addition to the type hint.
    changeable: bool = True  # Whether a request that updates may have it.
    known: tuple[Any, ...] = ()  # The values of an open list, which accepts others too.

    @property
    def renamed(self) -> bool:
        """Whether the name in the payload differs."""
        return self.name != self.wire


@dataclasses.dataclass(frozen=True)
class RequestContext:
    """The identity of a connector, printed into its request models."""

    vendor: str
    role: str
    type: str
    other_parts: dict[str, tuple[str, ...]]  # The properties that are not in the main part of a request, by part.


@dataclasses.dataclass(frozen=True)
class ClassContext:
    """One class of a module: its docstring, its fields by their Python names, and the rules by names in the payload."""

    name: ClassName
    doc: str
    fields: dict[str, FieldContext]
    rules: Rules = NO_RULES
    steps: tuple[StepRules, ...] = ()
    request: RequestContext | None = None  # None for a nested object.
    variant: SelectedBy | None = None  # What selects it, where the object is one of several.
    is_open: bool = False  # Whether it takes properties that are not listed.

    @property
    def update_doc(self) -> str:
        """The docstring of the class of a request that updates."""
        return self.doc.replace("Properties of", "Update of the properties of", 1)

    @property
    def constraints(self) -> dict[str, ValueConstraints]:
        """The constraints in addition to the type hints, by field."""
        return {name: each.constraints for name, each in self.fields.items() if each.constraints != ValueConstraints()}

    @property
    def has_rules(self) -> bool:
        """Whether there are rules between the fields."""
        return any(self.rules)

    @property
    def update_rules(self) -> Rules:
        """The rules between the fields of an update, without required fields."""
        return Rules(at_most_one=self.rules.at_most_one)
