"""A set of JSON values."""

from __future__ import annotations

from typing import Any

import pytest

from templates.connector_catalog.constraints import Among, are_unique, is_same

VALUES: list[Any] = [
    *(None, True, False, 0, 1, 1.0, 1.5, "", "1", "list", [], [1], [True], [1.0], ["list"], [[1]], [1, 2], [2, 1]),
    *({}, {"a": 1}, {"a": True}, {"a": 1.0}, {"b": 1}, {"a": 1, "b": [1]}, {"b": [1], "a": 1}, {"a": {"b": None}}),
    [["a", 1]],
]


@pytest.mark.parametrize("one", VALUES)
def test_values_are_the_same_as_json_schema_says(one: Any) -> None:
    same = [is_same(one, other) for other in VALUES]

    assert [one in Among([other]) for other in VALUES] == same
    assert [not Among([other]).add(one) for other in VALUES] == same
    assert [not are_unique([one, other]) for other in VALUES] == same


def test_a_list_and_a_tuple_are_the_same() -> None:
    assert (1, [2]) in Among([[1, (2,)]])


def test_what_is_added_is_there() -> None:
    known = Among()

    assert [known.add(each) for each in (1, True, 1.0, [1], [1], {})] == [True, True, False, True, False, True]
    assert [each in known for each in (1, [1], {}, [2], "1")] == [True, True, True, False, False]
