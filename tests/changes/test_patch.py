"""The patch from one catalog to another gives the same bytes."""

from __future__ import annotations

import copy
from typing import Any

import hypothesis
import jsonpatch
import pytest
from hypothesis import strategies

from generator.changes.patch import patch_between
from generator.serialize import dumps
from tests.catalog.building import connector, prop

_SCALARS = (
    strategies.none()
    | strategies.booleans()
    | strategies.integers(-2, 2)
    | strategies.sampled_from(["", "~", "/", "é"])
)
VALUES = strategies.recursive(
    _SCALARS,
    lambda inner: strategies.lists(inner, max_size=4)
    | strategies.dictionaries(strategies.sampled_from(["name", "b", "~1", "a/b", ""]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


def _applied(old: Any, new: Any) -> Any:
    return jsonpatch.apply_patch(copy.deepcopy(old), patch_between(old, new))


@hypothesis.given(VALUES, VALUES)
@hypothesis.settings(max_examples=300, deadline=None)
def test_any_value_becomes_any_other(old: Any, new: Any) -> None:
    assert dumps(_applied(old, new)) == dumps(new)


@pytest.mark.parametrize(
    ("old", "new"), [(1, True), (1, 1.0), ([1, True], [True, 1]), ({"a": 1, "b": 2}, {"b": 2, "a": 1})]
)
def test_what_looks_alike_is_not_the_same_bytes(old: Any, new: Any) -> None:
    assert dumps(_applied(old, new)) == dumps(new)


def test_a_patch_of_a_connector_names_what_differs_only() -> None:
    old = connector(prop("a"), prop("b"), prop("c")).to_json()
    new = connector(prop("a"), prop("x"), prop("b", description="Words."), prop("c")).to_json()
    paths = [each["path"] for each in patch_between(old, new)]

    assert paths == ["/steps/0/properties/1", "/steps/0/properties/2/description"]
    assert dumps(_applied(old, new)) == dumps(new)
