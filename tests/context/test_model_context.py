"""The classes and fields of a model."""

from __future__ import annotations

import pytest

from generator.context.connector_shape import shape_of
from generator.context.fault import OutputError
from generator.context.models.classes import RequestContext
from generator.context.models.connector import model_context
from tests.context.building import Facts, connector, prop, step
from tests.vendors import ACME, shape


def test_main_class_comes_first_and_knows_its_connector() -> None:
    model = model_context(shape(connector(step("form", prop("a", "object", properties=[prop("b")])))), "# h")
    main = model.classes[model.main]

    assert (model.package, model.module, model.main) == ("stitch", "source_x", "XSource")
    assert main.request == RequestContext("stitch", "source", "platform.x", {})
    assert list(model.classes) == ["XSource", "XSourceA"]


def test_a_field_knows_the_vendor_s_spelling() -> None:
    model = model_context(shape(connector(step("form", prop("class", requirement="required"), prop("plain")))), "")
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
        model_context(shape(connector(step("form", *properties))), "")

    assert caught.value.code == "name-collision"


@pytest.mark.parametrize(
    "more", [{}, {"enum": ["x"]}, {"properties": [prop("b", description="PROSE")], "type": "object"}]
)
def test_no_prose_of_the_vendor_reaches_the_engine(more: Facts) -> None:
    facts = prop("a", title="PROSE", description="PROSE", examples=["PROSE"], default="PROSE") | more

    assert "PROSE" not in str(model_context(shape(connector(step("form", facts))), "").schema)


def test_a_model_states_which_properties_are_in_other_parts() -> None:
    made = connector(step("config", prop("a")), step("auth", prop("b")), vendor="fivetran", type_="x")
    model = model_context(shape(made), "")

    assert model.classes[model.main].request == RequestContext("fivetran", "source", "x", {"auth": ("b",)})


def test_names_of_a_model_follow_the_profile_of_the_vendor() -> None:
    model = model_context(shape_of(connector(step("main", prop("a")), role="destination", type_="s3"), ACME), "")

    assert model.main == "S3Destination"
    assert model.classes[model.main].doc == "Properties of an Acme Data destination: X."


def test_a_class_without_constraints_or_rules_states_none() -> None:
    plain, ruled = (
        model_context(shape(connector(step("form", *each))), "").classes["XSource"]
        for each in ([prop("a")], [prop("a", "number"), prop("b", requiredWhen=[{"property": "a", "in": [1]}])])
    )

    assert (plain.constraints, plain.has_rules) == ({}, False)
    assert (list(ruled.constraints), ruled.has_rules) == (["a"], True)
