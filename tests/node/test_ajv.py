"""ajv compiles every schema, and finds in payloads what jsonschema finds."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.context.json_schema.connector import schema_context
from generator.paths import PACKAGE, PROJECT
from tests import cases
from tests.cases.verdicts import committed
from tests.node.agreement import disagreements
from tests.node.tools import needs_node, run
from tests.vendors import shape

SCHEMAS = PROJECT / PACKAGE / "schemas"
CONNECTORS = list(committed().values())
BUNDLES = sorted(path.name for path in SCHEMAS.glob("*.json") if path.name != "catalog.json")
PARTS = 4

pytestmark = needs_node


def _faults(schemas: dict[str, Any]) -> dict[str, str]:
    """What ajv has against schemas in strict mode, in which keywords that do nothing are faults."""
    told = run("ajv.mjs", [{"schema": schema, "strict": True} for schema in schemas.values()])
    return {name: each["fault"] for name, each in zip(schemas, told, strict=True) if each["fault"]}


@pytest.mark.parametrize("part", range(PARTS))
def test_ajv_compiles_every_schema_and_agrees_with_jsonschema(part: int) -> None:
    assert list(disagreements(CONNECTORS[part::PARTS], 2)) == []


def test_ajv_compiles_the_schema_of_every_case() -> None:
    bodies = {case: schema_context(shape(cases.load(case)), "").body for case in cases.CASES}

    assert _faults(bodies) == {}


def _some_of(name: str) -> dict[str, Any]:
    """A bundle with some of its connectors: all take seconds, and `python -m tests.node.strict` compiles them."""
    bundle: dict[str, Any] = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    keyword = next(each for each in ("$defs", "definitions") if each in bundle)
    some = dict(list(bundle[keyword].items())[:40])
    chosen = [each for each in bundle["allOf"] if each["then"]["$ref"].removeprefix(f"#/{keyword}/") in some]
    assert bundle["allOf"][0] in chosen
    return bundle | {"allOf": chosen, keyword: some}


def test_ajv_accepts_every_bundle() -> None:
    assert len(BUNDLES) > 10
    assert _faults({name: _some_of(name) for name in BUNDLES}) == {}


def _by_vendor() -> list[Connector]:
    return list({each.vendor: each for each in CONNECTORS}.values())


def test_a_disagreement_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    connectors = _by_vendor()
    monkeypatch.setattr("tests.node.agreement.schema_places", lambda _, payloads: [frozenset({"x"}) for _ in payloads])

    assert len(list(disagreements(connectors, 2))) == 2 * len(connectors)


def test_what_ajv_does_not_compile_is_told() -> None:
    schemas = {
        "keyword": {"no-such-keyword": 1},
        "required": {"type": "object", "required": ["a"]},
        "types": {"type": ["string", "integer"]},
        "keyword of another draft": {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "unevaluatedProperties": False,
        },
    }
    words = ("unknown keyword", "strictRequired", "union type", "unknown keyword")
    found = _faults(schemas)

    assert list(found) == list(schemas)
    assert all(expected in fault for expected, fault in zip(words, found.values(), strict=True)), found
