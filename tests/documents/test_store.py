from __future__ import annotations

import dataclasses
from pathlib import Path

from generator.documents.store import Origin, capture_path, capture_paths

ORIGIN = Origin("stitch/acme", "stitch", "html", "https://acme.example", "2026-08", "00ff")


def test_an_origin_is_the_same_after_writing_and_reading():
    assert Origin.from_json(dataclasses.asdict(ORIGIN)) == ORIGIN


def test_what_an_origin_does_not_state_is_empty():
    assert Origin.from_json({"name": "stitch/acme", "vendor": "stitch"}) == Origin(
        "stitch/acme", "stitch", "", "", "", ""
    )


def test_captures_stand_below_their_vendor_in_a_fixed_order(tmp_path: Path):
    for name in ("stitch/b", "fivetran/c", "stitch/a"):
        path = capture_path(tmp_path, name)
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / "stray.json").touch()
    (tmp_path / "stitch" / "notes.txt").touch()
    found = [path.relative_to(tmp_path).as_posix() for path in capture_paths(tmp_path)]
    assert found == ["fivetran/c.json", "stitch/a.json", "stitch/b.json"]
