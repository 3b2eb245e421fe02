import io
from pathlib import Path

import pytest
import urllib3

from generator.commands.capture import Request, capture
from generator.commands.refresh import refresh
from generator.diagnostics import Diagnostics
from generator.documents.fetch import fetch
from generator.paths import PROJECT, Layout
from tests.records.reading import with_profiles

PAGE = PROJECT / "tests" / "pages" / "stitch" / "form_and_oauth.html"
ADDRESS = "https://docs.example/acme"


@pytest.fixture
def kept(tmp_path: Path) -> Layout:
    layout = with_profiles(tmp_path)
    assert capture(layout, [PAGE], Request(name="acme", url=ADDRESS)).written
    return layout


def _text(layout: Layout) -> str:
    (path,) = layout.captures.rglob("*.json")
    return path.read_text(encoding="utf-8")


def test_a_page_is_fetched_from_its_address_and_captured(kept: Layout):
    asked: list[str] = []

    def page(url: str, diagnostics: Diagnostics) -> bytes:
        asked.append(url)
        return PAGE.read_bytes().replace(b"STRING", b"INTEGER", 1)

    found = refresh(kept, (), fetch=page)

    assert asked == [ADDRESS]
    assert [path.relative_to(kept.root / "catalog").as_posix() for path in found.written] == [
        "documents/stitch/acme.json",
        "history/stitch.json",
    ]
    assert "INTEGER" in _text(kept)
    assert f'"url": "{ADDRESS}"' in _text(kept)


def test_a_page_with_an_error_leaves_the_capture_as_it_was(kept: Layout):
    before = _text(kept)
    found = refresh(kept, (), fetch=lambda url, diagnostics: b"<html><body><p>Gone.</p><div></div></body></html>")

    assert found.diagnostics.failed
    assert _text(kept) == before


def test_the_pages_of_other_vendors_are_left_alone(kept: Layout):
    found = refresh(kept, ("fivetran",), fetch=lambda url, diagnostics: pytest.fail(url))

    assert found.written == []


def test_a_capture_without_a_url_is_a_warning(tmp_path: Path):
    layout = with_profiles(tmp_path)
    capture(layout, [PAGE], Request(name="acme"))
    found = refresh(layout, (), fetch=lambda url, diagnostics: pytest.fail(url))

    assert [each.code for each in found.diagnostics] == ["no-address"]


class _Pool:
    def __init__(self, answer: urllib3.HTTPResponse | Exception) -> None:
        self.answer = answer

    def request(self, method: str, url: str, **options: object) -> urllib3.HTTPResponse:
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def _answer(status: int, body: bytes = b"page") -> urllib3.HTTPResponse:
    return urllib3.HTTPResponse(body=io.BytesIO(body), status=status, preload_content=False)


def test_the_bytes_of_a_page_come_back():
    assert fetch(ADDRESS, Diagnostics(), _Pool(_answer(200))) == b"page"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        (ADDRESS, _answer(404)),
        (ADDRESS, urllib3.exceptions.HTTPError("no route")),
        ("http://docs.example/", _answer(200)),
        ("file:///etc/passwd", _answer(200)),
    ],
)
def test_what_cannot_be_fetched_is_an_error(url: str, answer: urllib3.HTTPResponse | Exception):
    diagnostics = Diagnostics()

    assert fetch(url, diagnostics, _Pool(answer)) is None  # type: ignore[arg-type]
    assert [each.code for each in diagnostics] == ["not-fetched"]
