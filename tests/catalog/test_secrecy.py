from pathlib import Path
from typing import Any

import pytest

from generator.catalog.connector import Property
from generator.catalog.secrecy import Secrecy, is_secret_name, load_secrecy
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from tests.catalog.building import connector, prop

SECRET = [
    "access_token",
    "api_key",
    "apiKey",
    "clientSecret",
    "client_secret",
    "consumer_key",
    "credentials",
    "db_password",
    "key",
    "oauth_token",
    "passphrase",
    "pgp_pass_phrase",
    "password",
    "password2",
    "private_key",
    "refresh_token",
    "secret",
    "secret_value",
    "sas_url",
    "ssl_key",
    "token",
    "tpl_key",
    "x_pendo_integration_key",
    "connection_string",
    "client_cert",
    "jwt",
]
OPEN = [
    "host",
    "port",
    "user",
    "database",
    "token_uri",
    "key_properties",
    "s3_key_format_string",
    "secretariat",
    "monkey",
    "keyboard",
    "bucket",
    "keys_of_the_table",
    "tokenizer",
    "passenger",
    "start_date",
]


@pytest.mark.parametrize("name", SECRET)
def test_a_name_of_a_secret_is_found(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize("name", OPEN)
def test_another_name_is_not(name: str) -> None:
    assert not is_secret_name(name)


@pytest.mark.parametrize("name", ["client_id", "aws_access_key_id", "public_key", "role_arn", "ssl_cert", "tenant_id"])
def test_a_name_that_only_looks_like_one_is_decided_in_the_table(name: str) -> None:
    secrecy = load_secrecy(Layout().secrecy, Diagnostics())

    assert is_secret_name(name)
    assert secrecy.is_decided(name)


def _marked(secrecy: Secrecy, **facts: object) -> tuple[bool | None, str | None]:
    found = connector(prop(**{"name": "api_key", **facts}))
    secrecy.mark_all([found])
    return found.steps[0].properties[0].secret, found.steps[0].properties[0].secret_from


def test_a_secret_is_marked_with_where_that_comes_from() -> None:
    assert _marked(Secrecy({})) == (True, "name")


def test_what_is_decided_is_not_marked() -> None:
    assert _marked(Secrecy({"api_*": "It is printed on every box."})) == (None, None)


def test_a_pattern_is_for_whole_names() -> None:
    assert _marked(Secrecy({"api": "It is printed on every box."})) == (True, "name")


@pytest.mark.parametrize(
    "facts", [{"type": "integer"}, {"enum": ["a"]}, {"const": "a"}, {"type": "object", "properties": [prop("b")]}]
)
def test_what_holds_no_text_of_its_own_is_no_secret(facts: dict[str, object]) -> None:
    assert _marked(Secrecy({}), **facts) == (None, None)


@pytest.mark.parametrize("text", ["- a\n", "just a text", "a: no\n", "a:\n", b"a: caf\xe9 is not utf-8\n", "a: ["])
def test_a_malformed_table_is_an_error(text: str | bytes, tmp_path: Path) -> None:
    path = tmp_path / "secrecy.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    diagnostics = Diagnostics()
    load_secrecy(path, diagnostics)

    assert [each.code for each in diagnostics] == ["secrecy-format"]


def test_without_a_table_every_such_name_is_a_secret(tmp_path: Path) -> None:
    assert not load_secrecy(tmp_path / "none.yaml", Diagnostics()).is_decided("client_id")


@pytest.mark.parametrize(
    ("stated", "secret"),
    [
        ({"type": "object"}, True),
        ({"type": "object", "properties": [{"name": "kind", "type": "string"}]}, None),
        ({"type": "string", "encoding": "json", "properties": [{"name": "kind", "type": "string"}]}, True),
        ({"type": "boolean"}, None),
    ],
)
def test_what_may_hold_text_of_the_caller_s_own_is_secret_by_its_name(stated: dict[str, Any], secret: bool | None):
    found = Property.model_validate({"name": "account_credentials"} | stated)
    Secrecy({}).mark(found)
    assert found.secret is secret
