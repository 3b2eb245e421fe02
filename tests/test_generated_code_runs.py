"""The generated code is imported and run: what the documents show is accepted, what is wrong is refused."""

from __future__ import annotations

import copy
import functools
import importlib
import json
import operator
import pkgutil
import re
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import connector_catalog
import jsonschema_rs
import pydantic
import pytest

from generator.catalog.connector import Connector, Step
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths
from generator.paths import GENERATED, PROJECT, REFERENCE
from tests.cases import changes
from tests.cases.changes import Object
from tests.cases.verdicts import ALL_ACCEPT, ALL_REFUSE, Outputs, committed, in_batches, names_of, outputs_of
from tests.package.building import as_json, id_in_request, id_path, request_of, with_id
from tests.vendors import shape

KEYS = sorted(committed())
TOKEN = "s3cr3t-T0k3n-of-this-test"
Change = Callable[[Object, Step], Iterator[tuple[str, Object]]]


def _examples(outputs: Outputs) -> Iterator[tuple[Step, Object]]:
    return changes.examples_of(outputs.connector)


def test_there_are_connectors_and_examples() -> None:
    assert len(KEYS) >= 141
    assert sum(1 for connector in committed().values() for _ in changes.examples_of(connector)) >= 170


def test_every_module_of_the_package_imports() -> None:
    names = [found.name for found in pkgutil.walk_packages(connector_catalog.__path__, "connector_catalog.")]
    modules = [importlib.import_module(name) for name in names]

    assert len(modules) > 2 * len(KEYS)


def test_every_model_is_reached_by_its_vendor() -> None:
    for key in KEYS:
        outputs = outputs_of(key)
        vendor = importlib.import_module(f"connector_catalog.{outputs.connector.vendor}")
        assert getattr(vendor, names_of(outputs.connector)[1]) is outputs.model


@in_batches()
def test_schema_is_a_schema(keys: list[str]) -> None:
    for key in keys:
        outputs = outputs_of(key)
        # jsonschema's own check takes ten times as long.
        jsonschema_rs.meta.validate(outputs.schema)
        assert outputs.schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert outputs.schema["$id"] == f"https://connector-catalog.invalid/schemas/v1/{key}.json"


def _refused(outputs: Outputs, payloads: Iterable[Object]) -> list[dict[str, str]]:
    """The objections to the payloads that not all three accept."""
    return [faults for each in payloads if any((faults := outputs.faults(each)).values())]


@in_batches()
def test_documented_examples_are_accepted_by_all_three(keys: list[str]) -> None:
    faults = {key: _refused(outputs_of(key), (each for _, each in _examples(outputs_of(key)))) for key in keys}

    assert {key: found for key, found in faults.items() if found} == {}


@in_batches()
def test_documented_examples_come_back_inside_the_vendor_s_request(keys: list[str]) -> None:
    for outputs in map(outputs_of, keys):
        for _, example in _examples(outputs):
            request = outputs.model.model_validate(example).to_payload()
            assert as_json(request) == as_json(request_of(outputs.connector, example, {}))
            # The id comes first wherever it is.
            holder = request
            for name in id_path(outputs.connector.vendor, outputs.connector.role):
                assert next(iter(holder)) == name
                holder = holder[name]


@in_batches()
def test_payloads_of_the_reference_are_accepted_by_all_three(keys: list[str]) -> None:
    for key in keys:
        outputs = outputs_of(key)
        payloads = [payload for heading, payload in _blocks(key) if " as `" not in heading]

        assert payloads or not outputs.connector.steps
        path = id_path(outputs.connector.vendor, outputs.connector.role)
        ids = {functools.reduce(operator.getitem, path, request) for request in payloads}
        assert ids <= {id_in_request(outputs.connector)}
        parts = [with_id(request, key) for request in payloads]
        own = [
            {name: value for part in each.values() if isinstance(part, dict) for name, value in part.items()}
            for each in parts
        ]
        assert (key, _refused(outputs, own)) == (key, [])


