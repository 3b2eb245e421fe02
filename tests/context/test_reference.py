"""The reference page of a connector, as finished text."""

from __future__ import annotations

import dataclasses
import json

import pytest

from generator.context.connector_shape import shape_of
from generator.context.names import ClassName
from generator.context.reference.connector_page import ReferenceContext, TopicLink, reference_context
from generator.context.reference.section import step_context
from generator.context.requests.examples import request_examples
from tests import cases
from tests.context.building import connector, prop, step
from tests.vendors import ACME, api, shape


def test_the_path_of_a_page_is_its_key() -> None:
    page = reference_context(shape(connector(step("form", prop("a")))), "header", cases.ORIGIN)

    assert page.path == "stitch/source/platform.x.md"
    assert (page.class_name, page.document, page.date) == ("XSource", "stitch/case", "2026-08")


def test_requests_are_shown_in_the_shape_of_the_vendor() -> None:
    acme = connector(step("main", prop("a", requirement="required"), prop("b")), type_="s3")
    page = reference_context(shape_of(acme, ACME), "header", cases.ORIGIN)

    assert page.vendor == "Acme Data"
    minimal, full = (json.loads(request.blocks[0].text) for request in page.requests)
    assert minimal == {"settings": {"sourceKind": "s3", "a": "<A>"}}
    assert full == {"settings": {"sourceKind": "s3", "a": "<A>", "b": "<B>"}}


SENT = api("acme", "source", {"name": "<NAME>"})
ORIGIN = dataclasses.replace(cases.ORIGIN, name="acme/*page*", url="https://vendor.example/page", date="2026-11")


def test_a_page_has_all_that_the_template_prints() -> None:
    rules = [{"anyOf": ["a", "b"]}]
    steps = [step("main", prop("a"), prop("b")) | {"rules": rules}, step("more", prop("c"))]
    made = connector(*steps, vendor="acme", type_="acme-s3").model_copy(
        update={"name": "S*3*", "naming": "schema", "since": "2026-10", "absent_from": ("acme/*new*", "b")}
    )
    links = {"how_to": "https://acme.example/docs", "worse": "https://acme.example/[x](y)"}
    vendor = ACME._replace(links=links)
    steps_of_page = [
        step_context("main", made.steps[0].properties, rules),
        step_context("more", made.steps[1].properties),
    ]

    assert reference_context(shape_of(made, vendor), "header", ORIGIN, api=SENT) == ReferenceContext(
        path="acme/source/acme-s3.md",
        header="header",
        title=r"S\*3\*",
        vendor="Acme Data",
        role="source",
        type="`acme-s3`",
        class_name=ClassName("S3Source"),
        naming="`schema`",
        system=None,
        steps=tuple(steps_of_page),
        requests=request_examples(shape_of(made, ACME), SENT),
        links=(TopicLink(r"how\_to", "https://acme.example/docs"),),
        document=r"acme/\*page\*",
        url="https://vendor.example/page",
        date="2026-11",
        absent_from=r"acme/\*new\* and b",
        since="2026-10",
    )


@pytest.mark.parametrize("url", ["", "javascript:alert(1)", "https://vendor.example/page x"])
def test_a_page_leads_to_plain_addresses_only(url: str) -> None:
    page = reference_context(shape(connector(step("form"))), "", dataclasses.replace(cases.ORIGIN, url=url, date=""))

    assert (page.url, page.date, page.naming) == ("", "", "")
