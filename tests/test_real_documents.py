"""The vendors' real documents, which stand beside the checkout: what is counted in them by hand must come out."""

from __future__ import annotations

import functools
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, ClassVar

import pytest
from click.testing import CliRunner, Result

from generator.catalog.assembly import Assembler
from generator.catalog.connector import Connector
from generator.catalog.context import Knowledge
from generator.catalog.corrections import load_corrections
from generator.catalog.property import Property
from generator.catalog.secrecy import is_secret_name
from generator.command_line.main import main
from generator.commands.extract import extract
from generator.commands.lint import secrets_of
from generator.diagnostics import Diagnostic, Diagnostics, Level
from generator.documents.store import Origin
from generator.paths import Layout
from generator.pipeline.reading import Reading, capture_text, read_records
from generator.pipeline.vendor import connectors_of
from generator.records.coverage import Coverage
from generator.records.openapi.repairs import REPAIRS
from generator.records.prose import find_statements
from generator.records.record import ConnectorRecord, PropertyRecord
from tests.bench import prose, sample
from tests.bench.configurations import instead_of_placeholder, is_placeholder, without_excluded
from tests.cases.verdicts import outputs_of
from tests.records.reading import VENDORS, Read, captured, comparable, read, read_once

OLD = "stitch/connect-api-2021-01.html"
NEW = "stitch/source-destination-reference-2026-08.html"
STITCH_TEXT = "seeds/003_5abfe6d57ead8f27.txt"
ITERABLE = "seeds/001_d067cf34e0840863.txt"
ALL = (OLD, NEW, STITCH_TEXT, ITERABLE)
OPENAPI_2025 = "fivetran/openapi-2025-12.json"
OPENAPI_2026 = "fivetran/openapi-2026-05.json"

each_document = pytest.mark.parametrize("name", ALL)
each_openapi = pytest.mark.parametrize("name", [OPENAPI_2025, OPENAPI_2026])


def document(folder: Path, name: str) -> Read:
    return read_once(folder / name)


def reading(folder: Path, name: str) -> Reading:
    return document(folder, name).reading


def connectors(folder: Path, name: str) -> tuple[ConnectorRecord, ...]:
    return reading(folder, name).records.connectors


def records(properties: Iterable[PropertyRecord]) -> Iterator[PropertyRecord]:
    """The rows of tables, nested ones after their parents."""
    for each in properties:
        if not each.named_in_example:
            yield each
        yield from records(each.children)


def rows(found: Iterable[ConnectorRecord], *, nested: bool = True) -> list[PropertyRecord]:
    properties = [step.properties for connector in found for step in connector.steps]
    if nested:
        return [record for each in properties for record in records(each)]
    return [record for each in properties for record in each if not record.named_in_example]


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        (OLD, {("source", "documented"): 113, ("destination", "documented"): 8}),
        (NEW, {("source", "documented"): 129, ("destination", "documented"): 11}),
        (ITERABLE, {("source", "documented"): 1}),
    ],
)
def test_connectors_by_role(name: str, counts: dict[tuple[str, str], int], shared: Path):
    assert Counter((each.role, each.status) for each in document(shared, name).connectors) == counts


def test_the_text_that_was_cut_off_has_63_connectors_with_a_part_and_names_58_more(shared: Path):
    found = document(shared, STITCH_TEXT).connectors
    assert Counter(each.status for each in found) == {"documented": 63, "listed": 58}
    assert Counter(each.role for each in found) == {"source": 113, "destination": 8}


@each_document
def test_every_connector_stands_once(name: str, shared: Path):
    assert set(Counter(each.key for each in document(shared, name).connectors).values()) == {1}


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        (OLD, {"form": 120, "oauth": 28}),
        (NEW, {"form": 139, "oauth": 33}),
        (STITCH_TEXT, {"form": 62, "oauth": 17}),
        (ITERABLE, {"config": 1}),
    ],
)
def test_steps(name: str, counts: dict[str, int], shared: Path):
    assert Counter(step.name for each in connectors(shared, name) for step in each.steps) == counts


