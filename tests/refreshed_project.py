"""A project with one small page, whose profile says where it is served, and another version of that page."""

from __future__ import annotations

import shutil
from pathlib import Path

import yaml

from generator.commands import generate
from generator.commands.capture import Request, capture
from generator.documents.answer import Version
from generator.paths import CATALOG, PROJECT, Layout
from tests.small_project import TABLES

PAGE = PROJECT / "tests" / "pages" / "stitch" / "form_and_oauth.html"
URL = "https://docs.example/acme"
CAPTURE = "catalog/documents/stitch/acme.json"
CONNECTOR = "catalog/connectors/stitch/source/platform.acme.json"
END_OF_TABLE = '</table>\n<h6 id="acme-form-example">'
NEW_ROW = (END_OF_TABLE, f"<tr><td><strong>zone</strong><br>STRING<br>OPTIONAL</td><td>Where.</td></tr>{END_OF_TABLE}")


def make(root: Path) -> Layout:
    """Makes the project, with all that is generated from it."""
    layout = Layout(root)
    for name in TABLES:
        (root / CATALOG / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(PROJECT / CATALOG / name, root / CATALOG / name)
    for profile in layout.vendors.iterdir():
        stated = yaml.safe_load(profile.read_text(encoding="utf-8"))
        stated["documents"] = {}
        if profile.stem == "stitch":
            stated["documents"] = {"acme": {"url": URL, "mediaTypes": ["text/html"], "complete": True}}
        profile.write_text(yaml.safe_dump(stated), encoding="utf-8")
    captured = capture(layout, [PAGE], Request(name="acme", url=URL, date="2026-05", version=Version('"1"', "")))
    assert not captured.diagnostics.failed
    done = generate.generate(layout, generate.Request(root, jobs=1), lambda done, total: None)
    assert not done.diagnostics.failed, [str(each) for each in done.diagnostics]
    return layout


def page(*replaced: tuple[str, str]) -> bytes:
    """The page, with other words."""
    text = PAGE.read_text(encoding="utf-8")
    for old, new in replaced:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def state(layout: Layout) -> dict[str, bytes]:
    """Every file of a project outside its cache."""
    paths = (path for path in sorted(layout.root.rglob("*")) if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(layout.root).as_posix(): path.read_bytes() for path in paths}
