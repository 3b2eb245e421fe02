"""Requirements that no payload can meet are found."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.catalog.satisfiable import unknown_conditions, unsatisfiable
from tests.catalog.building import Fields, connector, prop


def _when(name: str, *values: Any) -> list[Fields]:
    return [{"property": name, "in": list(values)}]


def _with_rules(*properties: Fields, rules: list[Fields]) -> Connector:
    return connector(steps=[{"name": "form", "properties": list(properties), "rules": rules}])


MODE = prop("mode", enum=["a", "b"])


def _faults(found: Connector) -> list[str]:
    return list(unsatisfiable(found.steps[0]))


def test_requirements_that_can_be_met_are_no_fault() -> None:
    key = prop("key", requirement="conditional", requiredWhen=_when("mode", "a"), appliesWhen=_when("mode", "a"))

    assert _faults(_with_rules(MODE, key, prop("pin"), rules=[{"atMostOne": ["key", "pin"]}])) == []


def test_two_required_properties_that_exclude_each_other() -> None:
    one = prop("key", requirement="conditional", requiredWhen=_when("mode", "a"))
    other = prop("pin", requirement="required")

    assert _faults(_with_rules(MODE, one, other, rules=[{"atMostOne": ["key", "pin"]}])) == [
        "with mode 'a', key and pin are required, and exclude each other"
    ]


def test_a_required_property_that_has_no_meaning() -> None:
    key = prop("key", requirement="conditional", requiredWhen=_when("mode", "a"), appliesWhen=_when("mode", "b"))

    assert _faults(connector(MODE, key)) == ["with mode 'a', key is required, and has no meaning"]


def test_a_required_property_that_only_the_vendor_sets() -> None:
    key = prop("key", requirement="conditional", requiredWhen=_when("mode", "b"), readOnly=True)

    assert _faults(connector(MODE, key)) == ["with mode 'b', key is required, and only the vendor can set it"]


@pytest.mark.parametrize("field", ["requiredWhen", "appliesWhen", "expectedWhen"])
def test_conditions_on_unknown_names_and_values(field: str) -> None:
    assert list(unknown_conditions(connector(MODE, prop("key", **{field: _when("mode", "a")})))) == []
    assert "no property" in next(unknown_conditions(connector(MODE, prop("key", **{field: _when("mood", "a")}))))
    assert "does not list" in next(unknown_conditions(connector(MODE, prop("key", **{field: _when("mode", "c")}))))
