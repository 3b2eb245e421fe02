"""YAML is read by the core schema, strictly and within bounds; every refusal has a code and a place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.paths import Layout
from generator.strict_data import yaml_text
from generator.strict_data.fault import DataError
from generator.strict_data.yaml_text import parse_yaml
from templates.connector_catalog.bounds import DOCUMENT


@pytest.fixture(params=["CSafeLoader", "SafeLoader"], autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both of PyYAML's parsers: the one in C is not everywhere."""
    if not hasattr(yaml, request.param):
        pytest.skip("PyYAML comes without libyaml")
    monkeypatch.setattr(yaml_text, "_PARSER", getattr(yaml, request.param))


def _refused(text: str, **bounds: int) -> tuple[str, str]:
    with pytest.raises(DataError) as found:
        parse_yaml(text, DOCUMENT._replace(**bounds))
    return found.value.code, found.value.place


@pytest.mark.parametrize(
    "text", ["yes", "no", "on", "off", "y", "2026-05-01", "1:1:1", "1_000", "0b1", "1e", "=", "<<"]
)
def test_what_only_older_yaml_resolves_is_a_string(text: str) -> None:
    assert parse_yaml(f"a: [{text}]") == {"a": [text]}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("~", None),
        ("Null", None),
        ("TRUE", True),
        ("false", False),
        ("010", 10),
        ("+3", 3),
        ("0o17", 15),
        ("0x1F", 31),
        (".5", 0.5),
        ("1.", 1.0),
        ("-1e3", -1000.0),
        ("'1'", "1"),
        ('"true"', "true"),
        ("! 1", "1"),
        ("!!str 1", "1"),
        ("!!int 1", 1),
        ("!!float 1", 1.0),
        ("!!null ''", None),
        ("!!map {}", {}),
        ("!!seq []", []),
    ],
)
def test_values_are_those_of_the_core_schema(text: str, value: Any) -> None:
    found = parse_yaml(f"a: {text}")["a"]
    assert (found, type(found)) == (value, type(value))


def test_a_long_sexagesimal_number_is_a_string_and_takes_no_time() -> None:
    text = ":".join(["1"] * 100_000)
    assert parse_yaml(f"a: {text}") == {"a": text}


@pytest.mark.parametrize("key", ["200", "yes", "true", "null", "1.5", "2026-05-01", "'*'"])
def test_keys_are_strings_as_they_are_written(key: str) -> None:
    assert list(parse_yaml(f"{key}: 1")) == [key.strip("'")]


@pytest.mark.parametrize("text", ["? [a]\n: b", "{{a: b}: c}", "? &a x\n: {*a : 1}", "!!int 1: x", "!!binary aGk=: x"])
def test_other_keys_are_refused(text: str) -> None:
    assert _refused(text)[0] == "not-yaml"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\nb: 2\na: 3\n", "line 3, column 1"),
        ("a: 1\n'a': 1\n", "line 2, column 1"),
        ("o:\n  a: 1\n  a: 2\n", "line 3, column 3"),
        ("- x\n- o: {a: 1, a: 2}\n", "line 2, column 13"),
        ("200: x\n'200': y\n", "line 2, column 1"),
        ("o: &o {a: 1}\np:\n  <<: *o\n  b: 1\n  b: 2\n", "line 5, column 3"),
        ("o: &o {a: 1}\np:\n  <<: *o\n  <<: *o\n", "line 4, column 3"),
    ],
)
def test_a_duplicate_key_is_refused_at_any_depth(text: str, place: str) -> None:
    assert _refused(text) == ("duplicate-key", place)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: &o {x: 1}\nb: {<<: *o, y: 2}", {"x": 1, "y": 2}),
        ("a: &o {x: 1}\nb: {<<: *o, x: 2}", {"x": 2}),
        ("a: &o {x: 1}\nb: {x: 2, <<: *o}", {"x": 2}),
        ("a: &o {x: 1}\nb: {<<: [*o, {x: 2, y: 2}]}", {"x": 1, "y": 2}),
        ("b: {'<<': {x: 1}}", {"<<": {"x": 1}}),
    ],
)
def test_merge_keys_are_followed(text: str, value: Any) -> None:
    assert parse_yaml(text)["b"] == value


