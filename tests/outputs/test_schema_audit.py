"""The audit of schemas finds what is no schema, and patterns that are slow or read differently."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.context.fault import OutputError
from generator.context.json_schema.dialects import DRAFT_2020_12
from generator.outputs import schema_audit
from generator.outputs.schema_audit import refuse_invalid_schemas, schema_fault
from tests import cases


def schema(**keywords: Any) -> str:
    return json.dumps({"$schema": DRAFT_2020_12.uri, **keywords})


@pytest.mark.parametrize("case", cases.CASES)
def test_a_generated_schema_passes(case: str) -> None:
    assert schema_fault(cases.printed(case, "schema")) == ""


@pytest.mark.parametrize(
    "text",
    [
        "{",
        schema(type="text"),
        schema(properties={"a": {"minimum": "1"}}),
        schema(required=["a", "a"]),
        schema(properties={"a": {"pattern": "(a+)+$"}}),
        schema(items={"anyOf": [{"pattern": r"\p{L}"}]}),
        schema(properties={"default": {"pattern": "["}}),
    ],
)
def test_an_invalid_schema_is_refused(text: str) -> None:
    with pytest.raises(OutputError) as caught:
        refuse_invalid_schemas({"a/b.json": text})
    assert (caught.value.code, caught.value.path) == ("invalid-schema", "a/b.json")


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({"type": "text"}),
        schema(properties={"pattern": {"type": "string"}}),
        schema(default={"pattern": "["}),
        schema(enum=[{"pattern": "["}]),
        schema(pattern="^a+$"),
    ],
)
def test_what_is_no_schema_or_no_pattern_is_not_checked(text: str) -> None:
    refuse_invalid_schemas({"a/b.json": text, "a/b.md": "{"})


def test_what_has_passed_is_not_audited_again(monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = schema(type="string"), schema(type="text")
    passed = refuse_invalid_schemas({"a.json": good, "a.md": "{"})

    assert len(passed) == 1
    assert refuse_invalid_schemas({"b.json": good}, passed) == passed
    with pytest.raises(OutputError):
        refuse_invalid_schemas({"a.json": bad}, passed)
    monkeypatch.setattr(schema_audit, "schema_fault", pytest.fail)
    assert refuse_invalid_schemas({"b.json": good}, passed) == passed
