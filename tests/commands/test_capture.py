from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.catalog.catalog import connector_path
from generator.catalog.connector import Connector
from generator.catalog.editing import map_step_properties, map_steps
from generator.catalog.source import Source
from generator.cli import main
from generator.paths import Layout
from generator.serialize import dumps
from tests.records.reading import PAGES, read, with_profiles

STITCH = PAGES / "stitch"
ACME = STITCH / "form_and_oauth.html"
TWO = STITCH / "stacked_table_text.txt"
MAIL = PAGES / "fivetran" / "page.txt"
FAULTY = PAGES.parent / "faulty_pages"


def run(layout: Layout, *arguments: str | Path) -> Result:
    command = ["--project", str(layout.root), "capture", *(str(argument) for argument in arguments)]
    result = CliRunner().invoke(main, command)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def empty(tmp_path: Path) -> Layout:
    """A project with nothing but the vendors' profiles."""
    return with_profiles(tmp_path / "empty")


def files(layout: Layout) -> list[str]:
    found = (path.relative_to(layout.root).as_posix() for path in layout.root.rglob("*") if path.is_file())
    return sorted(path for path in found if not path.startswith("catalog/vendors/"))


def origin(path: Path) -> dict[str, Any]:
    found = json.loads(path.read_text(encoding="utf-8"))["document"]
    assert isinstance(found, dict)
    return found


def keep(layout: Layout, connectors: list[Connector], *documents: str) -> None:
    """Puts connectors into a project's catalog, as read from the documents of these names."""
    sources = tuple(Source(document=document) for document in documents)
    for connector in connectors:
        kept = map_steps(
            connector.with_fields(sources=sources),
            lambda step: map_step_properties(step, lambda _, found: found.with_fields(sources=sources)),
        )
        path = layout.root / connector_path(kept)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dumps(kept.to_json()), encoding="utf-8")


def without_zone(folder: Path) -> Path:
    """The page of Acme without the row of its property windows.zone.name."""
    row = "<tr><td><strong>name</strong><br>STRING<br>REQUIRED</td><td>Its name.</td></tr>"
    content = (STITCH / "nested_table.html").read_text(encoding="utf-8")
    assert row in content
    page = folder / "page.html"
    page.write_text(content.replace(f"<table>{row}</table>", ""), encoding="utf-8")
    return page


def test_a_capture_is_written_below_its_vendor(empty: Layout):
    result = run(empty, TWO)
    assert result.exit_code == 0
    assert files(empty) == ["catalog/documents/stitch/stacked_table_text.json"]
    assert f"wrote {empty.captures / 'stitch' / 'stacked_table_text.json'}" in result.stderr
    assert result.stderr.splitlines()[-1] == "1 document, 2 connectors, 4 properties, 0 unaccounted"
    assert result.stdout == ""


def test_a_capture_of_one_connector_has_its_name(empty: Layout):
    run(empty, MAIL)
    assert files(empty) == ["catalog/documents/fivetran/acme_mail.json"]


def test_several_documents_are_several_captures(empty: Layout):
    run(empty, MAIL, TWO)
    assert files(empty) == [
        "catalog/documents/fivetran/acme_mail.json",
        "catalog/documents/stitch/stacked_table_text.json",
    ]


def test_the_origin_says_where_the_document_is_from(empty: Layout):
    run(empty, "--name", "mine", "--url", "https://acme.example/x", "--date", "2026-08-31", MAIL)
    document = read(MAIL).reading.document
    assert origin(empty.captures / "fivetran" / "mine.json") == {
        "name": "fivetran/mine",
        "vendor": "fivetran",
        "kind": "text",
        "url": "https://acme.example/x",
        "date": "2026-08-31",
        "sha256": document.sha256,
    }


def test_the_date_is_the_one_in_the_files_name(empty: Layout, tmp_path: Path):
    page = tmp_path / "acme-2026-08.html"
    page.write_bytes(TWO.read_bytes())
    run(empty, page)
    assert origin(empty.captures / "stitch" / "acme.json")["date"] == "2026-08"


