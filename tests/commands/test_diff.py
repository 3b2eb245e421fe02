"""``diff``: what differs between two sides, and whom it breaks."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import jsonpatch
import pytest
from click.testing import CliRunner, Result

from generator.changes.rules import RULES
from generator.command_line.main import main
from generator.paths import PROJECT, Layout
from generator.serialize import dumps
from tests.catalog.building import Fields, connector, prop, variant

PAGE = """<h4 id="acme-object">The Acme source connection property object</h4>
<p>Boxes correspond to source <code>type: platform.acme</code>.</p>
<table>
<tr><td><strong>region</strong><br>STRING<br>OPTIONAL</td><td>A place.</td></tr>
<tr><td><strong>size</strong><br>STRING<br>REQUIRED</td><td>How large.</td></tr>
</table>
"""
FORM = "stitch/source/platform.acme: form"


def _run(*arguments: object, status: int = 0) -> Result:
    result = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    assert result.exit_code == status, result.output
    return result


def _changes(*arguments: object, status: int = 0) -> list[str]:
    """Return the changes that the command prints in text, without headings and the summary."""
    return [line.strip() for line in _run(*arguments, status=status).stdout.splitlines() if line.startswith("  ")]


@pytest.fixture
def pages(tmp_path: Path) -> Any:
    def write(old: str, new: str) -> tuple[Path, Path]:
        before, after = tmp_path / "old.html", tmp_path / "new.html"
        before.write_text(PAGE, encoding="utf-8")
        after.write_text(PAGE.replace(old, new, 1), encoding="utf-8")
        return before, after

    return write


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("STRING", "STRING", []),
        ("STRING", "INTEGER", [f"{FORM}.region type string → integer"]),
        ("OPTIONAL", "REQUIRED", [f"{FORM}.region now required"]),
        ("region", "country", [f"{FORM}.region removed", f"{FORM}.country added"]),
        ("region", "regions", [f"{FORM}.region renamed to regions"]),
        ("A place", "Another place", []),
    ],
)
def test_pages_are_compared(old: str, new: str, lines: list[str], pages: Any) -> None:
    assert _changes(*pages(old, new)) == lines


def test_all_shows_descriptions_too(pages: Any) -> None:
    assert _changes(*pages("A place", "Another place"), "--all") == [
        f'{FORM}.region description "A place." → "Another place."'
    ]


def test_all_puts_breaking_changes_first_and_shows_where_long_texts_differ(pages: Any) -> None:
    before, after = pages("A place", "A place")
    for path, word, label in ((before, "old", "OPTIONAL"), (after, "new", "REQUIRED")):
        text = PAGE.replace("A place.", f"{'A place. ' * 20}{word}").replace("OPTIONAL", label)
        path.write_text(text.replace("How large.", f"How {word}."), encoding="utf-8")

    assert _changes(before, after, "--all") == [
        f"{FORM}.region now required",
        f'{FORM}.region description …". A place. A place. old" → …". A place. A place. new"',
        f'{FORM}.size description "How old." → "How new."',
    ]


def test_a_project_and_itself_are_the_same(project: Layout) -> None:
    assert _changes(project.root, project.root) == []


def _catalog(root: Path, *types: str, **fields: Any) -> Path:
    for type_ in types:
        path = root / f"catalog/connectors/acme/source/{type_}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        found = connector(prop("a", **fields), type=type_)
        path.write_text(dumps(found.to_json()), encoding="utf-8")
    return root


def test_a_selector_that_is_required_is_one_line(tmp_path: Path) -> None:
    sides = []
    for name, required in (("old", False), ("new", True)):
        found = connector(prop("a", "object", variants=[variant("p", required=required)]))
        path = tmp_path / name / "catalog/connectors/acme/source/x.json"
        path.parent.mkdir(parents=True)
        path.write_text(dumps(found.to_json()), encoding="utf-8")
        sides.append(tmp_path / name)

    assert _changes(*sides) == ["acme/source/x: form.a[p].kind now required"]


def test_equal_changes_of_connectors_are_one_line(tmp_path: Path) -> None:
    types = [f"t{number}" for number in range(9)]
    old, new = _catalog(tmp_path / "old", *types), _catalog(tmp_path / "new", *types, secret=True)

    assert _changes(old, new) == ["9 acme sources (t0, t1, t2, t3, t4 and 4 more): form.a now secret"]
    assert len(_changes(old, new, "--all")) == 9


def test_new_and_removed_connectors_are_all_named(tmp_path: Path) -> None:
    old, new = _catalog(tmp_path / "old", "lone"), _catalog(tmp_path / "new", *(f"t{number}" for number in range(9)))
    names = ", ".join(f"t{number}" for number in range(9))

    assert _changes(old, new) == ["acme/source/lone: removed", f"9 acme sources ({names}): added"]


def test_the_folder_of_a_catalog_is_a_side(tmp_path: Path) -> None:
    old, new = _catalog(tmp_path / "old", "x"), _catalog(tmp_path / "new", "x", deprecated=True)

    assert _changes(old / "catalog", new / "catalog") == _changes(old, new) != []


def test_a_git_revision_is_a_side(tmp_path: Path) -> None:
    root = _catalog(tmp_path, "x")
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.invalid", "-c", "commit.gpgsign=false"]
    for call in (["init", "-q"], ["add", "-A"], [*identity, "commit", "-qm", "one"]):
        subprocess.run(["git", "-C", str(root), *call], check=True)
    _catalog(root, "x", deprecated=True)
    result = CliRunner().invoke(main, ["--project", str(root), "diff", "HEAD", str(root)])

    assert "form.a now deprecated" in result.stdout


@pytest.mark.parametrize("name", ["missing.html", "--upload-pack=x", "HEAD~9999", "empty"])
def test_what_is_no_side_is_an_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    side = tmp_path / name if name == "empty" else name
    result = CliRunner().invoke(
        main, ["--project", str(tmp_path), "diff", "--", str(side), str(_catalog(tmp_path / "new", "x"))]
    )

    assert result.exit_code == 2
    assert "no-such-side" in result.stderr


def test_a_document_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_text("", encoding="utf-8")

    assert "empty-document" in _run(tmp_path / "old.html", _catalog(tmp_path, "x"), status=2).stderr


@pytest.mark.parametrize(
    ("options", "fields", "status"),
    [
        (["--fail-on", "breaking"], {"secret": True}, 1),
        (["--fail-on", "breaking", "--for", "writers"], {"secret": True}, 0),
        (["--fail-on", "risky", "--for", "writers"], {"deprecated": True}, 1),
        (["--fail-on", "breaking"], {"deprecated": True}, 0),
        (["--fail-on", "risky", "--for", "readers"], {"deprecated": True}, 0),
        (["--fail-on", "safe"], {"deprecated": True}, 1),
        (["--fail-on", "safe"], {}, 0),
    ],
)
def test_a_severity_can_be_a_failure(options: list[str], fields: Fields, status: int, tmp_path: Path) -> None:
    _run(_catalog(tmp_path / "old", "x"), _catalog(tmp_path / "new", "x", **fields), *options, status=status)


def test_only_some_severities_are_shown(tmp_path: Path) -> None:
    old, new = _catalog(tmp_path / "old", "x"), _catalog(tmp_path / "new", "x", secret=True, deprecated=True)

    assert len(_changes(old, new)) == 2
    assert len(_changes(old, new, "--only", "breaking")) == 1
    assert len(_changes(old, new, "--only", "breaking", "--only", "risky")) == 2
    assert len(_changes(old, new, "--only", "breaking", "--for", "writers")) == 0
    assert len(_changes(old, new, "--only", "safe", "--for", "writers")) == 1


@pytest.mark.parametrize("option", ["--only", "--fail-on", "--for", "--format"])
def test_an_unknown_value_of_an_option_names_the_known_ones(option: str) -> None:
    message = _run(option, "grave", ".", ".", status=2).stderr

    assert f"Invalid value for '{option}': 'grave' is not one of" in message


def test_of_many_changes_the_gravest_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    types = [f"t{number}" for number in range(70)]
    old, new = tmp_path / "old", tmp_path / "new"
    for number, type_ in enumerate(types):
        _catalog(old, type_)
        _catalog(new, type_, **({"secret": True} if number == 69 else {"default": number}))
    lines = _run(old, new).stdout.splitlines()

    assert lines[5:7] == ["Breaking for readers:", "  acme/source/t69: form.a now secret"]
    assert lines[-1] == "not shown: 15 risky; --only prints all of a severity, --all each change"
    assert len(_changes(old, new, "--only", "risky")) == 69


def test_the_printed_rules_are_those_of_the_page_about_them() -> None:
    page = (PROJECT / "catalog/severities.md").read_text(encoding="utf-8")

    assert page.endswith("\n\n" + _run("--rules").stdout)


OVERRIDE = "- {rule: became-deprecated, connector: acme/*, place: form.a, writers: breaking, reason: We use it.}"


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        (OVERRIDE, 0, ""),
        (OVERRIDE.replace("form.a", "form.b"), 1, "stale-override"),
        (f"{OVERRIDE}\n{OVERRIDE.replace('form.a', 'form.b')}", 1, "severities.yaml#1: error [stale-override]"),
        (OVERRIDE.replace("became-deprecated", "became-nice"), 1, "expected one of"),
        (OVERRIDE.replace(", reason: We use it.", ""), 1, "Field required"),
        (OVERRIDE.replace("writers: breaking", "writers: grave"), 1, "expected one of safe, risky, breaking"),
        ("rule: x", 1, "valid list"),
        ("- {", 1, "severity-override"),
    ],
)
def test_overrides_replace_severities(text: str, status: int, words: str, tmp_path: Path) -> None:
    old, new = _catalog(tmp_path / "old", "x"), _catalog(tmp_path / "new", "x", deprecated=True)
    (tmp_path / "severities.yaml").write_text(text, encoding="utf-8")
    result = _run(old, new, "--severities", tmp_path / "severities.yaml", status=status)

    assert words in result.stderr
    assert ("Breaking for writers:" in result.stdout) == text.startswith(OVERRIDE)


def test_the_patches_in_json_give_the_new_files(project: Layout, tmp_path: Path) -> None:
    old, new = _catalog(tmp_path / "old", "x", "gone"), _catalog(tmp_path / "new", "x", "come", enum=["é"], note="n")
    found = json.loads(_run(old, new, "--format", "json").stdout)
    files = {path: json.loads((old / path).read_bytes()) for path in _files(old)}
    for path, change in found["files"].items():
        if change is None:
            del files[path]
        else:
            files[path] = (
                change["content"] if "content" in change else jsonpatch.apply_patch(files[path], change["patch"])
            )

    assert {path: dumps(value).encode() for path, value in files.items()} == {
        path: (new / path).read_bytes() for path in _files(new)
    }
    assert {each["rule"] for each in found["changes"]} <= RULES.keys()


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*.json"))


def test_markdown_and_annotations_cannot_be_broken_out_of(tmp_path: Path) -> None:
    old, new = _catalog(tmp_path / "old", "x"), _catalog(tmp_path / "new", "x", default="[a](b)\n::error::% @octocat")
    markdown, github = (_run(old, new, "--format", name).stdout for name in ("markdown", "github"))

    assert "### Risky for writers" in markdown
    assert "[a](b)" not in markdown
    assert "@octocat" not in markdown
    assert "@<!-- -->octocat" in markdown
    summary, annotation = github.splitlines()
    assert summary.startswith("::notice title=summary::1 → 1 connectors: 0 added, 0 removed, 1 changed%0A")
    assert annotation.startswith("::warning title=default-changed::Risky for writers: acme/source/x: form.a default ")
