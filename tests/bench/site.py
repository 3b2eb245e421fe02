"""The documentation site: how long its build takes, and what its pages load."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Page, Response, sync_playwright

from generator.files.disk import link_or_copy
from generator.paths import CONNECTORS, PROJECT, REFERENCE
from tests.bench.figure import Figure
from tests.site import lighthouse
from tests.site.serving import served

_FOLDERS = ("catalog", "generated", "generator", "templates")
_FILES = ("mkdocs.yml", "pyproject.toml")
_RUNS = 3
_PAGE = "fivetran/source/postgres"
_QUERIES = ("k", "kafka", "api_key", "google ads", "replication_slot", "WAL_PGOUTPUT", "zzz", "how to connect with ssh")
_SEARCH = """async (queries) => {
  const { search } = await import(new URL("assets/ranking.js", document.baseURI));
  const index = await (await fetch("search.json")).json();
  const once = (text) => {
    const start = performance.now();
    search(index, text);
    return performance.now() - start;
  };
  return Math.max(...queries.map((text) => Math.min(...[1, 2, 3, 4, 5].map(() => once(text)))));
}"""


def figures() -> Iterator[Figure]:
    """Yield the figures of the site, built in a copy of the project."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        for name in _FOLDERS:
            ignored = shutil.ignore_patterns("node_modules", "__pycache__")
            shutil.copytree(PROJECT / name, project / name, ignore=ignored, copy_function=link_or_copy)
        for name in _FILES:
            link_or_copy(PROJECT / name, project / name)
        yield Figure("site, all pages", _build(project), "s", 60)
        after = []
        for run in range(_RUNS):
            _change(project, f"Name {run}")
            after.append(_build(project))
        # The shortest: the machine has disturbed it least.
        detail = f"of {', '.join(f'{each:.1f}' for each in after)} s"
        yield Figure("site, after one connector changed", min(after), "s", 5, detail=detail)
        yield from _loaded(project / "site")
        yield from lighthouse.figures(project / "site")


def _build(project: Path) -> float:
    start = time.perf_counter()
    for command in (["mkdocs", "build", "--strict", "--quiet"], ["generator", "publish", "site"]):
        environment = {**os.environ, "PYTHONPATH": str(project)}
        subprocess.run([sys.executable, "-m", *command], cwd=project, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def _change(project: Path, name: str) -> None:
    """Give a connector another name."""
    page, entry = project / REFERENCE / f"{_PAGE}.md", project / CONNECTORS / f"{_PAGE}.json"
    connector = json.loads(entry.read_bytes())
    text = page.read_text(encoding="utf-8").replace(f"# {connector['name']}", f"# {name}", 1)
    for path, content in ((page, text), (entry, json.dumps(connector | {"name": name}))):
        path.unlink()  # It is a second name of the project's own file.
        path.write_text(content, encoding="utf-8")


def _loaded(site: Path) -> Iterator[Figure]:
    index = (site / "search.json").read_bytes()
    detail = f"{len(index) / 1e6:.2f} MB uncompressed"
    yield Figure("search index over the wire", len(gzip.compress(index)) / 1e6, "MB", 1.5, detail=detail)
    path = shutil.which("chromium")
    if path is None:
        yield Figure("pages over the wire", None, "KB", detail="there is no command chromium")
        return
    largest = max(site.glob("*/*/*.html"), key=lambda each: each.stat().st_size).relative_to(site)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, shown in (("connector page", f"{_PAGE}.html"), ("largest connector page", largest.as_posix())):
            # A new context has an empty cache.
            page = browser.new_context(base_url=address).new_page()
            answers = _answers(page)
            page.goto(shown, wait_until="networkidle")
            yield _transfer(f"{name} over the wire", answers, 150, shown)
            yield from _builder(page, answers, name)
        page = browser.new_page()
        page.goto(f"{address}index.html")
        took = page.evaluate(_SEARCH, list(_QUERIES))
        yield Figure("search, the slowest of some queries", took, "ms", 50, detail=f"{len(_QUERIES)} queries")
        browser.close()


def _answers(page: Page) -> list[Response]:
    """Return the list that each answer to the page is added to."""
    answers: list[Response] = []

    def add(response: Response) -> None:
        answers.append(response)

    page.on("response", add)
    return answers


def _builder(page: Page, answers: list[Response], name: str) -> Iterator[Figure]:
    button = page.get_by_role("button", name="Build a configuration")
    if not button.count():
        yield Figure("builder on demand", None, "KB", detail="there is no bundle: run `make builder`")
        return
    answers.clear()
    button.click()
    page.get_by_text("Paste a payload").wait_for()
    yield _transfer(f"builder on demand, {name}", answers, 400, "script and data")


def _transfer(name: str, answers: list[Response], most: float, what: str) -> Figure:
    compressed = sum(each.request.sizes()["responseBodySize"] for each in answers)
    plain = sum(len(each.body()) for each in answers)
    detail = f"{what}; {plain / 1000:.0f} KB uncompressed, {len(answers)} files"
    return Figure(name, compressed / 1000, "KB", most, detail=detail)
