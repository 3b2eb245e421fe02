"""Connectors of the catalog with conditions, defaults and open lists added at random: all outputs agree on them.

The documents of today state few of these facts, and rarely several about one connector.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from generator.catalog.connector import Connector
from generator.context.json_schema.dialects import DRAFT_2020_12
from generator.context.json_schema.update import definition_lines
from generator.outputs.formatting import format_python
from tests import cases
from tests.bench.payloads import Drawer
from tests.bench.verdicts import Readers
from tests.cases.changes import Object
from tests.cases.verdicts import committed, import_text, names_of
from tests.vendors import shape

CHOSEN = [(key, number) for number in range(3) for key in random.Random(number).sample(sorted(committed()), 8)]
PAYLOADS = 40


def _with_more_facts(connector: Connector, chance: random.Random) -> Connector:
    stated = connector.to_json()
    for step in stated.get("steps", []):
        listed = [each for each in step["properties"] if len(each.get("enum", ())) > 1]
        others = [
            each
            for each in step["properties"]
            if each not in listed and each.get("requirement") in ("optional", None) and "requiredWhen" not in each
        ]
        for each in listed:
            _add_to_selector(each, [other["name"] for other in others], chance)
        for each in others:
            _add_conditions(each, listed, chance)
        free = [each["name"] for each in others if "requiredWhen" not in each]
        if len(free) > 3 and chance.random() < 0.6:
            step.setdefault("rules", []).append({"atMostOne": chance.sample(free, chance.randint(2, 3))})
    return Connector.model_validate(stated)


def _add_to_selector(found: Object, others: list[str], chance: random.Random) -> None:
    values = found["enum"]
    if chance.random() < 0.6:
        found.setdefault("default", chance.choice(values))
    if len(others) > 1 and chance.random() < 0.5:
        found["defaultWhen"] = [
            {"anyGiven": chance.sample(others, 2), "value": chance.choice(values)} for _ in range(chance.randint(1, 2))
        ]
    found |= {"enumOpen": True} if chance.random() < 0.3 else {}
    found |= {"deprecatedValues": values[:1]} if chance.random() < 0.3 else {}


def _add_conditions(found: Object, selectors: list[Object], chance: random.Random) -> None:
    for field, share in (("requiredWhen", 0.3), ("appliesWhen", 0.4), ("expectedWhen", 0.3)):
        if selectors and chance.random() < share:
            selector = chance.choice(selectors)
            values = chance.sample(selector["enum"], chance.randint(1, len(selector["enum"]) - 1))
            found[field] = [{"property": selector["name"], "in": values}]
    if "requiredWhen" in found:
        found["requirement"] = "conditional"
    found |= {"deprecated": True} if chance.random() < 0.1 else {}


def _definitions(connector: Connector) -> dict[str, jsonschema_rs.Draft202012Validator]:
    """The connector's definition for each action, of a vendor whose requests may have anything beside."""
    name, envelope = f"{connector.role}:{connector.type}", {connector.role: {"additionalProperties": True}}
    return {
        action: jsonschema_rs.Draft202012Validator(
            {"$defs": envelope | json.loads(f"{{{line}}}"), "$ref": f"#/$defs/{name}"}, validate_formats=True
        )
        for action, line in definition_lines(shape(connector))[DRAFT_2020_12.uri].items()
    }


def _apart(connector: Connector, readers: Readers, validate: Any, chance: random.Random) -> Iterator[Any]:
    """Yield the payloads on which two readers differ, with what they say."""
    made, definitions, drawer = shape(connector), _definitions(connector), Drawer(connector, chance)
    fixed = {each.name for step in connector.steps for each in step.properties if each.create_only}
    # Every request may have the id of its connector.
    fixed.discard(made.request.id_in_main_part)
    for number in range(PAYLOADS):
        drawn = drawer.valid() if number % 2 else drawer.broken()
        places = readers.places(drawn.payload)
        if len(set(places.values())) > 1 or (not drawn.fault and any(places.values())):
            yield drawn, places
        errors, partial = validate(drawn.payload), validate(drawn.payload, partial=True)
        refused = {"create": errors, "draft": partial, "update": partial or sorted(fixed & drawn.payload.keys())}
        request = made.assemble(drawn.payload)
        for action, definition in definitions.items():
            if definition.is_valid(request) == bool(refused[action]):
                yield action, drawn, refused[action]
        every = validate(drawn.payload, warnings=True)
        if [each for each in every if each.level == "error"] != errors:
            yield drawn, every


@pytest.mark.parametrize(("key", "number"), CHOSEN)
def test_all_outputs_agree_on_a_connector_with_more_facts(key: str, number: int, tmp_path: Path) -> None:
    chance = random.Random(f"{key} {number}")
    connector = _with_more_facts(committed()[key], chance)
    files = format_python(cases.connector_files(connector).files)
    texts = {cases.kind_of(path): text for path, text in files.items()}
    model = getattr(import_text(texts["model"], f"added_{number}_model", tmp_path), names_of(connector)[1])
    validate = import_text(texts["validator"], f"added_{number}_validator", tmp_path).validate
    readers = Readers(json.loads(texts["schema"]), model, validate)

    for sample in (shape(connector).minimal, shape(connector).full):
        assert {name: found for name, found in readers.places(sample).items() if found} == {}
    assert list(_apart(connector, readers, validate, chance)) == []
