"""The block of a property on a reference page: each part as finished Markdown."""

from __future__ import annotations

from typing import Any

import pytest

from generator.context.reference_property import Fact, PropertyContext, RuleWords, property_context
from tests.context.building import Facts, as_property, prop, variant


def _block(facts: Facts, *rules: Facts, step: str = "form", path: str = "a", name: str = "") -> PropertyContext:
    return property_context(step, path, as_property(facts), RuleWords.of(rules), name=name)


def _facts(facts: Facts, *rules: Facts) -> list[str]:
    return [each.text for each in _block(facts, *rules).facts]


def test_a_block_has_every_part() -> None:
    facts = prop(
        *("a", ["string", "integer"], "conditional"),
        requiredWhen=[{"property": "b", "in": ["x", 1]}, {"property": "c", "in": [True]}],
        appliesWhen=[{"property": "d", "in": ["y"]}],
        expectedWhen=[{"property": "e", "in": ["z"]}],
        enum=["x", 2],
        enumOpen=True,
        meanings={"x": "The *ex*.", "2": "Two."},
        default="x",
        defaultWhen=[{"anyGiven": ["b"], "value": 2}, {"anyGiven": ["b", "c"], "value": None}],
        description="What *a* is.",
        unit="minutes",
        secret=True,
        writeOnly=True,
        createOnly=True,
        deprecated=True,
        link="https://vendor.example/a",
    )
    rules = ({"dependentRequired": {"b": ["a"], "c": ["a"]}}, {"atMostOne": ["a", "b"]})

    assert _block(facts, *rules, step="a *form*") == PropertyContext(
        anchor="a--form--a",
        name="`a`",
        type="string or integer",
        labels=("conditional", "secret", "create-only", "deprecated"),
        description=r"What \*a\* is.",
        facts=(
            Fact("Required when `b` is `x` or `1` and `c` is `true`; `b` is given; `c` is given."),
            Fact("Applies when `d` is `y`."),
            Fact("Usually needed when `e` is `z`."),
            Fact("Not together with `b`."),
            Fact("Known values, others are accepted:", (r"`x`: The \*ex\*.", "`2`: Two.")),
            Fact("Default: `2` if `b` is given, `null` if `b` or `c` is given, otherwise `x`"),
            Fact("Unit: minutes."),
            Fact("Never returned."),
            Fact("[Vendor's page](https://vendor.example/a)"),
        ),
    )


def test_a_property_without_facts_has_its_type_only() -> None:
    assert _block({"name": "a"}) == PropertyContext("form-a", "`a`", "any type", (), "", ())


def test_the_places_in_the_vendor_s_documents_come_last() -> None:
    sources = [{"document": "acme/*a*", "place": "/schemas/{b}/c"}, {"document": "acme/old"}]
    found = _block(prop("a", default="x", sources=sources))

    assert found.facts == (
        Fact("Default: `x`"),
        Fact(r"Source: acme/\*a\* <code>/schemas/&#123;b&#125;/c</code>, acme/old"),
    )


def test_the_name_is_the_path_unless_another_is_given() -> None:
    assert _block(prop("c"), path="a.b c").name == "`a.b c`"
    assert _block(prop("c"), path="a.b c").anchor == "form-a.b-c"
    assert _block(prop("c"), path="a[x].c", name="c").name == "`c`"


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        ("required", "string · **required**"),
        ("optional", "string · optional"),
        ("conditional", "string · conditional"),
        ("readOnly", "string · read-only"),
        ("internal", "string · internal"),
        ("some *label*", r"string · some \*label\*"),
        (None, "string"),
    ],
)
def test_requirements_in_words(requirement: str | None, words: str) -> None:
    assert _block(prop("a", requirement=requirement)).summary == words


def test_a_label_is_stated_once() -> None:
    assert _block(prop("a", requirement="readOnly", readOnly=True)).summary == "string · read-only"
    assert _block(prop("a", readOnly=True, updateOnly=True)).summary == "string · update-only · read-only"


@pytest.mark.parametrize(
    ("type_", "items", "words"),
    [
        ("array", {"type": "integer"}, "array of integers"),
        ("array", {"type": ["integer", "string"]}, "array"),
        (["array", "string"], {"minimum": 1}, "array or string"),
        (None, None, "any type"),
    ],
)
def test_types_in_words(type_: Any, items: Facts | None, words: str) -> None:
    assert _block(prop("a", type_, items=items)).summary == words


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"enum": ["x", "y|z"]}, Fact("Values: `x`, <code>y&#124;z</code>")),
        ({"enum": ["x", "y"], "meanings": {"y": "Why."}}, Fact("Values:", ("`x`", "`y`: Why."))),
        ({"enum": ["x", "y"], "enumOpen": True}, Fact("Known values, others are accepted: `x`, `y`")),
        ({"const": "x", "meanings": {"x": "An ex."}}, Fact("Value:", ("`x`: An ex.",))),
        (
            {"items": {"type": "integer", "enum": [1, 2]}, "meanings": {"1": "One."}},
            Fact("Values:", ("`1`: One.", "`2`")),
        ),
        ({"enum": ["x"], "items": {"type": "string", "enum": ["y"]}}, Fact("Value: `x`")),
    ],
)
def test_values_with_their_meanings(facts: Facts, expected: Fact) -> None:
    assert _block(prop("a", **facts)).facts == (expected,)


def test_an_open_list_without_values_is_not_shown() -> None:
    assert _facts(prop("a", enumOpen=True)) == []


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"default": "x"}, "Default: `x`"),
        ({"default": False}, "Default: `false`"),
        ({"defaultWhen": [{"anyGiven": ["b"], "value": "y"}]}, "Default: `y` if `b` is given"),
    ],
)
def test_defaults_in_words(facts: Facts, words: str) -> None:
    assert _facts(prop("a", **facts)) == [words]


def test_variants_are_links_to_their_sections() -> None:
    found = _block(prop("a", "object", variants=[variant("one", prop("b")), variant(2, prop("c"), required=False)]))

    assert found.facts == (Fact("One of: [`one`](#form-a.one), [`2`](#form-a.2)"),)


def test_rules_are_stated_at_each_of_their_properties() -> None:
    rules: list[Facts] = [
        {"atMostOne": ["a", "b", "c"]},
        {"atMostOne": ["a", "d"]},
        {"anyOf": ["b", "c", "d"]},
        {"anyOf": ["a", "b"]},
    ]
    words = {name: [each.text for each in _block(prop(name), *rules, path=name).facts] for name in "abcd"}

    assert words == {
        "a": ["Required when `b` is not given.", "Not together with `b`, `c` or `d`."],
        "b": ["Required when none of `c` and `d` is given; `a` is not given.", "Not together with `a` or `c`."],
        "c": ["Required when none of `b` and `d` is given.", "Not together with `a` or `b`."],
        "d": ["Required when none of `b` and `c` is given.", "Not together with `a`."],
    }


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("https://vendor.example/a#b", "[Vendor's page](https://vendor.example/a#b)"),
        ("javascript:alert(1)", "See javascript:alert(1)"),
        ("https://vendor.example/a) [b](c", r"See https://vendor.example/a) \[b\](c"),
    ],
)
def test_only_a_plain_address_becomes_a_link(link: str, words: str) -> None:
    assert _facts(prop("a", link=link)) == [words]


def test_names_at_other_vendors_come_last() -> None:
    found = property_context("form", "a", as_property(prop("a", unit="day")), RuleWords(), elsewhere="[`b`](x.md#b)")

    assert found.facts == (Fact("Unit: day."), Fact("At other vendors: [`b`](x.md#b)"))
