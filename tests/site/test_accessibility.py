"""What axe-core finds wrong with pages; it comes with `make node`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from generator.paths import PROJECT

AXE = PROJECT / "tests/node/node_modules/axe-core/axe.min.js"
PAGES = (
    "index.html",
    "fivetran/index.html",
    "problems.html",
    "systems/index.html",
    "systems/mysql.html",
    "fivetran/source/postgres.html",
    "fivetran/source/google_ads.html",
    "fivetran/destination/snowflake.html",
    "airbyte/source/source-postgres.html",
    "stitch/source/platform.mysql.html",
)
pytestmark = pytest.mark.enable_socket


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, path: str, colours: str) -> None:
    if not AXE.exists():
        pytest.skip(f"{AXE} is not there: run `make node`")
    page.emulate_media(color_scheme=colours, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(path, wait_until="networkidle")
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run()")["violations"]

    assert [(each["id"], node["target"]) for each in found for node in each["nodes"]] == []
