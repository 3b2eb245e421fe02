"""Airbyte's API files, walked by code that shares nothing with the generator: what they declare is what comes out."""

from __future__ import annotations

import dataclasses
import functools
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.catalog.connector import Connector
from generator.catalog.context import Knowledge
from generator.catalog.property import Property
from generator.diagnostics import Diagnostics, Level
from generator.documents.store import Origin
from generator.paths import Layout
from generator.pipeline.reading import Reading, capture_text, read_records
from generator.pipeline.vendor import connectors_of
from generator.profiles.profile import load_profiles, to_vendors
from tests.records.reading import comparable

FILES = ("openapi-2025-06.yaml", "openapi-2026-06.yaml")
ROLES = {"source": "SourceConfiguration", "destination": "DestinationConfiguration"}
each_file = pytest.mark.parametrize("name", FILES)

COPIED = {
    **{name: name for name in ("title", "order", "group", "pattern", "minimum", "maximum", "minLength", "maxLength")},
    **{name: name for name in ("exclusiveMinimum", "exclusiveMaximum", "minItems", "maxItems", "default", "format")},
    "pattern_descriptor": "patternDescription",
    "examples": "examples",
}
MARKS = {
    **{name: name for name in ("uniqueItems", "additionalProperties", "multiline", "deprecated", "readOnly")},
    "airbyte_hidden": "hidden",
    "always_show": "alwaysShown",
}
LIMITS = (
    *("pattern", "minLength", "maxLength", "minItems", "maxItems", "uniqueItems"),
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
)
OF_ITEMS = ("pattern", "minLength", "maxLength", "minimum", "maximum")
LABELS = ("title", "patternDescription")
ANNOTATIONS = ("title", "description", "default", "examples", "example")

Facts = dict[str, Any]


def is_sentence(label: Any) -> bool:
    """Whether a label is as long as a sentence; such a one is left out, with a note."""
    return isinstance(label, str) and len(label.split()) >= 10


