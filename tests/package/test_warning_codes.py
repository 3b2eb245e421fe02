"""Warnings can be ignored by their codes; errors cannot."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from connector_catalog import advice, validate
from connector_catalog.problem_codes import PROBLEM_CODES
from connector_catalog.problems import UNKNOWN_WARNING
from connector_catalog.warning_codes import WARNING_CODES

from tests.package.running import objects, request, run

LEVELS = ("error", "warning", "note")
ODD = request(api_key="<API_KEY>") | {"group_id": ""}


def codes(payload: Any, **options: Any) -> list[str]:
    return [each.code for each in validate("fivetran", "iterable", payload, warnings=True, **options)]


def test_a_warning_is_left_out_by_its_code() -> None:
    assert codes(ODD) == ["empty-value", "placeholder"]
    assert codes(ODD, ignore=("placeholder",)) == ["empty-value"]
    assert codes(ODD, ignore=["placeholder", "empty-value"]) == []
    assert validate("fivetran", "iterable", ODD) == []


def test_an_error_stays() -> None:
    assert codes(ODD | {"paused": 1}, ignore=WARNING_CODES) == ["type"]
    assert codes(request(evnts=1), ignore=WARNING_CODES) == ["unknown"]
    assert codes(request(evnts=1), ignore=("unknown-warning",), unknown="warn") == []


@pytest.mark.parametrize(
    ("ignore", "hint"),
    [(("placeholdr",), "did you mean 'placeholder'?"), (("required",), "expected one of"), ((5,), "expected one of")],
)
def test_another_code_is_refused(ignore: Any, hint: str) -> None:
    with pytest.raises(ValueError, match="is not the code of a warning") as refused:
        codes(ODD, ignore=ignore)
    assert hint in str(refused.value).replace("required' is", "") or hint == "expected one of"


def test_one_string_is_no_list_of_codes() -> None:
    with pytest.raises(ValueError, match="tuple"):
        codes(ODD, ignore="placeholder")


def test_the_command_leaves_out_what_it_is_told_to(tmp_path: Path) -> None:
    for name in ("x.json", "x.jsonl"):
        path = tmp_path / name
        path.write_text(json.dumps(ODD))
        assert [each["code"] for each in objects(path)] == ["empty-value", "placeholder"]
        assert [each["code"] for each in objects(path, "--ignore", "empty-value")] == ["placeholder"]
        assert objects(path, "--ignore", "placeholder", "--ignore", "empty-value") == []

    refused = run("validate", "--ignore", "emptyvalue", path)
    assert refused.status == 2
    assert "did you mean 'empty-value'?" in refused.err


def test_the_codes_that_can_be_ignored() -> None:
    assert (
        *("deprecated", "deprecated-value", "empty-value", "expected", "not-a-reference", "not-applicable"),
        *("other-part", "placeholder", "port-range", "skipped", "unknown-warning", "unlisted-value"),
    ) == WARNING_CODES


def test_the_levels_of_codes() -> None:
    source = Path(advice.__file__).read_text()
    advised = set(re.findall(r'_warning\([^"]*"([a-z-]+)"', source))
    by_level = {level: {code for code, each in PROBLEM_CODES.items() if each.level == level} for level in LEVELS}

    assert by_level["warning"] == {*advised, UNKNOWN_WARNING}
    assert by_level["note"] == {"more-problems", "other-part", "skipped"}
