from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.documents.document import Document, Kind, read_document, stem_without_date


def read(path: Path) -> tuple[Document | None, list[str]]:
    diagnostics = Diagnostics(path.name)
    return read_document(path, diagnostics), [f"{each.code} {each.place}".strip() for each in diagnostics]


def written(folder: Path, content: bytes, name: str = "page") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


HTML = b"<h1>Acme</h1><table><tr><td>a</td></tr></table>"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (HTML, Kind.HTML),
        (b"<!doctype html><HTML><BODY><P>x", Kind.HTML),
        (b"Acme\nwords <p> words", Kind.TEXT),
        (b"Name | Description |\n|---|---|\na | b |", Kind.TEXT),
        (b'{"service": "acme"}\nName | Description |\n|---|---|\na | b |', Kind.TEXT),
        (b'{"openapi": "3.0.0"}', Kind.OPENAPI),
        (b'{"capture": 1, "document": {}, "sections": []}', Kind.CAPTURE),
    ],
)
@pytest.mark.parametrize("name", ["page.html", "page.txt", "page.json", "page"])
def test_the_kind_is_found_from_the_content_and_not_from_the_name(
    content: bytes, kind: Kind, name: str, tmp_path: Path
):
    document, faults = read(written(tmp_path, content, name))
    assert document is not None
    assert (document.kind, faults) == (kind, [])


def test_a_document_knows_its_name_and_the_digest_of_its_bytes(tmp_path: Path):
    document, _ = read(written(tmp_path, HTML, "acme.html"))
    assert document is not None
    assert (document.name, document.sha256) == ("acme.html", hashlib.sha256(HTML).hexdigest())


@pytest.mark.parametrize(
    ("name", "date", "stem"),
    [
        ("acme-2026-08.html", "2026-08", "acme"),
        ("acme_2026-08-31.txt", "2026-08-31", "acme"),
        ("acme.2021-01.html", "2021-01", "acme"),
        ("acme.html", "", "acme"),
        ("acme-2026.html", "", "acme-2026"),
        ("2026-08.html", "", "2026-08"),
        ("acme-26-08.html", "", "acme-26-08"),
    ],
)
def test_the_date_is_the_one_in_the_name(name: str, date: str, stem: str, tmp_path: Path):
    document, _ = read(written(tmp_path, HTML, name))
    assert document is not None
    assert (document.date, stem_without_date(name)) == (date, stem)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>é".encode(), "<p>é"),
        (b"\xef\xbb\xbf<p>\xc3\xa9", "<p>é"),
        (b'<meta charset="latin-1"><p>\xe9', '<meta charset="latin-1"><p>é'),
        (b"<meta content='a; charset=windows-1252'><p>\x80", "<meta content='a; charset=windows-1252'><p>€"),
    ],
    ids=["utf-8", "with a mark", "latin-1", "windows-1252"],
)
def test_text_is_utf_8_or_in_the_encoding_that_it_declares(content: bytes, text: str, tmp_path: Path):
    document, _ = read(written(tmp_path, content))
    assert document is not None
    assert document.content == text


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "empty-document"),
        (b" \n\t\r\n", "empty-document"),
        (b"\xef\xbb\xbf", "empty-document"),
        (b"<p>\0", "not-text byte 3"),
        (b"<p>\xff", "not-text byte 3"),
        (b'<meta charset="utf-8">\xff', "not-text byte 22"),
        (b'<meta charset="wibble">\xff', "not-text byte 23"),
        (b'<meta charset="hex">\xff', "not-text byte 20"),
        (b'<meta charset="base64">\xff', "not-text byte 23"),
        (b'{"a": 1', "not-json"),
        (b'{"a": 1}', "unknown-document"),
        (b'{"capture": 1}', "unknown-document"),
    ],
)
def test_what_cannot_be_read_is_an_error(content: bytes, fault: str, tmp_path: Path):
    assert read(written(tmp_path, content)) == (None, [fault])


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path):
    assert read(tmp_path / "nowhere") == (None, ["not-readable"])


def test_a_folder_is_an_error(tmp_path: Path):
    assert read(tmp_path) == (None, ["not-readable"])


def test_a_file_that_is_too_large_is_an_error(tmp_path: Path):
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(64 * 2**20 + 1)
    assert read(path) == (None, ["too-large"])
