"""A vendor's regular expression is used where every dialect reads it alike and it takes linear time, else left out."""

from __future__ import annotations

import re
import time

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.patterns import PatternError, read_pattern
from templates.connector_catalog.constraints import matches, python_pattern

SAME = [
    *("", "^https://", "^[0-9]{4}-[0-9]{2}$", "^[a-z]+(-[a-z]+)*$", "^(a|b)?$", "^$|^x+$", "a+", "a*a*", "^[^x]*x"),
    *(r"^\.\*\/$", "[a-z_-]", "^[^,]+(,[^,]+)*$", "^(?![^x]*--)[a-z-]+$", "(?<=ab)c", "(?=a)a", r"\x41\t", "é"),
    *("^[a-z0-9]{1,63}$", "^([a-z0-9]{1,63}\\.){1,8}[a-z]{2,24}$", "^[^@]+@[^@]+$", "a??b", "(?:a|b)"),
]
OTHERWISE_WRITTEN = [
    (r"^\d+$", "^[0-9]+$"),
    (r"^\w$", "^[A-Za-z0-9_]$"),
    (r"^[\w-\.]+$", r"^[A-Za-z0-9_\-\.]+$"),
    (r"[^\d]", "[^0-9]"),
    (r"\D", "[^0-9]"),
    ("(?<n>a)b", "(?:a)b"),
    (r"\-\_\@", "-_@"),
    (r"\u{e9}", r"\xe9"),
    (r"\0", r"\x00"),
    (r"^\u00e9", r"^\xe9"),
    ("^.*x", r"^[^\n\r\u2028\u2029]*x"),
    (r"\bx", r"(?:(?<![A-Za-z0-9_])(?=[A-Za-z0-9_])|(?<=[A-Za-z0-9_])(?![A-Za-z0-9_]))x"),
    (r"\cJ", r"\x0a"),
    ("{a}", r"\{a\}"),
    ("a]", r"a\]"),
    ("[[a]", r"[\[a]"),
    ("[a&&b]", r"[a&\x26b]"),
    (r"[\b]", r"[\x08]"),
]
READ_DIFFERENTLY = [
    *(
        r"\p{L}",
        r"\A",
        r"\Z",
        r"\z",
        r"\a",
        r"\e",
        r"\B",
        r"\1",
        r"(a)\1",
        r"\k<n>",
        r"\01",
        "(?i)a",
        "(?P<n>a)",
        "(?#a)",
    ),
    *(
        "(?>a)",
        "a++",
        "a**",
        "*a",
        "a{,3}",
        "{3}",
        "a{3,1}",
        "[]",
        "[^]",
        "[]a]",
        "[z-a]",
        "[",
        "[a",
        "(",
        ")",
        "(?",
        "\\",
    ),
    *(
        "^*",
        "$+",
        "(?=a)*",
        "(?<=a+)b",
        "(?<=a|bc)d",
        "😀",
        "[😀]",
        r"\ud83d",
        r"\u{1f600}",
        "a{1001}",
        "(" * 60 + ")" * 60,
    ),
    *("x" * 2_001, 3, ["a"], True),
]
SLOW = [
    *("(a+)+$", "^(a+)+$", "^(a*)*$", "^(a|a)*$", "^(a|ab|b)*$", r"^(\d+\.?)+$", "^(a?){30}$", "^(a{0,9}){9}$"),
    *("^a*a*$", "^a*b?a*$", ".*x", "a+$", r"\s+$", r"^\s+|\s+$", "^(.*)@(.*)$", "^a.*b.*c",
    "(?=.*x)", "(?=.*x)^a", "^((?=.*x)a)*$"),
    *("(?:(b*)*c)?", "^a(?:(b*)*c)?", "^(?:(a+)+$|b)", "^(?=(a+)+$)", "^(?:a+|b)+$", "^(|a|a)*$",
    "^(((a)*)*)*$", "^(?:a{1,80})(?:a{1,80})$"),
    *("^" + "a?" * 30 + "$", "^" + "(a|ab)(bc|c)" * 9 + "$"),
]  # fmt: skip


