"""Decides by their names which hosts belong to the same owner.

The rule knows common public suffixes only. With any other suffix it treats two hosts as different owners; the vendor's
profile then lists both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_DIRECT = frozenset(["ai", "app", "cloud", "co", "com", "de", "dev", "eu", "info", "io", "net", "org", "tech"])
"""Top-level domains whose next label is an owner's, as in ``acme.com``; below others it may be as in ``acme.co.uk``."""
_SHORT = 3
"""Letters of a second label that is hardly an owner's, as in ``com.co``, where the top-level domain is a country's."""
_SHARED = (
    *("amazonaws.com", "appspot.com", "atlassian.net", "azureedge.net", "azurewebsites.net", "blogspot.com"),
    *("cloudfront.net", "firebaseapp.com", "fly.dev", "freshdesk.com", "gitbook.io", "github.io", "gitlab.io"),
    "githubusercontent.com",
    *("googleapis.com", "helpscoutdocs.com", "herokuapp.com", "mintlify.app", "mintlify.dev", "netlify.app"),
    *("onrender.com", "pages.dev", "readme.io", "readthedocs.io", "run.app", "vercel.app", "web.app", "webflow.io"),
    *("windows.net", "wixsite.com", "wordpress.com", "workers.dev", "zendesk.com"),
)
"""Domains of services that give each of their customers a name."""
_NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)+[a-z][a-z0-9-]{1,62}")


def has_same_owner(host: str, hosts: Iterable[str]) -> bool:
    """Return whether a host is one of the hosts, or in the registered domain of one."""
    host = host.lower()
    for other in map(str.lower, hosts):
        domain = _domain(other)
        if host in (other, domain) or (domain and host.endswith(f".{domain}")):
            return True
    return False


def _domain(host: str) -> str:
    """Return the registered domain of a host; empty where it is not certain."""
    if not _NAME.fullmatch(host) or any(host == each or host.endswith(f".{each}") for each in _SHARED):
        return ""
    *labels, name, top = host.split(".")
    is_suffix = len(top) == 2 and len(name) <= _SHORT
    if top in _DIRECT and not is_suffix:
        return f"{name}.{top}"
    if labels:
        return f"{labels[-1]}.{name}.{top}"
    return "" if is_suffix else host
