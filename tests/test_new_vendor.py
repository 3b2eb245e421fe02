"""A vendor is added with a profile, a reader and a capture of its page: nothing else has to change."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.paths import PROJECT

PARTS = Path(__file__).parent / "new_vendor"
COPIED = ("generator", "templates", "catalog/glossary.yaml", "catalog/secrecy.yaml", "catalog/names.yaml")
ADDED = {
    "catalog/vendors/acme.yaml": "acme.yaml",
    "generator/records/acme/__init__.py": "reader.py",
    "acme-sync-2026-11.html": "page.html",
}
CRATE: dict[str, Any] = {"title": "Mine", "settings": {"sourceKind": "crate", "shelf": "upper", "pass_phrase": "x"}}
DEPOT: dict[str, Any] = {"title": "Mine", "settings": {"destinationKind": "depot", "gate": 3}}
OUTPUTS = [
    "catalog/documents/acme/acme-sync.json",
    "catalog/connectors/acme/source/crate.json",
    "catalog/connectors/acme/destination/depot.json",
    "catalog/envelopes/acme.json",
    *(
        f"generated/connector_catalog/{path}"
        for path in (
            "schemas/acme/source/crate.json",
            "schemas/acme/destination/depot.json",
            "schemas/acme.json",
            "acme/__init__.py",
            "acme/__init__.pyi",
            "acme/source_crate.py",
            "acme/destination_depot.py",
            "validators/acme/source_crate.py",
            "validators/acme/destination_depot.py",
            "data/acme.jsonl",
        )
    ),
    "generated/reference/acme/source/crate.md",
    "generated/reference/acme/destination/depot.md",
]


def _sources(root: Path) -> dict[str, str]:
    """The digests of what people write, by path."""
    folders = [root / "generator", root / "templates", root / "catalog" / "vendors"]
    files = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    files += [root / path for path in COPIED]
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files
        if path.is_file()
    }


def _copied(root: Path) -> None:
    for path in COPIED:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        if (PROJECT / path).is_dir():
            shutil.copytree(PROJECT / path, root / path, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(PROJECT / path, root / path)


def _run(folder: Path, *arguments: str | Path, status: int = 0) -> str:
    command = [sys.executable, "-m", *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def acme(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the one vendor Acme, after ``capture`` and ``generate``."""
    root = tmp_path_factory.mktemp("acme")
    _copied(root)
    for path, name in ADDED.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PARTS / name, root / path)
    before = _sources(root)
    _run(root, "generator", "capture", "acme-sync-2026-11.html")
    _run(root, "generator", "generate")
    assert _sources(root) == before
    return root


def _package(root: Path, *arguments: str | Path, status: int = 0) -> str:
    return _run(root / "generated", "connector_catalog", *arguments, status=status)


def _python(root: Path, statements: str) -> Any:
    """The JSON value that statements print in the generated package."""
    command = [sys.executable, "-c", f"import json\nfrom connector_catalog import *\n{statements}"]
    done = subprocess.run(command, cwd=root / "generated", capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def _codes(root: Path, type_: str, payload: Any, **options: str) -> list[list[str]]:
    arguments = "".join(f", {name}={value!r}" for name, value in options.items())
    call = f"validate('acme', {type_!r}, {payload!r}{arguments})"
    return _python(root, f"print(json.dumps([[each.path, each.code] for each in {call}]))")


def test_the_vendor_reaches_all_outputs(acme: Path) -> None:
    assert [path for path in OUTPUTS if not (acme / path).is_file()] == []


def test_no_other_vendor_is_in_the_outputs(acme: Path) -> None:
    written = [path for path in acme.rglob("*") if path.is_file() and path.is_relative_to(acme / "generated")]
    others = [path.stem for path in (PROJECT / "catalog" / "vendors").glob("*.yaml")]

    assert others
    assert [str(path) for path in written if any(other in path.parts for other in others)] == []


def test_the_catalog_says_what_the_page_says(acme: Path) -> None:
    crate = json.loads((acme / "catalog/connectors/acme/source/crate.json").read_text(encoding="utf-8"))
    properties = {each["name"]: each for each in crate["steps"][0]["properties"]}

    assert (crate["vendor"], crate["role"], crate["type"], crate["name"]) == ("acme", "source", "crate", "Crate")
    assert [step["name"] for step in crate["steps"]] == ["settings"]
    assert {name: each["requirement"] for name, each in properties.items()} == {
        "shelf": "required",
        "lid": "optional",
        "nails": "conditional",
        "pass_phrase": "required",
    }
    assert properties["lid"]["enum"] == ["nailed", "loose", "none"]
    assert properties["nails"]["requiredWhen"] == [{"property": "lid", "in": ["nailed"]}]
    assert properties["pass_phrase"]["secret"] is True
    assert crate["steps"][0]["examples"] == [{"shelf": "upper", "lid": "nailed", "nails": 8, "pass_phrase": "open"}]


def test_the_envelope_is_in_a_file_of_its_own(acme: Path) -> None:
    envelopes = json.loads((acme / "catalog/envelopes/acme.json").read_text(encoding="utf-8"))["envelopes"]

    assert {role: [each["name"] for each in found] for role, found in envelopes.items()} == {
        "source": ["title", "definitionId"],
        "destination": ["title", "definitionId"],
    }


def test_the_profile_and_the_ids_are_in_the_package(acme: Path) -> None:
    package = acme / "generated" / "connector_catalog"
    profiles = json.loads((package / "vendors.json").read_text(encoding="utf-8"))["vendors"]

    assert list(profiles) == ["acme"]
    assert profiles["acme"]["roles"]["destination"]["request"]["id"] == "settings.destinationKind"
    assert 'AcmeType = Literal["crate", "depot"]' in (package / "ids.py").read_text(encoding="utf-8").replace("'", '"')
    assert sorted(_python(acme, "print(json.dumps([each.type for each in entries()]))")) == ["crate", "depot"]


@pytest.mark.parametrize(
    ("path", "role"),
    [("schemas/acme/source/crate.json", "source"), ("schemas/acme/destination/depot.json", "destination")],
)
def test_the_schema_and_the_bundle_describe_the_connector(path: str, role: str, acme: Path) -> None:
    package = acme / "generated" / "connector_catalog"
    schema = json.loads((package / path).read_text(encoding="utf-8"))
    bundle = (package / "schemas" / "acme.json").read_text(encoding="utf-8")

    assert schema["properties"].keys() >= ({"shelf", "nails"} if role == "source" else {"gate", "express"})
    assert ("sourceKind" if role == "source" else "destinationKind") in bundle


@pytest.mark.parametrize(
    ("made", "request_"),
    [
        ("CrateSource(shelf='upper', pass_phrase='x')", {"settings": CRATE["settings"]}),
        ("DepotDestination(gate=3)", {"settings": DEPOT["settings"]}),
    ],
)
def test_a_model_gives_a_request_with_the_id_in_its_place(made: str, request_: Any, acme: Path) -> None:
    printed = f"from connector_catalog.acme import *\nprint(json.dumps({made}.to_payload()))"

    assert _python(acme, printed) == request_


def test_a_valid_request_has_no_problems(acme: Path) -> None:
    assert _codes(acme, "crate", CRATE) == []
    assert _codes(acme, "depot", DEPOT) == []


def test_an_alternative_id_takes_the_place_of_the_id(acme: Path) -> None:
    settings = {name: value for name, value in CRATE["settings"].items() if name != "sourceKind"}

    assert _codes(acme, "crate", CRATE | {"settings": settings, "definitionId": "d-1"}) == []
    assert _codes(acme, "crate", CRATE | {"settings": settings}) != []


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ({"shelve": "upper"}, ["settings.shelve", "unknown"]),
        ({"lid": "nailed"}, ["settings.nails", "required"]),
        ({"nails": "eight"}, ["settings.nails", "type"]),
        ({"lid": "glued"}, ["settings.lid", "enum"]),
    ],
)
def test_a_mistake_is_a_problem_at_its_place(settings: Any, problem: list[str], acme: Path) -> None:
    payload = CRATE | {"settings": CRATE["settings"] | settings}

    assert _codes(acme, "crate", payload) == [problem]


