"""A schema in draft-07 accepts what it accepts in draft 2020-12."""

from __future__ import annotations

from itertools import chain, combinations
from typing import Any

import jsonschema_rs
import pytest

from generator.catalog.envelope import Envelope
from generator.context.json_schema.connector import schema_context
from generator.context.json_schema.draft_07 import UnknownKeywordError, in_draft_07
from generator.context.json_schema.request import CREATE, UPDATE, envelope_definition, in_envelope, request_definition
from generator.context.json_schema.update import update_definition
from tests import cases
from tests.context.building import Facts, connector, envelope, prop, step
from tests.vendors import VENDORS, shape

FIVETRAN = VENDORS["fivetran"].requests["source"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        (True, True),
        (False, False),
        ({"type": "object", "title": "T", "description": "D", "examples": [1]}, {"type": "object", "title": "T"}),
        ({"dependentRequired": {"a": ["b"]}}, {"dependencies": {"a": ["b"]}}),
        ({"$ref": "#/$defs/a"}, {"$ref": "#/definitions/a"}),
        (
            {"title": "T", "$ref": "#/$defs/$defs", "allOf": [{"$ref": "#/$defs/b"}]},
            {"title": "T", "allOf": [{"$ref": "#/definitions/b"}, {"$ref": "#/definitions/$defs"}]},
        ),
        (
            {"contentMediaType": "application/json", "contentSchema": {"$ref": "x"}, "type": "string"},
            {"type": "string"},
        ),
        (
            {"properties": {"description": {"description": "x"}, "$ref": {"const": {"description": "x"}}}},
            {"properties": {"description": {}, "$ref": {"const": {"description": "x"}}}},
        ),
        (
            {keyword: {"dependentRequired": {}} for keyword in ("if", "then", "else", "not", "items")},
            {keyword: {"dependencies": {}} for keyword in ("if", "then", "else", "not", "items")},
        ),
        ({"anyOf": [{"examples": []}], "oneOf": [True]}, {"anyOf": [{}], "oneOf": [True]}),
        ({"additionalProperties": {"description": ""}}, {"additionalProperties": {}}),
    ],
)
def test_each_keyword_has_its_counterpart(schema: Any, expected: Any) -> None:
    assert in_draft_07(schema) == expected


@pytest.mark.parametrize("keyword", ["unevaluatedProperties", "prefixItems", "$dynamicRef", "minContains", "x"])
def test_an_unknown_keyword_is_no_silent_loss(keyword: str) -> None:
    with pytest.raises(UnknownKeywordError, match=keyword.replace("$", r"\$")):
        in_draft_07({"items": {keyword: True}})


@pytest.mark.parametrize("case", cases.CASES)
def test_the_schema_of_every_case_can_be_said(case: str) -> None:
    jsonschema_rs.meta.validate(
        {"$schema": "http://json-schema.org/draft-07/schema#"}
        | in_draft_07(schema_context(shape(cases.load(case)), "").body)
    )


NAMES = ("service", "config", "auth", "group_id", "paused", "unknown")
VALUES: Facts = {"service": "x", "config": {"a": "x"}, "auth": {}, "group_id": "g", "paused": True, "unknown": 1}
ENVELOPES = [None, envelope(prop("group_id", requirement="required", createOnly=True), prop("paused", "boolean"))]


@pytest.mark.parametrize("action", [CREATE, UPDATE])
@pytest.mark.parametrize("stated", ENVELOPES)
@pytest.mark.parametrize("auth", [(), (step("auth", prop("token")),)])
def test_a_request_has_nothing_else(action: str, stated: Envelope | None, auth: tuple[Facts, ...]) -> None:
    made = shape(connector(step("config", prop("a")), *auth, vendor="fivetran", type_="x"))
    definition = request_definition(made) if action == CREATE else update_definition(made, "source:x")
    stated_envelope = envelope_definition(stated, action, FIVETRAN)
    new = {"$defs": {"source": stated_envelope, "source:x": in_envelope(definition, "source")}}
    old = {
        "definitions": {name: in_draft_07(each) for name, each in new["$defs"].items()},
    }
    by_new = jsonschema_rs.Draft202012Validator(new | {"$ref": "#/$defs/source:x"})
    by_old = jsonschema_rs.Draft7Validator(old | {"$ref": "#/definitions/source:x"})

    accepted = 0
    for names in chain.from_iterable(combinations(NAMES, count) for count in range(len(NAMES) + 1)):
        request = {name: VALUES[name] for name in names}
        accepted += by_new.is_valid(request)
        assert by_old.is_valid(request) is by_new.is_valid(request), request
    assert accepted
    assert accepted < 2 ** len(NAMES) or stated is None
