"""Facts by which the connectors of a vendor can be filtered."""

from __future__ import annotations

import pytest

from generator.context.reference.index_facts import authentication_of, takes_ssh_tunnel
from tests.context.building import Facts, connector, prop, step


@pytest.mark.parametrize(
    ("secret", "kind"),
    [
        ("password", "password"),
        ("Password", "password"),
        ("api_key", "key"),
        ("key", "key"),
        ("private_key", "key pair"),
        ("ssh_key", "key pair"),
        ("access_token", "token"),
        ("refresh_token", "OAuth"),
        ("client_secret", "OAuth"),
    ],
)
def test_secrets_name_the_kind_of_credentials(secret: str, kind: str) -> None:
    assert authentication_of(connector(step("form", prop(secret, secret=True)))) == (kind,)


def test_only_secrets_that_users_give_are_credentials() -> None:
    others = [prop("password"), prop("public_key", secret=True, readOnly=True), prop("words", secret=True)]

    assert authentication_of(connector(step("form", *others))) == ()


def test_each_kind_is_listed_once_in_order() -> None:
    secrets = [prop("token", secret=True), prop("api_token", secret=True), prop("api_key", secret=True)]
    inner = prop("inner", "object", properties=[prop("password", secret=True)])

    assert authentication_of(connector(step("form", *secrets, inner))) == ("key", "password", "token")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (prop("ssh_host"), True),
        (prop("outer", "object", properties=[prop("tunnel_port")]), True),
        (prop("sshd"), False),
        (prop("host"), False),
    ],
)
def test_a_tunnel_is_seen_by_its_properties(facts: Facts, *, expected: bool) -> None:
    assert takes_ssh_tunnel(connector(step("form", facts))) == expected
