"""Which reader reads a document, and what is said where there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.documents.store import Origin
from generator.pipeline.reading import Reading, capture_text, read_records
from generator.records.example import ExampleCorrection
from tests.records.reading import PAGES, VENDORS

FORM = PAGES / "stitch" / "form_and_oauth.html"
MAIL = PAGES / "fivetran" / "page.txt"
OPENAPI = {"openapi": "3.0.1", "paths": {}}


def read(path: Path, vendor: str | None = None, **options: Any) -> tuple[Reading | None, list[str]]:
    diagnostics = Diagnostics()
    found = read_records(path, vendor, diagnostics, **({"vendors": VENDORS} | options))
    return found, [f"{each.code} {each.message}" for each in diagnostics]


def written(folder: Path, content: Any, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    return path


def vendor_of(path: Path, vendor: str | None = None, **options: Any) -> str:
    found, _ = read(path, vendor, **options)
    assert found is not None
    return found.records.vendor


def test_the_vendor_is_recognised_or_given():
    assert (vendor_of(FORM), vendor_of(MAIL)) == ("stitch", "fivetran")
    assert vendor_of(FORM, "fivetran") == "fivetran"


def test_only_known_vendors_are_recognised(tmp_path: Path):
    known = {"stitch": VENDORS["stitch"]}

    assert read(MAIL, vendors=known) == (
        None,
        ["unknown-document not recognised; expected a document of one of: stitch"],
    )
    assert read(FORM, vendors={})[0] is None


def test_a_vendor_without_a_reader_for_the_kind_of_document_is_an_error(tmp_path: Path):
    path = written(tmp_path, OPENAPI, "openapi.json")

    assert read(path, "stitch") == (None, ["unknown-document stitch has no reader for documents of the kind 'openapi'"])
    assert read(path) == (
        None,
        [f"unknown-document not recognised; expected a document of one of: {', '.join(VENDORS)}"],
    )


def test_a_given_vendor_reads_a_document_without_its_marks(tmp_path: Path):
    path = written(tmp_path, MAIL.read_text(encoding="utf-8").replace("fivetran", "acme"))

    assert read(path)[0] is None
    assert vendor_of(path, "fivetran") == "fivetran"


def captured(folder: Path, **origin: Any) -> Path:
    """The capture of a page, with another origin."""
    found, _ = read(FORM)
    assert found is not None
    stated = {"name": "stitch/acme", "vendor": "stitch", "kind": "html"} | origin
    text = json.loads(capture_text(found, Origin("stitch/acme", "stitch", "html", "", "", "")))
    return written(folder, text | {"document": stated}, "capture.json")


def test_a_capture_is_read_by_the_reader_for_the_vendor_and_kind_that_it_states(tmp_path: Path):
    # The marks of another vendor do not matter, and neither does the option.
    assert vendor_of(captured(tmp_path)) == "stitch"
    assert vendor_of(captured(tmp_path, kind="text"), "fivetran") == "stitch"
    assert vendor_of(captured(tmp_path, vendor="fivetran", name="fivetran/acme")) == "fivetran"


@pytest.mark.parametrize(
    ("origin", "code"),
    [
        ({"vendor": "acme"}, "capture-format"),
        ({"vendor": ""}, "capture-format"),
        ({"kind": "openapi"}, "unknown-document"),
        ({"kind": "capture"}, "unknown-document"),
        ({"kind": ""}, "unknown-document"),
        ({"vendor": "fivetran", "kind": "openapi"}, "capture-format"),
    ],
)
def test_a_capture_of_an_unknown_vendor_or_kind_is_an_error(origin: dict[str, str], code: str, tmp_path: Path):
    found, errors = read(captured(tmp_path, **origin))

    assert found is None
    assert [each.split()[0] for each in errors] == [code]


def test_a_capture_of_another_format_is_an_error(tmp_path: Path):
    path = captured(tmp_path)
    written(tmp_path, json.loads(path.read_text(encoding="utf-8")) | {"capture": 2}, "capture.json")

    assert read(path) == (None, ["capture-format unknown capture format 2; expected 1"])


def test_a_file_with_a_dangling_reference_is_not_read(tmp_path: Path):
    schemas = {"Box": {"items": {"$ref": "#/components/schemas/Lid"}}}
    file = OPENAPI | {"paths": {"/v1/connections": {}}, "components": {"schemas": schemas}}
    found, errors = read(written(tmp_path, file, "openapi.json"))

    assert found is None
    assert errors[0].split()[0] == "dangling-reference"


def test_the_corrections_reach_the_reader(tmp_path: Path):
    page = FORM.read_text(encoding="utf-8")
    example = '<h6>Example Acme connection property object</h6><pre>{"region": "x",}</pre>'
    path = written(tmp_path, page + example, "page.html")
    correction = ExampleCorrection("stitch/source/platform.acme", "oauth", ",}", "}", "The comma is not JSON.")

    without, _ = read(path)
    assert without is not None
    assert without.records.corrected == ()
    found, told = read(path, corrections=(correction,))
    assert found is not None
    assert found.records.corrected == (correction,)
    assert told == ["example-not-json the example is corrected: The comma is not JSON."]
