"""What axe-core finds wrong with pages; it comes with `make node`."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.site.axe import violations

PAGES = (
    "index.html",
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
    page.goto(path)

    assert violations(page) == []


def test_axe_finds_nothing_in_a_filtered_list(page: Page) -> None:
    page.goto("fivetran/index.html?name=google")  # Hundreds of rows are alike.
    rows = page.locator("main tbody tr")
    expect(rows.first).to_be_hidden()
    expect(rows.filter(visible=True).first).to_be_visible()

    assert violations(page) == []
