from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.paths import PROJECT, Layout
from tests.records.reading import PAGES, with_profiles
from tests.vendors import VENDORS

ACME = PAGES / "stitch" / "form_and_oauth.html"
MAIL = PAGES / "fivetran" / "page.txt"
FAULTY = PAGES.parent / "faulty_pages"


@pytest.fixture(autouse=True)
def empty_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # No corrections and no catalog: what comes out is from the documents alone.
    with_profiles(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str | Path) -> Result:
    result = CliRunner().invoke(main, ["--project", ".", *(str(argument) for argument in arguments)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def extracted(*arguments: str | Path) -> list[dict[str, Any]]:
    found = json.loads(run("extract", "--format", "json", *arguments).stdout)
    assert isinstance(found, list)
    return found


def test_the_table_has_a_line_for_each_property():
    assert run("extract", ACME).stdout.splitlines() == [
        "connector                    step   property       type    requirement",
        "stitch/source/platform.acme  form   region         string  optional",
        "stitch/source/platform.acme  oauth  client_secret  string  required",
        "stitch/source/platform.acme  oauth  region         string  required",
    ]


def test_the_table_has_the_properties_beside_the_connector_s_last():
    lines = [" ".join(line.split()) for line in run("extract", MAIL).stdout.splitlines()]

    assert lines[5:7] == [
        "fivetran/source/acme_mail config schema string required",
        "fivetran/source envelope group_id string",
    ]
    assert "fivetran/source envelope connect_card_config.redirect_uri string" in lines


def test_the_sentences_that_no_rule_reads_are_listed():
    done = run("extract", "--format", "unread", ACME)

    assert done.exit_code == 0
    assert f"{ACME}: #acme-form/table[1]/row[1]/cell[2]/p[1]: A place." in done.stdout.splitlines()


def test_the_table_names_nested_properties_by_their_path():
    table = run("extract", PAGES / "stitch" / "nested_table.html").stdout
    assert [line.split()[2] for line in table.splitlines()[1:]] == [
        "windows", "windows.from", "windows.zone", "windows.zone.name", "limits", "limits.rows", "after"
    ]  # fmt: skip


def test_the_table_names_connectors_without_properties():
    table = run("extract", PAGES / "stitch" / "index.html").stdout
    assert [" ".join(line.split()) for line in table.splitlines()[2:]] == [
        "stitch/destination/bolt (listed, no properties)",
        "stitch/source/bolt (listed, no properties)",
    ]


def test_json_is_a_list_of_connectors_in_catalog_form():
    (acme,) = extracted(ACME)
    assert (acme["vendor"], acme["role"], acme["type"], acme["status"]) == (
        "stitch",
        "source",
        "platform.acme",
        "documented",
    )
    assert [step["name"] for step in acme["steps"]] == ["form", "oauth"]


def test_descriptions_are_those_of_the_document():
    (acme,) = extracted(ACME)
    assert acme["steps"][0]["properties"][0]["description"] == "A place."


def test_sources_name_the_document_and_the_place():
    (acme,) = extracted(ACME)
    assert acme["steps"][0]["properties"][0]["sources"] == [
        {"document": "form_and_oauth.html", "place": "#acme-form/table[1]/row[1]"}
    ]


def test_several_documents_come_out_in_their_order():
    assert [each["vendor"] for each in extracted(MAIL, ACME)] == ["fivetran", "stitch"]


def test_the_last_line_says_what_was_read():
    assert run("extract", ACME).stderr.splitlines()[-1] == "1 document, 1 connector, 3 properties, 0 unaccounted"
    result = run("extract", ACME, MAIL)
    assert result.stderr.splitlines()[-1] == "2 documents, 2 connectors, 8 properties, 0 unaccounted"


def test_diagnostics_go_to_stderr_and_data_to_stdout():
    result = run("extract", "--format", "json", FAULTY / "unknown_label_stacked.html")
    assert "[unknown-label]" in result.stderr
    assert "unknown-label" not in result.stdout
    assert json.loads(result.stdout)


def test_a_diagnostic_names_the_document_as_the_user_did(tmp_path: Path):
    path = tmp_path / "some" / "page.html"
    path.parent.mkdir()
    path.write_bytes((FAULTY / "no_type.html").read_bytes())
    assert run("extract", "some/page.html").stderr.startswith("some/page.html:#source-acme-object: error [no-type] ")


def test_notes_are_printed_on_demand_and_counted_always():
    page = PAGES / "stitch" / "listed_values.html"
    silent = run("extract", page).stderr
    assert "[list-not-read]" not in silent
    assert "2 notes (--notes prints the notes)" in silent
    told = CliRunner().invoke(main, ["--notes", "extract", str(page)]).stderr
    assert told.count("[list-not-read]") == 2
    assert "2 notes\n" in told


def test_the_status_is_0_where_all_is_accounted_for():
    assert run("extract", ACME, MAIL).exit_code == 0


def test_a_warning_does_not_change_the_status():
    result = run("extract", PAGES / "stitch" / "two_types.html")
    assert "warning [two-types]" in result.stderr
    assert result.exit_code == 0


def test_the_status_is_1_where_there_is_an_error():
    assert run("extract", ACME, FAULTY / "no_type.html").exit_code == 1


def test_the_status_is_2_where_a_document_cannot_be_read_and_the_others_are_still_read():
    result = run("extract", "--format", "json", FAULTY / "empty_file.html", FAULTY / "no_type.html", ACME)
    assert result.exit_code == 2
    assert [each["type"] for each in json.loads(result.stdout)] == ["platform.acme"]
    assert "[empty-document]" in result.stderr
    assert "[no-type]" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "--format", "xml", str(ACME)],
        ["extract", "--vendor", "acme", str(ACME)],
        ["extract", "--colour", str(ACME)],
    ],
)
def test_wrong_usage_is_status_2(arguments: list[str]):
    assert run(*arguments).exit_code == 2