@pytest.mark.parametrize(
    ("name", "total", "nested"), [(OLD, 996, 22), (NEW, 1_182, 26), (STITCH_TEXT, 477, 0), (ITERABLE, 10, 0)]
)
def test_property_rows(name: str, total: int, nested: int, shared: Path):
    found = connectors(shared, name)
    assert reading(shared, name).records.rows == total
    assert len(rows(found)) == total
    assert len(rows(found)) - len(rows(found, nested=False)) == nested


def test_labels_of_2021(shared: Path):
    labels = Counter(row.requirement for row in rows(connectors(shared, OLD)))
    assert labels == {"required": 513, "optional": 468, "internal": 11, "readOnly": 4}


def test_ticks_of_2026(shared: Path):
    labels = Counter(row.requirement for row in rows(connectors(shared, NEW)))
    # Four rows are ticked as required and read-only by their text, whoever decides between the two.
    assert labels["required"] + labels["readOnly"] == 615
    assert labels["optional"] == 1_182 - 615


def test_four_properties_of_2026_are_read_only_by_their_text(shared: Path):
    found = [each for connector in document(shared, NEW).connectors for *_, each in connector.paths()]
    # Of two, another sentence says that they are internal.
    assert Counter(each.requirement for each in found if each.read_only) == {"readOnly": 2, "internal": 2}


def test_130_properties_of_2021_have_their_values_in_a_list(shared: Path):
    listed = re.compile(r":\n\n- [`'\"‘“]")
    found = [
        row
        for row in rows(connectors(shared, OLD))
        if listed.search(row.description) and any(each.field == "enum" for each in row.statements)
    ]
    assert len(found) == 130


@pytest.mark.parametrize("name", [OLD, NEW])
def test_every_row_has_a_type(name: str, shared: Path):
    assert [row.place for row in rows(connectors(shared, name)) if not row.type_words] == []


def test_type_words_of_2021(shared: Path):
    words = {word for row in rows(connectors(shared, OLD)) for word in row.type_words}
    assert words >= {"STRING", "INTEGER", "ARRAY", "OBJECT", "BOOLEAN"}
    assert any(row.type_words == ("STRING", "INTEGER") for row in rows(connectors(shared, OLD)))


def test_the_iterable_page(shared: Path):
    (iterable,) = document(shared, ITERABLE).connectors
    assert (iterable.key, iterable.name) == ("fivetran/source/iterable", "Iterable")
    (config,) = iterable.steps
    assert {each.name: each.type for each in config.properties} == {
        "historic_sync_time_frame": "string",
        "sync_mode": "string",
        "historical_sync_limit_date": "string",
        "historical_sync_limit": "string",
        "custom_events": "array",
        "api_key": "string",
        "custom_event_sync_mode": "string",
        "account_region": "string",
        "events": "array",
        "schema": "string",
    }
    assert {each.name: each.enum for each in config.properties if each.enum} == {
        "historic_sync_time_frame": ("ONE_YEAR", "ALL_TIME", "FIVE_YEARS", "TWO_YEARS", "THREE_MONTHS", "SIX_MONTHS"),
        "sync_mode": ("SelectedEvents", "AllEvents"),
        "historical_sync_limit": ("ALL_TIME", "DATE_LIMIT"),
        "custom_event_sync_mode": ("SelectedEvents", "AllEvents", "NoEvents"),
        "account_region": ("EU", "US"),
    }
    assert [each.name for each in config.properties if each.items and each.items.type == "string"] == [
        "custom_events",
        "events",
    ]
    assert [each.name for each in config.properties if each.requirement == "required"] == ["schema"]


def test_the_envelope_of_the_iterable_page_has_18_fields(shared: Path):
    names = [each.name for each in reading(shared, ITERABLE).records.envelopes["source"]]
    assert len(names) == 18
    assert names[:2] == ["group_id", "service"]
    assert "config" not in names


@each_document
def test_nothing_is_unaccounted(name: str, shared: Path):
    assert reading(shared, name).records.unaccounted == 0
    assert "unaccounted" not in document(shared, name).codes


def errors(diagnostics: Diagnostics) -> list[Diagnostic]:
    return [each for each in diagnostics if each.level is Level.ERROR]


