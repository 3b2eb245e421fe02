"""The places of a model's errors."""

from __future__ import annotations

from typing import Any

import pytest
from connector_catalog import get_model
from pydantic import ValidationError


def places(payload: dict[str, Any]) -> list[tuple[int | str, ...]]:
    with pytest.raises(ValidationError) as caught:
        get_model("fivetran", "yahoo_dsp").model_validate({"schema": "s"} | payload)
    return [error["loc"] for error in caught.value.errors()]


def test_a_wrong_item_of_a_list_that_may_be_a_text_is_one_error_at_the_item():
    assert places({"advertisers_with_seat": ["a", 3]}) == [("advertisers_with_seat", 1)]


def test_each_wrong_item_has_an_error():
    assert places({"advertisers_with_seat": [1, "a", 3]}) == [
        ("advertisers_with_seat", 0),
        ("advertisers_with_seat", 2),
    ]


def test_a_value_that_is_no_member_at_all_is_one_error_at_the_value():
    assert places({"advertisers_with_seat": 3}) == [("advertisers_with_seat",)]


def test_an_error_above_another_one_stays_where_both_are_true():
    found = places({"report_configs": [{"metrics": ["nope"], "unheard_of": 1}], "unheard_of": 1})
    assert found == [("unheard_of",), ("report_configs", 0, "unheard_of"), ("report_configs", 0, "metrics", 0)]
