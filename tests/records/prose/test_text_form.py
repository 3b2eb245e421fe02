from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.forms import find_string
from tests.records.prose.finding import found


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("An ISO 8601 date.", {"format": "date-time"}),
        ("A day as YYYY-MM-DD.", {"format": "date"}),
        ("A comma-separated list.", {"encoding": "list", "separator": ","}),
        ("Names, separated by semicolons.", {"encoding": "list", "separator": ";"}),
        ("A JSON object.", {"encoding": "json"}),
        ("Begins with <code>https://</code>.", {"prefix": "https://"}),
        ("Begins with <code>a</code> or <code>b</code>.", {}),
        ("Words.", {}),
    ],
)
def test_a_sentence_states_the_form_of_a_string(sentence: str, stated: dict[str, Any]):
    assert found(find_string, f"<p>{sentence}</p>") == stated
