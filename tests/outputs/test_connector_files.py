"""Every output of every case, as whole files with their real endings."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.paths import PACKAGE, REFERENCE
from tests import cases

KINDS = {"schema": ".json", "model": ".py", "stub": ".pyi", "validator": ".py", "reference": ".md"}
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("case", cases.CASES)
def test_case_is_printed_as_its_golden_says(case: str, kind: str, golden: Golden) -> None:
    golden(cases.printed(case, kind), f"{kind}/{case}{KINDS[kind]}")


def test_each_file_has_the_place_that_the_package_looks_in() -> None:
    files = cases.connector_files(cases.load("two_steps")).files

    assert set(files) == {
        f"{PACKAGE}/schemas/stitch/source/two_steps.json",
        f"{PACKAGE}/stitch/source_two_steps.py",
        f"{PACKAGE}/stitch/source_two_steps.pyi",
        f"{PACKAGE}/validators/stitch/source_two_steps.py",
        f"{REFERENCE}/stitch/source/two_steps.md",
    }


@pytest.mark.parametrize("case", cases.CASES)
def test_files_end_with_one_newline(case: str) -> None:
    for kind in KINDS:
        text = cases.printed(case, kind)
        assert text.endswith("\n")
        assert not text.endswith("\n\n"), kind


@pytest.mark.parametrize("case", cases.CASES)
def test_printing_twice_gives_the_same_text(case: str) -> None:
    cases.printed(case, "model")

    first, second = (cases.connector_files(cases.load(case)) for _ in range(2))

    assert first == second
