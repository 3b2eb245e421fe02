"""Mutants of OpenAPI files: what one loses has a diagnostic. The runner of the attacks draws thousands of them."""

from __future__ import annotations

from pathlib import Path

from tests.fuzz.specification_mutations import run


def test_no_mutant_loses_anything_silently(shared: Path):
    assert shared.is_dir()
    report = run(0, 20)
    assert report.failures == ()
    assert report.cases == 20
