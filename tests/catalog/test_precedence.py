"""Labels and sentences: which source wins, and what is left out."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.catalog.precedence import combine
from generator.diagnostics import Diagnostics, Level
from generator.records.record import PropertyRecord, Statement
from templates.connector_catalog.constraints import DATE, DATE_TIME, MIDNIGHT
from tests.catalog.building import codes, row

SUBJECT = "acme/source/x form.a"


def _combined(record: PropertyRecord, **labels: Any) -> tuple[dict[str, Any], list[str], Diagnostics]:
    diagnostics = Diagnostics("acme/page")
    before = dict(labels)
    stated, inferred = combine(record, labels, diagnostics, SUBJECT)
    assert labels == before
    return stated, inferred, diagnostics


def _with(*statements: tuple[str, Any], **stated: Any) -> dict[str, Any]:
    """Return the fields of a property with these sentences."""
    listed = [Statement(field, value, f"#x/p[{number}]") for number, (field, value) in enumerate(statements, 1)]
    return _combined(row("a", statements=listed), **stated)[0]


WHEN = [{"property": "b", "in": ["x"]}]
LABELS = ("required", "optional", "internal", "readOnly")


@pytest.mark.parametrize("label", ["required", "optional"])
@pytest.mark.parametrize("text", ["internal", "readOnly"])
def test_a_sentence_that_says_internal_or_read_only_wins_over_the_label(label: str, text: str) -> None:
    record = row("a", statements=[Statement("requirement", text, "#x/p[1]")])
    stated, inferred, diagnostics = _combined(record, requirement=label)

    assert (stated["requirement"], inferred) == (text, ["requirement"])
    (warning,) = diagnostics
    assert (warning.level, warning.code, warning.place) == (Level.WARNING, "text-against-label", record.place)
    assert warning.subject == SUBJECT
    assert all(word in warning.message for word in (label, text, "#x/p[1]"))


@pytest.mark.parametrize("label", ["required", "optional", None])
def test_a_condition_wins_over_required_and_optional(label: str | None) -> None:
    statements = (("requirement", "conditional"), ("requiredWhen", WHEN))
    stated = _with(*statements, **({"requirement": label} if label else {}))

    assert stated == {"requirement": "conditional", "requiredWhen": WHEN}


def test_a_condition_and_the_label_optional_agree() -> None:
    record = row("a", statements=[Statement("requirement", "conditional"), Statement("requiredWhen", WHEN)])
    _, inferred, diagnostics = _combined(record, requirement="optional")

    assert (inferred, codes(diagnostics)) == (["requirement", "requiredWhen"], [])


@pytest.mark.parametrize("label", ["internal", "readOnly"])
def test_a_condition_does_not_win_over_the_labels_internal_and_read_only(label: str) -> None:
    stated = _with(("requirement", "conditional"), ("requiredWhen", WHEN), requirement=label)

    assert stated == {"requirement": label}


@pytest.mark.parametrize(("label", "text"), [("required", "optional"), ("optional", "required")])
def test_otherwise_the_label_wins_and_the_difference_is_a_note(label: str, text: str) -> None:
    record = row("a", statements=[Statement("requirement", text, "#x/p[1]")])
    stated, inferred, diagnostics = _combined(record, requirement=label)

    assert (stated, inferred) == ({"requirement": label}, [])
    assert codes(diagnostics, Level.NOTE) == codes(diagnostics) == ["label-against-text"]


@pytest.mark.parametrize("text", LABELS)
def test_the_sentence_decides_where_there_is_no_label(text: str) -> None:
    assert _with(("requirement", text)) == {"requirement": text}


@pytest.mark.parametrize("label", LABELS)
def test_a_requirement_that_repeats_the_label_is_not_inferred(label: str) -> None:
    stated, inferred, diagnostics = _combined(row("a", statements=[Statement("requirement", label)]), requirement=label)

    assert (stated, inferred, list(diagnostics)) == ({"requirement": label}, [], [])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("internal", "readOnly"),
        ("internal", "conditional"),
        ("internal", "optional"),
        ("readOnly", "conditional"),
        ("readOnly", "required"),
        ("optional", "conditional"),
    ],
)
def test_of_two_sentences_the_stronger_one_counts(one: str, other: str) -> None:
    for both in ((one, other), (other, one)):
        assert _with(*(("requirement", each) for each in both))["requirement"] == one


def test_the_first_of_two_equally_strong_sentences_counts() -> None:
    assert _with(("requirement", "optional"), ("requirement", "required")) == {"requirement": "optional"}


@pytest.mark.parametrize(
    ("label", "text", "winner"),
    [
        ("readOnly", "internal", "internal"),
        ("internal", "readOnly", "internal"),
        ("conditional", "readOnly", "readOnly"),
        ("required", "conditional", "conditional"),
        ("sometimes", "conditional", "conditional"),
        ("sometimes", "required", "sometimes"),
        ("conditional", "optional", "conditional"),
    ],
)
def test_the_stronger_one_of_label_and_sentence_wins(label: str, text: str, winner: str) -> None:
    stated, inferred, diagnostics = _combined(
        row("a", statements=[Statement("requirement", text, "#x/p[1]")]), requirement=label
    )

    assert stated["requirement"] == winner
    assert inferred == ([] if winner == label else ["requirement"])
    (found,) = diagnostics
    assert found.code == ("label-against-text" if winner == label else "text-against-label")
    winning = "label" if winner == label else "text"
    assert found.message == f"the label states {label}, the text states {text} (#x/p[1]); using the {winning}"


def test_a_label_wins_over_a_sentence_that_differs() -> None:
    record = row("a", declared={"unit": "day"}, statements=[Statement("unit", "hour", "#x/p[1]")])
    stated, inferred, diagnostics = _combined(record, unit="day")
    (note,) = diagnostics

    assert (stated, inferred) == ({"unit": "day"}, [])
    assert (note.level, note.code, note.place, note.subject) == (
        Level.NOTE,
        "label-against-text",
        record.place,
        SUBJECT,
    )
    assert "another unit than the label (#x/p[1]); using the label" in note.message


@pytest.mark.parametrize(
    ("field", "label", "text"),
    [
        ("default", True, "TRUE"),
        ("enum", ["A", "b"], ["B", "a"]),
        ("secretFrom", "mark", "text"),
    ],
)
def test_a_sentence_that_repeats_the_label_is_not_a_difference(field: str, label: Any, text: Any) -> None:
    record = row("a", declared={field: label}, statements=[Statement(field, text)])

    assert list(_combined(record, **{field: label})[2]) == []


def test_listed_items_and_those_of_a_sentence_are_joined() -> None:
    record = row("a", declared={"items": {"enum": ["x"]}}, statements=[Statement("enum", ["y"])])
    stated, inferred, diagnostics = _combined(record, items={"enum": ["x"]})

    assert (stated, inferred) == ({"items": {"enum": ["x", "y"]}, "enumOpen": True}, ["enumOpen"])
    assert codes(diagnostics) == ["values-differ"]


def test_values_that_all_sources_list_leave_the_list_closed() -> None:
    record = row(
        "a", declared={"enum": ["A_B", "C"]}, statements=[Statement("enum", ["c"]), Statement("enum", ["a-b"])]
    )
    stated, inferred, diagnostics = _combined(record, enum=["A_B", "C"])

    assert (stated, inferred, codes(diagnostics)) == ({"enum": ["A_B", "C"]}, [], [])


@pytest.mark.parametrize("title", ["Nightly copy", "nightly", "", " ", 1])
def test_a_title_is_not_a_value(title: str) -> None:
    record = row("a", declared={"enum": ["HOURLY"]}, statements=[Statement("enum", [title])])

    assert _combined(record, enum=["HOURLY"])[0] == {"enum": ["HOURLY"]}


def test_a_sentence_that_says_optional_wins_over_a_condition_and_over_the_label_read_only() -> None:
    optional = ("requirement", "optional")

    assert _with(optional, ("requirement", "conditional"), ("requiredWhen", WHEN)) == {"requirement": "optional"}
    assert _with(optional, requirement="readOnly", readOnly=True) == {"requirement": "optional"}


def test_what_is_internal_by_a_sentence_stays_read_only_by_its_label() -> None:
    internal = ("requirement", "internal")

    assert _with(internal, requirement="readOnly", readOnly=True) == {"requirement": "internal", "readOnly": True}


def test_items_without_listed_values_leave_those_of_a_sentence() -> None:
    record = row("a", declared={"items": {"type": "string"}}, statements=[Statement("enum", ["y"])])

    assert _combined(record)[1] == ["enum"]


def test_every_statement_is_used() -> None:
    statements = [Statement("anyOf", ["a", "b"]), Statement("unit", "day"), Statement("requirement", "optional")]
    stated, inferred, _ = _combined(row("a", statements=statements))

    assert stated == {"unit": "day", "requirement": "optional"}
    assert inferred == ["unit", "requirement"]


def test_other_fields_beside_listed_items_come_from_their_sentence() -> None:
    record = row("a", declared={"items": {"enum": ["x"]}}, statements=[Statement("default", "x")])

    assert _combined(record)[:2] == ({"default": "x"}, ["default"])


def test_the_format_of_a_label_is_not_inferred_from_midnight() -> None:
    record = row("a", declared={"format": "date-time"}, statements=[Statement("midnight", value=True)])
    stated, inferred, _ = _combined(record, type="string", format="date-time")

    assert stated == {"type": "string", "format": "date-time", "pattern": MIDNIGHT}
    assert inferred == ["pattern"]


def test_the_separator_of_listed_values_is_left_out_with_the_encoding() -> None:
    stated = _with(("enum", ["a", "b"]), ("encoding", "list"), ("separator", ";"), type="string")

    assert stated == {"type": "string", "enum": ["a", "b"]}


def test_the_pattern_that_the_format_of_a_label_implies_is_inferred() -> None:
    stated, inferred, _ = _combined(row("a", declared={"format": "date"}), type="string", format="date")

    assert stated == {"type": "string", "format": "date", "pattern": DATE}
    assert inferred == ["pattern"]


@pytest.mark.parametrize(
    ("values", "unit"), [(["THREE", "ALL"], True), (["3", "x"], True), ([3, 12], True), (["SHORT", "LONG"], False)]
)
def test_only_listed_values_that_are_numbers_have_a_unit(values: list[Any], unit: bool) -> None:
    assert ("unit" in _with(("enum", values), ("unit", "month"))) is unit


def test_the_declared_type_wins_over_that_of_a_payload() -> None:
    assert _with(("type", "integer"), type="string")["type"] == "string"
    assert _with(("type", "integer"))["type"] == "integer"


@pytest.mark.parametrize(
    ("field", "value"),
    [("unit", "day"), ("writeOnly", True), ("createOnly", True), ("note", "Words."), ("default", "x"), ("const", "x")],
)
def test_other_fields_come_from_their_sentence(field: str, value: Any) -> None:
    stated, inferred, _ = _combined(row("a", statements=[Statement(field, value)]))

    assert (stated, inferred) == ({field: value}, [field])


def test_the_origin_of_a_secret_is_not_inferred() -> None:
    _, inferred, _ = _combined(row("a", statements=[Statement("secret", value=True), Statement("secretFrom", "text")]))

    assert inferred == ["secret"]


@pytest.mark.parametrize("field", ["default", "const", "unit", "prefix", "minimum", "requiredWhen", "separator"])
def test_two_sentences_that_contradict_each_other_cancel_out_and_both_are_named(field: str) -> None:
    record = row(
        "a", statements=[Statement(field, 1, "#x/p[1]"), Statement(field, 1, "#x/p[2]"), Statement(field, 2, "#x/p[3]")]
    )
    stated, inferred, diagnostics = _combined(record, type=["integer", "string"], requirement="conditional")

    assert field not in stated
    assert (inferred, codes(diagnostics, Level.WARNING)) == ([], ["contradiction"])
    (warning,) = diagnostics
    assert (warning.place, warning.subject) == ("#x/p[1]", SUBJECT)
    assert warning.message == f"two sentences state the {field} 1 and 2 (the second at #x/p[3]); using neither"


def test_two_sentences_that_agree_do_not_contradict() -> None:
    _, inferred, diagnostics = _combined(
        row("a", statements=[Statement("default", "x", "#x/p[1]"), Statement("default", "x", "#y")])
    )

    assert (inferred, list(diagnostics)) == (["default"], [])


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("enum", (["x", "y"], ["x"])),
        ("encoding", ("list", "json")),
        ("examples", (["x"], ["y"])),
        ("items", ({"type": "string"}, {"type": "integer"})),
    ],
)
def test_of_two_lists_or_encodings_the_first_one_wins(field: str, values: tuple[Any, Any]) -> None:
    record = row("a", statements=[Statement(field, value) for value in values])
    stated, _, diagnostics = _combined(record)

    assert (stated[field], list(diagnostics)) == (values[0], [])


@pytest.mark.parametrize("field", ["anyOf", "dependentRequired"])
def test_rules_of_the_step_are_not_fields_of_a_property(field: str) -> None:
    assert _with((field, ["b"])) == {}


@pytest.mark.parametrize(
    ("statements", "stated"),
    [
        ([("format", "date-time")], {"format": "date-time", "pattern": DATE_TIME}),
        ([("format", "date-time"), ("midnight", True)], {"format": "date-time", "pattern": MIDNIGHT}),
        ([("midnight", True)], {"format": "date-time", "pattern": MIDNIGHT}),
        ([("format", "date")], {"format": "date", "pattern": DATE}),
        ([("format", "cron")], {"format": "cron"}),
        ([("prefix", "a.b/")], {"pattern": r"^a\.b/"}),
        ([("prefix", "a"), ("format", "date")], {"format": "date", "pattern": DATE}),
    ],
)
def test_the_form_of_a_string_becomes_a_pattern(statements: list[tuple[str, Any]], stated: dict[str, Any]) -> None:
    assert _with(*statements, type="string") == {"type": "string"} | stated


def test_a_pattern_and_the_format_that_midnight_implies_are_inferred() -> None:
    _, inferred, _ = _combined(row("a", statements=[Statement("midnight", value=True)]), type="string")

    assert sorted(inferred) == ["format", "pattern"]


@pytest.mark.parametrize("types", ["integer", ["boolean", "integer"], "array", "object"])
def test_fields_of_strings_are_left_out_beside_another_type(types: Any) -> None:
    statements = (("format", "date-time"), ("encoding", "list"), ("separator", ","), ("prefix", "a"))

    assert _with(*statements, type=types) == {"type": types}


def test_a_range_is_for_numbers_only() -> None:
    statements = (("minimum", 1), ("maximum", 30))

    assert _with(*statements, type="string") == {"type": "string"}
    assert _with(*statements) == {}
    for type_ in ("integer", "number", ["integer", "string"]):
        assert _with(*statements, type=type_) == {"type": type_, "minimum": 1, "maximum": 30}


def test_listed_values_replace_a_fixed_value_a_pattern_and_a_range() -> None:
    statements = (("enum", ["1", "2"]), ("const", "1"), ("prefix", "1"), ("minimum", 1), ("maximum", 2))

    assert _with(*statements, type=["integer", "string"]) == {"type": ["integer", "string"], "enum": ["1", "2"]}


def test_a_fixed_value_replaces_a_pattern() -> None:
    assert _with(("const", "a1"), ("prefix", "a"), type="string") == {"type": "string", "const": "a1"}


@pytest.mark.parametrize(("encoding", "kept"), [("integer", False), ("list", False), ("boolean", True), ("json", True)])
def test_listed_values_keep_the_encodings_that_they_can_have(encoding: str, kept: bool) -> None:
    stated = _with(("enum", ["true", "false"]), ("encoding", encoding), type="string")

    assert ("encoding" in stated) == kept


@pytest.mark.parametrize(
    ("type_", "word", "value"),
    [
        ("integer", "30", 30),
        ("integer", "-1", -1),
        ("integer", "many", "many"),
        ("boolean", "True", True),
        ("boolean", "false", False),
        ("string", "30", "30"),
        (["integer", "string"], "30", "30"),
        ("number", "30", 30),
        ("number", "0.5", 0.5),
    ],
)
def test_literals_have_the_type_of_the_property(type_: Any, word: str, value: Any) -> None:
    stated = _with(("default", word), ("enum", [word, "x"]), type=type_)
    other = _with(("const", word), type=type_)

    assert [repr(each) for each in (stated["default"], stated["enum"][0], other["const"])] == [repr(value)] * 3


@pytest.mark.parametrize("prefix", ["a.b/", "a-b", "a b", "(a)", "a\nb", "$a|b", "a&b#c~"])
def test_the_pattern_of_a_prefix_is_the_same_in_every_dialect(prefix: str) -> None:
    pattern = _with(("prefix", prefix))["pattern"]

    assert re.search(pattern, f"{prefix}x")
    assert re.search(pattern, f"x{prefix}") is None
    # JSON Schema's expressions are those of ECMAScript, which knows no escape of a hyphen or of a space.
    assert set(re.findall(r"\\(.)", pattern, re.DOTALL)) <= set("^$\\.*+?()[]{}|/nrt")


def test_a_listed_value_needs_no_format() -> None:
    assert _with(("enum", ["a", "b"]), ("format", "uri"), type="string") == {"type": "string", "enum": ["a", "b"]}
