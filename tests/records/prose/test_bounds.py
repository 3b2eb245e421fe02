from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.bounds import find_bounds
from tests.records.prose.finding import found, words_read


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("A value between 1 and 30.", {"minimum": 1, "maximum": 30}),
        ("A value between <code>1</code> and <code>30</code>.", {"minimum": 1, "maximum": 30}),
        ("The boxes (min: 15k, max: 2M).", {"minimum": 15_000, "maximum": 2_000_000}),
        ("Min 1. Max 1.5 million.", {"minimum": 1, "maximum": 1_500_000}),
        ("Max 100 billion.", {"maximum": 100_000_000_000}),
        ("The boxes of one shelf (10 max).", {"maximum": 10}),
        ("A positive integer, no greater than 100.", {"maximum": 100}),
        ("Valid range: 5 seconds to 90 seconds.", {"minimum": 5, "maximum": 90, "unit": "second"}),
        ("The default maximum is 25.", {}),
        ("The maximum is 25 and 100 for boxes and shelves respectively.", {}),
        ("The boxes (between 2 and 90).", {"minimum": 2, "maximum": 90}),
        ("Set a shelf between 0 and 7 days.", {"minimum": 0, "maximum": 7, "unit": "day"}),
        ("Valid range: 2 to 90 days.", {"minimum": 2, "maximum": 90, "unit": "day"}),
        ("Valid range: 2-90.", {"minimum": 2, "maximum": 90}),
        ("From 1 to 1,000.", {"minimum": 1, "maximum": 1000}),
        ("The shelves (1 to 30).", {"minimum": 1, "maximum": 30}),
        ("It must be at least 60.", {"minimum": 60}),
        ("The shelf cannot be lesser than 60 days.", {"minimum": 60, "unit": "day"}),
        ("It must be greater than or equal to 5.", {"minimum": 5}),
        ("It must be greater than 0.", {"minimum": 1}),
        ("The minimum value is 5.", {"minimum": 5}),
        ("Minimum: 5.", {"minimum": 5}),
        ("Enter 5 or greater.", {"minimum": 5}),
        ("It must not be less than 5.", {"minimum": 5}),
        ("A maximum of 3000.", {"maximum": 3000}),
        ("The maximum allowed number is 3,000.", {"maximum": 3000}),
        ("The maximum height of the shelf is <code>600</code> days.", {"maximum": 600, "unit": "day"}),
        ("The maximum number of boxes you can put there at a time is 10.", {"maximum": 10}),
        ("Max 50.", {"maximum": 50}),
        ("It can be no more than 9.", {"maximum": 9}),
        ("It cannot exceed 100.", {"maximum": 100}),
        ("It must be less than 10.", {"maximum": 9}),
        ("Specify up to 90 days.", {"maximum": 90, "unit": "day"}),
        ("It can be up to 90 days.", {"maximum": 90, "unit": "day"}),
        ("The minimum is 5 and the maximum is 9.", {"minimum": 5, "maximum": 9}),
        ("Minimum value: 5. Maximum value: 9.", {"minimum": 5, "maximum": 9}),
        ("It must be greater than 5 and less than 9.", {"minimum": 6, "maximum": 8}),
        ("It must be a positive integer.", {"minimum": 1}),
        ("It must be a non-negative integer.", {"minimum": 0}),
        ("Up to 9 hours.", {"maximum": 9, "unit": "hour"}),
        ("At least 1.", {"minimum": 1}),
        ("Up to 9 boxes fit.", {}),
        ("The name must be between 3 and 63 characters.", {}),
        ("It must be at least 10 characters long.", {}),
        ("A box can be up to 5 MB.", {}),
        ("It must have a minimum length of 10 characters.", {}),
        ("For example, between 1 and 30.", {}),
        ("Any number between 1 and 30, 60 or 90.", {}),
        ("Only numeric characters (0-9).", {}),
        ("It takes up to 24 hours to dry.", {}),
        ("There are more than 5 boxes.", {}),
        ("Cannot be before 2001-02-03.", {}),
        ("Between 30 and 1 of them.", {}),
        ("A number between 1-100.", {"minimum": 1, "maximum": 100}),
        ("The boxes (1-100).", {"minimum": 1, "maximum": 100}),
        ("A number from 1 through 65535.", {"minimum": 1, "maximum": 65535}),
        ("A number greater than or equal to 1.", {"minimum": 1}),
        ("It must be >= 1 and <= 10.", {"minimum": 1, "maximum": 10}),
        ("It must not be negative.", {"minimum": 0}),
        ("It can't exceed 10.", {"maximum": 10}),
        ("Its length must be between 5 and 10.", {}),
        ("A date between 2000 and 2020.", {}),
        ("From 00:00 to 23:00.", {}),
        ("The two digits (00-97) of a box.", {}),
        ("Words between friends.", {}),
    ],
)
def test_a_sentence_states_bounds(sentence: str, stated: dict[str, Any]):
    assert found(find_bounds, f"<p>{sentence}</p>") == stated


def test_only_the_wording_is_read():
    assert words_read(find_bounds, "<p>A shelf, between 2 and 9 days of it.</p>") == ["between 2 and 9 days"]