def test_a_page_that_is_captured_again_keeps_its_address(empty: Layout):
    run(empty, "--url", "https://docs.example/two", TWO)
    run(empty, TWO)
    (path,) = empty.captures.rglob("*.json")
    assert origin(path)["url"] == "https://docs.example/two"


def test_a_document_that_the_profile_lists_has_its_address(empty: Layout):
    run(empty, "--name", "source-destination-reference", TWO)
    (path,) = empty.captures.rglob("*.json")
    assert origin(path)["url"].startswith("https://www.stitchdata.com/")
    run(empty, "--name", "source-destination-reference", "--url", "https://acme.example/x", TWO)
    assert origin(path)["url"] == "https://acme.example/x"


def test_a_document_that_the_profile_does_not_list_is_a_warning(empty: Layout):
    expected = "[unlisted-document] the profile of stitch has no document 'stacked_table_text'"

    assert f"warning {expected}; expected 'source-destination-reference', with --name" in run(empty, TWO).stderr
    assert "unlisted" not in run(empty, "--name", "source-destination-reference", TWO).stderr


def test_a_profile_without_documents_lists_none(empty: Layout):
    profile = empty.vendors / "stitch.yaml"
    text = re.sub(r"(?ms)^documents:.*?(?=^steps)", "", profile.read_text(encoding="utf-8"))
    profile.write_text(text, encoding="utf-8")
    result = run(empty, TWO)

    assert (result.exit_code, "unlisted" in result.stderr) == (0, False)


def test_another_address_takes_the_place_of_the_one_before(empty: Layout):
    run(empty, "--url", "https://docs.example/two", TWO)
    run(empty, "--url", "https://docs.example/moved", TWO)
    (path,) = empty.captures.rglob("*.json")
    assert origin(path)["url"] == "https://docs.example/moved"


def test_capturing_twice_writes_the_same_bytes(empty: Layout):
    run(empty, TWO)
    path = empty.captures / "stitch" / "stacked_table_text.json"
    once = path.read_bytes()
    run(empty, TWO)
    assert path.read_bytes() == once


def test_capturing_a_capture_keeps_its_origin(empty: Layout, tmp_path: Path):
    run(empty, "--url", "https://acme.example/x", "--date", "2026-08", TWO)
    path = empty.captures / "stitch" / "stacked_table_text.json"
    once = path.read_bytes()
    moved = tmp_path / "elsewhere-2027-01.json"
    moved.write_bytes(once)
    path.unlink()
    run(empty, moved)
    assert path.read_bytes() == once


def test_a_capture_is_text_with_line_feeds(empty: Layout):
    run(empty, TWO)
    content = (empty.captures / "stitch" / "stacked_table_text.json").read_bytes()
    assert content.endswith(b"}\n")
    assert b"\r" not in content


def test_a_capture_holds_no_sentence_of_its_document(empty: Layout):
    assert run(empty, "--name", "acme", STITCH / "listed_values.html").exit_code == 0
    content = (empty.captures / "stitch" / "acme.json").read_text(encoding="utf-8")
    assert [
        words for words in ("How often", "More words", "hurries", "takes time", "anything") if words in content
    ] == []