MALFORMED_2021 = {
    "stitch/source/platform.ga360 form",
    "stitch/source/import_api form",
    "stitch/source/platform.stripe form",
    "stitch/source/platform.workday-raas form",
}
MALFORMED_2026 = MALFORMED_2021 | {
    "stitch/destination/dataworld oauth",
    "stitch/source/platform.aurora form",
    "stitch/source/platform.cloudsql form",
    "stitch/source/platform.hp-mysql form",
    "stitch/source/platform.mariadb form",
    "stitch/source/platform.mysql form",
}


@pytest.mark.parametrize(
    ("name", "malformed"),
    [
        (OLD, MALFORMED_2021),
        (NEW, MALFORMED_2026),
        (STITCH_TEXT, {"stitch/source/platform.ga360 form", "stitch/source/import_api form"}),
        (ITERABLE, set()),
    ],
)
def test_the_malformed_examples_are_the_only_errors_and_name_connector_and_place(
    name: str, malformed: set[str], shared: Path
):
    found = errors(document(shared, name).diagnostics)
    assert {each.code for each in found} <= {"example-not-json"}
    assert sorted(each.subject for each in found) == sorted(malformed)
    assert all(re.fullmatch(r"#[\w-]+-example-usage/code\[1\]|line \d+/code", each.place) for each in found)
    assert {each.document for each in found} <= {Path(name).name}


@pytest.mark.parametrize("name", [OLD, NEW])
def test_the_corrections_leave_no_error(name: str, shared: Path):
    diagnostics = Diagnostics(name)
    corrections = load_corrections(Layout().corrections, diagnostics)
    given = {"vendors": VENDORS, "corrections": corrections.of_examples}
    found = read_records(shared / name, None, diagnostics, **given)
    assert found is not None
    assert found.records.corrected
    corrected = connectors_of(found, Knowledge(corrections), diagnostics)
    assert errors(diagnostics) == []
    examples = {f"{each.key} {step.name}": step.examples for each in corrected for step in each.steps if step.examples}
    assert set(examples) >= (MALFORMED_2021 - {"stitch/source/import_api form"})


def top_rows(
    found: Iterable[ConnectorRecord],
) -> dict[tuple[str, str, str], list[tuple[str, tuple[str, ...], str | None]]]:
    return {
        (each.role, each.type, step.name): [
            (row.name, row.type_words, row.requirement) for row in step.properties if not row.named_in_example
        ]
        for each in found
        for step in each.steps
    }


def test_the_text_and_the_html_of_one_page_agree_in_every_top_level_row(shared: Path):
    text, html = top_rows(connectors(shared, STITCH_TEXT)), top_rows(connectors(shared, OLD))
    assert sum(len(each) for each in text.values()) == 477
    assert {key: (text[key], html.get(key)) for key in text if text[key] != html.get(key)} == {}


def test_the_text_and_the_html_of_one_page_name_the_same_connectors(shared: Path):
    text, html = ({(each.role, each.type) for each in connectors(shared, name)} for name in (STITCH_TEXT, OLD))
    assert text == html


def names(envelopes: Mapping[str, tuple[PropertyRecord, ...]]) -> dict[str, list[str]]:
    return {role: [each.name for each in envelope] for role, envelope in envelopes.items()}


@each_document
def test_a_capture_gives_the_same_records_and_diagnostics_as_its_document(name: str, shared: Path, tmp_path: Path):
    whole = document(shared, name)
    # With the document's own name, so that nothing at all may differ but the descriptions.
    vendor = whole.reading.records.vendor
    origin = Origin(f"{vendor}/{Path(name).name}", vendor, "html", "", "", "")
    path = tmp_path / Path(name).name
    path.write_text(capture_text(whole.reading, origin), encoding="utf-8")
    capture = read(path)
    assert comparable(capture.connectors) == comparable(whole.connectors)
    assert capture.lines == whole.lines
    assert capture.reading.records.rows == whole.reading.records.rows
    assert names(capture.reading.records.envelopes) == names(whole.reading.records.envelopes)


