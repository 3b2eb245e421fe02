"""The index that the site searches."""

from __future__ import annotations

from generator.context.search_index import search_index
from tests.context.building import connector, prop, step
from tests.vendors import VENDORS


def test_connectors_properties_and_values_are_found() -> None:
    inner = prop("inner", "object", properties=[prop("mode", enum=["fast", 3, ""])])
    first = connector(step("form", prop("host"), inner))
    second = connector(
        step("form", prop("host"), prop("modes", "array", items={"type": "string", "enum": ["fast"]})), type_="y"
    )

    assert search_index(VENDORS, [first, second]) == {
        "connectors": [
            ["stitch/source/platform.x.md", "X", "platform.x", "Stitch", "source"],
            ["stitch/source/y.md", "X", "y", "Stitch", "source"],
        ],
        "properties": {
            "host": [0, "form-host", 1, "form-host"],
            "inner": [0, "form-inner"],
            "mode": [0, "form-inner.mode"],
            "modes": [1, "form-modes"],
        },
        "values": {"fast": [0, "form-inner.mode", 1, "form-modes"]},
    }
