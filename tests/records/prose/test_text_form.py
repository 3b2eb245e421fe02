from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.forms import find_json, find_list, find_midnight, find_prefix
from tests.records.prose.finding import all_of, found


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("A comma-separated list.", {"encoding": "list", "separator": ","}),
        ("Names, separated by semicolons.", {"encoding": "list", "separator": ";"}),
        ("A JSON object.", {"encoding": "json"}),
        ("Begins with <code>https://</code>.", {"prefix": "https://"}),
        ("Begins with <code>a</code> or <code>b</code>.", {}),
        ("Names, separated by commas.", {"encoding": "list", "separator": ","}),
        ("A pipe-separated list.", {"encoding": "list", "separator": "|"}),
        ("The names are separated by spaces.", {"encoding": "list", "separator": " "}),
        ("The name and the number are separated by a comma.", {}),
        ("Separate the names with commas.", {"encoding": "list", "separator": ","}),
        ("Use semicolons to separate names.", {"encoding": "list", "separator": ";"}),
        ("The names, one per line.", {"encoding": "list", "separator": "\n"}),
        ("The delimiter that separates boxes, a comma.", {}),
        ("It starts with https://.", {"prefix": "https://"}),
        ("It starts with <code>box_</code>, such as <code>box_1</code>.", {"prefix": "box_"}),
        ("It packs boxes as JSON objects.", {}),
        ("Boxes are stored as JSON.", {}),
        ("The box, as a JSON text in JSON format.", {"encoding": "json"}),
        ("A list of names, seperated by the comma.", {"encoding": "list", "separator": ","}),
        ("For tab-delimited files, give a tab.", {}),
        ("The key (usually starts with <code>box_</code>).", {}),
        ("The names will be returned in a JSON array.", {}),
        ("It must include the <code>https://</code> and a slash.", {"prefix": "https://"}),
        ("If it starts with <code>https://</code> then wait.", {}),
        ("It must not begin with <code>https://</code>.", {}),
        ("Words.", {}),
    ],
)
def test_a_sentence_states_the_form_of_a_string(sentence: str, stated: dict[str, Any]):
    rule = all_of(find_midnight, find_list, find_json, find_prefix)

    assert found(rule, f"<p>{sentence}</p>") == stated
