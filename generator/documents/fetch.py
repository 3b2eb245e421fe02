"""Fetches documents: the only module that uses the network."""

from __future__ import annotations

import urllib3

from generator.diagnostics import Diagnostics

_LIMIT = 64 * 1024 * 1024
_TIMEOUT = urllib3.Timeout(connect=10, read=60)
_RETRIES = urllib3.Retry(total=4, backoff_factor=1, status_forcelist=(429, 500, 502, 503, 504), redirect=5)


def fetch(url: str, diagnostics: Diagnostics, pool: urllib3.PoolManager | None = None) -> bytes | None:
    """Return the bytes at an https URL, or ``None`` and an error ``not-fetched``; retry after temporary faults."""
    if not url.startswith("https://"):
        diagnostics.error("not-fetched", url, "the URL does not begin with https://")
        return None
    pool = pool or urllib3.PoolManager(retries=_RETRIES, timeout=_TIMEOUT)
    try:
        response = pool.request("GET", url, preload_content=False)
        content = response.read(_LIMIT + 1)
        response.release_conn()
    except urllib3.exceptions.HTTPError as fault:
        diagnostics.error("not-fetched", url, f"cannot fetch the document: {fault}")
        return None
    if response.status == 200 and len(content) <= _LIMIT:
        return bytes(content)
    wrong = f"status {response.status}" if response.status != 200 else f"more than {_LIMIT // 2**20} MiB"
    diagnostics.error("not-fetched", url, f"cannot fetch the document: {wrong}")
    return None
