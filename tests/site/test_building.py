"""What a build of the site takes from an earlier one: never a page that is no longer true."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.site import page as site_page
from generator.site.store import SiteStore

_SETTINGS = """
site_name: Test
docs_dir: docs
site_dir: site
use_directory_urls: false
theme: {name: null, custom_dir: theme}
plugins: []
hooks: [hooks.py]
nav: [index.md]
not_in_nav: /a/
validation: {links: {anchors: warn}}
"""
_HOOKS = """
from pathlib import Path
from generator.site.page import make_pages
from generator.site.store import SiteStore
ROOT = Path(__file__).parent
def on_config(config):
    global store
    store = SiteStore(ROOT / "kept.json", (ROOT / "tools").read_text())
def on_nav(nav, *, config, files):
    make_pages(nav, files, config, store)
    return nav
def on_post_build(*, config):
    store.save()
"""
_MAIN = "{{ page.title }} {{ page.content }} {% for each in page.toc %}{{ each.url }} {{ each.title }}{% endfor %}"
_PAGES = {
    "index.md": "# Home\n\n[First](a/first.md)",
    "a/first.md": "# First\n\n## Part\n\n[Second](second.md#there)",
    "a/second.md": "# Second\n\n## There\n\ntext",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small site."""
    files = {f"docs/{path}": text for path, text in _PAGES.items()}
    files |= {"mkdocs.yml": _SETTINGS, "hooks.py": _HOOKS, "theme/main.html": _MAIN, "tools": "1"}
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text)
    return tmp_path


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], list[str]]]:
    """Build a project; return the pages whose Markdown was rendered, apart from the home page."""
    made: list[str] = []
    render = site_page.Page.render

    def record(page: site_page.Page, *args: object) -> None:
        made.append(page.file.src_uri)
        render(page, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(site_page.Page, "render", record)

    def run(project: Path) -> list[str]:
        made.clear()
        build(load_config(str(project / "mkdocs.yml"), strict=True))
        return [each for each in made if each != "index.md"]

    yield run
    logging.getLogger("mkdocs").handlers.clear()


def _site(project: Path) -> dict[str, bytes]:
    return {
        path.relative_to(project).as_posix(): path.read_bytes() for path in sorted((project / "site").rglob("*.html"))
    }


def test_only_the_changed_page_is_rendered_again(project: Path, rendered: Callable[[Path], list[str]]) -> None:
    assert rendered(project) == ["a/first.md", "a/second.md"]
    first = _site(project)
    assert rendered(project) == []
    assert _site(project) == first
    (project / "docs/a/second.md").write_text("# Other\n\n## There\n\nnew")
    assert rendered(project) == ["a/second.md"]
    kept = _site(project)
    (project / "kept.json").unlink()
    assert rendered(project) == ["a/first.md", "a/second.md"]

    assert _site(project) == kept
    assert b"Other" in kept["site/a/second.html"]


@pytest.mark.parametrize("path", ["tools", "mkdocs.yml", "docs/a/third.md"])
def test_everything_is_rendered_again(project: Path, rendered: Callable[[Path], list[str]], path: str) -> None:
    """Where the code, the settings, or the pages that links can lead to have changed."""
    rendered(project)
    with (project / path).open("a") as file:
        file.write("\n")

    assert {"a/first.md", "a/second.md"} <= set(rendered(project))


def test_the_template_is_always_applied(project: Path, rendered: Callable[[Path], list[str]]) -> None:
    rendered(project)
    (project / "theme/main.html").write_text(f"New {_MAIN}")
    assert rendered(project) == []

    assert all(each.startswith(b"New") for each in _site(project).values())


def test_a_page_that_is_kept_still_has_its_links_checked(
    project: Path, rendered: Callable[[Path], list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    rendered(project)
    (project / "docs/a/second.md").write_text("# Second")
    with pytest.raises(Abort):
        rendered(project)

    assert "does not contain an anchor '#there'" in caplog.text


def test_links_to_a_page_that_is_kept_are_checked(
    project: Path, rendered: Callable[[Path], list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    rendered(project)
    (project / "docs/a/first.md").write_text("# First\n\n[Second](second.md#elsewhere)")
    with pytest.raises(Abort):
        rendered(project)

    assert "does not contain an anchor '#elsewhere'" in caplog.text


def test_a_page_with_a_warning_is_not_kept(
    project: Path, rendered: Callable[[Path], list[str]], caplog: pytest.LogCaptureFixture
) -> None:
    (project / "docs/a/first.md").write_text("# First\n\n[Gone](gone.md)")
    for _ in range(2):
        caplog.clear()
        with pytest.raises(Abort):
            rendered(project)
        assert "'a/gone.md' is not found" in caplog.text


def test_a_damaged_store_is_made_again(project: Path, rendered: Callable[[Path], list[str]]) -> None:
    rendered(project)
    (project / "kept.json").write_text("[")

    assert rendered(project) == ["a/first.md", "a/second.md"]
    assert rendered(project) == []


def test_the_store_forgets_what_a_build_has_not_used(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    for source in ("old", "new"):
        store = SiteStore(path, "tools")
        assert store.take(lambda: "made", "kind", source) == "made"
        store.save()
    store = SiteStore(path, "tools")

    assert store.find("kind", "old") is None
    assert store.find("kind", "new") == "made"
    assert store.find("other kind", "new") is None
    assert SiteStore(path, "other tools").find("kind", "new") is None
