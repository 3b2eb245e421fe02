"""What axe-core finds wrong with a page; it comes with `make node`."""

from __future__ import annotations

from typing import Literal

import pytest
from playwright.sync_api import Page

from generator.paths import PROJECT

_AXE = PROJECT / "tests/node/node_modules/axe-core/axe.min.js"
_OF_COLOURS = ["color-contrast", "link-in-text-block"]
# Without its reports on the elements that are right, which take it most of the time.
_RUN = """
async (options) => {
  const { violations } = await axe.run({ ...options, resultTypes: ["violations"] });
  return violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]);
}
"""


def violations(page: Page) -> list[tuple[str, str, list[str]]]:
    """Return the colours, the rule and the elements of each violation on a page, in light and in dark colours.

    The test is skipped where axe-core is not installed.
    """
    if not _AXE.exists():
        pytest.skip(f"{_AXE} is not there: run `make node`")
    # Evaluated, as the page's policy refuses an inline script.
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    return [*_violations(page, "light", {}), *_violations(page, "dark", {"runOnly": _OF_COLOURS})]


def _violations(
    page: Page, colours: Literal["light", "dark"], options: dict[str, list[str]]
) -> list[tuple[str, str, list[str]]]:
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")
    found = page.evaluate(_RUN, options)
    return [(colours, rule, target) for rule, targets in found for target in targets]
