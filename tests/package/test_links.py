"""Links to the reference: their base URL, the command that prints them, and the problems that have them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from connector_catalog import build, entries, links
from connector_catalog.command.referring import anchors_of
from connector_catalog.links import BadUrlError, Links
from jsonschema import Draft202012Validator

from generator.paths import GENERATED, PROJECT
from tests.package.running import request, run, run_apart
from tests.package.test_command_formats import SARIF

BASE = "https://docs.example.com/catalog"


@pytest.fixture(autouse=True)
def _no_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(links.VARIABLE, raising=False)
    monkeypatch.setattr(links, "setting", lambda name: "")


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        (BASE, f"{BASE}/acme/source/a.b.html#form-x"),
        (f"{BASE}/", f"{BASE}/acme/source/a.b.html#form-x"),
        ("http://localhost:8000", "http://localhost:8000/acme/source/a.b.html#form-x"),
        (f"{BASE}/{{page}}/", f"{BASE}/acme/source/a.b/#form-x"),
        ("https://x.org/{page}.md?plain=1", "https://x.org/acme/source/a.b.md?plain=1#form-x"),
        ("https://catalog.invalid", ""),
        ("https://catalog.invalid./x", ""),
        ("https://invalid", ""),
        ("https://notinvalid.org", "https://notinvalid.org/acme/source/a.b.html#form-x"),
        ("", ""),
    ],
)
def test_a_link_is_below_the_base_url(base: str, expected: str) -> None:
    assert Links(base).to("acme/source/a.b.md#form-x") == expected
    assert Links(base).to("acme/source/a.b.md") == expected.removesuffix("#form-x")
    assert Links(base).to("") == ""


@pytest.mark.parametrize(
    "base",
    ["x", "ftp://x.org", "//x.org", "https://", "https:///x", "https://x y", "https://x\n", "https://ö.org", "https://[x",
     "javascript:alert(1)", "https://x.org/?q=1", "https://x.org/#a", "https://x.org/<b>", 'https://x.org/"', "https://x.org/{other}|"],
)  # fmt: skip
def test_what_is_no_url_of_a_page_is_refused(base: str) -> None:
    with pytest.raises(BadUrlError):
        Links(base)


def test_the_argument_is_before_the_environment_and_that_before_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(*arguments: str) -> str:
        return run("reference", "stitch/platform.mysql", "host", *arguments).out.strip()

    page = "stitch/source/platform.mysql"
    assert told() == f"{page}.md#form-host"
    monkeypatch.setattr(links, "setting", lambda name: "https://built.org")
    assert told() == f"https://built.org/{page}.html#form-host"
    monkeypatch.setenv(links.VARIABLE, "https://environment.org")
    assert told() == f"https://environment.org/{page}.html#form-host"
    assert told("--base-url", BASE) == f"{BASE}/{page}.html#form-host"
    monkeypatch.setenv(links.VARIABLE, "nonsense")
    ran = run("reference", "stitch/platform.mysql")
    assert (ran.status, links.VARIABLE in ran.err) == (2, True)


@pytest.mark.parametrize("text", ['{"baseUrl": "https://a.org"}', '{"baseUrl": 5}', "{}", "[]"])
def test_the_build_says_where_the_reference_is(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(build.resources, "files", lambda _: tmp_path)
    build._built.cache_clear()
    assert build.setting("baseUrl") == ""
    (tmp_path / "build.json").write_text(text)
    build._built.cache_clear()
    assert build.setting("baseUrl") == ("https://a.org" if "a.org" in text else "")
    build._built.cache_clear()


def test_each_property_has_a_link_that_leads_somewhere() -> None:
    for entry in entries()[::200]:
        page = (PROJECT / GENERATED / "reference" / f"{entry.key}.md").read_text(encoding="utf-8")
        for path, anchor in anchors_of(entry).items():
            assert f'id="{anchor}"' in page
            assert run("reference", entry.key, path).out == f"{entry.key}.md#{anchor}\n"


@pytest.mark.parametrize(
    ("key", "path", "anchor"),
    [
        ("stitch/platform.mysql", "host", "form-host"),
        ("stitch/platform.mysql", "properties.host", "form-host"),
        ("stitch/platform.sftp", "properties.tables[0].table_name", "form-tables.table_name"),
        ("stitch/platform.sftp", "tables[].table_name", "form-tables.table_name"),
        ("fivetran/adroll", "auth.refresh_token", "auth-refresh_token"),
        ("airbyte/source/postgres", "replication_method[CDC].publication", "config-replication_method.CDC.publication"),
    ],
)
def test_a_property_is_named_as_in_problems_and_in_show(key: str, path: str, anchor: str) -> None:
    assert run("reference", key, path).out.partition("#")[2] == f"{anchor}\n"


def test_an_unknown_property_gets_a_suggestion() -> None:
    ran = run("reference", "fivetran", "iterable", "config.evnts")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "connector-catalog reference: fivetran/source/iterable has no property 'config.evnts'; did you mean 'events'?\n"
    )
    assert "\x1b" not in run("reference", "fivetran", "iterable", "\x1b").err


def test_problems_have_links_in_every_format(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(request(sync_mode="nonsense")))
    link = f"{BASE}/fivetran/source/iterable.html#config-sync_mode"

    told = {name: run("validate", "--base-url", BASE, "--format", name, path).out for name in ("text", "github")}
    assert told["text"].endswith(f" ({link})\n")
    assert told["github"].endswith(f" ({link})\n")
    (found,) = json.loads(run("validate", "--base-url", BASE, "--format", "json", path).out)
    assert (found["reference"], found["link"]) == ("fivetran/source/iterable.md#config-sync_mode", link)
    log = json.loads(run("validate", "--base-url", BASE, "--format", "sarif", path).out)
    (result,) = log["runs"][0]["results"]
    assert result["properties"] == {"link": link}
    assert result["message"]["text"].endswith(f" ({link})")
    (rule,) = log["runs"][0]["tool"]["driver"]["rules"]
    page = (PROJECT / GENERATED / "reference" / "problems.md").read_text(encoding="utf-8")
    assert rule["helpUri"] == f"{BASE}/problems.html#{rule['id']}"
    assert f'<a id="{rule["id"]}"></a>' in page
    assert [fault.message for fault in Draft202012Validator(SARIF).iter_errors(log)] == []


def test_the_environment_says_it_for_validate(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text(json.dumps(request(evnts=1)))
    ran = run_apart("validate", path, **{links.VARIABLE: BASE})
    assert ran.lines[0].endswith(f" ({BASE}/fivetran/source/iterable.html)")
