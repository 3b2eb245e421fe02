"""What axe-core finds wrong with a page; it comes with `make node`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from generator.paths import PROJECT

_AXE = PROJECT / "tests/node/node_modules/axe-core/axe.min.js"


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return the rule and the elements of each violation on a page; skip the test where axe-core is not installed."""
    if not _AXE.exists():
        pytest.skip(f"{_AXE} is not there: run `make node`")
    # Evaluated, as the page's policy refuses an inline script.
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [(each["id"], node["target"]) for each in found for node in each["nodes"]]