@dataclasses.dataclass
class Walk:
    """What an API file declares, by the path of the property, in the catalog's words."""

    schemas: dict[str, Any]
    _facts: dict[str, dict[str, Facts]] = dataclasses.field(default_factory=dict)

    def connectors(self, role: str) -> list[str]:
        return [each["$ref"].rpartition("/")[2] for each in self.schemas[ROLES[role]]["oneOf"]]

    @property
    def keys(self) -> list[str]:
        return [each for role in ROLES for each in self.connectors(role)]

    def in_order(self, connector: str) -> list[str]:
        """The paths, each object's own before what is in them."""
        return list(self.facts(connector))

    def misspelt(self, connector: str) -> int:
        return sum(
            bool(meant(name)) and meant(name) not in each
            for each in self.below(self.schemas[connector])
            for name in each
        )

    def below(self, schema: Any) -> Iterator[Any]:
        """A schema and those inside it."""
        yield schema
        inner = [
            *schema.get("properties", {}).values(),
            *schema.get("oneOf", ()),
            *[schema[each] for each in ("items",) if each in schema],
        ]
        for each in inner:
            yield from self.below(each)

    def not_in_update(self, connector: str) -> Iterator[str]:
        update = self.schemas.get(f"{connector}-update")
        if update is not None:
            have = set(self.facts(f"{connector}-update"))
            facts = self.facts(connector)
            for path in facts:
                above = max(
                    (each for each in facts if each != path and path.startswith((f"{each}.", f"{each}["))),
                    key=len,
                    default="",
                )
                variant = path[: path.rindex("]") + 1] if "]" in path else ""
                known = not variant or any(each.startswith(variant) for each in have)
                if path not in have and (not above or above in have) and known:
                    yield path

    def facts(self, connector: str) -> dict[str, Facts]:
        if connector not in self._facts:
            self._facts[connector] = dict(self.object(self.at(self.schemas[connector]), ""))
        return self._facts[connector]

    def at(self, schema: Any) -> Any:
        """The keywords of a schema, references followed and misspelt words for people put right."""
        while "$ref" in schema:
            schema = self.schemas[schema["$ref"].rpartition("/")[2]]
        known = {name: value for name, value in schema.items() if name in ANNOTATIONS}
        return schema | {meant(name): value for name, value in schema.items() if meant(name)} | known

    def object(self, schema: Any, above: str) -> Iterator[tuple[str, Facts]]:
        properties, required = schema.get("properties", {}), schema.get("required", [])
        for name in required:
            if name not in properties:
                yield above + name, {"requirement": "required"}
        for name, child in properties.items():
            found = self.at(child)
            yield above + name, self.property(found) | {"requirement": "required" if name in required else "optional"}
            inner = self.at(found["items"]) if "items" in found else found
            for number, variant in enumerate(map(self.at, inner.get("oneOf", ()))):
                _, values = self.selector(inner)
                yield from self.object(variant, f"{above}{name}[{words(values[number])}].")
            yield from self.object(inner, f"{above}{name}.")

    def property(self, found: Any) -> Facts:
        facts: Facts = {COPIED[name]: value for name, value in found.items() if name in COPIED and value is not None}
        facts = {name: value for name, value in facts.items() if name not in LABELS or not is_sentence(value)}
        facts |= {MARKS[name]: True for name, value in found.items() if name in MARKS and value is True}
        facts |= {"type": found["type"]} if "type" in found else {}
        if "airbyte_secret" in found:
            facts["marked"] = str(found["airbyte_secret"]).lower() == "true"
        accepted = found.get("enum") or ([found["const"]] if found.get("const") is not None else None)
        facts |= {"accepted": accepted} if accepted else {}
        inner = self.at(found["items"]) if "items" in found else found
        if "items" in found:
            facts |= {
                f"items.{name}": inner[name] for name in ("type", "enum", *OF_ITEMS) if inner.get(name) is not None
            }
        if "oneOf" in inner:
            name, values = self.selector(inner)
            facts["variants"] = [
                (
                    words(value),
                    None if is_sentence(each.get("title")) else each.get("title"),
                    name,
                    value,
                    name in each.get("required", ()),
                    each.get("additionalProperties") is True,
                )
                for value, each in zip(values, map(self.at, inner["oneOf"]), strict=True)
            ]
        return facts

    def selector(self, schema: Any) -> tuple[str, list[Any]]:
        """The property with another constant in each object, and the constants; the most often required one."""
        objects = [self.at(each) for each in schema["oneOf"]]
        constants = [
            {name: fixed[0] for name, each in one["properties"].items() if len(fixed := self.fixed(each)) == 1}
            for one in objects
        ]
        told = [
            name
            for name in constants[0]
            if all(name in each for each in constants)
            and len({words(each[name]) for each in constants}) == len(objects)
        ]
        name = max(told, key=lambda name: sum(name in one.get("required", ()) for one in objects))
        return name, [each[name] for each in constants]

    def fixed(self, schema: Any) -> list[Any]:
        found = self.at(schema)
        return [found["const"]] if found.get("const") is not None else found.get("enum", [])


def words(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)


@functools.cache
def meant(name: str) -> str:
    """The word for people that a misspelt keyword stands for: one letter more, less, another one, or elsewhere."""
    plain = name.strip('" ').lower()
    if name in ANNOTATIONS:
        return ""
    return next((each for each in ANNOTATIONS if are_close(plain, each)), "")