def test_the_vendor_is_recognised_from_the_content(tmp_path: Path):
    page = tmp_path / "stitch.txt"
    page.write_bytes(MAIL.read_bytes())
    assert [each["vendor"] for each in extracted(page)] == ["fivetran"]


def test_a_page_that_names_no_vendor_needs_the_option(tmp_path: Path):
    page = tmp_path / "page.txt"
    page.write_text(MAIL.read_text(encoding="utf-8").replace("fivetran", "acme"), encoding="utf-8")
    assert run("extract", page).exit_code == 2
    assert [each["type"] for each in extracted("--vendor", "fivetran", page)] == ["acme_mail"]


def test_a_page_read_as_another_vendors_is_an_error():
    assert run("extract", "--vendor", "stitch", MAIL).exit_code == 1


def test_nothing_is_written(tmp_path: Path):
    before = sorted(tmp_path.rglob("*"))
    run("extract", ACME, MAIL)
    assert sorted(tmp_path.rglob("*")) == before


def test_the_module_runs_as_a_program():
    command = [sys.executable, "-m", "generator", "extract", "--format", "json", str(MAIL)]
    result = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert [each["type"] for each in json.loads(result.stdout)] == ["acme_mail"]
    assert result.stderr == "1 document, 1 connector, 5 properties, 0 unaccounted\n"


def test_the_vendors_are_those_with_a_profile_in_the_project(tmp_path: Path):
    profile = Layout(tmp_path).vendors / "acme.yaml"
    profile.write_bytes((Layout(tmp_path).vendors / "stitch.yaml").read_bytes())
    names = sorted(["acme", *VENDORS])

    assert f"[{'|'.join(names)}]" in run("extract", "--help").stdout
    assert f"[{'|'.join(names)}]..." in run("refresh", "--help").stdout
    refused = run("extract", "--vendor", "bolt", ACME)
    assert refused.exit_code == 2
    assert ", ".join(map(repr, names)) in refused.stderr
    # The profile alone reads nothing.
    without_reader = run("extract", "--vendor", "acme", ACME)
    assert without_reader.exit_code == 2
    assert "acme has no readers; expected READERS in generator/records/acme/__init__.py" in without_reader.stderr
    (tmp_path / "page.html").write_text("<p>A page of nobody's.</p>", encoding="utf-8")
    assert "; these have no readers: acme\n" in run("extract", tmp_path / "page.html").stderr


def test_a_profile_that_is_wrong_is_an_error(tmp_path: Path):
    (Layout(tmp_path).vendors / "acme.yaml").write_text("title: 5\n", encoding="utf-8")
    result = run("extract", ACME)

    assert result.exit_code == 1
    assert "error [vendor-profile]" in result.stderr
