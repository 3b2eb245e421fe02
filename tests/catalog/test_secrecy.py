"""Secrets by their names, and the table of names that only look like secrets."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog.secrecy import Secrecy, is_secret_name, load_secrecy
from generator.diagnostics import Diagnostics, Level
from generator.paths import Layout

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
    "JWT",
    "APIKey",
    "api-key",
    "tokens2",
    "secret-of-the-day",
    "myPassPhrase",
    "aws_access_key_id",
    "access_key_id",
    "sas_url_2",
    "apikey",
    "accessToken_2",
    "privatekey1",
    "credentials_json",
    "shared_access_signature",
    "basic_auth_header",
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
    "my_secretary",
    "unsas_url",
    "host_name_in_certificate",
    "sort_key",
    "column_keys",
    "certificates_in",
    "name_in_key",
    "12",
    "_",
    "",
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


def test_a_secret_is_a_name_that_nobody_has_decided() -> None:
    secrecy = Secrecy({"public_*": "It is public.", "api_key": "It is printed."})

    assert [name for name in ("public_key", "Public_Key", "API_KEY", "host") if secrecy.is_secret(name)] == []
    assert [name for name in ("xpublic_key", "api_key2", "key") if not secrecy.is_secret(name)] == []


@pytest.mark.parametrize("reason", ["Ten words.", "", "[]", "3"])
def test_a_reason_is_a_sentence(reason: str, tmp_path: Path) -> None:
    path, diagnostics = tmp_path / "secrecy.yaml", Diagnostics()
    path.write_text(f"a: {reason}\nB*: Elevenwords\n", encoding="utf-8")
    secrecy = load_secrecy(path, diagnostics)
    (error,) = diagnostics

    assert secrecy.decided == {"b*": "Elevenwords"}
    assert (error.level, error.code, error.place) == (Level.ERROR, "secrecy-format", "secrecy.yaml")
    assert error.message.startswith("a: expected a sentence")


@pytest.mark.parametrize("text", ["- a\n", "just a text", "a: no\n", "a:\n", b"a: caf\xe9 is not utf-8\n", "a: ["])
def test_a_malformed_table_is_an_error(text: str | bytes, tmp_path: Path) -> None:
    path = tmp_path / "secrecy.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    diagnostics = Diagnostics()
    load_secrecy(path, diagnostics)

    assert [each.code for each in diagnostics] == ["secrecy-format"]


def test_without_a_table_every_such_name_is_a_secret(tmp_path: Path) -> None:
    diagnostics = Diagnostics()

    assert load_secrecy(tmp_path / "none.yaml", diagnostics) == Secrecy()
    assert list(diagnostics) == []


LAST = [
    "arn", "cert", "certificate", "credential", "credentials", "jwt", "key", "keys", "keystore", "pass",
    "passcode", "passphrase", "passwd", "password", "pat", "phrase", "pwd", "secret", "secrets", "token",
    "tokens", "truststore",
]  # fmt: skip
ENDINGS = [
    "access_key_id", "account_key_2", "api_key_2", "auth_code", "certificate_backup", "certificate_id",
    "certificate_path", "certificate_source", "client_id", "connection_string", "json_key", "key_backup",
    "key_id", "key_path", "param_value", "pass_phrase", "public_key", "sas_url", "service_account_json",
    "session_handle", "short_code", "tenant_id", "token_id",
]  # fmt: skip


@pytest.mark.parametrize("word", LAST)
def test_a_name_that_ends_in_such_a_word_is_a_secret(word: str) -> None:
    assert is_secret_name(word)
    assert is_secret_name(f"my_{word}3")
    assert is_secret_name(f"my{word.title()}")


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_name_with_such_an_ending_is_a_secret(ending: str) -> None:
    assert is_secret_name(ending)
    assert is_secret_name(f"my_{ending}")


@pytest.mark.parametrize("word", ["password", "passphrase", "secret"])
def test_a_name_with_such_a_word_anywhere_is_a_secret(word: str) -> None:
    assert is_secret_name(f"my_{word}_value")
