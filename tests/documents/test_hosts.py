"""Hosts of one owner: careful where a name does not tell."""

import pytest

from generator.documents.hosts import has_same_owner


@pytest.mark.parametrize(
    ("listed", "host"),
    [
        ("docs.acme.com", "docs.acme.com"),
        ("docs.acme.com", "www.acme.com"),
        ("docs.acme.com", "acme.com"),
        ("acme.com", "docs.acme.com"),
        ("acme.com", "a.b.acme.com"),
        ("a.b.docs.acme.io", "WWW.acme.io"),
        ("DOCS.acme.com", "www.acme.com"),
        ("docs.acme.co.uk", "www.acme.co.uk"),
        ("docs.acme.com.au", "acme.com.au"),
        ("docs.acme.blog.br", "www.acme.blog.br"),
        ("acme.fr", "docs.acme.fr"),
        ("acme.github.io", "acme.github.io"),
        ("127.0.0.1", "127.0.0.1"),
        ("localhost", "localhost"),
    ],
)
def test_hosts_of_one_domain_are_one_owner_s(listed: str, host: str) -> None:
    assert has_same_owner(host, ["unrelated.net", listed])


@pytest.mark.parametrize(
    ("listed", "host"),
    [
        ("docs.acme.com", "other.com"),
        ("docs.acme.com", "notacme.com"),
        ("docs.acme.com", "acme.com.other.net"),
        ("docs.acme.com", "docs-acme.com"),
        ("docs.acme.com", "com"),
        ("docs.acme.com", ""),
        ("docs.acme.com", "docs.acme.com."),
        ("docs.acme.co.uk", "other.co.uk"),
        ("docs.acme.co.uk", "co.uk"),
        ("docs.acme.com.co", "other.com.co"),
        ("acme.co.uk", "other.co.uk"),
        ("co.uk", "acme.co.uk"),
        ("docs.acme.blog.br", "other.blog.br"),
        ("acme.oslo.no", "other.oslo.no"),
        ("acme.github.io", "other.github.io"),
        ("raw.githubusercontent.com", "gist.githubusercontent.com"),
        ("acme.github.io", "github.io"),
        ("github.io", "other.github.io"),
        ("acme.eu-west-1.amazonaws.com", "other.eu-west-1.amazonaws.com"),
        ("10.0.0.1", "11.0.0.1"),
        ("127.0.0.1", "0.0.1"),
        ("::1", "x.::1"),
        ("localhost", "a.localhost"),
        ("", "acme.com"),
        ("com", "acme.com"),
    ],
)
def test_others_are_of_different_owners_or_it_is_not_certain(listed: str, host: str) -> None:
    assert not has_same_owner(host, ["unrelated.net", listed])
