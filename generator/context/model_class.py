"""One class of a model and its fields."""

from __future__ import annotations

import dataclasses

from generator.context.names import ClassName, FieldName
from templates.connector_catalog.constraints import NO_RULES, Rules, StepRules
from templates.connector_catalog.value_constraints import ValueConstraints


@dataclasses.dataclass(frozen=True)
class FieldContext:
    """One field of a model.

    Attributes:
        name: The Python name.
        wire: The name in the payload.
        required: Whether a value must be given.
        secret: Whether the value is hidden though the type hint does not hide it.
        doc: The description of the property and its facts.
        constraints: What is checked beside the type hint.
        changeable: Whether a request that updates may have it.
    """

    name: FieldName
    wire: str
    required: bool
    secret: bool
    doc: str
    constraints: ValueConstraints
    changeable: bool = True

    @property
    def renamed(self) -> bool:
        """Whether the name in the payload differs."""
        return self.name != self.wire

    @property
    def is_plain(self) -> bool:
        """Whether the type hint and the default are all that pydantic needs."""
        return not (self.renamed or self.secret)


@dataclasses.dataclass(frozen=True)
class RequestContext:
    """What the class of a connector, but not of a nested object, states about its requests.

    Attributes:
        vendor: The vendor's name.
        role: The connector's role.
        type: The connector's id.
        other_parts: The properties that are not in the main part of a request, by part.
    """

    vendor: str
    role: str
    type: str
    other_parts: dict[str, tuple[str, ...]]


@dataclasses.dataclass(frozen=True)
class ClassContext:
    """One class of a module.

    Attributes:
        name: Its name.
        doc: Its docstring.
        fields: By their Python names.
        rules: The rules between them, by their names in the payload.
        steps: The requirements of steps that do not always apply.
        request: Where requests have its properties; ``None`` for a nested object.
    """

    name: ClassName
    doc: str
    fields: dict[str, FieldContext]
    rules: Rules = NO_RULES
    steps: tuple[StepRules, ...] = ()
    request: RequestContext | None = None

    @property
    def update_doc(self) -> str:
        """The docstring of the class of a request that updates."""
        return self.doc.replace("Properties of", "What can be changed of", 1)

    @property
    def constraints(self) -> dict[str, ValueConstraints]:
        """The constraints beside the type hints, by field."""
        return {name: each.constraints for name, each in self.fields.items() if each.constraints != ValueConstraints()}

    @property
    def has_rules(self) -> bool:
        """Whether there are rules between the fields."""
        return any(self.rules)