def test_no_temporary_file_is_left(empty: Layout, monkeypatch: pytest.MonkeyPatch):
    def fail(*arguments: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr(os, "replace", fail)
    CliRunner().invoke(main, ["--project", str(empty.root), "capture", str(TWO)])
    assert files(empty) == []


def test_a_document_with_an_error_is_not_captured(empty: Layout):
    result = run(empty, FAULTY / "unknown_label_stacked.html")
    assert result.exit_code == 1
    assert files(empty) == []
    assert "wrote" not in result.stderr


def test_where_one_document_has_an_error_none_is_captured(empty: Layout):
    assert run(empty, TWO, FAULTY / "no_type.html", MAIL).exit_code == 1
    assert run(empty, TWO, FAULTY / "empty_file.html", MAIL).exit_code == 2
    assert files(empty) == []


def test_a_connector_that_is_missing_is_named_and_nothing_is_written(empty: Layout, tmp_path: Path):
    keep(empty, read(TWO).connectors, "stitch/mine")
    before = files(empty)
    page = tmp_path / "page.txt"
    page.write_text(TWO.read_text(encoding="utf-8").partition("The Bolt destination")[0], encoding="utf-8")
    result = run(empty, "--name", "mine", page)
    assert result.exit_code == 1
    assert "error [removed-connector] stitch/destination/bolt: " in result.stderr
    assert files(empty) == before


def test_a_property_that_is_missing_is_named_and_nothing_is_written(empty: Layout, tmp_path: Path):
    keep(empty, read(STITCH / "nested_table.html").connectors, "stitch/platform.acme")
    before = files(empty)
    result = run(empty, without_zone(tmp_path))
    assert result.exit_code == 1
    assert "error [removed-property] stitch/source/platform.acme form.windows.zone.name: " in result.stderr
    assert files(empty) == before


def test_what_is_missing_may_be_accepted(empty: Layout, tmp_path: Path):
    keep(empty, read(TWO).connectors, "stitch/acme")
    result = run(empty, "--accept-removals", "--name", "acme", ACME)
    assert result.exit_code == 0
    assert "catalog/documents/stitch/acme.json" in files(empty)


def test_connectors_of_other_documents_are_not_missing(empty: Layout):
    keep(empty, read(TWO).connectors, "stitch/another")
    assert "removed-" not in run(empty, ACME).output


def test_a_connector_that_another_document_describes_is_captured_too(empty: Layout):
    keep(empty, read(ACME).connectors, "stitch/another")
    before = files(empty)
    result = run(empty, ACME)
    assert result.exit_code == 0
    assert files(empty) == sorted([*before, "catalog/documents/stitch/platform.acme.json"])


def test_a_property_that_another_document_knows_too_is_not_missing(empty: Layout, tmp_path: Path):
    keep(empty, read(STITCH / "nested_table.html").connectors, "stitch/platform.acme", "stitch/another")
    result = run(empty, without_zone(tmp_path))
    assert result.exit_code == 0
    assert "removed-" not in result.output


@pytest.mark.parametrize("name", ["../evil", "../../../evil", "/evil", "a/b", "..", "a\nb"])
def test_a_name_that_leads_elsewhere_is_refused(name: str, empty: Layout, tmp_path: Path):
    before = sorted(tmp_path.rglob("*"))
    assert run(empty, "--name", name, TWO).exit_code in (1, 2)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["../../../evil", "stitch/../../evil", "fivetran/acme", "evil"])
