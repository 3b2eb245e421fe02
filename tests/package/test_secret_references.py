"""What a reference to a secret is, where it is accepted, and what it stands for."""

from __future__ import annotations

import json
import re
import traceback
from typing import Any

import pytest
from connector_catalog import (
    Reference,
    UnresolvedReferenceError,
    environment,
    get_model,
    plan_diff,
    resolve,
    validate,
)
from connector_catalog.command.standalone import standalone

from templates.connector_catalog.checking import Validator
from templates.connector_catalog.secret_references import (
    REFERENCE,
    has_reference,
    is_reference,
    may_have_references,
    reference_in,
)
from templates.connector_catalog.value_constraints import ObjectConstraints, ValueConstraints

TOKEN = "s3cr3t-of-this-test"
POSTGRES = {
    "service": "postgres",
    "group_id": "g",
    "config": {"schema_prefix": "s", "host": "h", "password": "${env:PG_PASSWORD}"},
}


@pytest.mark.parametrize("text", ["${env:A}", "${file:/run/secrets/a b}", "${vault+kv2:a#b?c=d}", "${x:$y}", "${a:é}"])
def test_a_reference(text: str) -> None:
    scheme, _, name = text[2:-1].partition(":")

    assert reference_in(text) == Reference(scheme, name)
    assert str(reference_in(text)) == text
    assert re.search(REFERENCE, text)


@pytest.mark.parametrize(
    "value",
    [
        *("", "x", "${A}", "${:A}", "${env:}", "${env:A", "$env:A", "{env:A}", "${ENV:A}", "${1:A}", "${env:{A}}"),
        *("${env:A}x", " ${env:A}", "${env:A}\n", "${env:A\n}", "${env:A}${env:B}", 1, None, ["${env:A}"]),
    ],
)
def test_no_reference(value: Any) -> None:
    assert not is_reference(value)
    # Python takes the end of a line for the end of the text.
    assert not isinstance(value, str) or value.endswith("\n") or not re.search(REFERENCE, value)


def test_a_text_with_a_reference() -> None:
    assert has_reference("Bearer ${env:A}")
    assert not has_reference("Bearer ${env:}")
    assert not has_reference("$ {env:A}")


@pytest.mark.parametrize("value", ["${", ["x", "a${"], {"a": {"b": [1, "${"]}}, [[["${"]]]])
def test_what_may_have_references(value: Any) -> None:
    assert may_have_references(value)


def test_what_has_none() -> None:
    deep: Any = "x"
    for _ in range(100_000):
        deep = [deep]

    assert not may_have_references({"a": ["x", 1, None, {"${": "x"}], "b": deep})


def test_a_hostile_text_takes_no_time() -> None:
    assert not has_reference("${a:" * 200_000)
    assert not has_reference("${" + "a" * 1_000_000)


# Warnings.

PLAIN, SECRET = ValueConstraints(types=("string",)), ValueConstraints(types=("string",), secret=True)
KEYS = ValueConstraints(types=("array",), items=SECRET, secret=True)
KNOWN = {"plain": PLAIN, "secret": SECRET, "free": ValueConstraints(), "keys": KEYS}


@pytest.mark.parametrize(
    ("payload", "warned"),
    [
        ({"secret": "${env:A}", "plain": "x"}, []),
        ({"keys": ["${env:A}"]}, []),
        ({"keys": "${env:A}"}, []),
        ({"plain": "${env:A}"}, ["plain"]),
        ({"plain": "Bearer ${env:A}", "secret": "Bearer ${env:A}"}, ["plain", "secret"]),
        ({"plain": "${HOME}", "secret": "a${b}"}, []),
        ({"free": {"a": [{"b": "${env:A}"}]}}, ["free.a[0].b"]),
        ({"keys": ["x", "y${env:A}"]}, ["keys[1]"]),
    ],
)
def test_a_reference_that_is_sent_as_it_is_gets_a_warning(payload: Any, warned: list[str]) -> None:
    validator = Validator(ObjectConstraints(KNOWN))
    found = validator.validate(payload, warnings=True)

    assert [(each.path, each.code, each.level) for each in found] == [
        (path, "not-a-reference", "warning") for path in warned
    ]
    assert validator.validate(payload) == []


def test_a_secret_of_listed_values_gets_no_other_warning() -> None:
    listed = SECRET._replace(values=("x",), open=True, deprecated_values=("x",))

    assert Validator(ObjectConstraints({"a": listed})).validate({"a": "${env:A}"}, warnings=True) == []


def test_requests_and_their_validator_alone() -> None:
    assert validate("fivetran", "postgres", POSTGRES, warnings=True) == []
    other = POSTGRES | {"config": POSTGRES["config"] | {"host": "${env:HOST}"}}
    assert [each.code for each in validate("fivetran", "postgres", other, warnings=True)] == ["not-a-reference"]
    namespace: dict[str, Any] = {"__name__": "alone"}
    exec(standalone("fivetran", "github"), namespace)
    assert namespace["validate"]({"schema": "s", "pats": "${env:A}"}) == []


# Resolving.


