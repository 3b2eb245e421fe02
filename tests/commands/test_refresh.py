"""``refresh`` replaces captures, catalog and outputs together or not at all; the server is one of this machine."""

from __future__ import annotations

import datetime
import functools
import gzip
import json
import os
import shutil
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.commands import generate
from generator.commands import refresh as refreshing
from generator.commands.refresh import Options, Refreshed
from generator.diagnostics import Diagnostics
from generator.documents.answer import NO_VERSION, Version
from generator.documents.fetch import Fetched, Wanted, fetch
from generator.paths import CATALOG, PROJECT, Layout
from tests import refreshed_project
from tests.documents.server import Answer, answer, network_to, redirect, served
from tests.records.fivetran.test_openapi import file as openapi_file
from tests.refreshed_project import CAPTURE, CONNECTOR, NEW_ROW, URL, page, state
from tests.small_project import TABLES

TODAY = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
VERSION = Version('"2"', "Wed, 21 Oct 2015 07:28:00 GMT")

pytestmark = pytest.mark.enable_socket


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Layout:
    """The project that ``kept`` is a copy of; for reading only."""
    return refreshed_project.make(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def kept(made: Layout, tmp_path: Path) -> Layout:
    return Layout(shutil.copytree(made.root, tmp_path / "project"))


def run(layout: Layout, *answers: Answer, limit: int = 2**20, seconds: float = 60, **options: Any) -> Refreshed:
    """Refresh from a server that gives these answers."""
    with served(*answers) as server:
        network = network_to(server, bytes=limit, seconds=seconds)
        found = refreshed(layout, functools.partial(fetch, network=network), **options)
    run.requests = server.requests  # type: ignore[attr-defined]
    return found


def refreshed(layout: Layout, fetch: Callable[[Wanted, Diagnostics], Fetched | None], **options: Any) -> Refreshed:
    return refreshing.refresh(layout, Options(jobs=1, **options), lambda done, total: None, fetch=fetch)


def codes(found: Refreshed) -> list[str]:
    return [each.code for each in found.diagnostics if each.level >= 2]


RENAMED = ("<strong>client_secret</strong>", "<strong>secret</strong>")


def test_a_changed_page_is_captured_and_everything_generated_from_it(kept: Layout, tmp_path: Path) -> None:
    summary = tmp_path / "summary.md"
    found = run(kept, answer(page(NEW_ROW), "200 OK", f"ETag: {VERSION.etag}"), summary=summary)
    document = json.loads((kept.root / CAPTURE).read_text(encoding="utf-8"))["document"]
    connector = json.loads((kept.root / CONNECTOR).read_text(encoding="utf-8"))

    assert codes(found) == []
    assert found.documents == ["stitch/acme: changed"]
    assert (document["date"], document["etag"], document["url"]) == (TODAY, VERSION.etag, URL)
    assert "lastModified" not in document
    assert [each["name"] for each in connector["steps"][0]["properties"]] == ["region", "zone"]
    assert "zone" in (kept.root / "generated/reference/stitch/source/platform.acme.md").read_text(encoding="utf-8")
    assert f'"2026-05/{TODAY}":["region"]' in (kept.history / "stitch.json").read_text(encoding="utf-8")
    assert found.changes[0] == "1 → 1 connectors: 0 added, 0 removed, 1 changed"
    assert "  stitch/source/platform.acme: form.zone added" in found.changes
    assert "form.zone added" in summary.read_text(encoding="utf-8")


def test_after_it_generate_has_nothing_to_do(kept: Layout) -> None:
    run(kept, answer(page(NEW_ROW)))
    done = generate.generate(kept, generate.Request(kept.root, jobs=1), lambda done, total: None)

    assert done.summary.endswith("nothing has changed")
    checked = generate.generate(kept, generate.Request(kept.root, check=True, jobs=1), lambda done, total: None)
    assert not checked.diagnostics.failed, [str(each) for each in checked.diagnostics]


def test_the_kept_version_is_asked_for_and_not_modified_means_that_nothing_changes(
    kept: Layout, tmp_path: Path
) -> None:
    before = state(kept)
    found = run(kept, answer(b"", "304 Not Modified"), summary=tmp_path / "summary.md")

    assert 'If-None-Match: "1"' in run.requests[0]  # type: ignore[attr-defined]
    assert (codes(found), found.documents, found.summary) == ([], ["stitch/acme: not modified"], "nothing has changed")
    assert state(kept) == before
    assert not (tmp_path / "summary.md").exists()


def test_another_page_that_states_the_same_changes_nothing(kept: Layout) -> None:
    before = state(kept)
    found = run(kept, answer(page(("There are two steps:", "Two steps there are:"))))

    assert found.documents == ["stitch/acme: no new facts"]
    assert (codes(found), found.summary, state(kept)) == ([], "nothing has changed", before)


def test_with_force_no_version_is_named(kept: Layout) -> None:
    run(kept, answer(page()), force=True)

    assert "If-None-Match" not in run.requests[0]  # type: ignore[attr-defined]


def test_no_version_of_another_address_is_named(kept: Layout) -> None:
    path = kept.root / CAPTURE
    path.write_text(path.read_text(encoding="utf-8").replace(URL, f"{URL}/old"), encoding="utf-8")
    run(kept, answer(page()))

    assert "If-None-Match" not in run.requests[0]  # type: ignore[attr-defined]


def test_a_dry_run_writes_the_summary_alone(kept: Layout, tmp_path: Path) -> None:
    before, summary = state(kept), tmp_path / "summary.md"
    found = run(kept, answer(page(NEW_ROW)), summary=summary, dry_run=True)

    assert (codes(found), state(kept)) == ([], before)
    assert found.summary.endswith("nothing is written")
    assert "form.zone added" in summary.read_text(encoding="utf-8")


def _slow(connection: Any) -> None:
    for _ in range(40):
        connection.sendall(b"x")
        time.sleep(0.05)


def _gigabyte(connection: Any) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for _ in range(1024):
        connection.sendall(b"x" * 2**20)


GZIP = "Content-Encoding: gzip"
ANSWERS: dict[str, tuple[Sequence[Answer], str]] = {
    "slow": ([_slow], "more than 0.5 seconds"),
    "truncated": ([b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 99999\r\n\r\n<h4"], "3 times"),
    "to another host": ([redirect("https://evil.test/"), answer(page())], "evil.test"),
    "to http": ([redirect("http://docs.example/"), answer(page())], "does not begin with https://"),
    "in a loop": ([redirect("/acme")], "more than 5 redirects"),
    "not found": ([answer(b"", "404 Not Found")], "status 404"),
    "always too many requests": ([answer(b"", "429 Too Many Requests", "Retry-After: 1")], "status 429; tried 5 times"),
    "too many requests for long": ([answer(b"", "429 Too Many Requests", "Retry-After: 9999")], "9,999 seconds"),
    "always an error": ([answer(b"", "500 Oops")], "status 500; tried 5 times"),
    "another content type": ([answer(page(), "200 OK", "Content-Type: application/json")], "'application/json'"),
    "a gigabyte": ([_gigabyte], "more than 1 MiB"),
    "a bomb": ([answer(gzip.compress(b"\0" * 2**24), "200 OK", GZIP)], "more than 1 MiB"),
    "no HTTP": ([b"SSH-2.0-x\r\n"], "the connection fails"),
}  # fmt: skip


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_that_is_refused_leaves_everything_as_it_was(name: str, kept: Layout) -> None:
    before = state(kept)
    answers, words = ANSWERS[name]
    found = run(kept, *answers, seconds=0.5 if name == "slow" else 60)

    assert codes(found) == ["not-fetched"]
    assert words in "".join(each.message for each in found.diagnostics)
    assert (found.documents, found.summary) == (["stitch/acme: not fetched"], "nothing is written")
    assert state(kept) == before


@pytest.mark.parametrize(
    "first", [answer(b"", "500 Oops"), answer(b"", "429 Wait", "Retry-After: 1"), b"", redirect("/b")]
)
def test_what_a_second_attempt_gets_is_taken(first: bytes, kept: Layout) -> None:
    assert run(kept, first, answer(page(NEW_ROW))).documents == ["stitch/acme: changed"]


FAULTS: dict[str, tuple[bytes, str]] = {
    "no such page": (b"<html><body><p>Gone.</p><div></div></body></html>", "no-connectors"),
    "an unknown label": (page(("OPTIONAL", "SOMETIMES")), "unknown-label"),
    "an unknown type": (page(("STRING<br>OPTIONAL", "GADGET<br>OPTIONAL")), "unknown-type"),
    "a lost property": (page(RENAMED, ('{"client_secret"', '{"secret"')), "removed-property"),
    "another connector": (page(("platform.acme", "platform.other")), "removed-connector"),
    "not text": (page() + b"\0", "not-text"),
    "nothing": (b" ", "empty-document"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_page_with_an_error_leaves_everything_as_it_was(name: str, kept: Layout) -> None:
    before = state(kept)
    content, code = FAULTS[name]
    found = run(kept, answer(content))

    assert code in codes(found), [str(each) for each in found.diagnostics]
    assert (state(kept), found.summary, found.changes) == (before, "nothing is written", [])
    assert not (kept.cache / "staged").exists()


@pytest.mark.parametrize("name", ["a lost property", "another connector"])
def test_what_is_lost_is_accepted_where_that_is_asked_for(name: str, kept: Layout) -> None:
    found = run(kept, answer(FAULTS[name][0]), accept_removals=True)

    assert codes(found) == []
    assert any("removed" in line for line in found.changes)


def test_a_keyword_that_no_reader_knows_is_an_error(kept: Layout) -> None:
    profile = kept.vendors / "fivetran.yaml"
    stated = yaml.safe_load(profile.read_text(encoding="utf-8"))
    stated["documents"] = {"api": {"url": URL, "mediaTypes": ["application/json"]}}
    profile.write_text(yaml.safe_dump(stated), encoding="utf-8")
    before = state(kept)
    content = json.dumps(openapi_file({"lid": {"type": "string", "x-new": True}})).encode()
    found = run(kept, answer(content, "200 OK", "Content-Type: application/json"), vendors=("fivetran",))

    assert "unknown-keyword" in codes(found)
    assert state(kept) == before


def test_one_document_that_is_not_fetched_leaves_the_others_too(kept: Layout) -> None:
    _list(kept, other={"url": f"{URL}/other", "mediaTypes": ["text/html"]})
    before = state(kept)
    found = run(kept, answer(page(NEW_ROW)), answer(b"", "404 Not Found"))

    assert found.documents == ["stitch/acme: changed", "stitch/other: not fetched"]
    assert state(kept) == before


def test_a_listed_document_without_a_capture_is_captured(kept: Layout) -> None:
    _list(kept, other={"url": f"{URL}/other", "mediaTypes": ["text/html"]})
    other = page(("platform.acme", "platform.other"), ("source-acme", "source-other"))
    found = run(kept, answer(b"", "304 Not Modified"), answer(other))

    assert (codes(found), found.documents) == ([], ["stitch/acme: not modified", "stitch/other: changed"])
    assert (kept.captures / "stitch" / "other.json").exists()


def test_a_document_without_an_address_is_skipped_and_what_to_do_is_said(kept: Layout) -> None:
    _list(kept, paper={"notServed": "It is on paper. Type it in."})
    shutil.copy(kept.root / CAPTURE, kept.captures / "stitch" / "unlisted.json")
    found = run(kept, answer(b"", "304 Not Modified"))

    assert codes(found) == []
    assert found.documents[1:] == [
        "stitch/paper: skipped: It is on paper. Type it in.",
        "stitch/unlisted: skipped: the vendor's profile does not list it under documents",
    ]


def test_the_documents_of_other_vendors_are_left_alone(kept: Layout) -> None:
    found = refreshed(kept, lambda wanted, diagnostics: pytest.fail(wanted.url), vendors=("fivetran",))

    assert (found.documents, found.summary) == ([], "nothing has changed")


def test_only_what_the_profile_names_may_be_led_to(kept: Layout) -> None:
    asked: list[Wanted] = []
    _list(kept, hosts=["cdn.example"])
    refreshed(kept, lambda wanted, diagnostics: asked.append(wanted))

    assert [(each.url, each.media_types) for each in asked] == [(URL, frozenset(["text/html"]))]
    assert asked[0].hosts == {"www.stitchdata.com", "docs.example", "cdn.example"}


def test_a_capture_of_a_later_date_is_not_replaced(kept: Layout) -> None:
    path = kept.root / CAPTURE
    path.write_text(path.read_text(encoding="utf-8").replace("2026-05", "2999-01"), encoding="utf-8")
    found = refreshed(kept, lambda wanted, diagnostics: pytest.fail(wanted.url))

    assert codes(found) == ["document-date"]


def test_what_is_fetched_cannot_be_the_capture_of_another_document(kept: Layout) -> None:
    before = state(kept)
    other = json.loads((kept.root / CAPTURE).read_text(encoding="utf-8"))
    other["document"]["name"] = "stitch/other"
    found = run(kept, answer(json.dumps(other).encode()))

    assert "capture-name" in codes(found)
    assert state(kept) == before


HOSTILE = [
    "stitch/../../../../escaped", "../escaped", "/tmp/escaped", "stitch/a/b", "stitch/.hidden", "stitch/", "stitch/con",
    "stitch/NUL.txt", "stitch/com1", "stitch/a.", "stitch/a ", "stitch/a\\b", "stitch/é", "stitch/a\u0301",
    "stitch/a:b", "stitch/" + "a" * 200, "stitch/a\n", "stitch/a\0b", "fivetran/acme", "stitch/other", "STITCH/acme",
    "", "acme",
]  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_a_capture_of_another_name_than_its_file_s_is_neither_fetched_nor_written(name: str, kept: Layout) -> None:
    _state_in_capture(kept, name=name)
    before = sorted(kept.root.parent.rglob("*"))
    found = refreshed(kept, lambda wanted, diagnostics: pytest.fail(wanted.url))

    assert codes(found)
    assert {*codes(found)} <= {"capture-format", "capture-name"}
    assert sorted(kept.root.parent.rglob("*")) == before


@pytest.mark.parametrize("vendor", ["..", "../..", "nobody", "", 3, None, "stitch\n"])
def test_a_capture_of_an_unknown_vendor_is_not_fetched(vendor: object, kept: Layout) -> None:
    _state_in_capture(kept, vendor=vendor, name=f"{vendor}/acme")

    assert codes(refreshed(kept, lambda wanted, diagnostics: pytest.fail(wanted.url))) == ["capture-format"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", '{"document": []}', '{"document": {}, "document": {}}', "[" * 500]
)
def test_a_capture_that_is_none_is_an_error(text: str, kept: Layout) -> None:
    (kept.root / CAPTURE).write_text(text, encoding="utf-8")

    assert codes(refreshed(kept, lambda wanted, diagnostics: pytest.fail(wanted.url))) == ["capture-format"]


SERVED = {
    "stitch": ("source-destination-reference", "stitch/source-destination-reference-2026-08.html", "text/html"),
    "fivetran": ("openapi", "fivetran/openapi-2026-05.json", "application/json"),
    "airbyte": ("openapi", "airbyte/openapi-2026-06.yaml", "text/plain"),
}


@pytest.mark.parametrize("vendor", SERVED if os.environ.get("EVERY") == "1" else ["stitch"])
def test_a_vendor_s_real_document_states_what_its_capture_states(vendor: str, shared: Path, tmp_path: Path) -> None:
    name, file, kind = SERVED[vendor]
    layout = Layout(tmp_path)
    for path in (f"documents/{vendor}/{name}.json", f"corrections/{vendor}.json", *TABLES):
        (tmp_path / CATALOG / path).parent.mkdir(parents=True, exist_ok=True)
        if (PROJECT / CATALOG / path).exists():
            shutil.copy(PROJECT / CATALOG / path, tmp_path / CATALOG / path)
    packed = gzip.compress((shared / file).read_bytes(), 1)
    served_as = answer(packed, "200 OK", f"Content-Type: {kind}; charset=utf-8", GZIP)
    found = run(layout, served_as, limit=2**26, vendors=(vendor,))

    assert codes(found) == []
    assert found.documents[0] == f"{vendor}/{name}: no new facts"
    assert found.summary == "nothing has changed"


def _state_in_capture(layout: Layout, **stated: object) -> None:
    path = layout.root / CAPTURE
    capture_of = json.loads(path.read_text(encoding="utf-8"))
    capture_of["document"] |= stated
    path.write_text(json.dumps(capture_of), encoding="utf-8")


def _list(layout: Layout, *, hosts: Sequence[str] = (), **documents: object) -> None:
    """Add documents and hosts to the profile."""
    path = layout.vendors / "stitch.yaml"
    stated = yaml.safe_load(path.read_text(encoding="utf-8"))
    stated["documents"] |= documents
    stated["hosts"] = [*hosts]
    path.write_text(yaml.safe_dump(stated, sort_keys=False), encoding="utf-8")


def _command(layout: Layout, monkeypatch: pytest.MonkeyPatch, content: bytes | None, *options: str) -> Result:
    """Run the command, with a fetch that gives this content."""

    def fetch(wanted: Wanted, diagnostics: Diagnostics) -> Fetched | None:
        if content is None:
            diagnostics.error("not-fetched", wanted.url, "cannot fetch the document: it rains")
            return None
        return Fetched(content, NO_VERSION)

    monkeypatch.setitem(refreshing.refresh.__kwdefaults__, "fetch", fetch)
    return CliRunner().invoke(main, ["--project", str(layout.root), "refresh", "--jobs", "1", *options])


def test_the_command_prints_the_changes_and_says_what_it_has_done(
    kept: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _command(kept, monkeypatch, page(NEW_ROW))

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 → 1 connectors")
    assert "stitch/acme: fetching https://docs.example/acme\n" in result.stderr
    assert "stitch/acme: changed\n" in result.stderr
    assert result.stderr.splitlines()[-1] == "1 document, 1 connector, 4 properties, 0 unaccounted"


@pytest.mark.parametrize(("content", "status"), [(page(), 0), (None, 1), (FAULTS["an unknown label"][0], 1)])
def test_the_status_is_1_only_where_something_is_wrong(
    content: bytes | None, status: int, kept: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _command(kept, monkeypatch, content)

    assert (result.exit_code, result.stdout) == (status, "")
    assert result.stderr.splitlines()[-1] == ("nothing is written" if status else "nothing has changed")


def test_a_summary_in_a_folder_that_is_not_there_is_refused_before_anything_is_done(
    kept: Layout, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = _command(kept, monkeypatch, page(NEW_ROW), "--summary", str(kept.root / "no" / "summary.md"))

    assert result.exit_code == 2
    assert "there is no folder" in result.stderr
    assert "fetching" not in result.stderr
