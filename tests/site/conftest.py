"""The built site, a server for it, and a browser: Debian's Chromium; without it, these tests are skipped."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Request, sync_playwright

from generator.paths import PROJECT
from tests.site.serving import served

_PATIENCE = 120
"""Seconds for which a process waits until another one has built the site."""


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the browser."""
    path = shutil.which("chromium")
    if path is None:
        pytest.skip("there is no browser here: these tests need Debian's package chromium")
    return path


@pytest.fixture(scope="session")
def site(chromium: str, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site, built once for all processes of a session."""
    assert chromium
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "site"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + _PATIENCE
        while not (folder / "built").exists():
            assert time.monotonic() < end, "another process has not built the site"
            time.sleep(0.1)
        return folder / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder / "site")]
    subprocess.run(command, cwd=PROJECT, check=True)
    (folder / "built").touch()
    return folder / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address of the site's server; the site is in a folder, as on a host that has other pages, too."""
    with served(site.parent) as address:
        yield f"{address}site/"


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A browser."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def tab(browser: Browser, address: str) -> Iterator[Page]:
    """The page that all tests of a process share: a new one takes the browser most of a second."""
    context = browser.new_context(base_url=address, permissions=["clipboard-read", "clipboard-write"])
    yield context.new_page()
    context.close()


@pytest.fixture
def asked(tab: Page) -> Iterator[list[str]]:
    """The addresses that the page has asked for since the test's start."""
    addresses: list[str] = []

    def record(request: Request) -> None:
        addresses.append(request.url)

    tab.on("request", record)
    yield addresses
    tab.remove_listener("request", record)


@pytest.fixture
def page(tab: Page, address: str, asked: list[str]) -> Iterator[Page]:
    """A page without traces of earlier tests; at the end, it has printed no error and asked no other host."""
    errors: list[str] = []
    listeners: dict[Any, Callable[[Any], None]] = {
        "console": lambda message: errors.append(message.text) if message.type in ("error", "warning") else None,
        "pageerror": lambda error: errors.append(str(error)),
        "requestfailed": lambda request: errors.append(f"failed: {request.url}"),
    }
    for event, listener in listeners.items():
        tab.on(event, listener)
    yield tab
    for event, listener in listeners.items():
        tab.remove_listener(event, listener)
    others = [each for each in asked if not each.startswith((address, "data:"))]
    if tab.url.startswith(address):
        tab.evaluate("localStorage.clear(); sessionStorage.clear()")
    tab.goto("about:blank")
    tab.set_viewport_size({"width": 1280, "height": 720})
    tab.emulate_media(color_scheme="light", reduced_motion="no-preference")
    assert errors == []
    assert others == []
