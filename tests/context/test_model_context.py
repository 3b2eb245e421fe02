"""The classes and fields of a model."""

from __future__ import annotations

import pytest

from generator.context.fault import OutputError
from generator.context.model import model_context
from tests.context.building import Facts, connector, prop, step


def test_main_class_comes_first_and_knows_its_connector() -> None:
    model = model_context(connector(step("form", prop("a", "object", properties=[prop("b")]))), "# h")
    main = model.classes[model.main]

    assert (model.package, model.module, model.main) == ("stitch", "source_x", "XSource")
    assert (main.vendor, main.type, main.key) == ("stitch", "platform.x", "properties")
    assert list(model.classes) == ["XSource", "XSourceA"]


def test_a_field_knows_the_vendor_s_spelling() -> None:
    model = model_context(connector(step("form", prop("class", requirement="required"), prop("plain"))), "")
    renamed, plain = model.classes["XSource"].fields.values()

    assert (renamed.name, renamed.wire, renamed.renamed, renamed.required) == ("class_", "class", True, True)
    assert (plain.renamed, plain.required) == (False, False)


@pytest.mark.parametrize(
    "properties",
    [
        [prop("a-b"), prop("a_b")],
        [prop("class"), prop("class_")],
        [prop("a", "object", properties=[prop("x.y"), prop("x_y")])],
        [prop("a", "object", properties=[prop("x")]), prop("A", "object", properties=[prop("x")])],
    ],
)
def test_names_that_become_one_are_refused(properties: list[Facts]) -> None:
    with pytest.raises(OutputError) as caught:
        model_context(connector(step("form", *properties)), "")

    assert caught.value.code == "name-collision"


@pytest.mark.parametrize(
    "more", [{}, {"enum": ["x"]}, {"properties": [prop("b", description="PROSE")], "type": "object"}]
)
def test_no_prose_of_the_vendor_reaches_the_engine(more: Facts) -> None:
    facts = prop("a", title="PROSE", description="PROSE", examples=["PROSE"], default="PROSE") | more

    assert "PROSE" not in str(model_context(connector(step("form", facts)), "").schema)
