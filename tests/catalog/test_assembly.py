"""The entries of several documents, assembled in the order of their dates."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.assembly import Assembler, DocumentEntries
from generator.catalog.context import Knowledge
from generator.catalog.corrections import Corrections
from generator.catalog.property_paths import property_paths
from generator.catalog.source import Source
from generator.commands.capture import Request, capture
from generator.diagnostics import Diagnostics
from generator.pipeline.catalog import build_catalog
from generator.profiles.profile import Profile
from generator.records.example import ExampleRecord
from generator.records.record import PageRecords
from tests.catalog.building import Fields, as_property, codes, connector, envelope, only, page, profile, prop, row
from tests.catalog.passes.test_corrections import correction
from tests.records.reading import with_profiles
from tests.vendors import ACME_PROFILE


def _entries(document: str, date: str, *properties: Fields, **more: Any) -> DocumentEntries:
    source = Source(document=document, place="#x")
    found = connector(*properties, sources=[source.to_json()])
    steps = [
        step.with_fields(properties=tuple(each.with_fields(sources=(source,)) for each in step.properties))
        for step in found.steps
    ]
    paused = as_property(prop("paused", title=document)).with_fields(sources=(source,))
    envelopes = (envelope().with_fields(properties=(paused,)),)
    return DocumentEntries(f"{document}.html", document, date, (found.with_steps(steps),), envelopes, **more)


DATES = {
    "years": [("acme/z", "2021"), ("acme/a", "2026")],
    "months": [("acme/z", "2026-05"), ("acme/a", "2026-08")],
    "days": [("acme/z", "2026-08-02"), ("acme/a", "2026-08-10")],
    "no date": [("acme/z", ""), ("acme/a", "2001")],
    "one date": [("acme/a", "2026"), ("acme/z", "2026")],
    "no dates": [("acme/a", ""), ("acme/z", "")],
    "three": [("acme/m", ""), ("acme/z", "2021"), ("acme/a", "2026")],
}


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("dates", DATES)
def test_the_dates_decide_which_document_is_later(dates: str, reverse: bool) -> None:
    names = [name for name, _ in DATES[dates]]
    diagnostics = Diagnostics()
    stated = [_entries(name, date, prop("a", title=name)) for name, date in DATES[dates]]
    (found,) = Assembler(Knowledge()).connectors(stated[::-1] if reverse else stated, diagnostics)

    assert [each.document for each in found.sources] == names[::-1]
    assert only(found).title == names[-1]
    assert [each.document for each in diagnostics] == [f"{name}.html" for name in names[1:]]


@pytest.mark.parametrize("reverse", [False, True])
def test_envelopes_are_merged_in_the_order_of_the_dates_too(reverse: bool) -> None:
    diagnostics = Diagnostics()
    stated = [_entries("acme/z", "2021"), _entries("acme/a", "2026")]
    (found,) = Assembler(Knowledge()).envelopes(stated[::-1] if reverse else stated, diagnostics)
    (paused,) = found.properties

    assert (paused.title, [each.document for each in paused.sources]) == ("acme/a", ["acme/a", "acme/z"])
    assert [(each.code, each.subject, each.document) for each in diagnostics] == [
        ("documents-differ", "acme source envelope.paused", "acme/a.html")
    ]


def test_the_passes_run_over_merged_envelopes() -> None:
    stated = [_entries("acme/z", "2021"), _entries("acme/a", "2026")]
    wrong = (
        stated[0]
        .envelopes[0]
        .with_fields(properties=(as_property(prop("api_key", "integer", default="x")), as_property(prop("token"))))
    )
    diagnostics = Diagnostics()
    (found,) = Assembler(Knowledge()).envelopes(
        [DocumentEntries("f", "d", "2021", (), (wrong,)), stated[1]], diagnostics
    )

    assert [each.secret for each in found.properties] == [None, None, True]
    assert [(each.code, each.document) for each in diagnostics] == [("default-type", "acme/a.html")]


def test_no_documents_have_no_entries() -> None:
    assert Assembler(Knowledge()).connectors([], Diagnostics()) == []
    assert Assembler(Knowledge()).envelopes([], Diagnostics()) == []


def test_findings_of_the_passes_name_the_latest_document_of_a_connector() -> None:
    diagnostics = Diagnostics()
    stated = [
        _entries("acme/a", "2021", prop("a", "integer", default="x")),
        DocumentEntries(
            "b.html", "acme/b", "2026", (connector(prop("a"), type="y", sources=[{"document": "acme/b"}]),)
        ),
    ]
    found = Assembler(Knowledge()).connectors(stated, diagnostics)

    assert [each.type for each in found] == ["x", "y"]
    assert [(each.code, each.document) for each in diagnostics] == [("default-type", "acme/a.html")]


def test_an_example_is_reported_at_its_place() -> None:
    diagnostics = Diagnostics("page.html")
    records = page(row("a", "INTEGER"), examples=[ExampleRecord("#x/code[1]", {"a": "x"})])
    assembler = Assembler(Knowledge())
    assembler.connectors([assembler.entries(records, "acme/page", "2026", diagnostics)], diagnostics)

    assert [(each.code, each.document, each.place) for each in diagnostics] == [
        ("example-type", "page.html", "#x/code[1]")
    ]


def test_a_document_s_entries_are_corrected() -> None:
    corrections = Corrections((correction(field="type", old="integer", new="string"),))
    assembler = Assembler(Knowledge(corrections))
    diagnostics = Diagnostics("page.html")
    found = assembler.entries(page(row("a", "INTEGER")), "acme/page", "2026", diagnostics)

    assert only(found.connectors[0]).type == "string"
    assert (found.file, found.document, found.date) == ("page.html", "acme/page", "2026")
    assert assembler.usage.corrections == list(corrections.all)
    assert codes(diagnostics) == ["corrected"]


@pytest.mark.parametrize(("profiles", "name"), [({"acme": profile(title="ACME Inc.")}, "ACME Inc."), ({}, "acme")])
def test_an_envelope_has_the_title_of_the_vendor(profiles: Any, name: str) -> None:
    records = PageRecords("acme", envelopes={"source": (row("paused", "BOOLEAN"),)})
    (found,) = Assembler(Knowledge(profiles=profiles)).entries(records, "d", "", Diagnostics()).envelopes

    assert found.name == name


def test_connectors_without_a_name_have_that_of_the_table() -> None:
    stated = _entries("acme/a", "2026")
    unnamed = DocumentEntries("f", "acme/a", "2026", (stated.connectors[0].with_fields(name=""),))
    (found,) = Assembler(Knowledge(names={"x": "The X"})).connectors([unnamed], Diagnostics())

    assert found.name == "The X"


@pytest.mark.parametrize("is_complete", [True, False])
def test_only_a_document_that_is_complete_tells_that_a_connector_is_gone(is_complete: bool) -> None:
    stated = [_entries("acme/old", "2025"), _entries("acme/new", "2026")]
    other = stated[1].connectors[0].with_fields(type="y")
    stated[1] = dataclasses.replace(stated[1], connectors=(other,))
    document = {"url": "https://acme.example/", "mediaTypes": ["text/html"], "complete": is_complete}
    stating = Profile.model_validate(ACME_PROFILE.to_json() | {"documents": {"new": document}})
    found = Assembler(Knowledge(profiles={"acme": stating})).connectors(stated, Diagnostics())

    assert {each.type: each.absent_from for each in found} == {"x": ("acme/new",) if is_complete else None, "y": None}


PAGE = """<h4 id="acme-object">The Acme source connection property object</h4>
<p>Boxes correspond to source <code>type: platform.acme</code>.</p>
<table>
<tr><td><strong>size</strong><br>TYPE<br>REQUIRED</td><td>How large.</td></tr>
<tr><td><strong>only_in_NAME</strong><br>STRING<br>OPTIONAL</td><td>Words.</td></tr>
</table>
"""


def test_the_catalog_takes_the_captures_in_the_order_of_their_dates_not_of_their_names(tmp_path: Path) -> None:
    layout = with_profiles(tmp_path)
    for name, date, type_ in (("z", "2021-01", "STRING"), ("a", "2026-08", "INTEGER"), ("m", "", "BOOLEAN")):
        page = tmp_path / f"{name}.html"
        page.write_text(PAGE.replace("TYPE", type_).replace("NAME", name), encoding="utf-8")
        assert capture(layout, [page], Request(name=name, date=date)).written
    layout.secrecy.write_text("{}\n", encoding="utf-8")
    layout.glossary.write_text("{}\n", encoding="utf-8")
    built = build_catalog(layout)
    (acme,) = built.catalog.connectors
    found = dict(property_paths(acme.steps[0].properties))

    assert [source.document for source in acme.sources] == ["stitch/a", "stitch/z", "stitch/m"]
    assert found["size"].type == "integer"
    assert {name: each.absent_from for name, each in found.items()} == {
        "size": None,
        "only_in_a": None,
        "only_in_z": ("stitch/a",),
        "only_in_m": ("stitch/z", "stitch/a"),
    }
    assert sorted(codes(built.diagnostics)) == ["documents-differ"] * 2 + ["undescribed"] * 4
    assert str(built.summary) == "3 documents, 1 connector, 6 properties, 0 unaccounted"
