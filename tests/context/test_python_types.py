"""The types of a field: read, given to a constructor, and in a payload."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context.models.python_types import FieldTypes, field_types
from templates.connector_catalog.constraints import DATE_TIME, MIDNIGHT
from templates.connector_catalog.value_constraints import ValueConstraints

SECRET = {"type": "string", "format": "password"}
OBJECT = {"type": "object", "title": "A", "properties": {}}


@pytest.mark.parametrize(
    ("schema", "constraints", "read", "given", "payload"),
    [
        ({"type": "string"}, {}, "str", "str", "str"),
        ({"type": ["integer", "null"]}, {}, "int | None", "int | None", "int | None"),
        ({}, {}, "_Any", "_Any", "_Any"),
        ({"enum": ("a", None, 1)}, {}, *(['_Literal["a", None, 1]'] * 3)),
        ({"enum": (0.5, "a")}, {}, *(['_Literal["a"] | float'] * 3)),
        (SECRET, {}, "_SecretStr", "str | _SecretStr", "str"),
        ({"type": "array", "items": {"type": "string"}}, {}, *(["list[str]"] * 3)),
        ({"type": "array"}, {}, *(["list[_Any]"] * 3)),
        (OBJECT, {}, "A", "A | ADict", "ADict"),
        ({"type": "array", "items": OBJECT}, {}, "list[A]", "_Sequence[A | ADict]", "list[ADict]"),
        (
            *({"type": "array", "items": SECRET}, {}, "list[_SecretStr]"),
            *("list[str] | list[_SecretStr] | list[str | _SecretStr]", "list[str]"),
        ),
        ({"customTypePath": "x.EncodedBoolean"}, {"encoding": "boolean"}, '_Literal["true", "false"]', None, None),
        ({"customTypePath": "x.EncodedInteger"}, {"encoding": "integer"}, "str", "int | str", "str"),
        ({"type": ["string", "null"]}, {"format": "date"}, "str | None", "_date | str | None", "str | None"),
        ({"type": "string"}, {"format": "date-time"}, "str", "_date | _datetime | str", "str"),
        ({"type": "string"}, {"format": "date-time", "pattern": MIDNIGHT}, "str", "_date | _datetime | str", "str"),
        ({"type": "string"}, {"format": "date-time", "pattern": DATE_TIME}, "str", "_date | _datetime | str", "str"),
        ({"type": "string"}, {"format": "date-time", "pattern": r"\.[0-9]{6}Z$"}, "str", "str", "str"),
        ({"type": "string"}, {"format": "date-time", "pattern": "T09:30"}, "str", "_datetime | str", "str"),
        ({"customTypePath": "x.SecretObject"}, {}, "_Secret[dict[str, _Any]]", None, "dict[str, _Any]"),
    ],
)
def test_types_of_a_schema(
    schema: dict[str, Any], constraints: dict[str, Any], read: str, given: str | None, payload: str | None
) -> None:
    found = field_types(schema, ValueConstraints(**constraints))

    assert found.read == read
    assert given is None or found.given == given
    assert payload is None or found.payload == payload


def test_known_values_of_an_open_list_are_proposed() -> None:
    found = field_types({"type": "string"}, known=("a", "b"))

    assert found == FieldTypes("str", "str | None", '_Literal["a", "b"] | str', '_Literal["a", "b"] | str')
