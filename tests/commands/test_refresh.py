import json
import shutil
from collections.abc import Collection
from pathlib import Path

import pytest

from generator.commands.capture import Request, capture
from generator.commands.refresh import refresh
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT, Layout
from tests.records.reading import with_profiles

PAGE = PROJECT / "tests" / "pages" / "stitch" / "form_and_oauth.html"
ADDRESS = "https://docs.example/acme"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The project that ``kept`` is a copy of; for reading only."""
    layout = with_profiles(tmp_path_factory.mktemp("kept"))
    assert capture(layout, [PAGE], Request(name="acme", url=ADDRESS)).written
    return layout


@pytest.fixture
def kept(made: Layout, tmp_path: Path) -> Layout:
    return Layout(shutil.copytree(made.root, tmp_path / "project"))


def _text(layout: Layout) -> str:
    (path,) = layout.captures.rglob("*.json")
    return path.read_text(encoding="utf-8")


def test_a_page_is_fetched_from_its_address_and_captured(kept: Layout):
    asked: list[str] = []

    def page(url: str, diagnostics: Diagnostics, hosts: Collection[str]) -> bytes:
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
    found = refresh(
        kept, (), fetch=lambda url, diagnostics, hosts: b"<html><body><p>Gone.</p><div></div></body></html>"
    )

    assert found.diagnostics.failed
    assert _text(kept) == before


def test_the_pages_of_other_vendors_are_left_alone(kept: Layout):
    found = refresh(kept, ("fivetran",), fetch=lambda url, diagnostics, hosts: pytest.fail(url))

    assert found.written == []


def test_a_capture_without_a_url_is_a_warning(tmp_path: Path):
    layout = with_profiles(tmp_path)
    capture(layout, [PAGE], Request(name="acme"))
    found = refresh(layout, (), fetch=lambda url, diagnostics, hosts: pytest.fail(url))

    assert [each.code for each in found.diagnostics] == ["no-address"]


HOSTILE = [
    "stitch/../../../../escaped", "../escaped", "/tmp/escaped", "stitch/a/b", "stitch/.hidden", "stitch/", "stitch/con",
    "stitch/NUL.txt", "stitch/com1", "stitch/a.", "stitch/a ", "stitch/a\\b", "stitch/é", "stitch/a\u0301",
    "stitch/a:b", "stitch/" + "a" * 200, "stitch/a\n", "stitch/a\0b", "fivetran/acme", "stitch/other", "STITCH/acme",
    "", "acme",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_capture_of_another_name_than_its_file_s_is_neither_fetched_nor_written(name: str, kept: Layout):
    (path,) = kept.captures.rglob("*.json")
    capture_of = json.loads(path.read_text(encoding="utf-8"))
    capture_of["document"]["name"] = name
    path.write_text(json.dumps(capture_of), encoding="utf-8")
    before = sorted(kept.root.parent.rglob("*"))
    found = refresh(kept, (), fetch=lambda url, diagnostics, hosts: pytest.fail(url))

    assert found.written == []
    assert {each.code for each in found.diagnostics} <= {"capture-format", "capture-name"}
    assert found.diagnostics.failed
    assert sorted(kept.root.parent.rglob("*")) == before


@pytest.mark.parametrize("vendor", ["..", "../..", "nobody", "", 3, None, "stitch\n"])
def test_a_capture_of_an_unknown_vendor_is_not_fetched(vendor: object, kept: Layout):
    (path,) = kept.captures.rglob("*.json")
    capture_of = json.loads(path.read_text(encoding="utf-8"))
    capture_of["document"] |= {"vendor": vendor, "name": f"{vendor}/acme"}
    path.write_text(json.dumps(capture_of), encoding="utf-8")

    assert refresh(kept, (), fetch=lambda url, diagnostics, hosts: pytest.fail(url)).diagnostics.failed


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", '{"document": []}', '{"document": {}, "document": {}}', "[" * 500]
)
def test_a_capture_that_is_none_is_an_error(text: str, kept: Layout):
    (path,) = kept.captures.rglob("*.json")
    path.write_text(text, encoding="utf-8")
    found = refresh(kept, (), fetch=lambda url, diagnostics, hosts: pytest.fail(url))

    assert [each.code for each in found.diagnostics] == ["capture-format"]


def test_what_is_fetched_cannot_be_the_capture_of_another_document(kept: Layout):
    (path,) = kept.captures.rglob("*.json")
    other = json.loads(path.read_text(encoding="utf-8"))
    other["document"]["name"] = "stitch/other"
    found = refresh(kept, (), fetch=lambda url, diagnostics, hosts: json.dumps(other).encode())

    assert found.written == []
    assert "capture-name" in [each.code for each in found.diagnostics]


def test_the_hosts_of_the_vendor_s_links_and_of_its_list_are_allowed(kept: Layout):
    asked: list[set[str]] = []
    refresh(kept, (), fetch=lambda url, diagnostics, hosts: asked.append(set(hosts)))
    profile = kept.vendors / "stitch.yaml"
    profile.write_text(profile.read_text(encoding="utf-8") + "hosts: [stitch.example]\n", encoding="utf-8")
    refresh(kept, (), fetch=lambda url, diagnostics, hosts: asked.append(set(hosts)))

    assert asked == [{"www.stitchdata.com"}, {"www.stitchdata.com", "stitch.example"}]
