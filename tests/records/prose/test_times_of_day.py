from __future__ import annotations

import pytest

from generator.records.prose.times_of_day import find_times
from tests.records.prose.finding import found, words_read

HOURS = [f"{hour:02}:00" for hour in range(24)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("You may choose it in one hour increments starting from 00:00 to 23:00.", HOURS),
        ("Set in 1-hour steps from <code>00:00</code> to <code>23:00</code>.", HOURS),
        ("From 00:00 to 23:00 every hour.", HOURS),
        ("Between 08:00 and 09:00, in 30 minute intervals", ["08:00", "08:30", "09:00"]),
        ("from 10:00 until 12:00, every half hour", ["10:00", "10:30", "11:00", "11:30", "12:00"]),
        ("from 00:00 to 18:00 every six hours", ["00:00", "06:00", "12:00", "18:00"]),
    ],
)
def test_times_in_steps_are_listed_values(text: str, times: list[str]) -> None:
    assert found(find_times, f"<p>{text}</p>") == {"enum": times}


@pytest.mark.parametrize(
    "text",
    [
        "A time from 00:00 to 23:00.",
        "In one hour increments.",
        "From 00:00 to 23:59 in 1 minute increments.",
        "From 00:00 to 23:30 in one hour increments.",
        "From 23:00 to 01:00 every hour.",
        "From 00:00 to 23:00 every 0 minutes.",
        "From 00:00 to 25:00 every hour.",
        "Syncs run from 00:00:00 to 23:00:00 every hour.",
    ],
)
def test_other_times_are_not(text: str) -> None:
    assert found(find_times, f"<p>{text}</p>") == {}


def test_the_words_of_a_list_of_times_are_read() -> None:
    text = "<p>It starts then. Use it in one hour increments starting from 00:00 to 23:00 only.</p>"

    assert words_read(find_times, text) == ["in one hour increments", "from 00:00 to 23:00"]
