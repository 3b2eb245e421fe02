"""The step that the checks of an entry look at."""

from __future__ import annotations

import dataclasses

from generator.catalog.property import Property
from generator.diagnostics import Diagnostics


@dataclasses.dataclass(frozen=True)
class Scope:
    """The step that a check looks at.

    Attributes:
        subject: The step, for messages.
        type: The connector's id.
        id_names: What the vendor's requests call that id.
        diagnostics: Collects the findings.
    """

    subject: str
    type: str
    id_names: set[str]
    diagnostics: Diagnostics

    def warn(self, code: str, message: str, property_: Property | None = None) -> None:
        """Add a warning about a property, or about the step."""
        place, name = (property_.place, f".{property_.name}") if property_ is not None else ("", "")
        self.diagnostics.warning(code, place, message, f"{self.subject}{name}")

    def note(self, code: str, message: str, property_: Property) -> None:
        """Add a note about a property."""
        self.diagnostics.note(code, property_.place, message, f"{self.subject}.{property_.name}")