@pytest.mark.parametrize(
    ("name", "capture"), [(NEW, "stitch/source-destination-reference"), (ITERABLE, "fivetran/iterable")]
)
def test_the_capture_that_is_committed_is_the_one_of_the_document(name: str, capture: str, shared: Path):
    path = Layout().captures / f"{capture}.json"
    committed = read(path).reading.origin
    assert committed is not None
    assert path.read_text(encoding="utf-8") == capture_text(reading(shared, name), committed)


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def without_part(page: str, heading: str) -> str:
    """The page without the part that this heading begins, and its row in the index."""
    parts = re.split(r'(?=<hr />\s*<div class="api-js-heading")', page)
    kept = [part for part in parts if heading not in part[:2_000]]
    assert len(kept) == len(parts) - 1
    return "".join(kept)


ADROLL = "stitch/source/platform.adroll"


def without_row(page: str, name: str) -> str:
    """The page without a row, and without the example after it: what an example shows is taken over."""
    row = re.search(rf"<tr>(?:(?!</?tr>).)*<strong>{name}</strong>.*?</tr>", page, re.DOTALL)
    assert row is not None
    return page[: row.start()] + re.sub(r"<pre.*?</pre>", "", page[row.end() :], count=1, flags=re.DOTALL)


@pytest.fixture
def shrunk(shared: Path, tmp_path: Path) -> Path:
    """The page of 2026-08 without AdRoll, and without a property of ActiveCampaign."""
    page = without_row((shared / NEW).read_text(encoding="utf-8"), "api_url")
    path = tmp_path / "source-destination-reference-2026-09.html"
    path.write_text(without_part(page, 'id="source-form-properties-adroll-object"'), encoding="utf-8")
    return path


def test_a_page_that_has_lost_a_connector_can_be_read(shrunk: Path, project: Layout):
    result = run("--project", project.root, "extract", shrunk)
    assert result.exit_code == 0
    assert ADROLL not in result.stdout
    assert "139 connectors" in result.stderr.splitlines()[-1]


def test_a_page_that_has_lost_a_connector_and_a_property_is_not_captured(shrunk: Path, project: Layout):
    capture = project.captures / "stitch" / "source-destination-reference.json"
    before = capture.read_bytes()
    result = run("--project", project.root, "capture", shrunk)
    assert result.exit_code == 1
    assert [line for line in result.stderr.splitlines() if "removed-connector" in line and ADROLL in line]
    assert "[removed-property] stitch/source/platform.activecampaign form.api_url" in result.stderr
    assert "--accept-removals" in result.stderr
    assert capture.read_bytes() == before


def test_a_page_that_has_lost_a_connector_is_captured_when_the_removal_is_accepted(shrunk: Path, project: Layout):
    result = run("--project", project.root, "capture", "--accept-removals", shrunk)
    assert result.exit_code == 0
    captured = read(project.captures / "stitch" / "source-destination-reference.json")
    assert ADROLL not in {each.key for each in captured.connectors}
    assert captured.reading.origin is not None
    assert captured.reading.origin.date == "2026-09"


def catalog_form(found: list[Connector]) -> list[str]:
    return [each.model_dump_json(by_alias=True, exclude_unset=True) for each in found]


@each_document
def test_reading_twice_gives_the_same(name: str, shared: Path):
    again = read(shared / name)
    assert catalog_form(again.connectors) == catalog_form(document(shared, name).connectors)
    assert again.lines == document(shared, name).lines


