"""Objects that are one of several: what tells them apart, and what is told about them."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.acceptance import acceptor_of
from templates.connector_catalog.checking import Validator
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints, Variants
from templates.connector_catalog.variants import Selector, nearest_variant

STRING = ValueConstraints(types=("string",))
SELECTOR = Selector("kind", ("key", 1, "open"), (True, False, False))
Found = list[tuple[str, str, str]]


def _variant(value: Any, *names: str, required: tuple[str, ...] = ()) -> ObjectConstraints:
    return ObjectConstraints({"kind": ValueConstraints(values=(value,))} | dict.fromkeys(names, STRING), required)


WHOLE = ObjectConstraints(
    {
        "a": ValueConstraints(
            types=("object", "string"),
            variants=Variants(
                SELECTOR,
                (
                    _variant("key", "secret", required=("kind", "secret")),
                    _variant(1, "host", "port", required=("host",)),
                    _variant("open", "host", "user", required=("user",)),
                ),
            ),
        )
    }
)


@pytest.mark.parametrize(
    ("value", "whole", "partial"),
    [
        ({"kind": "key"}, [0], [0]),
        ({"kind": 1}, [1], [1]),
        ({"kind": 1.0}, [1], [1]),
        ({"kind": True}, [], []),
        ({"kind": None}, [], []),
        ({"kind": ["key"]}, [], []),
        ({}, [1, 2], [0, 1, 2]),
        ({"other": "key"}, [1, 2], [0, 1, 2]),
    ],
)
def test_the_selector_says_what_an_object_may_be(value: dict[str, Any], whole: list[int], partial: list[int]) -> None:
    assert SELECTOR.candidates(value) == whole
    assert SELECTOR.candidates(value, partial=True) == partial


def test_a_selector_tells_what_it_expects() -> None:
    assert SELECTOR.fault({}) == ("required", "this property is required")
    assert SELECTOR.fault({"kind": None}) == ("enum", "expected one of: 'key', 1, 'open'")


@pytest.mark.parametrize(
    ("value", "nearest"),
    [({"x": 1}, 0), ({"b": 1}, 1), ({"a": 1, "b": 1}, 1), ({"a": 1}, 0), ({"b": 1, "c": 1}, 2), ({}, 0)],
)
def test_the_nearest_variant_knows_most_names(value: dict[str, Any], nearest: int) -> None:
    assert nearest_variant([0, 1, 2], [{"a"}, {"a", "b"}, {"b", "c"}], value) == nearest


def test_only_candidates_are_near() -> None:
    assert nearest_variant([2, 1], [{"a"}, {"b"}, {"b"}], {"a": 1, "b": 1}) == 2


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("text", []),
        ({"kind": "key", "secret": "s"}, []),
        ({"kind": 1, "host": "h"}, []),
        ({"host": "h"}, []),
        ({"user": "u"}, []),
        ({"user": "u", "host": "h"}, []),
        ({"kind": "open"}, [("a.user", "required", "")]),
        ({"kind": "key"}, [("a.secret", "required", "")]),
        ({"kind": "key", "secret": 1}, [("a.secret", "type", "")]),
        ({"kind": "key", "secret": "s", "host": "h"}, [("a.host", "unknown", "")]),
        ({"kind": "kez", "anything": 1}, [("a.kind", "enum", "did you mean 'key'?")]),
        ({"kind": True}, [("a.kind", "enum", "")]),
        # No variant without the selector accepts these: the one that knows most of the names is meant.
        ({"port": "p"}, [("a.host", "required", "")]),
        ({"user": 1, "host": "h", "port": "p"}, [("a.user", "unknown", "")]),
        ({}, [("a.host", "required", "")]),
    ],
)
def test_problems_are_about_the_variant_that_is_meant(value: Any, expected: Found) -> None:
    found = [(each.path, each.code, each.hint) for each in Validator(WHOLE).validate({"a": value})]

    assert found == expected
    assert bool(acceptor_of(WHOLE)({"a": value})) is (expected == [])


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({}, []),
        ({"secret": "s"}, []),
        ({"port": "p"}, []),
        ({"kind": "open"}, []),
        ({"secret": 1}, [("a.secret", "type")]),
        ({"secret": "s", "user": "u"}, [("a.user", "unknown")]),
        ({"kind": "other"}, [("a.kind", "enum")]),
    ],
)
def test_a_partial_object_may_be_any_variant_that_fits(value: Any, expected: list[tuple[str, str]]) -> None:
    problems = Validator(WHOLE).validate({"a": value}, partial=True)

    assert [(each.path, each.code) for each in problems] == expected


def test_an_object_that_needs_its_selector_says_so() -> None:
    needed = Variants(Selector("kind", ("x", "y"), (True, True)), (_variant("x"), _variant("y")))
    whole = ObjectConstraints({"a": ValueConstraints(items=ValueConstraints(variants=needed))})
    found = Validator(whole).validate({"a": [{"kind": "x"}, {}]})

    assert [(each.path, each.code, each.message, each.hint) for each in found] == [
        ("a[1].kind", "required", "this property is required", "")
    ]


def test_a_variant_with_warnings_alone_is_accepted() -> None:
    first, second = _variant("x", "b", required=("b",)), ObjectConstraints({"kind": STRING, "c": STRING}, open=True)
    either = Variants(Selector("kind", ("x", "y"), (False, False)), (first, second))
    whole = ObjectConstraints({"a": ValueConstraints(variants=either)})

    (warning,) = Validator(whole).validate({"a": {"z": 1}})
    assert (warning.path, warning.code, warning.level) == ("a.z", "unknown-warning", "warning")
    assert not acceptor_of(whole)({"a": {"z": 1}})
