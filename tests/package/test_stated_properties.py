"""What the catalog states about a property."""

from __future__ import annotations

from typing import Any

import pytest

from generator.catalog.property import Property
from templates.connector_catalog.stated_properties import is_set_by_vendor, types_of


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"requirement": "readOnly"}, True),
        ({"requirement": "internal"}, True),
        ({"requirement": "optional", "readOnly": True}, True),
        ({"readOnly": True}, True),
        ({"requirement": "required"}, False),
        ({"requirement": "optional", "writeOnly": True, "createOnly": True}, False),
        ({}, False),
    ],
)
def test_the_generator_and_the_package_agree_on_what_the_vendor_sets(stated: dict[str, Any], expected: bool) -> None:
    assert is_set_by_vendor(stated) is expected
    assert Property.model_validate({"name": "box"} | stated).is_set_by_vendor is expected


@pytest.mark.parametrize(
    ("stated", "types"),
    [({}, ()), ({"type": "string"}, ("string",)), ({"type": ["string", "null"]}, ("string", "null"))],
)
def test_the_generator_and_the_package_agree_on_types(stated: dict[str, Any], types: tuple[str, ...]) -> None:
    assert types_of(stated) == types
    assert Property.model_validate({"name": "box"} | stated).types == types