@pytest.mark.parametrize("text", ["a: {<<: 3}", "a: {<<: [3]}", "a: &a {<<: *a}"])
def test_only_mappings_are_merged(text: str) -> None:
    assert _refused(text)[0] == "not-yaml"


@pytest.mark.parametrize(
    "text",
    [
        "!!binary aGk=",
        "!!set {a, b}",
        "!!omap [a: 1]",
        "!!timestamp 2026-05-01",
        "!!python/name:os.system x",
        "!!python/object/apply:os.system [x]",
        "!x y",
        "!!int x",
        "!!int 1.5",
        "!!bool 1",
        "!!float 1" + "0" * 999,
    ],
)
def test_other_tags_are_refused(text: str) -> None:
    assert _refused(f"a: {text}") == ("not-yaml", "line 1, column 4")


@pytest.mark.parametrize("text", [".inf", "-.INF", ".nan", "1e999", "-1e999"])
def test_a_number_is_finite(text: str) -> None:
    assert _refused(f"a: {text}") == ("not-yaml", "line 1, column 4")


@pytest.mark.parametrize("text", ["1" * 1001, "1" * 4500, "0x" + "f" * 1000, "0." + "1" * 1000])
def test_a_number_has_a_bounded_number_of_digits(text: str) -> None:
    assert _refused(f"- {text}") == ("too-large", "line 1, column 3")


@pytest.mark.parametrize("levels", [101, 330, 3_000])
@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_nesting_is_bounded(opening: str, levels: int) -> None:
    assert _refused(opening * levels)[0] in ("too-large", "not-yaml")
    if opening in ("[", "- "):
        assert _refused(opening * levels)[0] == "too-large"


def test_the_deepest_nesting_is_read() -> None:
    assert parse_yaml("[" * 100 + "]" * 100) is not None
    assert parse_yaml("- " * 100 + "a") is not None


def test_aliases_cannot_multiply_values() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 10)}]" for level in range(1, 12)]
    assert _refused("\n".join(lines))[0] == "too-large"


def test_merge_keys_cannot_multiply_values() -> None:
    lines = ["a0: &a0 {k: 1}"]
    lines += [f"a{level}: &a{level} {{<<: [*a{level - 1}, *a{level - 1}]}}" for level in range(1, 60)]
    assert _refused("\n".join(lines))[0] == "too-large"


def test_aliases_cannot_deepen_values() -> None:
    lines = ["- &a0 [x]", *(f"- &a{level} [*a{level - 1}]" for level in range(1, 120))]
    assert _refused("\n".join(lines))[0] == "too-large"


def test_the_number_of_aliases_mappings_and_values_is_bounded() -> None:
    assert parse_yaml("[&a x, *a]", DOCUMENT._replace(aliases=1, containers=1, nodes=3)) == ["x", "x"]
    assert _refused("[&a x, *a]", aliases=0) == ("too-large", "line 1, column 8")
    assert _refused("[[], {}]", containers=2)[0] == "too-large"
    assert _refused("[x, y]", nodes=2)[0] == "too-large"
    assert _refused("[&a [x, y], *a]", nodes=6)[0] == "too-large"


@pytest.mark.parametrize("text", ["a: *x", "a: &x [*x]", "a: &x {b: *x}", "a: 1\n---\nb: 2"])
def test_an_alias_needs_its_anchor_and_a_file_has_one_document(text: str) -> None:
    assert _refused(text)[0] == "not-yaml"


@pytest.mark.parametrize("text", ["a: [", 'a: "b', "a: b: c", "\ta: b", "a: \x01", "a: \x00", 'a: "\\ud800"', "a: @b"])
def test_a_fault_of_syntax_is_refused(text: str) -> None:
    assert _refused(text)[0] == "not-yaml"


def test_a_fault_of_syntax_has_its_line() -> None:
    assert _refused("a: 1\nb: c: d\n")[1].startswith("line 2, ")


@pytest.mark.parametrize("table", ["glossary", "secrecy", "names"])
def test_the_project_s_tables_are_read_as_before(table: str) -> None:
    text = Path(getattr(Layout(), table)).read_text(encoding="utf-8")[:20_000].rpartition("\n")[0]
    assert parse_yaml(text) == yaml.safe_load(text)
