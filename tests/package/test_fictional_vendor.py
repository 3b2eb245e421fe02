"""A vendor whose ids are inside of a part, and differ by role, needs nothing but its profile."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.package.fictional import NAME, make_package

SHOP = {"label": "x", "settings": {"sourceKind": "acme-kind.shop", "host": "h"}}
LAKE = {"label": "x", "settings": {"destinationKind": "acme-kind.lake", "host": "h"}}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("fictional")
    make_package(made)
    return made


@pytest.fixture(scope="module")
def acme(folder: Path) -> Iterator[ModuleType]:
    sys.path.insert(0, str(folder))
    yield importlib.import_module(NAME)
    sys.path.remove(str(folder))


def codes(acme: ModuleType, request: Any, type_: str = "acme-kind.shop", **options: Any) -> list[tuple[str, str]]:
    return [(each.path, each.code) for each in acme.validate("acme", type_, request, **options)]


def with_settings(request: dict[str, Any], **settings: Any) -> dict[str, Any]:
    return request | {"settings": request["settings"] | settings}


def test_valid_requests_of_both_roles_are_accepted_at_once(acme: ModuleType) -> None:
    checker_of = importlib.import_module(f"{NAME}.request_checker").checker_of

    for type_, request in (("acme-kind.shop", SHOP), ("acme-kind.lake", LAKE)):
        assert codes(acme, request, type_) == []
        assert checker_of(acme.find("acme", type_)).accepts(request, "error")
        assert checker_of(acme.find("acme", type_)).accepts({"host": "h"}, "error")


def test_the_id_is_required_where_the_role_has_it(acme: ModuleType) -> None:
    assert codes(acme, {"label": "x", "settings": {"host": "h"}}) == [("settings.sourceKind", "required")]
    assert codes(acme, {"label": "x", "settings": {"host": "h"}}, "acme-kind.lake") == [
        ("settings.destinationKind", "required")
    ]
    assert codes(acme, with_settings(SHOP, sourceKind="acme-kind.lake")) == [("settings.sourceKind", "const")]
    assert codes(acme, LAKE) == [("settings.sourceKind", "required"), ("settings.destinationKind", "unknown")]


def test_another_field_may_name_the_connector_instead(acme: ModuleType) -> None:
    request = {"label": "x", "templateId": "t", "settings": {"host": "h"}}

    assert codes(acme, request) == []
    assert codes(acme, request, "acme-kind.lake") == [
        ("settings.destinationKind", "required"),
        ("templateId", "unknown"),
    ]


def test_a_property_with_the_name_of_the_part_is_told_from_the_part(acme: ModuleType) -> None:
    nested = {"label": "x", "settings": {"destinationKind": "acme-kind.nest", "settings": {"a": 1}}}

    # Only the id shows that this is a whole request.
    assert codes(acme, nested, "acme-kind.nest") == [("settings.host", "required")]
    assert codes(acme, with_settings(nested, host="h"), "acme-kind.nest") == []
    assert codes(acme, {"host": "h", "settings": {"a": 1}}, "acme-kind.nest") == []
    assert codes(acme, {"host": "h", "settings": 5}, "acme-kind.nest") == [("settings", "type")]


def test_an_update_may_have_the_id_unless_the_envelope_says_that_it_is_create_only(acme: ModuleType) -> None:
    assert codes(acme, SHOP, action="update") == [("settings.sourceKind", "create-only")]
    assert codes(acme, LAKE, "acme-kind.lake", action="update") == []
    assert codes(acme, {"settings": {"host": "i"}}, action="update") == []


def test_problems_have_their_paths_and_anchors(acme: ModuleType) -> None:
    (problem,) = acme.validate("acme", "acme-kind.shop", with_settings(SHOP, port="x"))

    assert (problem.path, problem.code) == ("settings.port", "type")
    assert problem.reference == "acme/source/acme-kind.shop.md#setup-port"
    assert codes(acme, {"label": "x"}) == [("settings", "required")]
    assert codes(acme, SHOP | {"settings": 5}) == [("settings", "type")]


def test_properties_alone_are_validated(acme: ModuleType) -> None:
    assert codes(acme, {"host": "h"}) == []
    assert codes(acme, {"port": 1}) == [("host", "required")]


def test_the_prefix_of_ids_is_suggested(acme: ModuleType) -> None:
    with pytest.raises(acme.UnknownConnectorError, match=r"did you mean 'acme-kind\.shop'\?"):
        acme.find("acme", "shop")


def test_an_example_has_the_id_in_its_part(acme: ModuleType) -> None:
    example_request = importlib.import_module(f"{NAME}.command.example").example_request

    assert example_request("acme", "acme-kind.shop", full=False) == {
        "settings": {"sourceKind": "acme-kind.shop", "host": "<HOST>"},
        "label": "<LABEL>",
    }
    assert example_request("acme", "acme-kind.lake", full=True) == {
        "settings": {"destinationKind": "acme-kind.lake", "host": "<HOST>", "port": 80, "token": "<TOKEN>"},
        "label": "<LABEL>",
    }


def diff(acme: ModuleType, desired: Any, actual: Any, **options: Any) -> list[tuple[str, str]]:
    return [(each.path, each.kind) for each in acme.plan_diff(desired, actual, **options)]


def test_a_response_has_the_id_elsewhere(acme: ModuleType) -> None:
    response = {"sourceKind": "acme-kind.shop", "label": "x", "settings": {"host": "h"}}

    assert diff(acme, SHOP, response, masked="report") == []
    assert diff(acme, SHOP, {"result": {"item": response}}, masked="report") == []
    assert diff(acme, {"host": "i"}, response) == [("settings.host", "change")]
    assert diff(acme, SHOP, {"settings": {}}, masked="report") == [
        ("label", "add"),
        ("settings.sourceKind", "unknown"),
        ("settings.host", "add"),
    ]
    # What has a part of a request is the connector itself.
    assert diff(acme, SHOP, response | {"result": {"item": {}}}, masked="report") == []
    with pytest.raises(TypeError, match=r"result\.item"):
        diff(acme, SHOP, {"result": {"item": None}})


def test_another_connector_is_the_only_difference(acme: ModuleType) -> None:
    (change,) = acme.plan_diff(SHOP, {"sourceKind": "acme-kind.other", "settings": None})

    assert (change.path, change.kind) == ("settings.sourceKind", "recreate")
    assert (change.desired, change.actual) == ("acme-kind.shop", "acme-kind.other")


def test_secrets_are_omitted_by_role(acme: ModuleType) -> None:
    for request, field, expected in ((SHOP, "sourceKind", "add"), (LAKE, "destinationKind", "unknown")):
        response = {field: request["settings"][field], "label": "x", "settings": {"host": "h"}}
        found = diff(acme, with_settings(request, token="t"), response, masked="report")
        assert found == [("settings.token", expected)]


def test_the_destination_s_name_is_where_the_profile_says(acme: ModuleType) -> None:
    request = with_settings(SHOP, bucket="b", folder="f.g")

    assert diff(acme, request, {"label": "x", "settings": {"host": "h"}, "place": {"path": "b.f.g"}}) == []
    assert diff(acme, request, {"label": "x", "settings": {"host": "h"}, "place": {"path": "b.f"}}) == [
        ("settings.folder", "recreate")
    ]
    assert diff(acme, request, {"label": "x", "settings": {"host": "h"}}) == []


def test_a_request_names_its_connector_by_one_of_the_vendor_s_shapes(acme: ModuleType) -> None:
    recognised = importlib.import_module(f"{NAME}.request_naming").recognised
    source, destination = importlib.import_module(f"{NAME}.vendors").vendors()["acme"].requests.values()

    assert recognised(LAKE, None)[1] is recognised({"settings": LAKE["settings"]}, "acme")[1] is destination
    assert recognised(SHOP, None)[1] is recognised({"settings": SHOP["settings"]}, "acme")[1] is source
    assert recognised({"settings": LAKE["settings"]}, None) is None
    assert recognised({}, "acme")[1] is source


def test_the_id_of_another_role_is_not_accepted_in_a_line(acme: ModuleType) -> None:
    quick, finding = (importlib.import_module(f"{NAME}.command.{name}") for name in ("quick", "finding"))
    accepts = quick.LineChecker(finding.Settings(unknown="allow")).accepts

    assert accepts(json.dumps(SHOP))
    assert accepts(json.dumps(LAKE))
    assert not accepts(json.dumps(with_settings(SHOP, sourceKind="acme-kind.lake")))


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    call = [sys.executable, "-m", NAME, *arguments]
    done = subprocess.run(call, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_command_line_recognises_requests_of_both_roles(folder: Path) -> None:
    lines = [SHOP, LAKE, with_settings(LAKE, port="x"), {"settings": {}}, with_settings(SHOP, sourceKind=5)]
    (folder / "x.jsonl").write_text("\n".join(map(json.dumps, lines)))
    (folder / "y.json").write_text(json.dumps({"settings": {"host": "h"}}))

    status, shown = run(folder, "validate", "x.jsonl")
    assert status == 1
    assert [line.split("[")[1].split("]")[0] for line in shown.splitlines()[:-1]] == ["type", "no-connector", "type"]
    assert "expected 'label' and 'settings.sourceKind' or 'label' and 'settings.destinationKind' (Acme)" in shown
    status, shown = run(folder, "validate", "--vendor", "acme", "y.json")
    assert "expected 'settings.sourceKind' or 'settings.destinationKind' with the id of the connector" in shown


def test_the_command_line_shows_the_vendor_and_its_examples(folder: Path) -> None:
    assert (
        json.loads(run(folder, "example", "acme", "acme-kind.lake")[1])["settings"]["destinationKind"]
        == "acme-kind.lake"
    )
    assert "'settings.destinationKind' (Acme)" in run(folder, "validate", "--help")[1]
    assert run(folder, "list")[1].count("acme-kind.") == 3


def test_a_connector_that_later_documents_lack_says_so(acme: ModuleType, folder: Path) -> None:
    nest = acme.find("acme", "acme-kind.nest")
    listed = run(folder, "list")[1]
    told = json.loads(run(folder, "list", "--json")[1])

    assert (nest.absent_from, acme.find("acme", "acme-kind.lake").absent_from) == (("acme/api", "acme/guide"), ())
    assert [line.partition("  (")[2] for line in listed.splitlines()] == [
        "",
        "no longer in acme/api and acme/guide)",
        "",
    ]
    assert [each.get("absentFrom") for each in told] == [None, ["acme/api", "acme/guide"], None]
    assert "No longer in acme/api and acme/guide.\n" in run(folder, "show", "acme", "acme-kind.nest")[1]
    assert "No longer in" not in run(folder, "show", "acme", "acme-kind.lake")[1]
