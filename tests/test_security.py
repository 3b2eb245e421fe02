"""Texts of a vendor's page stay texts: they never become code, markup or templates."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.outputs.audit import audit
from generator.outputs.formatting import format_python
from generator.serialize import dumps
from tests import cases
from tests.cases.verdicts import import_text, outputs_of_case

# What our own templates print into a page.
OWN_TAGS = {"a", "code"}
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f]")


class _Tags(HTMLParser):
    """The tags of a page, with their attributes, and its comments."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.comments: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)


def _outside_fences(page: str) -> str:
    """A page without its blocks of code; each must be closed."""
    parts = re.split(r"^```\w*$", page, flags=re.MULTILINE)
    assert len(parts) % 2 == 1
    return "".join(parts[::2])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


def _code(text: str) -> str:
    """Return the syntax tree of a module without its strings."""
    tree = ast.parse(text)
    return re.sub(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", "_", ast.dump(tree))


@pytest.mark.parametrize("kind", ["model", "validator"])
@pytest.mark.parametrize("case", cases.HOSTILE)
def test_python_parses_and_passes_the_audit(case: str, kind: str) -> None:
    text = cases.printed(case, kind)

    ast.parse(text)
    assert audit(f"{case}.py", text) == []


@pytest.mark.parametrize("kind", ["model", "validator"])
@pytest.mark.parametrize("case", cases.HOSTILE)
def test_importing_runs_nothing_of_the_case(
    case: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The hostile texts make a folder in the current folder, if any of them is run.
    (tmp_path / "modules").mkdir()
    (tmp_path / "here").mkdir()
    text = cases.printed(case, kind)
    monkeypatch.chdir(tmp_path / "here")
    import_text(text, f"{case}_{kind}", tmp_path / "modules")

    assert list((tmp_path / "here").iterdir()) == []


def test_the_hostile_text_would_be_seen_if_it_ran(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    hostile = next(text for text in _strings(cases.load("hostile_values").to_json()) if text.startswith("__import__"))
    import_text(hostile, "ran", tmp_path)

    assert "hostile-ran" in {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("kind", ["model", "validator"])
@pytest.mark.parametrize("case", cases.HOSTILE)
def test_python_contains_no_characters_that_hide_code(case: str, kind: str) -> None:
    text = cases.printed(case, kind)

    assert not TURNS.search(text)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]", text)


@pytest.mark.parametrize("case", cases.HOSTILE)
def test_validator_answers_without_running_anything(case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outputs = outputs_of_case(case, tmp_path)
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    for text in set(_strings(outputs.connector.to_json())):
        outputs.validate({text: text, "listed": text})

    assert list((tmp_path / "here").iterdir()) == []


@pytest.mark.parametrize("case", cases.CASES)
def test_a_page_contains_no_html_of_the_case(case: str) -> None:
    found = _Tags()
    found.feed(_outside_fences(cases.printed(case, "reference")))
    found.close()

    assert {tag for tag, _ in found.tags} <= OWN_TAGS
    assert all(set(attributes) <= {"id"} for _, attributes in found.tags)
    assert found.comments == []


@pytest.mark.parametrize("case", cases.HOSTILE)
def test_a_page_contains_nothing_that_mdx_or_a_template_would_run(case: str) -> None:
    text = _outside_fences(cases.printed(case, "reference"))

    assert "{" not in text
    assert "}" not in text
    assert not TURNS.search(text)
    assert "\0" not in text
    assert "](javascript:" not in re.sub(r"`[^`\n]+`", "", text.replace("\\`", "")).replace("\\]", "")


_LANGUAGES = tuple(f"**{each}**" for each in ("JSON", "YAML", "Python", "curl", "Terraform"))
_OWN_BLOCKS = ("[//]: # (Generated ", "# ", "## ", "### ", "#### <a id=", "- ", "    - ", *_LANGUAGES)
_BLOCK_START = re.compile(r"\s|[-+*_=>#|~`<:]|\d+[.)]|\[|!\[|import\b|export\b")


@pytest.mark.parametrize("case", cases.CASES)
def test_only_our_template_begins_headings_lists_and_other_blocks(case: str) -> None:
    lines = _outside_fences(cases.printed(case, "reference")).split("\n")

    assert [line for line in lines if _BLOCK_START.match(line) and not line.startswith(_OWN_BLOCKS)] == []


@pytest.mark.parametrize("case", cases.HOSTILE)
def test_the_schema_keeps_every_value(case: str) -> None:
    connector, schema = cases.load(case), json.loads(cases.printed(case, "schema"))
    (step,) = connector.steps

    assert list(schema["properties"]) == [each.name for each in step.properties]
    assert schema["examples"] == step.to_json()["examples"]
    for each in step.properties:
        node = schema["properties"][each.name]
        stated = each.to_json()
        if each.children and "object" in each.types:
            # An editor names an object without a title in its own way.
            stated.setdefault("title", each.name)
        if each.enum_open:
            stated["examples"] = stated.pop("enum")
        elif each.enum is not None:
            # The values say which types they have.
            stated.pop("type", None)
        assert {name: node.get(name) for name in ("title", "enum", "examples", "type")} == {
            name: stated.get(name) for name in ("title", "enum", "examples", "type")
        }
        assert node["description"].startswith(stated["description"].strip())
    assert schema["title"].startswith(connector.name)


@pytest.mark.parametrize("case", cases.CASES)
def test_catalog_s_text_reads_back(case: str) -> None:
    connector = cases.load(case)

    assert Connector.model_validate(json.loads(dumps(connector.to_json()))) == connector


@pytest.mark.parametrize("kind", ["model", "validator"])
def test_hostile_texts_change_no_code(kind: str) -> None:
    """The same connector with plain texts gives the same code: only the strings differ."""
    hostile = cases.load("hostile_descriptions")
    (step,) = hostile.steps
    texts = {"title": "Plain", "description": "Plain.", "examples": ("plain",)}
    properties = tuple(each.with_fields(**texts) for each in step.properties)
    plain = hostile.with_fields(name="Plain", steps=(step.with_fields(properties=properties),))
    first, second = (format_python(cases.connector_files(each).files) for each in (hostile, plain))
    path = next(path for path in first if cases.kind_of(path) == kind)

    assert _code(first[path]) == _code(second[path])


NAMES = ['f"""\n<b>', "<script>alert(1)</script>", "{{ 7 * 7 }}", "a | b", "form\n\n# heading"]


@pytest.mark.parametrize("name", NAMES)
def test_name_of_a_step_is_text_too(name: str) -> None:
    connector = cases.load("two_steps")
    first, second = connector.steps
    connector = connector.with_steps([first.with_fields(name=name), second])
    files = format_python(cases.connector_files(connector).files)
    page = next(text for path, text in files.items() if cases.kind_of(path) == "reference")
    found = _Tags()
    found.feed(_outside_fences(page))

    assert {tag for tag, _ in found.tags} <= OWN_TAGS
    assert "{" not in _outside_fences(page)
    assert not re.search(r"^# heading", page, re.MULTILINE)


URLS = ["https://x.example/a)<script>alert(1)</script>", "javascript:alert(1)", "https://x.example/\n\n# heading"]


@pytest.mark.parametrize("url", URLS)
def test_address_of_a_document_is_only_an_address(url: str) -> None:
    origin = cases.Origin("stitch/case", "stitch", "html", url, "2026-08", "0" * 64)
    files = cases.connector_files(cases.load("types"), origin).files
    page = next(text for path, text in files.items() if cases.kind_of(path) == "reference")

    assert "<script" not in page
    assert "](javascript:" not in page
    assert not re.search(r"^# heading", page, re.MULTILINE)


_IN_TEMPLATES = re.compile(r"\{\{|\{%|\{#|<%|\$\{|#\{")


@pytest.mark.parametrize("case", cases.HOSTILE)
def test_no_template_engine_finds_code_in_the_requests_of_a_page(case: str) -> None:
    page = cases.printed(case, "reference")

    assert [language for language in ("json", "yaml", "python", "sh") if f"\n```{language}\n" not in page] == []
    assert _IN_TEMPLATES.findall(page) == []