@pytest.mark.parametrize("name", [NEW, STITCH_TEXT, ITERABLE])
@pytest.mark.parametrize("tenth", [1, 3, 5, 7, 9])
def test_a_page_that_is_cut_off_anywhere_is_no_traceback(name: str, tenth: int, shared: Path, tmp_path: Path):
    content = (shared / name).read_text(encoding="utf-8")
    path = tmp_path / Path(name).name
    path.write_text(content[: len(content) * tenth // 10], encoding="utf-8")
    diagnostics = Diagnostics(path.name)
    found = read_records(path, None, diagnostics, vendors=VENDORS)
    if found is not None:
        connectors_of(found, Knowledge(), diagnostics)
        assert found.records.unaccounted == 0


def test_every_place_of_a_record_is_a_place_of_its_own(shared: Path):
    for name in ALL:
        places = [row.place for row in rows(connectors(shared, name))]
        assert len(places) == len(set(places))


# How many descriptions of 2021-01 and of 2026-08 state each fact. The numbers are those of a plain reading by hand,
# but for those that have theirs beside them.
STATED = {
    "requiredWhen": (33, 45),  # by hand 33 and 46
    "default": (30, 37),
    "const": (5, 5),  # by hand about 8
    "enum": (134, 156),  # by hand 136 and 159
    "format date-time": (211, 241),
    "format cron": (112, 128),
    "midnight": (98, 112),
    "encoding list": (9, 12),  # by hand 11 and 14
    "writeOnly": (16, 21),
    "note": (16, 18),  # half of them about a condition; these and the next are what the rules find, read one by one
    "appliesWhen": (3, 5),
}


@functools.cache
def stated(folder: Path, name: str) -> Counter[str]:
    """How many descriptions of a page state a fact, by field; of a format and an encoding, by value too."""
    counts: Counter[str] = Counter()
    for described in sample.rows(folder, name):
        assert described.blocks or not described.text
        for field, value in prose.found_in(described):
            counts.update({field, f"{field} {json.loads(value)}"} if field in ("format", "encoding") else {field})
        # The labels of the sample have neither of these.
        fields = {each.field for each in find_statements(described.blocks, Coverage())}
        counts.update(fields & {"note", "appliesWhen"})
    return counts


@pytest.mark.parametrize("fact", STATED)
def test_descriptions_that_state_a_fact(fact: str, shared: Path):
    assert tuple(stated(shared, name)[fact] for name in sample.STITCH) == STATED[fact]


def test_the_rules_find_what_is_labelled_by_hand_and_little_else(shared: Path):
    compared = [(label, found) for _, label, found in prose.compare()]
    right = sum(len(label & found) for label, found in compared)

    assert len(compared) == 300
    assert right / sum(len(found) for _, found in compared) >= 0.98
    assert right / sum(len(label) for label, _ in compared) >= 0.95


@functools.cache
def fivetran_secrets(folder: Path) -> list[Property]:
    return list(secrets_of(extract(Layout(), [folder / OPENAPI_2026], None).connectors).values())


def test_the_name_rule_finds_what_fivetran_marks_as_secret(shared: Path):
    marked = [each.name for each in fivetran_secrets(shared) if each.secret_from == "mark"]

    assert len(marked) == 1_151
    assert sum(map(is_secret_name, marked)) / len(marked) >= 0.98


def test_names_and_sentences_find_over_100_secrets_that_fivetran_does_not_mark(shared: Path):
    found = [each.name for each in fivetran_secrets(shared) if each.secret_from in ("name", "text")]

    assert len(found) > 100
    assert {"client_secret", "refresh_token", "access_token"} <= set(found)
    assert not {"public_key", "access_key_id"} & set(found)


class Plain:
    """An OpenAPI file of Fivetran's, read with plain JSON: what is counted in it must come out."""

    ROLES: ClassVar = {
        "source": ("NewConnectorRequestV1", "UpdateConnectorRequest", "ConnectorResponseV1"),
        "destination": ("NewDestinationRequest", "UpdateDestinationRequest", "DestinationExtendedResponse"),
    }

    def __init__(self, path: Path) -> None:
        self.schemas = json.loads(path.read_text(encoding="utf-8"))["components"]["schemas"]

    def at(self, schema: Any) -> Any:
        """The schema that a reference leads to."""
        return self.at(self.schemas[schema["$ref"].rpartition("/")[2]]) if "$ref" in schema else schema

    def services(self) -> Iterator[tuple[str, str, list[str], list[str]]]:
        """Role and id of each service; the parts that it is made of, and those that only its answer has."""
        for role, (create, _, answer) in self.ROLES.items():
            asked, told = (self.schemas[name]["discriminator"]["mapping"] for name in (create, answer))
            for service, schema in asked.items():
                own = [name for name in self.parts(schema) if name != create]
                yield role, service, own, [name for name in self.parts(told[service]) if name not in (answer, *own)]

    def parts(self, reference: str) -> list[str]:
        return [part["$ref"].rpartition("/")[2] for part in self.schemas[reference.rpartition("/")[2]]["allOf"]]

    def steps(self, name: str) -> Any:
        """The objects ``config`` and ``auth`` of a part."""
        return self.schemas[name]["properties"]

    def objects(self, *, envelopes: bool, asked: bool = True) -> Iterator[Any]:
        """The objects whose properties are read: of each service, and of the requests around them."""
        for _, _, own, told in self.services():
            for name in (own if asked else []) + told:
                yield from self.steps(name).values()
        if envelopes:
            yield from (self.schemas[name] for names in self.ROLES.values() for name in names)

    def below(self, owner: Any) -> Iterator[tuple[Any, bool]]:
        """Each property in an object, nested ones after their parents, and whether it is required there."""
        for name, schema in owner.get("properties", {}).items():
            found = self.at(schema)
            yield found, name in owner.get("required", ())
            yield from self.below(self.at(found["items"]) if "items" in found else found)

    def with_items(self, schema: Any) -> Iterator[Any]:
        """A schema and that of its items, if it is a list."""
        yield schema
        if "items" in schema:
            yield from self.with_items(self.at(schema["items"]))

    def example(self, schema: Any) -> Any:
        """A value as the file shows it, or as it declares it."""
        found = self.at(schema)
        if "example" in found:
            return first_of(found["example"])
        if found.get("enum"):
            return found["enum"][0]
        if "properties" in found:
            return {name: self.example(each) for name, each in found["properties"].items()}
        if "items" in found:
            return [self.example(found["items"])]
        return {"string": "x", "integer": 1, "number": 0.5, "boolean": True, "array": [], "object": {}}[found["type"]]


def first_of(example: Any) -> Any:
    """An example, of which only the first word counts where it lists several."""
    if isinstance(example, list):
        return [first_of(each) for each in example]
    return example.partition(" | ")[0] if isinstance(example, str) else example


@functools.cache
def plain(folder: Path, name: str) -> Plain:
    return Plain(folder / name)


@pytest.mark.parametrize(("name", "sources", "destinations"), [(OPENAPI_2025, 740, 39), (OPENAPI_2026, 767, 37)])
def test_the_services_of_an_openapi_file(name: str, sources: int, destinations: int, shared: Path):
    found = document(shared, name).connectors
    assert Counter((each.role, each.status) for each in found) == {
        ("source", "documented"): sources,
        ("destination", "documented"): destinations,
    }
    counted = [f"fivetran/{role}/{service}" for role, service, *_ in plain(shared, name).services()]
    assert [each.key for each in found] == counted
    assert len(set(counted)) == len(counted)


@pytest.mark.parametrize(
    ("name", "counts"), [(OPENAPI_2025, {"config": 779, "auth": 114}), (OPENAPI_2026, {"config": 804, "auth": 140})]
)
def test_the_steps_of_an_openapi_file(name: str, counts: dict[str, int], shared: Path):
    assert Counter(step.name for each in connectors(shared, name) for step in each.steps) == counts
    file = plain(shared, name)
    steps = {
        (role, service, step) for role, service, own, _ in file.services() for part in own for step in file.steps(part)
    }
    assert Counter(step for *_, step in steps) == counts


@pytest.mark.parametrize(
    ("name", "total", "required", "read_only"), [(OPENAPI_2025, 4_936, 809, 102), (OPENAPI_2026, 5_254, 836, 101)]
)
def test_the_properties_of_an_openapi_file(name: str, total: int, required: int, read_only: int, shared: Path):
    found = rows(connectors(shared, name))
    assert reading(shared, name).records.rows == len(found) == total
    labels = Counter(row.requirement for row in found)
    assert labels == {None: total - required - read_only, "required": required, "readOnly": read_only}
    file = plain(shared, name)
    counted = [each for owner in file.objects(envelopes=False) for each in file.below(owner)]
    told = [each for owner in file.objects(envelopes=False, asked=False) for each in file.below(owner)]
    assert (len(counted), sum(is_required for _, is_required in counted), len(told)) == (total, required, read_only)


@pytest.mark.parametrize(("name", "schema"), [(OPENAPI_2025, 622), (OPENAPI_2026, 649)])
def test_the_namings_of_an_openapi_file(name: str, schema: int, shared: Path):
    counts = {"schema": schema, "schema_table": 57, "schema_prefix": 49, "schema_table_group": 12}
    found = document(shared, name).connectors
    assert Counter(each.naming for each in found if each.role == "source") == counts
    assert {each.naming for each in found if each.role == "destination"} == {None}
    parts = (part for *_, own, _ in plain(shared, name).services() for part in own)
    counted = Counter(part.removeprefix("schema_format_") for part in parts if part.startswith("schema_format_"))
    assert counted == counts


@pytest.mark.parametrize(("name", "marked"), [(OPENAPI_2025, 1_030), (OPENAPI_2026, 1_151)])
def test_the_secrets_that_an_openapi_file_marks(name: str, marked: int, shared: Path):
    assert sum(row.declared.get("secretFrom") == "mark" for row in rows(connectors(shared, name))) == marked
    file = plain(shared, name)
    properties = (each for owner in file.objects(envelopes=False) for each, _ in file.below(owner))
    assert sum(any(part.get("format") == "password" for part in file.with_items(each)) for each in properties) == marked


REPAIRED = {
    "values-of-object": (638, 664),
    "text-of-object": (2, 2),
    "values-as-text": (3, 3),
    "values-in-example": (474, 475),
    "empty-example": (936, 1_064),
    "value-twice": (0, 0),
}


def needs_repair(schema: Any) -> Iterator[str]:
    """What must be put right in a schema, as it stands in the file."""
    type_, values, example = schema.get("type"), schema.get("enum", []), schema.get("example")
    words = values and all(isinstance(value, str) for value in values)
    if type_ == "object" and words:
        yield "values-of-object"
    if type_ == "object" and isinstance(example, str) and not values:
        yield "text-of-object"
    if type_ in ("boolean", "integer", "number") and words:
        yield "values-as-text"
    shown = example[0] if isinstance(example, list) and example else example
    if isinstance(shown, str) and " | " in shown:
        yield "values-in-example"
    if example in ("string", ["string"]) and not values and schema.get("format", "password") == "password":
        yield "empty-example"
    if len(set(map(str, values))) < len(values):
        yield "value-twice"


@each_openapi
def test_what_is_put_right_in_an_openapi_file(name: str, shared: Path):
    year = [OPENAPI_2025, OPENAPI_2026].index(name)
    expected = {code: counts[year] for code, counts in REPAIRED.items()}
    assert {rule.code for rule in REPAIRS} == set(expected)
    codes = Counter(document(shared, name).codes)
    assert {code: codes[code] for code in expected} == expected
    file = plain(shared, name)
    schemas = (
        part
        for owner in file.objects(envelopes=True)
        for each, _ in file.below(owner)
        for part in file.with_items(each)
    )
    counted = Counter(code for schema in schemas for code in needs_repair(schema))
    assert {code: counted[code] for code in expected} == expected


@each_openapi
def test_the_envelopes_of_an_openapi_file(name: str, shared: Path):
    found = reading(shared, name).records.envelopes
    assert {role: len(each) for role, each in found.items()} == {"source": 32, "destination": 16}
    schemas = plain(shared, name).schemas
    for role, requests in Plain.ROLES.items():
        properties = {each for schema in requests for each in schemas[schema]["properties"]} - {"config", "auth"}
        assert {each.name for each in found[role]} == properties


# How many properties have a condition and a default: in a sentence of their own, and in the catalog. A sentence whose
# condition names no other property, or a value that is not listed, gives none there.
@pytest.mark.parametrize(
    ("name", "conditions", "defaults"), [(OPENAPI_2025, (174, 175), (250, 247)), (OPENAPI_2026, (200, 200), (251, 248))]
)
def test_conditions_and_defaults_of_an_openapi_file(
    name: str, conditions: tuple[int, int], defaults: tuple[int, int], shared: Path
):
    fields = [{each.field for each in row.statements} for row in rows(connectors(shared, name))]
    catalog = [each for connector in document(shared, name).connectors for *_, each in connector.paths()]
    required_when = [each for each in catalog if each.required_when is not None]
    assert (sum("requiredWhen" in each for each in fields), len(required_when)) == conditions
    assert {each.requirement for each in required_when} == {"conditional"}
    stated = [each for each in catalog if each.states_default]
    assert (sum("default" in each for each in fields), len(stated)) == defaults
    assert all(each.default in each.enum for each in stated if each.enum is not None)


@each_openapi
def test_nothing_of_an_openapi_file_is_an_error_or_unaccounted(name: str, shared: Path):
    assert errors(document(shared, name).diagnostics) == []
    assert reading(shared, name).records.unaccounted == 0
    unknown = {"unknown-keyword", "unknown-format", "unknown-part", "duplicate-property", "list-of-lists"}
    assert not unknown & set(document(shared, name).codes)


@each_openapi
def test_a_capture_of_an_openapi_file_gives_the_same_connectors(name: str, shared: Path, tmp_path: Path):
    whole = document(shared, name)
    again = captured(whole, tmp_path)
    assert comparable(again.connectors) == comparable(whole.connectors)
    assert again.reading.records.rows == whole.reading.records.rows
    assert again.reading.records.unaccounted == 0
    for role, envelope in whole.reading.records.envelopes.items():
        assert [(each.name, each.requirement, each.declared) for each in again.reading.records.envelopes[role]] == [
            (each.name, each.requirement, each.declared) for each in envelope
        ]


def test_the_capture_of_the_openapi_file_that_is_committed_is_the_one_of_the_document(shared: Path):
    path = Layout().captures / "fivetran" / "openapi.json"
    committed = read(path).reading.origin
    assert committed is not None
    assert committed.sha256 == reading(shared, OPENAPI_2026).document.sha256
    assert path.read_bytes() == capture_text(reading(shared, OPENAPI_2026), committed).encode()
    assert path.stat().st_size < 1_800_000


def test_what_the_openapi_file_shows_of_each_service_is_accepted_by_the_generated_code(shared: Path):
    file = plain(shared, OPENAPI_2026)
    refused, shown, placeholders = {}, 0, 0
    for role, service, own, _ in file.services():
        steps = [step.get("properties", {}) for part in own for step in file.steps(part).values()]
        payload = {name: file.example(each) for step in steps for name, each in step.items()}
        assert len(payload) == sum(map(len, steps))
        shown += len(payload)
        outputs = outputs_of(f"fivetran/{role}/{service}")
        declared = {name: file.at(each) for step in steps for name, each in step.items()}
        replaced = [name for name in payload if is_placeholder(name, declared[name], service)]
        placeholders += len(replaced)
        payload |= {name: instead_of_placeholder(declared[name]) for name in replaced}
        faults = outputs.faults(without_excluded(payload, outputs.connector))
        if any(faults.values()):
            refused[f"{role}/{service}"] = faults
    assert refused == {}
    assert (shown, placeholders) == (4_669, 10)


def test_what_only_earlier_documents_have_stays_and_names_the_later_one(shared: Path):
    assembler = Assembler(Knowledge())
    found_in = [reading(shared, name) for name in (OPENAPI_2026, ITERABLE, OPENAPI_2025)]
    stated = [
        assembler.entries(each.records, each.document.name, each.document.date, Diagnostics(each.document.name))
        for each in found_in
    ]
    merged = assembler.connectors(stated, Diagnostics())
    assert len(merged) == 812

    (iterable,) = (each for each in merged if each.key == "fivetran/source/iterable")
    documents = [Path(name).name for name in (OPENAPI_2026, OPENAPI_2025, ITERABLE)]
    assert [each.document for each in iterable.sources] == documents
    found = {path: each for _, path, each in iterable.paths()}
    gone = found.pop("historic_sync_time_frame")
    assert gone.absent_from == (documents[0],)
    assert [each.document for each in gone.sources] == documents[1:]
    assert "ALL_TIME" in (gone.enum or ())
    assert {each.absent_from is None for each in found.values()} == {True}
    gone_from = Counter(document for each in merged for *_, one in each.paths() for document in one.absent_from or ())
    assert gone_from == {documents[0]: 27}