def are_close(word: str, other: str) -> bool:
    if sorted(word) == sorted(other):
        return True
    short, long = sorted((word, other), key=len)
    start = next((number for number, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long[start + 1 :] in (short[start:], short[start + 1 :]) and len(long) - len(short) <= 1


@dataclasses.dataclass
class Read:
    reading: Reading
    connectors: list[Connector]
    diagnostics: Diagnostics


@functools.cache
def walk(folder: Path, name: str) -> Walk:
    text = (folder / "airbyte" / name).read_bytes()
    return Walk(yaml.load(text, Loader=yaml.CSafeLoader)["components"]["schemas"])


@functools.cache
def read(folder: Path, name: str) -> Read:
    return read_file(folder / "airbyte" / name)


def read_file(path: Path) -> Read:
    diagnostics = Diagnostics(path.name)
    knowledge = Knowledge(profiles=load_profiles(Layout().vendors, diagnostics))
    reading = read_records(path, None, diagnostics, vendors=to_vendors(knowledge.profiles))
    assert reading is not None
    return Read(reading, connectors_of(reading, knowledge, diagnostics), diagnostics)


def read_capture(found: Read, folder: Path) -> Read:
    source = found.reading.document
    origin = Origin(f"airbyte/{source.name}", "airbyte", source.kind.value, "", "", source.sha256)
    path = folder / "openapi.json"
    path.write_text(capture_text(found.reading, origin), encoding="utf-8")
    return read_file(path)


def facts_of(found: Property) -> Facts:
    """What the catalog states of a property, in the form of the walk."""
    stated = found.to_json()
    facts = {
        name: stated[name] for name in ("requirement", "type", *COPIED.values(), *MARKS.values()) if name in stated
    }
    if found.secret_from == "mark":
        facts["marked"] = bool(found.secret)
    facts |= {"accepted": list(found.accepted)} if found.accepted is not None else {}
    items = stated.get("items", {})
    facts |= {f"items.{name}": items[name] for name in ("type", "enum", *OF_ITEMS) if name in items}
    if found.all_variants:
        facts["variants"] = [
            (
                each.name,
                each.title,
                each.selector.property,
                each.selector.value,
                each.selector.required,
                each.additional_properties is True,
            )
            for each in found.all_variants
        ]
    return facts


class Repairs:
    """What the catalog puts right in a file, one rule for each code of a diagnostic; counts how often."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def applied(self, facts: Facts) -> Facts:
        """What should come out for what a file declares."""
        found = dict(facts)
        self._values_of_list(found)
        self._types_of_values(found)
        self._limits(found)
        self._format(found)
        self._default(found)
        self._examples(found)
        return found

    def _values_of_list(self, found: Facts) -> None:
        if "array" in types_of(found) and "accepted" in found:
            found["items.enum"] = found.pop("accepted")
            self.counts["values-of-list"] += 1

    def _types_of_values(self, found: Facts) -> None:
        types = types_of(found)
        others = [
            each for each in found.get("accepted", ()) if types and not accepts({"type": types}, of_type(each, types))
        ]
        if others:
            words = {type(None): "null", bool: "boolean", int: "integer", float: "number", str: "string"}
            found["type"] = [*types, *dict.fromkeys(words[type(each)] for each in others)]
            self.counts["values-of-other-type"] += 1

    def _limits(self, found: Facts) -> None:
        types = types_of(found)
        listed = "accepted" in found
        limits = {"string": ("pattern", "minLength", "maxLength"), "array": ("minItems", "maxItems", "uniqueItems")}
        lost = [
            name
            for type_, names in limits.items()
            if (types and type_ not in types) or (listed and type_ == "string")
            for name in names
        ]
        if listed or (types and not {"integer", "number"} & set(types)):
            lost += ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
        gone = [name for name in lost if found.pop(name, None) is not None]
        self.counts["limit-without-meaning"] += bool(gone)

    def _format(self, found: Facts) -> None:
        form = DAY if found.get("format") == "date" else TIME if found.get("format") == "date-time" else ""
        if not form or "accepted" in found:
            return
        if "pattern" not in found:
            found["pattern"] = f"^{form}$"
        elif not any(re.search(found["pattern"], each) for each in DATES if re.fullmatch(form, each)) or any(
            re.search(found["pattern"], each) for each in DATES if not re.fullmatch(form, each)
        ):
            del found["format"]
            self.counts["format-against-pattern"] += 1

    def _default(self, found: Facts) -> None:
        if "default" not in found:
            return
        value = of_type(found["default"], types_of(found))
        self.counts["default-as-text"] += type(value) is not type(found["default"])
        named = [each for each in found.get("variants", ()) if plain(value) in (plain(each[1]), plain(each[3]))]
        if "array" not in types_of(found) and named:
            value = {named[0][2]: named[0][3]}
            self.counts["default-of-variant"] += 1
        found["default"] = value
        listed = {"enum": found["accepted"]} if "accepted" in found else {}
        if not accepts(listed, value):
            near = [each for each in found["accepted"] if plain(each) == plain(value) and not isinstance(value, list)]
            found["default"] = near[0] if near else None
            self.counts["default-outside"] += not near
        elif not accepts(type_only(found), value):
            found["default"] = None
            self.counts["default-type"] += 1
        elif not accepts(limits_only(found), value):
            found["default"] = None
            self.counts["default-outside"] += 1
        if found["default"] is None:
            del found["default"]

    def _examples(self, found: Facts) -> None:
        if "examples" not in found:
            return
        schema = type_only(found) | ({"enum": found["accepted"]} if "accepted" in found else {})
        schema |= limits_only(found)
        shown = found["examples"] if isinstance(found["examples"], list) else [found["examples"]]
        values = [of_type(each, types_of(found)) for each in shown]
        kept = [each for each in values if accepts(schema, each)]
        self.counts["example-not-valid"] += len(values) - len(kept)
        found["examples"] = kept
        if not kept:
            del found["examples"]


DAY = r"\d{4}-\d\d-\d\d"
TIME = rf"{DAY}T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
DATES = [
    *("", "today", "2025", "2025-12", "20251224", "24-12-2025", "12-24-2025", "12/24/2025", "24/12/2025"),
    *("2025-12-24", "2025-12-24 10:00:00", "2025-12-24 10:00:00Z", "2025-12-24T10:00:00"),
    *(f"2025-12-24T10:00:00{each}" for each in ("Z", ".000Z", ".000000Z", "-05:00", ".000")),
]


def types_of(found: Facts) -> list[str]:
    stated = found.get("type", [])
    return [stated] if isinstance(stated, str) else stated


def type_only(found: Facts) -> Facts:
    return {"type": found["type"]} if "type" in found else {}


def of_type(value: Any, types: list[str]) -> Any:
    """A value that is written as a string, as JSON has it, if the type is another one."""
    if not isinstance(value, str) or "string" in types or not types:
        return value
    try:
        made = json.loads(value.lower())
    except ValueError:
        return value
    return made if isinstance(made, bool | int | float) and accepts({"type": types}, made) else value


def plain(value: Any) -> str:
    return re.sub(r"[\W_]", "", str(value)).lower()


def limits_only(found: Facts) -> Facts:
    return {name: found[name] for name in LIMITS if name in found}


def accepts(schema: Facts, value: Any) -> bool:
    return jsonschema.Draft202012Validator(schema).is_valid(value)


def same(field: str, one: Any, other: Any) -> bool:
    if field.rpartition(".")[2] == "pattern" and None not in (one, other):
        # One regular expression may be written in several ways: what does it say about some strings?
        return one == other or all(bool(re.search(one, each)) == bool(re.search(other, each)) for each in TEXTS)
    return json.dumps(one) == json.dumps(other)


PATTERN = re.compile(r" (?:items\.)?pattern$")
TEXTS = [*DATES, "1", "23", "1,2", "a", "A_b", "a-b.c", "https://a.example", "a/b", "a@b.example", "x y", "xoxb-1"]


def differences(file: Walk, found: Read) -> tuple[dict[str, tuple[Any, Any]], Counter[str]]:
    """What differs between the repaired file and the catalog, by connector, path and field; and the repairs."""
    catalog = {each.type: {path: facts_of(one) for _, path, one in each.paths()} for each in found.connectors}
    repairs, differing = Repairs(), {}
    for key, properties in catalog.items():
        for path, facts in file.facts(key).items():
            declared = repairs.applied(facts)
            # Sentences may show examples where none is declared.
            shown = {"examples"} - declared.keys()
            for field in (declared.keys() | properties[path].keys()) - shown:
                pair = declared.get(field), properties[path].get(field)
                if not same(field, *pair):
                    differing[f"{key} {path} {field}"] = pair
    return differing, +repairs.counts


@each_file
def test_every_connector_and_every_property_of_the_file_is_in_the_catalog(name: str, shared: Path) -> None:
    file, found = walk(shared, name), read(shared, name)

    listed = [each for role in ROLES for each in file.connectors(role)]
    assert [each.type for each in found.connectors] == listed
    assert [(each.type, path) for each in found.connectors for _, path, _ in each.paths()] == [
        (key, path) for key in listed for path in file.in_order(key)
    ]
    assert found.reading.records.unaccounted == 0


@each_file
def test_what_the_file_declares_is_in_the_catalog_but_for_repairs_that_are_counted(name: str, shared: Path) -> None:
    found = read(shared, name)
    differing, repairs = differences(walk(shared, name), found)

    codes = Counter(each.code for each in found.diagnostics)
    unused = {each.place for each in found.diagnostics if each.code == "unsupported-pattern"}
    patterns = {key for key, (_, kept) in differing.items() if PATTERN.search(key) and kept is None}
    assert len(patterns) <= len(unused)
    assert {key: pair for key, pair in differing.items() if key not in patterns} == {}
    # Sentences may show examples, too, which are left out likewise.
    shown = repairs.pop("example-not-valid", 0)
    assert shown <= codes["example-not-valid"]
    assert {code: codes[code] for code in repairs} == repairs
    assert sum(repairs.values()) < 0.05 * sum(1 for each in found.connectors for _ in each.paths())


@each_file
def test_misspelt_words_for_people_are_read_and_counted(name: str, shared: Path) -> None:
    file, found = walk(shared, name), read(shared, name)

    keys = {each.type for each in found.connectors}
    counted = Counter(
        each.place.split("/")[3]
        for each in found.diagnostics
        if each.code == "misspelt-keyword" and each.level is Level.NOTE and each.place.split("/")[3] in keys
    )
    assert counted == {key: count for key in keys if (count := file.misspelt(key))}


@each_file
def test_what_is_required_and_not_declared_is_counted(name: str, shared: Path) -> None:
    file, found = walk(shared, name), read(shared, name)

    counted = Counter(each.code for each in found.diagnostics)["undeclared-required"]
    assert counted == sum(
        facts == {"requirement": "required"} for key in file.keys for facts in file.facts(key).values()
    )


@each_file
def test_secrets_beyond_the_marks_say_where_they_come_from(name: str, shared: Path) -> None:
    file, found = walk(shared, name), read(shared, name)

    marks = {
        (key, path): facts["marked"]
        for key in file.keys
        for path, facts in file.facts(key).items()
        if "marked" in facts
    }
    secrets = {(each.type, path): one for each in found.connectors for _, path, one in each.paths() if one.secret}
    assert {key for key, each in secrets.items() if each.secret_from == "mark"} == {
        key for key, is_set in marks.items() if is_set
    }
    others = {key: each.secret_from for key, each in secrets.items() if each.secret_from != "mark"}
    assert set(others.values()) <= {"name", "text"}
    assert not others.keys() & marks.keys()


@each_file
def test_no_error_and_no_unknown_keyword_of_a_standard_is_in_the_file(name: str, shared: Path) -> None:
    found = read(shared, name)

    assert [str(each) for each in found.diagnostics if each.level is Level.ERROR] == []


@each_file
def test_the_capture_of_a_file_gives_the_same_connectors(name: str, shared: Path, tmp_path: Path) -> None:
    found = read(shared, name)
    again = read_capture(found, tmp_path)

    assert comparable(again.connectors) == comparable(found.connectors)
    assert again.reading.records.rows == found.reading.records.rows
    assert again.reading.records.unaccounted == 0
    for role, envelope in found.reading.records.envelopes.items():
        assert [(each.name, each.requirement, each.declared) for each in again.reading.records.envelopes[role]] == [
            (each.name, each.requirement, each.declared) for each in envelope
        ]


@each_file
def test_what_an_update_lacks_cannot_be_changed(name: str, shared: Path) -> None:
    file, found = walk(shared, name), read(shared, name)

    fixed = {(each.type, path) for each in found.connectors for _, path, one in each.paths() if one.create_only}
    assert fixed == {(key, path) for key in file.keys for path in file.not_in_update(key)}


@each_file
def test_the_envelopes_of_a_file(name: str, shared: Path) -> None:
    file, found = walk(shared, name), read(shared, name)

    for role, envelope in found.reading.records.envelopes.items():
        schemas = [
            file.at(file.schemas[f"{role.title()}{each}"]) for each in ("CreateRequest", "PatchRequest", "Response")
        ]
        assert {each.name for each in envelope} == {name for each in schemas for name in each["properties"]} - {
            "configuration"
        }
        required = set(schemas[0]["required"]) - {"configuration"}
        assert {each.name for each in envelope if each.requirement == "required"} == required
