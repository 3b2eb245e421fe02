"""What is printed of one class of a model and of its fields."""

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
        doc: What the property is, and its facts.
        constraints: What is checked beside the type hint.
        changeable: Whether a request that changes may hold it.
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
        """Whether the name in the payload is another one."""
        return self.name != self.wire

    @property
    def plain(self) -> bool:
        """Whether the type hint and the default say all that pydantic has to know."""
        return not (self.renamed or self.secret)


@dataclasses.dataclass(frozen=True)
class ClassContext:
    """One class of a module. ``vendor``, ``type``, ``key`` and ``steps`` are empty for nested objects.

    ``rules`` concern several fields, by their names in the payload.

    ``key`` is where a request holds the payload; ``elsewhere`` are the properties that it holds in other places,
    ``type_key`` is where it has the connector's id.
    """

    name: ClassName
    doc: str
    fields: dict[str, FieldContext]
    vendor: str = ""
    type: str = ""
    key: str = ""
    rules: Rules = NO_RULES
    steps: tuple[StepRules, ...] = ()
    elsewhere: tuple[tuple[str, tuple[str, ...]], ...] = ()
    type_key: str = ""

    @property
    def update(self) -> ClassName:
        """The class of what a request that changes holds."""
        return self.name.update

    @property
    def update_doc(self) -> str:
        """What that class is."""
        return self.doc.replace("Properties of", "What can be changed of", 1)

    @property
    def constraints(self) -> dict[str, ValueConstraints]:
        """The constraints beside the type hints, by field."""
        return {name: each.constraints for name, each in self.fields.items() if each.constraints != ValueConstraints()}

    @property
    def has_rules(self) -> bool:
        """Whether there are rules between the fields."""
        return any(self.rules)
