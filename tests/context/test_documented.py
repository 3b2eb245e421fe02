"""A property's description and facts in words."""

from __future__ import annotations

import pytest

from generator.context.documented import documented, facts_of
from templates.connector_catalog.constraints import DATE_TIME, MIDNIGHT
from tests.context.building import Facts, as_property, prop

WHEN = [{"property": "ssh", "in": ["true"]}]
OTHER = {"anyGiven": ["b", "c"], "value": "y"}


@pytest.mark.parametrize(
    ("facts", "sentences"),
    [
        (prop("a"), []),
        (prop("a", requiredWhen=WHEN), ["Required when ssh is true."]),
        (prop("a", default="x"), ["Default: x."]),
        (prop("a", "integer", default=0), ["Default: 0."]),
        ({"name": "a", "default": None}, ["Default: null."]),
        (prop("a", "boolean", default=False), ["Default: false."]),
        (prop("a", default=""), ['Default: "".']),
        (prop("a", format="date"), ["A date, YYYY-MM-DD."]),
        (prop("a", format="date-time", pattern=DATE_TIME), ["Date and time in RFC 3339."]),
        (prop("a", format="date-time", pattern=MIDNIGHT), ["Date and time in RFC 3339, at midnight."]),
        (prop("a", format="cron"), []),
        (prop("a", encoding="boolean"), ["A string that is true or false."]),
        (prop("a", encoding="integer"), ["A string of digits."]),
        (prop("a", encoding="json"), ["A string of JSON."]),
        (prop("a", "integer", encoding="integer"), []),
        (prop("a", encoding="list"), ["A list separated by commas."]),
        (prop("a", encoding="list", separator=" "), ["A list separated by spaces."]),
        (prop("a", encoding="list", separator=";"), ["A list separated by semicolons."]),
        (prop("a", encoding="list", separator="\n"), ["A list separated by line breaks."]),
        (prop("a", encoding="list", separator="::"), ["A list separated by ::."]),
        (prop("a", unit="day"), ["Unit: day."]),
        (
            prop("a", enum=["x", "y"], meanings={"x": "One of them.", "y": "The other."}),
            ["x: One of them. y: The other."],
        ),
        (prop("a", patternDescription="YYYY"), ["Form: YYYY."]),
        (prop("a", minLength=1), ["At least 1 character."]),
        (prop("a", minLength=2, maxLength=5), ["From 2 to 5 characters."]),
        (prop("a", minLength=0, maxLength=1), ["From 0 to 1 character."]),
        (prop("a", maxLength=32768), ["At most 32,768 characters."]),
        (prop("a", "array", maxItems=3), ["At most 3 items."]),
        (prop("a", "array", uniqueItems=True), ["No two items are equal."]),
        (prop("a", "number", exclusiveMinimum=0), ["More than 0."]),
        (prop("a", "number", minimum=1, exclusiveMaximum=9), ["At least 1. Less than 9."]),
        (prop("a", "number", exclusiveMinimum=0, exclusiveMaximum=9), ["More than 0 and less than 9."]),
        (prop("a", "integer", minimum=1, maximum=30), ["From 1 to 30."]),
        (prop("a", "integer", minimum=0, maximum=0), ["From 0 to 0."]),
        (prop("a", "integer", minimum=0), ["At least 0."]),
        (prop("a", "integer", maximum=0), ["At most 0."]),
        (prop("a", appliesWhen=WHEN), ["Applies when ssh is true."]),
        (prop("a", expectedWhen=WHEN), ["Usually needed when ssh is true."]),
        (prop("a", enum=["x", "y"], enumOpen=True), ["Known values: x, y; others are accepted."]),
        (
            prop("a", "array", items={"type": "integer", "enum": [1]}, enumOpen=True, meanings={"1": "One."}),
            ["Known values: 1; others are accepted.", "1: One."],
        ),
        (prop("a", enum=["x"], enumOpen=False), []),
        (prop("a", enumOpen=True), []),
        (prop("a", enum=["x", ""], deprecatedValues=["x", ""]), ['Deprecated values: x, "".']),
        (prop("a", default="x", defaultWhen=[OTHER]), ["Default: y if b or c is given, otherwise x."]),
        (prop("a", defaultWhen=[OTHER]), ["Default: y if b or c is given."]),
        (prop("a", link="https://vendor.example/a"), ["See https://vendor.example/a"]),
        (prop("a", secret=True), ["Secret."]),
        (prop("a", writeOnly=True), ["Never returned."]),
        (prop("a", readOnly=True), ["Set by the vendor."]),
        (prop("a", requirement="internal"), ["For the vendor's own use."]),
        (prop("a", createOnly=True), ["Cannot be changed later."]),
        (prop("a", updateOnly=True), ["Only accepted by updates."]),
        (prop("a", deprecated=True), ["Deprecated."]),
        (prop("a", absentFrom=["x", "y"]), ["No longer in x and y."]),
        (prop("a", note="Mind this."), ["Mind this."]),
        (prop("a", secret=False, deprecated=False), []),
        (prop("a", requirement="required", enum=["x"]), []),
    ],
)
def test_each_fact_is_a_sentence(facts: Facts, sentences: list[str]) -> None:
    assert facts_of(as_property(facts)) == sentences


def test_facts_with_a_label_of_their_own_can_be_left_out() -> None:
    found = as_property(prop("a", requiredWhen=WHEN, default="x", unit="day"))

    assert facts_of(found) == ["Required when ssh is true.", "Default: x.", "Unit: day."]
    assert facts_of(found, labelled=True) == ["Unit: day."]
    advised = as_property(
        prop(
            "a", enum=["x"], enumOpen=True, default="x", defaultWhen=[OTHER], appliesWhen=WHEN, link="https://v.example"
        )
    )
    assert facts_of(advised, labelled=True) == []
    labels = prop("a", requirement="internal", secret=True, readOnly=True, createOnly=True, deprecated=True, unit="day")
    assert facts_of(as_property(labels | {"updateOnly": True}), labelled=True) == ["Unit: day."]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (prop("a"), ""),
        (prop("a", description="Words."), "Words."),
        (prop("a", secret=True), "Secret."),
        (prop("a", description="Words.", secret=True, unit="day"), "Words. Unit: day. Secret."),
    ],
)
def test_the_description_comes_first(facts: Facts, text: str) -> None:
    assert documented(as_property(facts)) == text