@pytest.mark.parametrize("pattern", SAME)
def test_a_pattern_that_every_dialect_reads_alike_stays(pattern: str) -> None:
    assert read_pattern(pattern) == pattern


@pytest.mark.parametrize(("pattern", "expected"), OTHERWISE_WRITTEN)
def test_a_pattern_with_one_meaning_is_written_for_every_dialect(pattern: str, expected: str) -> None:
    assert read_pattern(pattern) == expected
    assert read_pattern(expected) == expected


@pytest.mark.parametrize("pattern", READ_DIFFERENTLY, ids=lambda each: str(each)[:20])
def test_a_pattern_that_dialects_read_differently_is_refused(pattern: object) -> None:
    with pytest.raises(PatternError):
        read_pattern(pattern)


@pytest.mark.parametrize("pattern", SLOW, ids=lambda each: each[:30])
def test_a_pattern_that_may_take_more_than_linear_time_is_refused(pattern: str) -> None:
    with pytest.raises(PatternError):
        read_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", ["^((((a{9}){9}){9}){9}){9}$", "(a|b)" * 300, "^" + "(a?b?)*" * 250 + "$", "[^a]{1000}" * 200]
)
def test_a_large_pattern_is_decided_in_time(pattern: str) -> None:
    start = time.process_time()
    with pytest.raises(PatternError):
        read_pattern(pattern)
    assert time.process_time() - start < 2


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("^a$", "a\n", False),
        ("^a$|^b$", "a\n", False),
        ("^(a$)", "a\n", False),
        ("^[$]$", "$", True),
        (r"^\$$", "$", True),
        ("^.$", "\r", False),
        ("^.$", "\u2028", False),
        ("^.$", "\x85", True),
        ("^[.]$", "x", False),
        (r"^\d$", "٣", False),
        (r"^\w$", "é", False),
        (r"^\s$", "\ufeff", True),
        (r"^\s$", "\x1f", False),
        (r"\bb", "éb", True),
        (r"^\D$", "٣", True),
    ],
)
def test_python_reads_a_pattern_as_json_schema_does(pattern: str, text: str, expected: bool) -> None:
    found = read_pattern(pattern)
    assert matches(found, text) is expected
    assert jsonschema_rs.is_valid({"pattern": found}, text) is expected


_ATOMS = st.sampled_from(
    ["a", "b", "-", r"\d", r"\w", r"\s", "[ab]", "[^a]", ".", "$", "^", r"\.", "é", r"[\w-]", "[a-c]"]
)
_PATTERNS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: f"(?:{'|'.join(parts)})"),
        st.tuples(inner, st.sampled_from(["*", "+", "?", "{2}", "{1,3}"])).map(lambda each: f"(?:{each[0]}){each[1]}"),
    ),
    max_leaves=6,
)
_TEXTS = st.text(st.sampled_from("abc-.3é٣ \n\r\u2028\x1f\ufeff_"), max_size=8)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(_PATTERNS, st.lists(_TEXTS, min_size=4, max_size=8))
def test_python_and_a_validator_of_json_schemas_agree(pattern: str, texts: list[str]) -> None:
    try:
        found = read_pattern(f"^{pattern}$")
    except PatternError:
        return
    validator = jsonschema_rs.Draft202012Validator({"pattern": found})
    assert [matches(found, text) for text in texts] == [validator.is_valid(text) for text in texts]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(_PATTERNS, st.text(st.sampled_from("ab-3."), min_size=1, max_size=3))
def test_an_accepted_pattern_takes_linear_time(pattern: str, unit: str) -> None:
    try:
        found = re.compile(python_pattern(read_pattern(pattern)))
    except PatternError:
        return
    start = time.process_time()
    found.search(unit * (20_000 // len(unit)) + "\0\n")
    assert time.process_time() - start < 0.5
