"""Drafts of requests: which variant an object is, and what its value is."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog.conversion.collecting import Gaps
from connector_catalog.conversion.drafts import Items, Leaf, finished, put
from connector_catalog.conversion.properties import Property
from connector_catalog.paths import NOT_GIVEN
from connector_catalog.value_constraints import ObjectConstraints, ValueConstraints, Variants
from connector_catalog.variants import Selector


def one_of(**required: tuple[str, ...]) -> Property:
    """A property that is one of several objects, with the properties ``a``, ``b`` and ``kind`` each."""
    known = {name: Property(name, {}, ValueConstraints(), secret=False) for name in ("kind", "a", "b")}
    selector = Selector("kind", tuple(required), (True,) * len(required))
    objects = tuple(ObjectConstraints({}, ("kind", *names)) for names in required.values())
    own = ValueConstraints(variants=Variants(selector, objects))
    return Property("p", {}, own, secret=False, objects=(known,) * len(required), selector=selector)


def leaf(value: Any) -> Leaf:
    return Leaf((value,), ("origin",))


def test_the_variant_that_needs_nothing_else_is_chosen() -> None:
    assert finished({"a": leaf(1)}, one_of(one=("a", "b"), two=("a",)), Gaps()) == {"kind": "two", "a": 1}


@pytest.mark.parametrize("required", [("a",), ("a", "b")])
def test_several_variants_need_a_choice(required: tuple[str, ...]) -> None:
    gaps = Gaps()

    assert finished({"a": leaf(1)}, one_of(one=required, two=required), gaps) is NOT_GIVEN
    assert [(each.path, each.code, each.hint) for each in gaps.all()] == [
        ("origin", "needs-choice", "p.kind: 'one', 'two'")
    ]


def test_the_selector_chooses() -> None:
    made = finished({"a": leaf(1), "kind": leaf("one")}, one_of(one=("a", "b"), two=("a",)), Gaps())

    assert made == {"kind": "one", "a": 1}


def test_objects_and_lists_are_copied() -> None:
    value: Any = {"list": [{}]}
    made = finished({"a": leaf(value)}, one_of(one=("a",)), Gaps())

    assert made["a"] == value
    assert made["a"] is not value
    assert made["a"]["list"] is not value["list"]
    assert made["a"]["list"][0] is not value["list"][0]


def test_what_is_there_is_not_replaced() -> None:
    draft: dict[str, Any] = {}

    assert put(draft, ("a", "[]", "b"), (1,), leaf(1))
    assert put(draft, ("a", "[]", "b"), (0,), leaf(0))
    assert not put(draft, ("a", "[]", "b"), (1,), leaf(2))
    assert not put(draft, ("a", "[]", "b", "c"), (1,), leaf(2))
    assert draft == {"a": Items({1: {"b": leaf(1)}, 0: {"b": leaf(0)}})}
