"""Decisions about systems that tests make, in the form of the package's data."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from connector_catalog.conversion import connectors, plan
from connector_catalog.system import Link, System

MYSQL = {"airbyte": ["source-mysql"], "fivetran": ["mysql", "mysql_rds"], "stitch": ["platform.hp-mysql"]}
TUNNEL = [
    {"airbyte": "SSH_KEY_AUTH", "fivetran": "SshTunnel", "stitch": "true"},
    {"airbyte": "NO_TUNNEL", "fivetran": "Directly", "stitch": "false"},
    {"airbyte": "SSH_PASSWORD_AUTH"},
    {"fivetran": "PrivateLink"},
]


def link(values: Any = (), units: Any = None, **paths: str | list[str]) -> Link:
    """A link between a property of each of some vendors."""
    listed = {vendor: (each,) if isinstance(each, str) else tuple(each) for vendor, each in paths.items()}
    return Link(listed, tuple(values), units or {})


LINKS = (
    link(airbyte="host", fivetran="host", stitch="host"),
    link(airbyte="port", fivetran="port", stitch="port"),
    link(airbyte="username", fivetran="user", stitch="user"),
    link(airbyte="password", fivetran="password", stitch="password"),
    link(airbyte="database", fivetran="database", stitch="dbname"),
    link(airbyte="tunnel_method.tunnel_host", fivetran="tunnel_host", stitch="ssh_host"),
    link(airbyte="tunnel_method.tunnel_port", fivetran="tunnel_port", stitch="ssh_port"),
    link(airbyte="tunnel_method.tunnel_user", fivetran="tunnel_user", stitch="ssh_user"),
    link(TUNNEL, airbyte="tunnel_method.tunnel_method", fivetran="connection_type", stitch="ssh"),
)


def system(connectors_: dict[str, list[str]], links: Any, without: Any = None, role: str = "source") -> System:
    """A system with these decisions."""
    ids = {vendor: tuple(each) for vendor, each in connectors_.items()}
    left = {vendor: tuple(each) for vendor, each in (without or {}).items()}
    return System("tested", "Tested", role, ids, tuple(links), left)


@contextmanager
def decided(of: System) -> Iterator[None]:
    """Only these decisions hold."""

    def system_of(vendor: str, type_: str) -> System | None:
        return of if type_ in of.connectors.get(vendor, ()) else None

    plan.plan_of.cache_clear()
    with mock.patch.object(plan, "system_of", system_of), mock.patch.object(connectors, "system_of", system_of):
        yield
    plan.plan_of.cache_clear()
