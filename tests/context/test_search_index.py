"""The index that the site searches."""

from __future__ import annotations

from generator.context.reference.search_index import search_index
from generator.systems.system import System
from tests.context.building import connector, prop, step
from tests.vendors import VENDORS

ROLES = (("source", {"stitch": ("y",)}), ("destination", {"airbyte": ("x",), "stitch": ("x",)}))


def test_connectors_systems_properties_and_values_are_found() -> None:
    inner = prop("inner", "object", properties=[prop("mode", enum=["fast", 3, ""])])
    first = connector(step("form", prop("host"), inner))
    second = connector(
        step("form", prop("host"), prop("modes", "array", items={"type": "string", "enum": ["fast"]})), type_="y"
    )

    roles = [System("x", "X", role, own, (), {}, {}) for role, own in ROLES]  # type: ignore[arg-type]

    assert search_index(VENDORS, [first, second], [roles]) == {
        "connectors": [
            ["stitch/source/platform.x.md", "X", "platform.x", "Stitch", "source"],
            ["stitch/source/y.md", "X", "y", "Stitch", "source"],
        ],
        "systems": [["systems/x.md", "X", "Airbyte, Stitch"]],
        "properties": {
            "host": [0, "form-host", 1, "form-host"],
            "inner": [0, "form-inner"],
            "mode": [0, "form-inner.mode"],
            "modes": [1, "form-modes"],
        },
        "values": {"fast": [0, "form-inner.mode", 1, "form-modes"]},
    }