def test_the_environment_resolves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PG_PASSWORD", TOKEN)

    assert resolve(POSTGRES)["config"]["password"] == TOKEN
    assert POSTGRES["config"]["password"] == "${env:PG_PASSWORD}"
    assert resolve(POSTGRES["config"], vendor="fivetran", type="postgres")["password"] == TOKEN
    assert resolve(get_model("fivetran", "postgres").from_payload(POSTGRES)) == resolve(POSTGRES)


def test_only_secrets_are_resolved() -> None:
    given = {"schema_prefix": "${env:A}", "host": "${env:A}", "unknown": "${env:A}", "password": "x ${env:A}"}

    assert resolve(POSTGRES | {"config": given}, lambda _: TOKEN) == POSTGRES | {"config": given}


def test_references_in_variants_and_lists() -> None:
    pats = {"service": "github", "config": {"schema": "s", "pats": ["${env:A}", "x", "${env:B}"]}}

    assert resolve(pats, lambda each: each.name)["config"]["pats"] == ["A", "x", "B"]
    assert resolve(pats | {"config": {"pats": "${env:A}"}}, lambda _: '["x"]')["config"]["pats"] == ["x"]
    credentials = {"credentials_title": "PAT Credentials", "personal_access_token": "${env:A}"}
    source = {"configuration": {"sourceType": "github", "credentials": credentials}, "name": "${env:A}"}
    resolved = resolve(source, lambda _: TOKEN)
    assert resolved["configuration"]["credentials"] == credentials | {"personal_access_token": TOKEN}
    assert resolved["name"] == "${env:A}"


def test_a_secret_that_is_an_object_is_read_as_json() -> None:
    given = {"service": "snowflake", "config": {"gcs_service_account_credentials": "${env:A}"}}

    assert resolve(given, lambda _: '{"k": 1}')["config"] == {"gcs_service_account_credentials": {"k": 1}}
    assert resolve(given, lambda _: {"k": 2})["config"] == {"gcs_service_account_credentials": {"k": 2}}
    with pytest.raises(UnresolvedReferenceError, match="expected JSON"):
        resolve(given, lambda _: TOKEN)


def test_what_cannot_be_resolved_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWN", TOKEN)
    monkeypatch.delenv("PG_PASSWORD", raising=False)
    config = {"password": "${env:PG_PASSWORD}", "passphrase": "${vault:a/b}", "host": "h"}
    given = {"service": "snowflake_db", "config": config | {"private_key": "${env:KNOWN}"}}
    with pytest.raises(UnresolvedReferenceError) as raised:
        resolve(given)
    shown = str(raised.value) + "".join(
        traceback.TracebackException.from_exception(raised.value, capture_locals=True).format()
    )

    assert [(each.path, str(each.reference)) for each in raised.value.unresolved] == [
        ("config.password", "${env:PG_PASSWORD}"),
        ("config.passphrase", "${vault:a/b}"),
    ]
    assert "config.password: ${env:PG_PASSWORD}: the environment has no such variable" in str(raised.value)
    assert TOKEN not in shown


def test_a_resolver_of_the_user() -> None:
    def mine(reference: Reference) -> str:
        if reference.scheme == "vault":
            return {"a/b": TOKEN}[reference.name]
        return environment(reference)

    found = resolve(POSTGRES | {"config": {"password": "${vault:a/b}"}}, mine)
    assert found["config"]["password"] == TOKEN
    with pytest.raises(UnresolvedReferenceError, match=r"config.password: \$\{vault:c\}: not found"):
        resolve(POSTGRES | {"config": {"password": "${vault:c}"}}, mine)


def test_what_is_no_payload() -> None:
    with pytest.raises(TypeError):
        resolve([POSTGRES])


# Models and differences.


def test_a_model_hides_nothing_of_a_reference_from_a_request() -> None:
    model = get_model("fivetran", "postgres")(schema_prefix="s", host="h", password="${env:PG_PASSWORD}")

    assert model.to_payload()["config"]["password"] == "${env:PG_PASSWORD}"


@pytest.mark.parametrize("actual", ["******", "•••••", None, "", TOKEN])
def test_a_reference_is_no_change(actual: Any) -> None:
    response = {"data": POSTGRES | {"config": POSTGRES["config"] | {"password": actual}}}

    assert plan_diff(POSTGRES, response) == []
    [told] = plan_diff(POSTGRES, response, masked="report")
    assert (told.path, told.kind, told.secret) == ("config.password", "unknown", True)
    assert TOKEN not in json.dumps(told)


def test_references_in_a_list_are_no_change() -> None:
    github = {"service": "github", "config": {"schema": "s", "pats": ["${env:A}", "${env:B}"]}}
    for actual in (["****", "****"], ["a"], [], None):
        assert plan_diff(github, github | {"config": {"schema": "s", "pats": actual}}) == []


def test_what_is_no_secret_and_looks_like_a_reference_is_a_change() -> None:
    response = POSTGRES | {"config": POSTGRES["config"] | {"host": "other"}}

    assert [each.path for each in plan_diff(POSTGRES | {"config": {"host": "${env:A}"}}, response)] == ["config.host"]
