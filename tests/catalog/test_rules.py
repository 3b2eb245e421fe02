"""The rules of a catalog on disk."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.connector import Connector
from generator.catalog.rules import RULES, Subject, check
from generator.diagnostics import Diagnostics, Level
from generator.paths import INDEX
from generator.serialize import dumps
from tests.catalog.building import Fields, connector, prop

FILE = "catalog/connectors/acme/source/x.json"
GOOD = connector(prop("a", description="A.", requirement="required", sources=[{"document": "acme/page"}])).to_json()
Change = Callable[[Fields], object]


def _checked(folder: Path, change: Change, text: str | None = None) -> Diagnostics:
    """Return the findings about a project with one connector, after a change to its JSON."""
    stated = copy.deepcopy(GOOD)
    change(stated)
    found = Connector.model_validate(stated)
    (folder / FILE).parent.mkdir(parents=True)
    (folder / FILE).write_text(text or dumps(found.to_json()), encoding="utf-8")
    (folder / INDEX).write_text(json.dumps({"documents": [{"name": "acme/page"}]}), encoding="utf-8")
    return check(Subject(folder, {FILE: found}, ["acme", "other"]))


def _property(**fields: Any) -> Change:
    return lambda stated: stated["steps"][0]["properties"][0].update(fields)


def _unchanged(stated: Fields) -> None:
    """Leave the connector as it is."""


def test_a_good_connector_keeps_every_rule(tmp_path: Path) -> None:
    assert list(_checked(tmp_path, _unchanged)) == []


@pytest.mark.parametrize(
    ("change", "code", "subject", "words"),
    [
        (lambda stated: stated.update(type="y"), "file-name", "", "catalog/connectors/acme/source/y.json"),
        (lambda stated: stated.update(role="destination"), "file-name", "", "acme/destination/x"),
        (lambda stated: stated.update(sources=[{"document": "acme/other"}]), "known-source", "", "'acme/other'"),
        (_property(sources=[{"document": "acme/other"}]), "known-source", "", "'acme/other'"),
        (_property(requirement="mandatory"), "known-requirement", "form.a", "'mandatory'; expected one of: required,"),
        (_property(readOnly=True), "known-requirement", "form.a", "both required and read-only"),
        (_property(properties=[prop("b", requirement="x")]), "known-requirement", "form.a.b", "'x'"),
    ],
)
def test_a_broken_rule_is_an_error(change: Change, code: str, subject: str, words: str, tmp_path: Path) -> None:
    (error,) = _checked(tmp_path, change)

    assert (error.level, error.code, error.document, error.place) == (Level.ERROR, code, "catalog", FILE)
    assert error.subject == subject
    assert words in error.message


def test_a_vendor_without_a_profile_is_an_error(tmp_path: Path) -> None:
    found = _checked(tmp_path, lambda stated: stated.update(vendor="unknown"))

    assert [(each.code, each.place) for each in found] == [("file-name", FILE), ("known-vendor", FILE)]
    assert "'unknown'" in list(found)[1].message


def test_a_text_that_the_serializer_did_not_write_is_an_error(tmp_path: Path) -> None:
    (error,) = _checked(tmp_path, _unchanged, json.dumps(GOOD))

    assert (error.level, error.code, error.place) == (Level.ERROR, "canonical-text", FILE)


@pytest.mark.parametrize("requirement", ["required", "optional", "conditional", "internal", "readOnly", None])
def test_known_requirements(requirement: str | None, tmp_path: Path) -> None:
    assert list(_checked(tmp_path, _property(requirement=requirement))) == []


def test_a_property_that_is_read_only_and_not_required_is_consistent(tmp_path: Path) -> None:
    assert list(_checked(tmp_path, _property(requirement="readOnly", readOnly=True))) == []


def test_unknown_sources_are_reported_once_each_in_order(tmp_path: Path) -> None:
    sources = [{"document": name} for name in ("acme/z", "acme/b", "acme/z")]
    found = _checked(tmp_path, lambda stated: stated.update(sources=sources))

    assert ["acme/b" in found_.message for found_ in found] == [True, False]


def test_rules_have_names_and_sentences_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len({rule.sentence for rule in RULES}) == len(RULES)
