"""Which properties are the number of a port."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.property import Property
from generator.context.constraints import value_constraints
from generator.context.plausibility import is_port_number


def stated(name: str, type_: Any = "integer", **more: Any) -> Property:
    return Property.model_validate({"name": name, "type": type_, **more})


@pytest.mark.parametrize(
    "found",
    [
        stated("port"),
        stated("tunnel_port"),
        stated("sshPort"),
        stated("SSH-PORT"),
        stated("port", ["integer", "string"], encoding="integer"),
        stated("port", "string", default="22", examples=["22"]),
        stated("port", examples=[5432]),
    ],
)
def test_a_port_is_told_by_its_name_and_type(found: Property) -> None:
    assert is_port_number(found)
    assert value_constraints(found).port


@pytest.mark.parametrize(
    "found",
    [
        *(stated(name) for name in ("report", "support", "export", "ports", "port_id", "import", "5")),
        *(stated("port", type_) for type_ in ("boolean", "object", "array", ["integer", "boolean"], None)),
        *(stated("port", **{limit: 100_000}) for limit in ("minimum", "maximum", "exclusiveMaximum")),
        stated("port", enum=[70_000]),
        stated("port", default=0),
        stated("port", examples=[70_000]),
    ],
)
def test_another_property_is_none_and_neither_is_one_whose_range_is_stated(found: Property) -> None:
    assert not is_port_number(found)
    assert not value_constraints(found).port
