"""The files of the history: what is written is read again, and a mistake is a diagnostic."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.context import load_knowledge
from generator.catalog.history import History
from generator.catalog.history_file import history_text, is_date, load_history
from generator.diagnostics import Diagnostics
from generator.paths import PROJECT, Layout
from tests.catalog.building import connector, prop

LINE: dict[str, Any] = {
    "seen": "2025-12/2026-05",
    "properties": {"form": {"2025-12/2026-05": ["host", "mode"]}},
    "values": {"form": {"mode": {"2025-12/2026-05": ["fast", 1, True, None]}}},
}


def loaded(folder: Path, content: Any) -> tuple[History, list[str]]:
    diagnostics = Diagnostics()
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / "acme.json").write_text(text, encoding="utf-8")
    found = load_history(folder, diagnostics)
    assert {each.code for each in diagnostics} <= {"history-format"}
    return found, [f"{each.place}: {each.message}" for each in diagnostics]


def test_the_file_has_a_line_for_each_connector_and_is_sorted():
    one = connector(prop("mode", enum=["safe", "fast"]), prop("host"))
    found = History().with_document("acme/api", "2026-05", [one, one.with_fields(type="a")])
    found = found.with_document("acme/api", "2025-12", [connector(prop("host"))])
    found = found.with_document("other/api", "2025-12", [one.with_fields(vendor="other")])
    groups = '{"2025-12/2026-05":["host"],"2026-05/2026-05":["mode"]}'
    values = '"values":{"form":{"mode":{"2026-05/2026-05":["fast","safe"]}}}'
    assert history_text(found, "acme").splitlines() == [
        "{",
        '"vendor":"acme",',
        '"documents":{"api":["2025-12","2026-05"]},',
        '"connectors":{',
        f'"source/a":{{"seen":"2026-05/2026-05","properties":{{"form":{{"2026-05/2026-05":["host","mode"]}}}},{values}}},',
        f'"source/x":{{"seen":"2025-12/2026-05","properties":{{"form":{groups}}},{values}}}',
        "}",
        "}",
    ]


def test_a_connector_without_properties_has_its_dates_only():
    found = History().with_document("acme/api", "2026-05", [connector().with_fields(steps=())])
    assert '"source/x":{"seen":"2026-05/2026-05"}\n' in history_text(found, "acme")


def test_what_is_written_is_read_again(tmp_path: Path):
    values = ["é", 1, True, None, 1.5]
    found = History().with_document("acme/api", "2026-05-31", [connector(prop("mode", enum=values), prop("host"))])
    again, messages = loaded(tmp_path, history_text(found, "acme"))
    assert messages == []
    assert again == found
    assert history_text(again, "acme") == history_text(found, "acme")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"seen": "2026-05"}, "acme.json: connectors/source/x/seen: expected the first and the last"),
        ({"seen": "2026-05/2025-12"}, "expected the first and the last date"),
        ({"seen": None}, "expected the first and the last date"),
        ({"since": "2026-05/2026-05"}, "acme.json: connectors/source/x/since: Extra inputs"),
        ({"properties": {"form": {"2025-12/2026-05": ["mode", 3]}}}, "valid string"),
        ({"properties": {"form": {"2025-12": ["mode"]}}}, "expected the first and the last date"),
        ({"properties": {"form": {"2025-12/2026-05": ["mode"], "2026-05/2026-05": ["mode"]}}}, "twice"),
        ({"values": {"form": {"mode": {"2025-12/2025-12": ["a"], "2026-05/2026-05": ["a"]}}}}, "form.mode has a"),
        ({"values": {"form": {"port": {"2025-12/2026-05": ["a"]}}}}, "form.port has values"),
        ({"values": {"auth": {"mode": {"2025-12/2026-05": ["a"]}}}}, "auth.mode has values"),
    ],
)
def test_a_mistake_in_a_line_is_an_error(tmp_path: Path, change: dict[str, Any], message: str):
    content = {
        "vendor": "acme",
        "documents": {"api": ["2025-12", "2026-05"]},
        "connectors": {"source/x": LINE | change},
    }
    found, messages = loaded(tmp_path, content)
    assert found == History()
    (only,) = messages
    assert message in only


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "invalid JSON"),
        ("[]", "object"),
        ('{"vendor": "acme", "vendor": "acme"}', "duplicate key 'vendor'"),
        ({"vendor": "acme", "documents": {"../api": []}, "connectors": {}}, "acme.json: documents: invalid name"),
        ({"vendor": "acme", "connectors": {}}, "acme.json: documents: Field required"),
        ({"vendor": "acme", "documents": {"api": ["May"]}, "connectors": {}}, "acme.json: documents/api/0"),
        ({"vendor": "other", "documents": {}, "connectors": {}}, "acme.json: vendor: expected the vendor acme"),
    ],
)
def test_a_mistake_in_a_file_is_an_error(tmp_path: Path, content: Any, message: str):
    found, messages = loaded(tmp_path, content)
    assert found == History()
    (only,) = messages
    assert message in only


def test_a_line_without_a_mistake_is_read(tmp_path: Path):
    content = {"vendor": "acme", "documents": {"api": ["2025-12", "2026-05"]}, "connectors": {"source/x": LINE}}
    found, messages = loaded(tmp_path, content)
    assert messages == []
    assert list(found.connectors["acme/source/x"].properties["form", "mode"].values) == ['"fast"', "1", "true", "null"]


@pytest.mark.parametrize(
    ("text", "valid"), [("2026-05", True), ("2026-05-31", True), ("2026", False), ("", False), ("2026-05-3", False)]
)
def test_dates(text: str, valid: bool):
    assert is_date(text) is valid


@pytest.mark.parametrize("vendor", ["fivetran", "stitch"])
def test_the_projects_history_is_in_its_own_form(vendor: str):
    diagnostics = Diagnostics()
    found = load_knowledge(Layout(PROJECT), diagnostics).history
    assert not diagnostics.failed
    path = Layout(PROJECT).history / f"{vendor}.json"
    assert path.read_text(encoding="utf-8") == history_text(found, vendor)


def test_what_the_projects_history_knows():
    found = load_history(Layout(PROJECT).history, Diagnostics())
    zones = found.values("fivetran/source/zoho_crm", "config", "data_center")
    assert zones["JP"] == ("2026-05", "2026-05")
    assert zones["US"] == ("2025-12", "2026-05")
    assert found.gained_value("fivetran/source/zoho_crm", "config", "data_center")
    assert not found.gained_value("fivetran/source/sql_server", "config", "binary_log_truncater")
    assert found.last_seen("fivetran/destination/adls") == "2025-12"
    assert found.first_seen("stitch/source/platform.mysql") == "2021-01"
