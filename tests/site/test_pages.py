"""What readers do on the site, in a browser."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = [pytest.mark.enable_socket, pytest.mark.long]

PAGES = (
    "index.html",
    "fivetran/index.html",
    "fivetran/source/postgres.html",
    "airbyte/source/source-postgres.html",
    "stitch/source/platform.mysql.html",
    "problems.html",
    "systems/index.html",
    "systems/mysql.html",
    "systems/google_analytics_4.html",
)
POSTGRES = "fivetran/source/postgres.html"


def _search(page: Page, text: str) -> Any:
    field = page.get_by_role("combobox", name="Search")
    field.click()
    field.fill(text)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    return options


def test_names_come_first_in_the_search(page: Page) -> None:
    page.goto("index.html")
    options = _search(page, "kafka")

    expect(options.first).to_contain_text("Fivetran source apache_kafka")


def test_properties_and_values_are_found(page: Page) -> None:
    page.goto(POSTGRES)

    expect(_search(page, "replication_slot").first).to_contain_text("property of")
    expect(_search(page, "WAL_PGOUTPUT").first).to_contain_text("value of")


def test_systems_are_found_after_connectors_of_the_same_name(page: Page) -> None:
    page.goto("index.html")
    kinds = [text.partition("MySQL")[2] for text in _search(page, "mysql").all_inner_texts()]
    systems = [at for at, text in enumerate(kinds) if "compared" in text]

    assert systems == [sum(text.strip().startswith(("Airbyte", "Fivetran", "Stitch")) for text in kinds[: systems[0]])]
    page.get_by_role("option", name="compared").click()
    expect(page).to_have_url(re.compile("systems/mysql.html$"))


def test_the_search_is_used_with_the_keyboard_alone(page: Page) -> None:
    page.goto(POSTGRES)
    page.keyboard.press("/")
    page.keyboard.type("braintree")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile("braintree.html$"))
    page.keyboard.press("/")
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_nothing_is_loaded_for_the_search_until_it_is_used(page: Page, asked: list[str]) -> None:
    page.goto(POSTGRES, wait_until="networkidle")

    assert not any("search.json" in url for url in asked)
    _search(page, "kafka")
    assert any("search.json" in url for url in asked)


def test_a_search_takes_at_most_50_milliseconds(page: Page) -> None:
    page.goto("index.html")
    took = page.evaluate(
        """async () => {
            const { search } = await import("./assets/ranking.js");
            const index = await (await fetch("search.json")).json();
            const times = ["k", "kafka", "api_key", "google ads", "zzz"].map((text) => {
                // The shortest of several: the machine has disturbed it least.
                return Math.min(...[1, 2, 3, 4, 5].map(() => {
                    const start = performance.now();
                    search(index, text);
                    return performance.now() - start;
                }));
            });
            return Math.max(...times);
        }"""
    )

    assert took <= 50


def test_filters_are_kept_in_the_address(page: Page) -> None:
    page.goto("fivetran/index.html")
    rows = page.locator("main tbody tr:visible")
    all_ = rows.count()
    page.get_by_label("Authentication").select_option("OAuth")
    page.get_by_label("Name or type").fill("google")

    expect(page).to_have_url(re.compile("authentication=OAuth"))
    expect(page).to_have_url(re.compile("name=google"))
    assert 0 < rows.count() < all_
    count = rows.count()
    page.reload()
    expect(page.get_by_label("Authentication")).to_have_value("OAuth")
    assert rows.count() == count
    page.get_by_label("Role").select_option("Destinations")
    expect(rows).to_have_count(page.locator("main tbody tr:visible").count())


def test_connectors_are_filtered_by_the_other_vendors_of_their_system(page: Page) -> None:
    page.goto("stitch/index.html")
    rows = page.locator("main tbody tr:visible")
    page.get_by_label("Also at").select_option("Airbyte")
    page.get_by_label("Name or type").fill("aurora")

    expect(page).to_have_url(re.compile(r"also\+at=Airbyte"))
    assert rows.count() > 0
    assert all("Airbyte" in text for text in rows.all_inner_texts())
    rows.first.get_by_role("link", name="MySQL", exact=True).click()
    expect(page).to_have_url(re.compile("systems/mysql.html#source$"))
    expect(page.locator("#source")).to_be_in_viewport()


def test_systems_are_filtered_by_the_vendors_of_their_sources(page: Page) -> None:
    page.goto("systems/index.html")
    rows = page.locator("main tbody tr:visible")
    page.get_by_label("Destinations").select_option("Stitch")
    page.get_by_label("Name or type").fill("snow")

    expect(rows).to_have_count(1)
    expect(page.get_by_label("Role")).to_have_count(0)
    rows.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Snowflake")


def test_a_system_is_compared_and_its_links_lead_to_properties(page: Page) -> None:
    page.goto("airbyte/source/source-mysql.html")
    page.get_by_role("link", name="Compare the vendors").click()
    expect(page).to_have_url(re.compile("systems/mysql.html#source$"))
    expect(page.get_by_role("navigation", name="Breadcrumbs")).to_contain_text("Systems")
    expect(page.locator(".filters")).to_have_count(0)
    page.locator("main td").get_by_role("link", name="ssh_host", exact=True).click()
    expect(page).to_have_url(re.compile("platform.hp-mysql.html#form-ssh_host$"))
    expect(page.locator("#form-ssh_host")).to_be_in_viewport()


def test_the_commands_of_a_system_are_copied(page: Page) -> None:
    page.goto("systems/mysql.html")
    page.locator("pre", has_text="fivetran/mysql_rds ").first.get_by_role("button", name="Copy").click()
    copied = page.evaluate("navigator.clipboard.readText()").splitlines()

    assert copied[:2] == [
        "connector-catalog convert --to fivetran requests.jsonl",
        "connector-catalog convert --to fivetran/mysql_rds requests.jsonl",
    ]


def test_each_cell_names_its_vendor_where_columns_do_not_fit(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("systems/mysql.html")
    cells = page.locator("main tbody tr").first.locator("td")
    labels = cells.evaluate_all("all => all.map((each) => getComputedStyle(each, '::before').content)")

    assert labels == ['"Airbyte: "', '"Fivetran: "', '"Stitch: "']


def test_a_property_has_a_link_to_itself(page: Page) -> None:
    page.goto(f"{POSTGRES}#config-tunnel_host")
    expect(page.locator("#config-tunnel_host")).to_be_in_viewport()
    page.get_by_role("link", name="Link to replication_slot").click()

    expect(page).to_have_url(re.compile("#config-replication_slot$"))


def test_links_between_vendors_and_neighbours_lead_to_pages(page: Page) -> None:
    page.goto("stitch/source/platform.mysql.html")
    page.get_by_role("link", name="host", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.goto(POSTGRES)
    page.locator("a[rel=next]").click()
    expect(page.locator("a[rel=prev]")).to_contain_text("PostgreSQL")
    page.get_by_role("link", name="Fivetran", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fivetran connectors")


def test_a_request_is_copied_whole(page: Page) -> None:
    page.goto(POSTGRES)
    page.locator("h2#minimal-request ~ pre button").first.click()
    copied = json.loads(page.evaluate("navigator.clipboard.readText()"))

    assert copied["service"] == "postgres"
    expect(page.get_by_role("status")).to_have_text("Copied")


def _shown(page: Page, heading: str) -> Any:
    """The block of code that is shown below a heading."""
    return page.locator(f"h2#{heading} ~ pre:visible").first


def test_a_request_is_copied_in_the_chosen_language_which_is_remembered(page: Page) -> None:
    page.goto(POSTGRES)
    tabs = page.get_by_role("tablist", name="Language").first
    expect(tabs.get_by_role("tab")).to_have_text(["JSON", "YAML", "Python", "curl", "Terraform"])
    for language, start in {
        "YAML": "service: postgres",
        "Python": "from connector_catalog.fivetran import",
        "curl": "curl --request POST",
        "Terraform": 'resource "fivetran_connection_v2" "postgres"',
        "JSON": "{",
    }.items():
        tabs.get_by_role("tab", name=language).click()
        for heading in ("minimal-request", "full-request"):
            _shown(page, heading).get_by_role("button").click()
            assert page.evaluate("navigator.clipboard.readText()").startswith(start)
    tabs.get_by_role("tab", name="YAML").click()
    page.goto("stitch/source/platform.mysql.html")
    expect(_shown(page, "full-request")).to_contain_text("type: platform.mysql")


def test_languages_are_chosen_with_the_keyboard(page: Page) -> None:
    page.goto(POSTGRES)
    tabs = page.get_by_role("tablist", name="Language").first
    tabs.get_by_role("tab", name="JSON").focus()
    for key, language in (
        ("ArrowRight", "YAML"),
        ("End", "Terraform"),
        ("ArrowRight", "JSON"),
        ("ArrowLeft", "Terraform"),
    ):
        page.keyboard.press(key)
        chosen = tabs.get_by_role("tab", name=language)
        expect(chosen).to_be_focused()
        expect(chosen).to_have_attribute("aria-selected", "true")
        expect(tabs.locator("[tabindex='0']")).to_have_count(1)
    expect(page.get_by_role("tabpanel", name="Terraform")).to_have_count(2)


def test_a_page_is_there_as_json(page: Page) -> None:
    page.goto(POSTGRES)
    found = page.evaluate("async () => (await fetch('postgres.json')).json()")

    assert (found["type"], found["title"]) == ("postgres", "PostgreSQL")
    expect(page.locator("main h4 > code")).to_have_text(
        [
            each["name"].strip("`")
            for step in found["steps"]
            for section in step["sections"]
            for each in section["properties"]
        ]
    )


def test_without_scripts_every_language_is_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    opened = context.new_page()
    opened.goto(POSTGRES)

    for language in ("JSON", "YAML", "Python", "curl", "Terraform"):
        expect(opened.locator("strong", has_text=re.compile(f"^{language}$"))).to_have_count(2)
    assert opened.locator("h2#minimal-request ~ pre:visible").count() == 10
    context.close()


def test_the_colours_follow_the_system_until_somebody_chooses(page: Page) -> None:
    def background() -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    page.emulate_media(color_scheme="light")
    page.goto("index.html")
    light = background()
    page.emulate_media(color_scheme="dark")
    dark = background()
    assert light != dark
    page.get_by_role("button", name=re.compile("Colour theme")).click()
    assert background() == light
    page.reload()
    assert background() == light


def test_only_what_the_site_serves_runs(tab: Page) -> None:
    """The policy of the pages refuses an inline script or style, and another host."""
    tab.goto(POSTGRES)
    refused = tab.evaluate(
        """async () => {
            const refused = [];
            document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
            document.body.setAttribute("onclick", "window.ran = true");
            document.body.click();
            document.body.insertAdjacentHTML("beforeend", "<i style='color: red'></i>");
            await fetch("https://elsewhere.example/").catch(() => {});
            await new Promise((done) => setTimeout(done, 100));
            return [window.ran === true, [...new Set(refused)].sort()];
        }"""
    )

    tab.goto("about:blank")
    assert refused == [False, ["connect-src", "script-src-attr", "script-src-elem", "style-src-attr"]]


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(page: Page, path: str) -> None:
    page.goto(path)
    widths = [390, 768, 1280]
    taken = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        taken.append(page.evaluate("document.documentElement.scrollWidth"))

    assert all(each <= width for each, width in zip(taken, widths, strict=True)), taken


@pytest.mark.parametrize("path", PAGES)
def test_the_keyboard_reaches_the_content(page: Page, path: str) -> None:
    page.goto(path)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()
