"""The outputs of one connector, as a value that can be kept between runs."""

from __future__ import annotations

import dataclasses
from typing import Any, Self


@dataclasses.dataclass(frozen=True)
class ConnectorFiles:
    """The outputs of one connector.

    Attributes:
        files: The text of each file, by its path in the project.
        data: Its line in the data of the package.
        schema: Its line in the schemas of the package.
        definitions: Its line in the bundle of its vendor's schemas, by the URI of the dialect and the action.
    """

    files: dict[str, str]
    data: str
    schema: str
    definitions: dict[str, dict[str, str]]

    @classmethod
    def from_json(cls, value: Any) -> Self | None:
        """Return the outputs that a JSON value states; ``None`` where it has another form."""
        if not isinstance(value, dict) or value.keys() != {field.name for field in dataclasses.fields(cls)}:
            return None
        return cls(**value)

    def to_json(self) -> dict[str, Any]:
        """Return the outputs as a JSON value."""
        return dataclasses.asdict(self)
