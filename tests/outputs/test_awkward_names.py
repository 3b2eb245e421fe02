"""A property may have a name of Python's, of typing's or of pydantic's: the model still holds what it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog.connector import Connector
from generator.outputs.audit import audit
from generator.outputs.formatting import format_python
from tests import cases
from tests.cases.verdicts import import_text

# One property of each kind, so that the model needs each of the names that the tested property may hide.
OTHERS = {
    "text": {"type": "string"},
    "whole": {"type": "integer"},
    "part": {"type": "number"},
    "switch": {"type": "boolean"},
    "texts": {"type": "array", "items": {"type": "string"}},
    "group": {"type": "object"},
    "token": {"type": "string", "secret": True},
    "mode": {"enum": ["a", "b"]},
    "open": {},
    "an-alias": {"type": "string"},
}
EXAMPLE = {"text": "a", "whole": 1, "part": 0.5, "switch": True, "texts": ["a"], "group": {}, "token": "t", "mode": "a"}


def _printed(name: str, type_: str) -> str:
    properties = [{"name": name, "type": type_}, *({"name": other} | facts for other, facts in OTHERS.items())]
    connector = Connector.model_validate(
        cases.load("two_steps").to_json() | {"steps": [{"name": "form", "properties": properties}]}
    )
    files = format_python(cases.connector_files(connector).files)
    return next(text for path, text in files.items() if cases.kind_of(path) == "model")


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("str", "string"),
        ("str", "integer"),
        ("int", "integer"),
        ("int", "string"),
        ("float", "number"),
        ("float", "string"),
        ("bool", "boolean"),
        ("bool", "string"),
        ("list", "array"),
        ("list", "string"),
        ("dict", "object"),
        ("None", "null"),
        ("Any", "string"),
        ("Literal", "string"),
        ("SecretStr", "string"),
        ("ClassVar", "string"),
        ("Field", "string"),
        ("Payload", "string"),
        ("Model", "string"),
        ("Gate", "string"),
        ("annotations", "string"),
        ("TwoStepsSource", "string"),
        ("self", "string"),
        ("cls", "string"),
        ("values", "array"),
        ("match", "string"),
        ("print", "string"),
    ],
)
def test_model_takes_a_property_of_this_name(name: str, type_: str, tmp_path: Path) -> None:
    value = {"string": "a", "integer": 1, "number": 0.5, "boolean": True, "array": [], "object": {}, "null": None}[
        type_
    ]
    given = EXAMPLE | ({} if value is None else {name: value})
    text = _printed(name, type_)

    assert audit("model.py", text) == []
    model = import_text(text, f"named_{name}_{type_}", tmp_path).TwoStepsSource
    assert model.model_validate(given).to_payload()["properties"] == given


@pytest.mark.parametrize("name", ["model_fields", "model_validate", "model_config", "construct", "dict", "to_payload"])
def test_model_keeps_its_own_attributes(name: str, tmp_path: Path) -> None:
    model = import_text(_printed(name, "string"), f"kept_{name}", tmp_path).TwoStepsSource

    assert model.model_validate({name: "a"}).to_payload()["properties"] == {name: "a"}