@in_batches()
def test_variants_of_the_reference_are_accepted_by_all_three(keys: list[str]) -> None:
    for outputs in map(outputs_of, keys):
        own = list(_with_variants(outputs.connector))
        assert (outputs.connector.key, _refused(outputs, own)) == (outputs.connector.key, [])


def test_many_variants_of_the_reference_have_been_put_into_a_payload() -> None:
    # Those in an empty list, or in another variant than the one of the full payload, have no place in it.
    shown = sum(" as `" in heading for key in KEYS for heading, _ in _blocks(key))
    put = sum(1 for key in KEYS for _ in _with_variants(committed()[key]))

    assert shown > 500
    assert put > 0.6 * shown


def _blocks(key: str) -> Iterator[tuple[str, Object]]:
    """The JSON blocks of a page of the reference, each with the heading of its section."""
    page = (PROJECT / REFERENCE / f"{key}.md").read_text(encoding="utf-8")
    found = re.finditer(r"^(#{1,3} [^\n]*)$|^```json\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    heading = ""
    for each in found:
        heading = each[1] or heading
        if each[2]:
            yield heading, json.loads(each[2])


def _with_variants(connector: Connector) -> Iterator[Object]:
    """The full payload with each variant that the reference shows in its place, where it has this place."""
    for heading, variant in _blocks(connector.key):
        path = re.search(r"`([^`]*)` as `", heading)
        if path is None:
            continue
        full = copy.deepcopy(shape(connector).full)
        *above, name = path[1].split(".")
        holder = functools.reduce(lambda inner, part: inner.get(part) if isinstance(inner, dict) else None, above, full)
        if isinstance(holder, dict) and name in holder:
            holder[name] = [variant] if isinstance(holder[name], list) else variant
            yield full


@pytest.mark.parametrize(
    "change", [changes.missing, changes.wrong_types, changes.unknown_names, changes.unlisted_values]
)
@in_batches()
def test_wrong_payloads_are_refused_by_all_three(keys: list[str], change: Change) -> None:
    for key in keys:
        outputs = outputs_of(key)
        wrong = {what: payload for step, example in _examples(outputs) for what, payload in change(example, step)}
        verdicts = {what: outputs.verdicts(payload) for what, payload in wrong.items()}

        assert (key, {what: found for what, found in verdicts.items() if found != ALL_REFUSE}) == (key, {})


@pytest.mark.parametrize("payload", [None, [], "text", 1, True])
def test_values_that_are_not_objects_are_refused_by_all_three(payload: Any) -> None:
    assert outputs_of("stitch/source/platform.braintree").verdicts(payload) == ALL_REFUSE


def test_every_kind_of_change_has_been_made() -> None:
    # Where a change makes nothing, the test above finds nothing.
    made = {change.__name__: 0 for change in (changes.missing, changes.wrong_types, changes.unknown_names)}
    made["unlisted_values"] = 0
    for connector in committed().values():
        for step, example in changes.examples_of(connector):
            for name in made:
                made[name] += sum(1 for _ in getattr(changes, name)(example, step))

    assert made["missing"] > 500
    assert made["wrong_types"] > 2000
    assert made["unknown_names"] > 170
    assert made["unlisted_values"] > 150


def _secrets(properties: list[Property]) -> set[str]:
    return {found.name for _, found in property_paths(properties) if found.secret}


def _planted(value: Any, secrets: set[str]) -> Any:
    """A payload with the token for each secret that is a text."""
    if isinstance(value, dict):
        return {
            name: TOKEN if name in secrets and isinstance(inner, str) else _planted(inner, secrets)
            for name, inner in value.items()
        }
    return [_planted(inner, secrets) for inner in value] if isinstance(value, list) else value


def _with_secrets(keys: list[str]) -> list[str]:
    found = [key for key in keys if any(_secrets(step.properties) for step in committed()[key].steps)]
    assert found, keys
    return found


def _wrong(payload: Object, step: Step) -> Iterator[Object]:
    """Payloads that are wrong beside their secrets and in their secrets."""
    for change in (changes.missing, changes.unknown_names, changes.unlisted_values):
        yield from (made for _, made in change(payload, step))
    for secret in _secrets(step.properties) & set(payload):
        yield changes.changed(payload, (secret,), [TOKEN])
        yield changes.changed(payload, (secret,), {"no": TOKEN})


@in_batches()
def test_the_text_of_a_model_contains_no_secret(keys: list[str]) -> None:
    for outputs in map(outputs_of, _with_secrets(keys)):
        for step, example in _examples(outputs):
            planted = _planted(example, _secrets(step.properties))
            if outputs.verdicts(planted) == ALL_ACCEPT:
                model = outputs.model.model_validate(planted)
                assert TOKEN not in repr(model) + str(model) + f"{model}" + model.model_dump_json()
                assert (TOKEN in json.dumps(model.to_payload())) == (TOKEN in json.dumps(planted))


@in_batches()
def test_errors_and_problems_contain_no_secret(keys: list[str]) -> None:
    for outputs in map(outputs_of, _with_secrets(keys)):
        for step, example in _examples(outputs):
            for payload in _wrong(_planted(example, _secrets(step.properties)), step):
                assert TOKEN not in _told_by_the_model(outputs, payload)
                assert TOKEN not in repr(outputs.validate(payload, warnings=True))


def _told_by_the_model(outputs: Outputs, payload: Object) -> str:
    try:
        outputs.model.model_validate(payload)
    except pydantic.ValidationError as fault:
        return str(fault) + repr(fault) + "".join(traceback.format_exception(fault))
    return ""


def test_the_details_of_an_error_contain_no_secret() -> None:
    outputs = outputs_of("stitch/source/platform.braintree")
    with pytest.raises(pydantic.ValidationError) as caught:
        outputs.model.model_validate({"private_key": TOKEN, "merchant_id": 1, "no_such_property": TOKEN})

    # What web frameworks log and return.
    assert TOKEN not in str(caught.value.errors())
    assert TOKEN not in caught.value.json()


def test_unknown_names_are_let_through_where_that_is_asked_for() -> None:
    outputs = outputs_of("stitch/source/platform.braintree")
    payload = {**outputs.schema["examples"][0], "merchant_idd": "x"}

    assert [each.code for each in outputs.validate(payload)] == ["unknown"]
    assert "merchant_id" in outputs.validate(payload)[0].hint
    assert [each.code for each in outputs.validate(payload, unknown="warn")] == ["unknown-warning"]
    assert outputs.validate(payload, unknown="allow") == []
    with pytest.raises(ValueError, match="unknown"):
        outputs.validate(payload, unknown="maybe")


ALONE = """
import importlib, json, sys

class StandardLibraryOnly:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] not in {*sys.stdlib_module_names, *OWN}:
            raise ImportError(f"{name} is not of the standard library")

folder, *OWN, tasks = json.load(sys.stdin)
sys.path.insert(0, folder)
sys.meta_path.insert(0, StandardLibraryOnly())
assert not any("site-packages" in path for path in sys.path), sys.path
faults = []
for name, payloads in tasks:
    module = importlib.import_module(name)
    faults += [name for payload in payloads if module.validate(payload)]
    faults += [name for payload in payloads if not module.validate({**payload, "no_such_property": 1})]
print(json.dumps(faults))
"""


def _alone(folder: Path, own: str, tasks: list[tuple[str, list[Object]]]) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-I", "-S", "-c", ALONE]
    given = json.dumps([str(folder), own, tasks])
    return subprocess.run(call, input=given, capture_output=True, text=True, check=False)


def test_validators_need_the_standard_library_only() -> None:
    tasks = []
    for key in KEYS:
        outputs = outputs_of(key)
        module = names_of(outputs.connector)[0]
        name = f"connector_catalog.validators.{outputs.connector.vendor}.{module}"
        tasks.append((name, [example for _, example in _examples(outputs)]))
    done = _alone(PROJECT / GENERATED, "connector_catalog", tasks)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []


def test_a_validator_that_needs_more_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "needy.py").write_text("import pydantic\n", encoding="utf-8")
    done = _alone(tmp_path, "needy", [("needy", [])])

    assert done.returncode != 0
    assert "pydantic is not of the standard library" in done.stderr
