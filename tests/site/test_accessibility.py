"""What axe-core finds wrong with pages; it comes with `make node`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.site.axe import violations

PAGES = (
    "index.html",
    "fivetran/index.html?name=google",  # Hundreds of rows are alike.
    "problems.html",
    "systems/index.html",
    "systems/mysql.html",
    "fivetran/source/postgres.html",
    "fivetran/source/google_ads.html",
    "fivetran/destination/snowflake.html",
    "airbyte/source/source-postgres.html",
    "stitch/source/platform.mysql.html",
)
pytestmark = [pytest.mark.enable_socket, pytest.mark.long]


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(page: Page, path: str) -> None:
    page.goto(path, wait_until="networkidle")

    assert violations(page) == []
