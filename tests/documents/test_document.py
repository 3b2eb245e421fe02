from __future__ import annotations

import codecs
import hashlib
import os
import time
from pathlib import Path

import pytest

from generator.diagnostics import Diagnostics
from generator.documents import encodings
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
        (b"openapi: 3.0.0\n", Kind.OPENAPI),
        (b"---\nopenapi: '3.1.0'\ninfo: {}\n", Kind.OPENAPI),
        (b'# made\n%YAML 1.2\n---\n"openapi": "3.1.0"\n', Kind.OPENAPI),
        (b"components:\n  a: <p><ul><li><table>\ntags:\n- name: b\nopenapi: 3.0.0 # later\n", Kind.OPENAPI),
        (b"Acme\n\nopenapi: 3.0.0\n", Kind.TEXT),
        (b"Note: the file begins with this line.\nIt is\nopenapi: 3.0.0\n", Kind.TEXT),
        (b"openapi: a way to describe APIs\n", Kind.TEXT),
        (b"  openapi: 3.0.0\nwords", Kind.TEXT),
        (b"info: x\nopenapis: 3.0.0\n", Kind.TEXT),
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
        ("<p>é".encode("utf-16"), "<p>é"),
        (b"\xfe\xff" + "<p>é😀".encode("utf-16-be"), "<p>é😀"),
        (b'<meta charset="Shift_JIS">\x83\x65', '<meta charset="Shift_JIS">テ'),
        (b"<meta charset = iso-8859-15>\xa4", "<meta charset = iso-8859-15>€"),
        (b"<meta content='a; charset=windows-1252'><p>\x80", "<meta content='a; charset=windows-1252'><p>€"),
    ],
    ids=["utf-8", "with a mark", "latin-1", "utf-16", "utf-16-be", "shift-jis", "spaces", "windows-1252"],
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
        (b'{"a": 1', "not-json line 1, column 8"),
        (b'{"a": 1, "a": 2}', "duplicate-key"),
        (b'{"openapi": "3.0.0", "paths": {"/a": {}, "/a": {}}}', "duplicate-key /paths"),
        (b'{"openapi": "3.0.0", "x": NaN}', "not-json /x"),
        (b'{"a":' * 330 + b"1" + b"}" * 330, "too-large"),
        (b'{"a":' * 100_000, "too-large"),
        (b"openapi: 3.0.0\npaths: {", "not-yaml line 3, column 1"),
        (b"openapi: 3.0.0\npaths:\n  /a: {}\n  /a: {}\n", "duplicate-key line 4, column 3"),
        (b'openapi: 3.0.0\ninfo:\n  title: "cut', "not-yaml line 3, column 14"),
        (b"openapi: 3.0.0\npaths:\n\t/a: 1\n", "not-yaml line 3, column 1"),
        (b"info:\n  a: 1\nopenapi: 3.0.0\nx: !!python/name:os.x y\n", "not-yaml line 4, column 4"),
        (b"openapi: 3.0.0\nx: " + b"[" * 500, "too-large line 2, column 103"),
        (b"\xff\xfe<\0p\0>\0\0\xd8", "not-text byte 8"),
        (b"\xff\xfe\0\0<\0\0\0", "not-text"),
        (b"\xff\xfe", "empty-document"),
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


@pytest.mark.parametrize(
    "charset",
    [
        "undefined", "idna", "punycode", "utf-7", "hex", "hex_codec", "base64", "base64_codec", "bz2", "zlib", "rot13",
        "uu", "quopri", "unicode_escape", "raw_unicode_escape", "mbcs", "oem", "utf-16", "utf-32", "utf_8_sig", "cp037",
        "cp500", "x" * 1000, "...", "palmos", "charmap",
    ],
)  # fmt: skip
def test_only_encodings_of_the_web_are_decoded(charset: str, tmp_path: Path):
    document, faults = read(written(tmp_path, f'<meta charset="{charset}"><p>+ADw-\\x41'.encode() + b"\xff"))
    assert document is None
    assert [fault.partition(" ")[0] for fault in faults] == ["not-text"]


def test_every_encoding_that_a_page_may_declare_decodes_to_text():
    for name, codec in encodings._CODECS.items():
        diagnostics = Diagnostics()
        found = encodings.decode(f'<meta charset="{name}">'.encode() + b"\xb1\xa1", diagnostics)
        assert isinstance(found, str) or [each.code for each in diagnostics] == ["not-text"], (name, codec)
        assert codecs.lookup(codec)._is_text_encoding


def test_devices_and_pipes_are_errors(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero"), Path("/dev/stdin")):
        assert read(path)[1] in (["not-readable"], ["empty-document"])
    assert read(Path("/dev/zero")) == (None, ["not-readable"])


@pytest.mark.parametrize("markup", [b"<p>", b"<a b='c'>", b"</p>", b"<"])
def test_a_page_of_too_many_elements_is_an_error(markup: bytes, tmp_path: Path):
    assert read(written(tmp_path, HTML + markup * 1_000_001)) == (None, ["too-large"])


def test_a_page_has_a_largest_size(tmp_path: Path):
    assert read(written(tmp_path, HTML + b"x" * 12 * 2**20)) == (None, ["too-large"])


def test_a_text_may_be_larger_than_a_page(tmp_path: Path):
    document, faults = read(written(tmp_path, b"Acme\n" + b"x" * 12 * 2**20))
    assert document is not None
    assert faults == []


@pytest.mark.parametrize("start", [b"{", b'{"a": 1} ', b"{}|"])
@pytest.mark.parametrize("filling", [b"\n", b" ", b"a ", b"a\n", b'"a: ', b"|", b"openapi: x\n"])
def test_the_kind_of_a_long_text_takes_no_time(start: bytes, filling: bytes, tmp_path: Path):
    before = time.process_time()
    read(written(tmp_path, start + filling * 100_000))
    assert time.process_time() - before < 2
