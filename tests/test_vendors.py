"""The vendors' profiles: loaded by vendor, and errors with file and place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalog.context import load_knowledge
from generator.diagnostics import Diagnostics, Level
from generator.paths import Layout
from generator.profiles.profile import load_profiles, load_vendors, to_vendors, vendor_names

REQUEST = {
    "id": "configuration.kind",
    "alternativeIds": ["definitionId"],
    "recognisedBy": ["configuration"],
    "parts": {"configuration": ["form", "auth"]},
}
ROLE = {"classSuffix": "Source", "request": REQUEST, "response": {"id": "kind"}}
GOOD: dict[str, Any] = {
    "title": "Acme",
    "steps": "together",
    "roles": {
        "source": ROLE,
        "destination": ROLE | {"request": REQUEST | {"parts": {"a": ["auth"], "b": ["target"]}}},
    },
}


OTHER = json.loads(json.dumps(GOOD).replace('"recognisedBy": ["configuration"]', '"recognisedBy": ["definition"]'))


def _written(folder: Path, data: Any, name: str = "acme") -> None:
    (folder / f"{name}.yaml").write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")


def _changed(place: str, value: Any) -> dict[str, Any]:
    """Return the good profile with another value at a place."""
    *above, name = place.split("/")
    changed: dict[str, Any] = json.loads(json.dumps(GOOD))
    holder = changed
    for each in above:
        holder = holder[each]
    holder[name] = value
    return changed


def _errors(folder: Path) -> list[tuple[str, str]]:
    diagnostics = Diagnostics()
    assert load_profiles(folder, diagnostics) == {}
    assert {(each.level, each.code) for each in diagnostics} == {(Level.ERROR, "vendor-profile")}
    return [(each.place, each.message) for each in diagnostics]


def test_profiles_are_loaded_by_vendor_in_order(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    _written(tmp_path, GOOD, "b")
    _written(tmp_path, OTHER, "a_1")
    found = load_profiles(tmp_path, diagnostics)

    assert list(found) == ["a_1", "b"]
    assert found["b"].to_json() == GOOD
    assert list(diagnostics) == []
    assert vendor_names(tmp_path) == ("a_1", "b")


def test_steps_are_those_of_all_roles(tmp_path: Path) -> None:
    _written(tmp_path, GOOD)

    assert load_profiles(tmp_path, Diagnostics())["acme"].step_names == ["form", "auth", "target"]


def test_the_package_looks_up_what_the_profile_states(tmp_path: Path) -> None:
    _written(tmp_path, GOOD)
    diagnostics = Diagnostics()
    vendors = load_vendors(tmp_path, diagnostics)

    assert vendors == to_vendors(load_profiles(tmp_path, diagnostics))
    assert vendors["acme"].name == "acme"
    assert vendors["acme"].title == "Acme"


@pytest.mark.parametrize(
    ("place", "value", "words"),
    [
        ("title", "", "at least 1 character"),
        ("steps", "both", "'together' or 'alternative'"),
        ("links", {"api": "http://acme.example"}, "match pattern"),
        ("roles", {}, "at least 1 item"),
        ("roles/source/classSuffix", "source", "match pattern"),
        ("roles/source/request/id", "a-b", "match pattern"),
        ("roles/source/request/id", "a..b", "match pattern"),
        ("roles/source/request/recognisedBy", [], "at least 1 item"),
        ("roles/source/request/parts", {}, "at least 1 item"),
        ("roles/source/response/wrapper", "a b", "match pattern"),
        ("roles/source/response/list", 3, "valid string"),
        ("roles/source/response/omitsSecrets", "perhaps", "valid boolean"),
        ("roles/source/response/other", 1, "not permitted"),
        ("destinationNaming", {"formats": {"x": ["a b"]}}, "match pattern"),
        ("other", 1, "not permitted"),
    ],
)
def test_an_invalid_value_is_an_error_with_file_and_place(place: str, value: Any, words: str, tmp_path: Path) -> None:
    _written(tmp_path, _changed(place, value))
    ((where, message),) = _errors(tmp_path)

    assert where.startswith(f"acme.yaml: {place}")
    assert words in message


def test_every_error_of_a_file_is_reported(tmp_path: Path) -> None:
    _written(tmp_path, {"title": "Acme", "roles": {"other": ROLE}})

    assert [place for place, _ in _errors(tmp_path)] == ["acme.yaml: steps", "acme.yaml: roles/other/[key]"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "expected a mapping"),
        ("- a\n", "expected a mapping"),
        ("a: 1\na: 2\n", "duplicate key 'a' (line 2, column 1)"),
    ],
)
def test_a_file_that_is_not_a_profile_is_one_error(text: str, message: str, tmp_path: Path) -> None:
    _written(tmp_path, text)

    assert _errors(tmp_path) == [("acme.yaml", message)]


@pytest.mark.parametrize("name", ["Acme", "acme inc", "1acme", "acme-inc", "äcme"])
def test_a_file_has_the_vendor_s_name(name: str, tmp_path: Path) -> None:
    _written(tmp_path, GOOD, name)

    assert _errors(tmp_path) == [(f"{name}.yaml", "invalid file name; expected lower-case letters, digits and _")]


def test_a_good_file_beside_an_invalid_one_is_loaded(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    for name, data in (("a", ""), ("b", GOOD), ("c", {})):
        _written(tmp_path, data, name)

    assert list(load_profiles(tmp_path, diagnostics)) == ["b"]
    assert diagnostics.failed


def test_the_project_s_profiles_are_valid() -> None:
    diagnostics = Diagnostics()

    assert tuple(load_profiles(Layout().vendors, diagnostics)) == vendor_names(Layout().vendors)
    assert list(diagnostics) == []


def _found(folder: Path, *profiles: Any) -> list[tuple[str, str]]:
    """The places and messages of errors, with profiles of the vendors a, b and so on."""
    diagnostics = Diagnostics()
    for name, data in zip("abc", profiles, strict=False):
        _written(folder, data, name)
    load_profiles(folder, diagnostics)
    return [(each.place, each.message) for each in diagnostics]


def test_parts_that_requests_do_not_have_are_errors(tmp_path: Path) -> None:
    response = {"id": "kind", "omitsParts": ["configuration", "form"]}
    terraform = {"resource": "acme", "encoded": ["configuration", "definitionId", "more", "settingz"]}
    request = REQUEST | {"beside": ["more"]}
    role = ROLE | {"request": request, "response": response, "terraform": terraform}

    assert _found(tmp_path, GOOD | {"roles": {"source": role}}) == [
        (
            "a.yaml: roles/source/response/omitsParts/1",
            "unknown part 'form' of the requests; expected 'configuration'",
        ),
        (
            "a.yaml: roles/source/terraform/encoded/3",
            "unknown part 'settingz' of the requests; expected 'configuration', 'definitionId' or 'more'",
        ),
    ]


def _recognised(*fields: str) -> Any:
    role = ROLE | {"request": REQUEST | {"recognisedBy": [*fields]}}
    return GOOD | {"title": f"By {' '.join(fields)}", "roles": {"source": role}}


PLACE = "roles/source/request/recognisedBy"


@pytest.mark.parametrize(
    ("first", "second", "faulty"),
    [
        (["kind"], ["kind"], [f"a.yaml: {PLACE}", f"b.yaml: {PLACE}"]),
        (["kind", "label"], ["label", "kind"], [f"a.yaml: {PLACE}", f"b.yaml: {PLACE}"]),
        (["kind"], ["kind", "label"], [f"a.yaml: {PLACE}"]),
        (["settings"], ["settings.kind"], [f"a.yaml: {PLACE}"]),
        # The first vendor is tried first: what the second one recognises of its requests never reaches that one.
        (["kind", "label"], ["kind"], []),
        (["settings.kind"], ["settings"], []),
        (["settings.kind"], ["settings.type"], []),
        (["kind"], ["type"], []),
    ],
)
def test_requests_that_another_vendor_recognises_are_an_error(
    first: list[str], second: list[str], faulty: list[str], tmp_path: Path
) -> None:
    found = _found(tmp_path, _recognised(*first), _recognised(*second))

    assert [place for place, _ in found] == faulty
    for place, message in found:
        title = f"By {' '.join(second if place.startswith('a') else first)}"
        assert message == f"requests of {title} have these fields, too; expected a field that they lack"


def test_roles_of_one_vendor_may_be_recognised_alike(tmp_path: Path) -> None:
    assert _found(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("field", "expected"),
    [("tipe", "did you mean 'type'?"), ("x", "expected one of: additionalProperties, alwaysShown,"), ("name", "exp")],
)
def test_a_declared_field_that_the_catalog_does_not_have_is_an_error(field: str, expected: str, tmp_path: Path) -> None:
    layout = Layout(tmp_path)
    layout.vendors.mkdir(parents=True)
    _written(layout.vendors, GOOD | {"declared": ["type", "anyOf", "encoding", "midnight", field]})
    diagnostics = Diagnostics()
    load_knowledge(layout, diagnostics)

    (found,) = [each for each in diagnostics if each.code == "vendor-profile"]
    assert (found.level, found.place) == (Level.ERROR, "acme.yaml: declared/4")
    assert found.message.startswith(f"unknown field {field!r} of the catalog; {expected}")


def test_hosts_are_about_fetching_and_stay_out_of_the_package(tmp_path: Path) -> None:
    _written(tmp_path, GOOD | {"links": {"docs": "https://docs.acme.com/a"}, "hosts": ["acme.net"]})
    profile = load_profiles(tmp_path, Diagnostics())["acme"]

    assert profile.own_hosts == {"docs.acme.com", "acme.net"}
    assert "hosts" not in profile.to_json()


@pytest.mark.parametrize("host", ["https://acme.com", "acme", "acme.com:443", "acme.com/a", "*.acme.com", ""])
def test_a_host_is_a_name_of_two_labels_or_more(host: str, tmp_path: Path) -> None:
    _written(tmp_path, GOOD | {"hosts": [host]})

    assert [place for place, _ in _errors(tmp_path)] == ["acme.yaml: hosts/0"]
