"""Real requests get the verdicts that reading them gives: from the validator, the models and the bundles of schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from connector_catalog import entries, validate

from tests.evidence import ACCEPTED, REFUSED, Evidence, load, refusals
from tests.evidence.verdicts import bundle_accepts, codes, entry_of, model_accepts
from tests.records.reading import read_once

EVIDENCE = load()
FAKE = "not-a-real-secret"
SECRETS = (
    "api_key", "api_keys", "consumer_key", "passphrase", "password", "pat", "pats", "private_key", "secret",
    "secret_key", "secret_value", "token",
)  # fmt: skip
OPENAPI = ("openapi-2025-12.json", "openapi-2026-05.json")


def wrong(evidence: Evidence) -> dict[str, Any]:
    """What comes out in another way than the data says, by the reader of the request."""
    accepted = evidence.verdict == ACCEPTED
    found: dict[str, Any] = {"validate": codes(evidence)}
    expected: dict[str, Any] = {"validate": evidence.problems}
    known = entry_of(evidence) is not None
    if known and evidence.action != "draft":
        found["model"], expected["model"] = model_accepts(evidence), accepted
    if known or (evidence.action != "update" and not _is_of_another_role(evidence)):
        found["bundle"], expected["bundle"] = bundle_accepts(evidence), accepted
    return {reader: got for reader, got in found.items() if got != expected[reader]}


def test_no_real_request_has_a_value_that_cannot_be_meant() -> None:
    known = [each for each in EVIDENCE if entry_of(each) is not None]
    found = [
        (each.name, problem.path, problem.code)
        for each in known
        for problem in validate(each.vendor, each.type, each.request, action=each.action, warnings=True)  # type: ignore[arg-type]
        if problem.code in ("empty-value", "placeholder", "port-range")
    ]

    assert len(known) > 50
    assert found == []


def _is_of_another_role(evidence: Evidence) -> bool:
    """Whether a connector of the other role has the type: a request alone does not say which role is meant."""
    return any((each.vendor, each.type) == (evidence.vendor, evidence.type) for each in entries())


def requests() -> Iterator[Any]:
    """The requests as parameters; one that is pending must come out wrong until its cause is removed."""
    for each in EVIDENCE:
        reason = f"cause {each.pending} of issue 10"
        marks = [pytest.mark.xfail(strict=True, reason=reason)] if each.pending else []
        yield pytest.param(each, id=each.name, marks=marks)


@pytest.mark.parametrize("evidence", list(requests()))
def test_a_request_gets_its_verdict(evidence: Evidence):
    assert wrong(evidence) == {}, f"{evidence.source}: {evidence.reason or 'a real request'}"


def test_the_refusals_by_reason(capsys: pytest.CaptureFixture[str]):
    lines = refusals(EVIDENCE)
    with capsys.disabled():
        print("", *lines, sep="\n")  # noqa: T201
    assert len(lines) > 5
    assert {each.kind for each in EVIDENCE if each.verdict == REFUSED} == {
        "placeholder",
        "outdated",
        "no such service",
        "incomplete",
        "mock",
    }


def test_all_sixty_four_requests_of_the_provider_are_there():
    found = [each for each in EVIDENCE if each.source.startswith("fivetran/terraform-provider-fivetran")]
    assert len(found) == 64
    assert {each.action for each in EVIDENCE} == {"create", "draft", "update"}


def test_the_requests_are_the_provider_s_but_for_secrets(shared: Path):
    stored = json.loads((shared / "requests" / "fivetran.json").read_text(encoding="utf-8"))
    kept = [each for each in EVIDENCE if each.source.startswith("fivetran/terraform-provider-fivetran")]
    assert [each.source for each in kept] == [each["from"] for each in stored]
    assert [each.action for each in kept] == [each["action"] for each in stored]
    changed = [
        path
        for mine, theirs in zip(kept, stored, strict=True)
        for path in _differences(mine.request, theirs["request"], "")
    ]
    assert [path for path in changed if not path.rstrip("]0123456789[").endswith(SECRETS)] == [
        ".config.secrets_list[0].value"
    ]


def _differences(mine: Any, theirs: Any, path: str) -> Iterator[str]:
    if isinstance(mine, dict):
        assert mine.keys() == theirs.keys()
        for name in mine:
            yield from _differences(mine[name], theirs[name], f"{path}.{name}")
    elif isinstance(mine, list):
        for index, (one, other) in enumerate(zip(mine, theirs, strict=True)):
            yield from _differences(one, other, f"{path}[{index}]")
    elif mine != theirs:
        assert mine == FAKE
        yield path


def test_no_secret_is_stored():
    found = [path for each in EVIDENCE for path, value in _leaves(each.request, "") if _is_real(path, value)]
    assert found == []


def _is_real(path: str, value: Any) -> bool:
    name = path.rstrip("]0123456789[").rpartition(".")[2]
    return name.endswith(SECRETS) and value not in (FAKE, "REF")


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{path}.{name}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{index}]")
    else:
        yield path, value


@pytest.mark.parametrize("name", OPENAPI)
def test_the_examples_of_requests_in_the_openapi_files_are_the_stored_ones(shared: Path, name: str):
    paths = json.loads((shared / "fivetran" / name).read_text(encoding="utf-8"))["paths"]
    stored = [each for each in EVIDENCE if each.source.startswith("OpenAPI files")]
    shown = [
        example["value"]
        for path, operation in (("/v1/destinations", "post"), ("/v1/destinations/{destinationId}", "patch"))
        for example in paths[path][operation]["requestBody"]["content"]["application/json"]["examples"].values()
    ]
    assert [list(_differences(mine.request, theirs, "")) for mine, theirs in zip(stored, shown, strict=True)] == [
        [".config.password"],
        [".config.password"],
    ]


@pytest.mark.parametrize("name", OPENAPI)
def test_the_examples_of_properties_in_the_openapi_files_are_accepted(shared: Path, name: str):
    known = {each.key for each in entries()}
    seen, refused = 0, []
    for connector in read_once(shared / "fivetran" / name).connectors:
        for step in connector.steps if connector.key in known else ():
            for each in step.properties:
                for value in () if each.read_only else each.examples or ():
                    if not _is_placeholder(value, each.name, connector.type):
                        seen += 1
                        problems = validate("fivetran", connector.type, {each.name: value}, action="update")
                        refused += [
                            (connector.key, problem.path, problem.code)
                            for problem in problems
                            if problem.code in ("type", "enum", "pattern", "format", "minimum", "maximum")
                        ]
    assert seen > 100
    assert refused == []


def _is_placeholder(value: Any, name: str, service: str) -> bool:
    return value in ("string", name, f"{service}_{name}")


@pytest.mark.parametrize(
    "change",
    [
        {"verdict": "refused"},
        {"verdict": "maybe"},
        {"reason": "mock: a test"},
        {"verdict": "refused", "reason": "mock", "problems": ["enum"]},
        {"verdict": "refused", "reason": "mock: a test", "problems": []},
    ],
)
def test_an_entry_that_is_not_complete_is_an_error(tmp_path: Path, change: dict[str, Any]):
    entry = {"from": "x", "vendor": "acme", "role": "source", "type": "x", "action": "create", "verdict": "accepted"}
    (tmp_path / "acme.json").write_text(json.dumps([entry | {"request": {}} | change]), encoding="utf-8")
    with pytest.raises(ValueError, match="acme-0: expected"):
        load(tmp_path)
