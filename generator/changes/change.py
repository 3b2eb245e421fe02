"""The changes between two catalogs, as values."""

from __future__ import annotations

import dataclasses
import enum
from typing import Any

from generator.catalog.catalog_object import NOT_STATED
from generator.catalog.property import Property
from templates.connector_catalog.registry import ENVELOPE


class Kind(enum.StrEnum):
    """The kind of a change."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    MOVED = "moved"
    CHANGED = "changed"


class Subject(enum.StrEnum):
    """The part of the catalog that a change is about."""

    CONNECTOR = "connector"
    STEP = "step"
    PROPERTY = "property"
    VARIANT = "variant"


class Openness(enum.Enum):
    """Whether an object accepts properties that are not listed.

    Attributes:
        CLOSED: It refuses them.
        OPEN: It lists some properties and accepts others.
        FREE_FORM: It lists none and accepts all.
    """

    CLOSED = enum.auto()
    OPEN = enum.auto()
    FREE_FORM = enum.auto()


@dataclasses.dataclass(frozen=True)
class Change:
    """One difference between two catalogs.

    Attributes:
        key: The connector, ``<vendor>/<role>/<type>``; of an envelope, ``<vendor>/<role>/request.envelope``.
        subject: The part of the catalog that the change is about.
        kind: Whether it was added, removed, renamed, moved or changed.
        step: The step; empty for a change of the connector itself. For a move, the old step.
        path: The dotted path of the property, with the name of a variant in brackets; empty for a step.
        field: The catalog's field that differs, with ``items.`` before a field of the items; empty unless ``kind`` is
            changed.
        before: The old value as JSON; ``NOT_STATED`` where there was none.
        after: The new value as JSON, or ``NOT_STATED``. For a renaming the new name, for a
            move the new step.
        old: The old property, ``None`` where there was none.
        new: The new property, ``None`` if it was removed.
        holder: The openness, before and after, of the object that holds the property.
    """

    key: str
    subject: Subject
    kind: Kind
    step: str = ""
    path: str = ""
    field: str = ""
    before: Any = NOT_STATED
    after: Any = NOT_STATED
    old: Property | None = dataclasses.field(default=None, compare=False, repr=False)
    new: Property | None = dataclasses.field(default=None, compare=False, repr=False)
    holder: tuple[Openness, Openness] = dataclasses.field(
        default=(Openness.CLOSED, Openness.CLOSED), compare=False, repr=False
    )

    @property
    def is_of_envelope(self) -> bool:
        """Whether it is about an envelope, not about a connector."""
        return self.key.endswith(f"/{ENVELOPE}")

    @property
    def place(self) -> str:
        """The step and the path: ``form.ssh_host``; empty for the connector itself."""
        return ".".join(filter(None, (self.step, self.path)))

    def to_json(self) -> dict[str, Any]:
        """Return the change as JSON. Empty attributes and values that are not stated are left out."""
        names = ("key", "subject", "kind", "step", "path", "field")
        fields = {name: str(getattr(self, name)) for name in names if getattr(self, name)}
        values = {"before": self.before, "after": self.after}
        return fields | {name: value for name, value in values.items() if value is not NOT_STATED}