def test_the_id_of_the_other_role_is_a_mistake(acme: Path) -> None:
    payload = CRATE | {"settings": CRATE["settings"] | {"destinationKind": "depot"}}

    assert [path for path, _ in _codes(acme, "crate", payload)] == ["settings.destinationKind"]


@pytest.mark.parametrize(("kind", "shelf", "changes"), [("crate", "upper", []), ("crate", "lower", ["settings.shelf"])])
def test_a_response_with_the_id_at_the_top_is_compared(kind: str, shelf: str, changes: list[str], acme: Path) -> None:
    actual = {"kind": kind, "title": "Mine", "settings": {"shelf": shelf, "pass_phrase": "x"}}
    printed = f"print(json.dumps([each.path for each in plan_diff({CRATE!r}, {actual!r})]))"

    assert _python(acme, printed) == changes


def test_a_response_of_another_kind_is_a_change(acme: Path) -> None:
    actual = {"kind": "depot", "title": "Mine", "settings": {"gate": 3}}
    printed = f"print(json.dumps([each.path for each in plan_diff({CRATE!r}, {actual!r})]))"

    assert _python(acme, printed)


def test_the_command_lists_and_shows_the_connectors(acme: Path) -> None:
    assert {word for line in _package(acme, "list").splitlines() for word in line.split()} >= {"crate", "depot"}
    assert "crate" in _package(acme, "list", "--vendor", "acme", "--role", "source")
    assert "pass_phrase" in _package(acme, "show", "acme", "crate")


@pytest.mark.parametrize(("type_", "id_"), [("crate", "sourceKind"), ("depot", "destinationKind")])
def test_the_example_is_a_request_that_the_command_accepts(type_: str, id_: str, acme: Path, tmp_path: Path) -> None:
    request = json.loads(_package(acme, "example", "acme", type_))
    path = tmp_path / "request.json"
    path.write_text(json.dumps(request), encoding="utf-8")

    assert request["settings"][id_] == type_
    # The vendor and the type are recognised from the nested id.
    _package(acme, "validate", path)


def test_the_command_refuses_a_request_with_a_mistake(acme: Path, tmp_path: Path) -> None:
    path = tmp_path / "request.json"
    path.write_text(json.dumps(CRATE | {"settings": CRATE["settings"] | {"lid": 5}}), encoding="utf-8")

    assert "settings.lid" in _package(acme, "validate", path, status=1)


def test_the_reference_names_the_vendor_by_its_title(acme: Path) -> None:
    page = (acme / "generated" / "reference" / "acme" / "source" / "crate.md").read_text(encoding="utf-8")

    assert "# Crate" in page.splitlines()
    assert "Acme source `crate`, model `CrateSource`" in page
    assert "settings-pass_phrase" in page


def test_the_generator_s_command_line_knows_the_vendor(acme: Path) -> None:
    found = json.loads(
        _run(acme, "generator", "extract", "--vendor", "acme", "--format", "json", "acme-sync-2026-11.html")
    )

    assert [each["type"] for each in found] == ["crate", "depot"]
    assert "acme" in _run(acme, "generator", "refresh", "--help")
