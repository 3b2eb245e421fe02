"""The base of the catalog's objects: frozen, with an explicit value for "not stated"."""

from __future__ import annotations

from typing import Any, Self

import pydantic

from generator.strict_data.models import StrictModel

NOT_STATED: Any = pydantic.MISSING
"""The value of a field that is not stated and whose value may be null. Other fields are ``None`` instead."""


def stated_field(description: str, *, nullable: bool = False, **more: Any) -> Any:
    """Declare a field that the JSON leaves out where it is not stated; ``nullable`` where its value may be null."""
    if nullable:
        return pydantic.Field(default=NOT_STATED, json_schema_extra=_with_null_default, description=description, **more)
    return pydantic.Field(default=None, exclude_if=_is_none, description=description, **more)


def sources_field(description: str) -> Any:
    """Declare a tuple of sources that the JSON leaves out where it is empty."""
    return pydantic.Field(default_factory=tuple, exclude_if=_is_empty, description=description)


def _with_null_default(schema: dict[str, Any]) -> None:
    fields = dict(schema)
    schema.clear()
    schema.update({"default": None}, **fields)


def _is_none(value: Any) -> bool:
    return value is None


def _is_empty(value: tuple[Any, ...]) -> bool:
    return not value


class CatalogObject(StrictModel):
    """A frozen value with camelCase names in JSON."""

    def to_json(self, fields: set[str] | None = None) -> dict[str, Any]:
        """Return the object as JSON values, without the fields that are not stated.

        Args:
            fields: The fields to include, given by their Python names; ``None`` for all.
        """
        return self.model_dump(mode="json", by_alias=True, include=fields)

    @classmethod
    def json_name(cls, field: str) -> str:
        """Return the name in JSON of a field, given by its Python name."""
        return str(cls.model_fields[field].alias)

    def states(self, field: str) -> bool:
        """Return whether a field, given by its Python name, is stated."""
        return getattr(self, field) is not type(self).model_fields[field].default

    def with_fields(self, **changes: Any) -> Self:
        """Return a copy with other values of some fields, which are not validated; the same object if none differs."""
        for field, value in changes.items():
            if getattr(self, field) is not value:
                return self.model_copy(update=changes)
        return self

    def without_fields(self, *fields: str) -> Self:
        """Return a copy that does not state some fields, given by their Python names."""
        return self.with_fields(**{field: type(self).model_fields[field].default for field in fields})
