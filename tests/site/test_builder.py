"""The configuration builder in a browser: conditions, variants, secrets, pasting, languages, keyboard alone."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from generator.paths import PROJECT
from tests.cases.verdicts import committed
from tests.site.axe import violations
from tests.site.builder_forms import differences

BUNDLE = PROJECT / "templates/builder/dist/builder.js"
AIRBYTE = "airbyte/source/source-postgres.html"
FIVETRAN = "fivetran/source/postgres.html"
SECRET = "never-shown"
WIDTHS = (390, 768, 1280)

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.long,
    pytest.mark.skipif(not BUNDLE.exists(), reason=f"{BUNDLE} is not there: run `make builder`"),
]


def _open(page: Page, path: str) -> None:
    page.goto(path)
    page.get_by_role("button", name="Build a configuration").click()
    expect(page.get_by_text("Paste a payload")).to_be_visible()


def _paste(page: Page, text: str) -> None:
    page.get_by_text("Paste a payload").click()
    page.locator("#builder-paste").fill(text)
    page.get_by_role("button", name="Fill the form and check").click()


def _output(page: Page, language: str) -> str:
    page.get_by_role("radio", name=language).check()
    return page.locator(".output pre").inner_text()


def test_nothing_is_loaded_before_the_builder_is_asked_for(page: Page, asked: list[str]) -> None:
    page.goto(AIRBYTE, wait_until="networkidle")

    assert not [each for each in asked if "builder.js" in each or each.endswith(".json")]
    page.get_by_role("button", name="Build a configuration").click()
    expect(page.get_by_text("Paste a payload")).to_be_visible()
    assert [each for each in asked if "builder.js" in each]


def test_a_field_appears_while_its_condition_holds(page: Page) -> None:
    _open(page, FIVETRAN)
    host, route = page.locator("#root_tunnel_host"), page.locator("#root_connection_type")
    expect(route).to_be_visible()
    route.select_option(label="SshTunnel")
    host.fill("jump.example.com")
    assert json.loads(_output(page, "JSON"))["config"]["tunnel_host"] == "jump.example.com"
    route.select_option(label="Directly")

    expect(host).to_be_hidden()
    assert "tunnel_host" not in _output(page, "JSON")


def test_the_variants_switch(page: Page) -> None:
    _open(page, AIRBYTE)
    method = page.locator("#root_tunnel_method_tunnel_method")
    method.select_option(label="SSH Key Authentication (SSH_KEY_AUTH)")
    page.locator("#root_tunnel_method_ssh_key").fill("key")
    method.select_option(label="Password Authentication (SSH_PASSWORD_AUTH)")

    expect(page.locator("#root_tunnel_method_ssh_key")).to_be_hidden()
    expect(page.locator("#root_tunnel_method_tunnel_user_password")).to_be_visible()
    assert "ssh_key" not in _output(page, "JSON")


def test_a_secret_is_masked_and_stays_in_the_form(page: Page) -> None:
    _open(page, FIVETRAN)
    password = page.locator("#root_password")
    password.fill(SECRET)

    expect(password).to_have_attribute("type", "password")
    for language in ("JSON", "YAML", "Python", "curl", "Terraform"):
        assert SECRET not in _output(page, language)
    assert SECRET not in page.evaluate(
        "[location.href, JSON.stringify([localStorage, sessionStorage, history.state])].join()"
    )
    page.get_by_label("Show secrets instead of references").check()
    assert json.loads(_output(page, "JSON"))["config"]["password"] == SECRET


def test_a_problem_stands_beside_its_field_in_the_words_of_the_validator(page: Page) -> None:
    _open(page, AIRBYTE)
    port = page.locator("#root_port")
    port.fill("abc")

    expect(port).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#root_port__problems")).to_have_text("expected an integer type")
    port.fill("5432")
    expect(port).to_have_attribute("aria-invalid", "false")


@pytest.mark.parametrize("is_yaml", [False, True])
def test_a_pasted_payload_fills_the_form_and_is_checked(page: Page, is_yaml: bool) -> None:
    _open(page, AIRBYTE)
    own = {
        "sourceType": "postgres",
        "host": "h",
        "databse": "d",
        "port": 1,
        "username": "u",
        "ssl_mode": {"mode": "verify-ca"},
    }
    request = {"name": "n", "workspaceId": "w", "configuration": own}
    text = (
        "\n".join(f"{name}: {json.dumps(each)}" for name, each in request.items()) if is_yaml else json.dumps(request)
    )
    _paste(page, text)

    problems = page.get_by_role("region", name="Problems")
    expect(problems).to_contain_text("Not accepted yet: 2 problems")
    expect(problems).to_contain_text("databse: the catalog does not know this property; did you mean 'database'?")
    expect(page.locator("#root_host")).to_have_value("h")
    expect(page.locator("#root_ssl_mode_ca_certificate__problems")).to_contain_text("this property is required")
    problems.get_by_role("button", name="ssl_mode.ca_certificate").click()
    expect(page.locator("#root_ssl_mode_ca_certificate")).to_be_focused()
    assert json.loads(_output(page, "JSON")) == request
    problems.get_by_role("button", name="Remove databse").click()
    expect(problems).to_contain_text("database: this property is required")
    assert "databse" not in json.loads(_output(page, "JSON"))["configuration"]


def test_what_is_not_a_payload_is_said(page: Page) -> None:
    _open(page, AIRBYTE)
    _paste(page, "{a: [")
    expect(page.get_by_role("region", name="Problems")).to_contain_text("expected JSON or YAML")


def test_items_are_added_and_removed(page: Page) -> None:
    _open(page, AIRBYTE)
    page.locator("#builder").get_by_text("Other properties").click()
    page.get_by_role("button", name="Add to Schemas").click()
    page.locator("#root_schemas_0").fill("sales")
    assert json.loads(_output(page, "JSON"))["configuration"]["schemas"] == ["sales"]
    page.get_by_role("button", name="Remove item 1").click()

    assert json.loads(_output(page, "JSON"))["configuration"].get("schemas", []) == []


def test_the_request_is_copied(page: Page) -> None:
    _open(page, FIVETRAN)
    for language in ("JSON", "YAML", "Python", "curl", "Terraform"):
        shown = _output(page, language)
        page.get_by_role("region", name="Request").get_by_role("button", name="Copy").click()
        expect(page.locator("#said")).to_have_text("Copied")
        page.evaluate("document.getElementById('said').textContent = ''")

        assert page.evaluate("navigator.clipboard.readText()").strip() == shown.strip()


def test_the_keyboard_alone_fills_the_form(page: Page) -> None:
    page.goto(AIRBYTE)
    page.get_by_role("button", name="Build a configuration").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Paste a payload")).to_be_visible()
    expect(page.locator("#builder summary").first).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("db.example.com")
    page.keyboard.press("Tab")
    page.keyboard.type("5432")

    assert json.loads(_output(page, "JSON"))["configuration"] == {
        "sourceType": "postgres",
        "host": "db.example.com",
        "port": 5432,
    }


@pytest.mark.parametrize("path", [AIRBYTE, FIVETRAN, "stitch/source/platform.mysql.html"])
def test_the_open_builder_is_accessible_and_fits(page: Page, path: str) -> None:
    _open(page, path)
    page.get_by_role("button", name="Check").click()
    page.evaluate("document.querySelectorAll('#builder details').forEach((each) => { each.open = true; })")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    assert violations(page) == []


def test_the_forms_of_connectors_show_what_the_validators_find(page: Page) -> None:
    page.goto("index.html")
    connectors = [each for each in committed().values() if each.status == "documented"]

    assert list(differences(page, connectors[::150], 10)) == []