def test_a_capture_whose_own_name_leads_elsewhere_is_refused(name: str, empty: Layout, tmp_path: Path):
    run(empty, TWO)
    path = empty.captures / "stitch" / "stacked_table_text.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["document"]["name"] = name
    forged = tmp_path / "forged.json"
    forged.write_text(json.dumps(data), encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    assert run(empty, forged).exit_code in (1, 2)
    assert sorted(tmp_path.rglob("*")) == before


def test_one_name_goes_with_one_document(empty: Layout):
    result = run(empty, "--name", "acme", TWO, MAIL)
    assert result.exit_code == 2
    assert "--name requires exactly one document" in result.stderr
    assert files(empty) == []


def test_two_documents_that_would_be_one_capture_are_refused(empty: Layout):
    # Both are of the connector platform.acme, so the second would silently take the place of the first.
    assert run(empty, ACME, STITCH / "nested_table.html").exit_code in (1, 2)
    assert files(empty) == []


def test_a_document_with_a_date_is_added_to_the_history(empty: Layout):
    result = run(empty, "--date", "2025-12", TWO)
    assert files(empty) == ["catalog/documents/stitch/stacked_table_text.json", "catalog/history/stitch.json"]
    assert f"wrote {empty.history / 'stitch.json'}" in result.stderr
    first = (empty.history / "stitch.json").read_text(encoding="utf-8")
    assert '"documents":{"stacked_table_text":["2025-12"]}' in first
    assert '"seen":"2025-12/2025-12"' in first
    assert "history" not in run(empty, "--date", "2025-12", TWO).stderr
    run(empty, "--date", "2026-05-31", TWO)
    assert '"seen":"2025-12/2026-05-31"' in (empty.history / "stitch.json").read_text(encoding="utf-8")


def test_a_document_without_a_date_leaves_the_history_alone(empty: Layout):
    result = run(empty, TWO)
    assert result.exit_code == 0
    assert "warning [no-date] the document has no date: it counts as the oldest" in result.stderr
    assert not empty.history.exists()


def test_a_date_that_is_none_is_an_error(empty: Layout):
    result = run(empty, "--date", "in May", TWO)
    assert result.exit_code == 1
    assert "[document-date] invalid date 'in May'" in result.stderr
    assert files(empty) == []


def test_an_earlier_document_can_be_added_to_the_history_alone(empty: Layout, tmp_path: Path):
    run(empty, "--name", "page", "--date", "2026-05", STITCH / "nested_table.html")
    before = {name: (empty.root / name).read_bytes() for name in files(empty)}
    result = run(empty, "--history-only", "--name", "page", "--date", "2025-12", without_zone(tmp_path))
    assert result.exit_code == 0, result.stderr
    after = {name: (empty.root / name).read_bytes() for name in files(empty)}
    changed = [name for name in after if after[name] != before.get(name)]
    assert changed == ["catalog/history/stitch.json"]
    history = json.loads(after["catalog/history/stitch.json"])
    (line,) = history["connectors"].values()
    assert line["properties"]["form"]["2026-05/2026-05"] == ["windows.zone.name"]


def test_several_documents_of_one_name_can_be_added_to_the_history(empty: Layout, tmp_path: Path):
    for date in ("2025-12", "2026-05"):
        (tmp_path / f"page-{date}.txt").write_bytes(TWO.read_bytes())
    result = run(empty, "--history-only", *sorted(tmp_path.glob("page-*.txt")))
    assert result.exit_code == 0, result.stderr
    assert files(empty) == ["catalog/history/stitch.json"]
    assert '"seen":"2025-12/2026-05"' in (empty.history / "stitch.json").read_text(encoding="utf-8")


def test_a_document_of_which_the_history_has_less_is_a_warning(empty: Layout, tmp_path: Path):
    run(empty, "--name", "page", "--date", "2026-05", without_zone(tmp_path))
    again = run(empty, "--name", "page", "--date", "2026-05", without_zone(tmp_path))
    assert "history-incomplete" not in again.stderr
    later = run(empty, "--name", "page", "--date", "2026-08", without_zone(tmp_path))
    assert "history-incomplete" not in later.stderr
    more = run(empty, "--name", "page", "--date", "2026-08", STITCH / "nested_table.html")
    assert "warning [history-incomplete] the history has this document, but less of it" in more.stderr
    assert more.exit_code == 0


def test_what_a_correction_adds_is_not_in_the_history(empty: Layout):
    run(empty, "--date", "2026-05", TWO)
    before = (empty.history / "stitch.json").read_text(encoding="utf-8")
    (key, line), *_ = json.loads(before)["connectors"].items()
    (step,) = line["properties"]
    added = {"connector": f"stitch/{key}", "step": step, "path": "harbour", "old": None, "new": {"type": "string"}}
    empty.corrections.mkdir(parents=True)
    (empty.corrections / "stitch.json").write_text(dumps([added | {"reason": "A request shows the property."}]))
    result = run(empty, "--date", "2026-05", TWO)
    assert "[corrected]" in result.stderr
    assert (empty.history / "stitch.json").read_text(encoding="utf-8") == before


def test_a_faulty_history_is_an_error(empty: Layout):
    empty.history.mkdir(parents=True)
    (empty.history / "stitch.json").write_text("{", encoding="utf-8")
    result = run(empty, "--date", "2026-05", TWO)
    assert result.exit_code == 1
    assert "[history-format]" in result.stderr
    assert (empty.history / "stitch.json").read_text(encoding="utf-8") == "{"


def test_a_capture_does_not_lose_its_date(empty: Layout) -> None:
    run(empty, "--date", "2026-05", TWO)
    before = {path: path.read_bytes() for path in empty.root.rglob("*.json")}
    result = run(empty, TWO)

    assert result.exit_code == 1
    assert "[no-date]" in result.stderr
    assert "2026-05" in result.stderr
    assert {path: path.read_bytes() for path in empty.root.rglob("*.json")} == before
    assert run(empty, "--date", "2026-06", TWO).exit_code == 0
