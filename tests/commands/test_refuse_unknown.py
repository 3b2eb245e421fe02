"""What no reader knows is an error at its place where nobody looks: in ``refresh``; elsewhere it is a warning."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import generator.commands.capturing as capturing_module
from generator.commands.capture_request import Outcome, Request
from generator.commands.capturing import Capturing
from generator.diagnostics import Diagnostics
from generator.reading import Reading, read_records
from tests.records.fivetran.test_openapi import CONFIG, HERE, TEXT, envelope, file, requests, step, with_destinations
from tests.records.reading import PAGES, with_profiles

Data = dict[str, Any]
FAULTY = PAGES.parent / "faulty_pages"


def _captured(content: str, folder: Path, *, refuses: bool) -> tuple[Outcome, list[str]]:
    folder.mkdir()
    page = folder / "page"
    page.write_text(content, encoding="utf-8")
    capturing = Capturing(with_profiles(folder / "project"))
    outcome = capturing.add(page, Request(name="page", date="2026-05", refuses_unknown=refuses), "acme/page")
    assert bool(capturing.texts()) == (outcome is Outcome.CHANGED)
    lines = [f"{each.level.word} {each.code} {each.place}" for each in capturing.diagnostics]
    return outcome, [line for line in lines if not line.startswith("note")]


def _whole(config: Data, **schemas: Data) -> str:
    """A file with services of both roles, in which no operation is missing."""
    envelopes = [envelope("service")] * 3
    parts = {"allOf": [{"$ref": f"#{HERE}NewDestination"}, {"$ref": f"#{HERE}lake_config_V1"}]}
    lake = requests("destination", {"lake": parts}, {}, envelopes)
    lake["components"]["schemas"]["lake_config_V1"] = step(lid=TEXT)
    return json.dumps(with_destinations(file(config, **schemas), lake))


UNKNOWN: dict[str, tuple[Data, str]] = {
    "a keyword": (TEXT | {"mustBe": 1}, f"unknown-keyword {CONFIG}lid"),
    "an extension": (TEXT | {"x-new": True}, f"unknown-keyword {CONFIG}lid"),
    "a keyword with schemas": (TEXT | {"anyOf": [TEXT]}, f"unknown-keyword {CONFIG}lid"),
    "a format": (TEXT | {"format": "postcode"}, f"unknown-format {CONFIG}lid"),
    "a keyword of items": ({"type": "array", "items": TEXT | {"mustBe": 1}}, f"unknown-keyword {CONFIG}lid/items"),
    "lists in a list": (
        {"type": "array", "items": {"type": "array", "items": TEXT}},
        f"list-of-lists {CONFIG}lid/items",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_an_openapi_file_has_that_is_unknown(name: str, tmp_path: Path) -> None:
    schema, found = UNKNOWN[name]
    text = _whole({"lid": schema})

    assert _captured(text, tmp_path / "warned", refuses=False) == (Outcome.CHANGED, [f"warning {found}"])
    assert _captured(text, tmp_path / "refused", refuses=True) == (Outcome.FAULTY, [f"error {found}"])


def test_another_part_of_a_request_is_unknown(tmp_path: Path) -> None:
    config = step(lid=TEXT)
    config["properties"]["secrets"] = {"type": "object", "properties": {"key": TEXT}}
    place = f"unknown-part {HERE}acme_config_V1/properties/secrets"
    text = _whole({}, acme_config_V1=config)

    assert _captured(text, tmp_path / "refused", refuses=True) == (Outcome.FAULTY, [f"error {place}"])


def test_a_new_code_of_a_reader_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def with_unread(path: Path, vendor: str | None, diagnostics: Diagnostics, **more: Any) -> Reading | None:
        diagnostics.unread("acme-shelf", "/shelves/1", "unknown shelf; it is ignored")
        diagnostics.warning("acme-box", "/boxes/1", "the box is empty")
        return read_records(path, vendor, diagnostics, **more)

    monkeypatch.setattr(capturing_module, "read_records", with_unread)
    text = _whole({"lid": TEXT})
    warned = ["warning acme-shelf /shelves/1", "warning acme-box /boxes/1"]
    refused = ["error acme-shelf /shelves/1", "warning acme-box /boxes/1"]

    assert _captured(text, tmp_path / "warned", refuses=False) == (Outcome.CHANGED, warned)
    assert _captured(text, tmp_path / "refused", refuses=True) == (Outcome.FAULTY, refused)


def test_an_operation_that_is_gone_is_an_error(tmp_path: Path) -> None:
    text = _whole({"lid": TEXT}).replace('"/v1/destinations/{id}"', '"/v1/places/{id}"')

    assert _captured(text, tmp_path / "refused", refuses=True) == (Outcome.FAULTY, ["error missing-operation /paths"])


def test_a_whole_file_has_nothing_that_is_unknown(tmp_path: Path) -> None:
    assert _captured(_whole({"lid": TEXT}), tmp_path / "refused", refuses=True) == (Outcome.CHANGED, [])


PAGES_WITH_UNKNOWN = {
    "unknown_column.html": "unknown-column",
    "unknown_label_column.html": "unknown-label",
    "unknown_label_stacked.html": "unknown-label",
    "unknown_step.html": "unknown-step",
    "unknown_table.html": "unknown-table",
    "unknown_type.html": "unknown-type",
    "second_head_differs.html": "",
    "index_with_another_head.html": "",
    "step_heading_garbled.html": "",
    "extra_word_in_heading.html": "",
    "properties_outside.html": "",
}


@pytest.mark.parametrize("name", PAGES_WITH_UNKNOWN)
def test_what_a_page_has_that_is_unknown_is_always_an_error_with_its_place(name: str, tmp_path: Path) -> None:
    content = (FAULTY / name).read_text(encoding="utf-8")
    for refuses in (False, True):
        outcome, lines = _captured(content, tmp_path / str(refuses), refuses=refuses)
        errors = [line.split(" ", 2) for line in lines if line.startswith("error")]

        assert outcome is Outcome.FAULTY
        assert errors
        assert all(place for _, _, place in errors)
        assert any(code == PAGES_WITH_UNKNOWN[name] or not PAGES_WITH_UNKNOWN[name] for _, code, _ in errors)
