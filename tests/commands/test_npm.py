"""``npm`` writes the TypeScript package: declarations, schemas and the paths of secrets."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.commands.npm import npm
from generator.paths import PROJECT, Layout
from tests import small_project


@pytest.fixture
def project(made_small_project: Layout, tmp_path: Path) -> Layout:
    """A small project with all that is generated from it."""
    layout = small_project.copy(made_small_project, tmp_path / "project", generated=True)
    for name in ("pyproject.toml", "LICENSE"):
        (layout.root / name).write_bytes((PROJECT / name).read_bytes())
    return layout


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_package_has_all_that_it_says(project: Layout, tmp_path: Path) -> None:
    output = tmp_path / "npm"
    found = npm(project, output, "https://schemas.example.org")
    package, secrets = _json(output / "package.json"), _json(output / "secrets.json")

    assert not found.diagnostics.failed
    assert package["name"] == "connector-catalog"
    assert (output / package["types"]).is_file()
    assert (output / package["exports"]["./fivetran"]["types"]).is_file()
    assert (output / package["exports"]["."]["default"]).is_file()
    assert "refresh_token" not in json.dumps(package)
    assert 'baseUrl = "https://schemas.example.org"' in (output / "index.js").read_text(encoding="utf-8")
    assert 'dataVersion = "1.0.0"' in (output / "index.js").read_text(encoding="utf-8")
    assert _json(output / "schemas" / "stitch.json")["$comment"].endswith(" Data version 1.0.0.")
    assert _json(output / "schemas" / "stitch.json")["$id"].endswith("/schemas/v1/stitch.json")
    assert "properties.private_key" in secrets["stitch"]["source"]["platform.braintree"]
    text = (output / "stitch" / "source_braintree.d.ts").read_text(encoding="utf-8")
    assert "export interface BraintreeSource extends SourceEnvelope {" in text
    assert '  type: "platform.braintree";' in text
    assert "  merchant_id: string;" in text


def test_what_was_there_is_replaced(project: Layout, tmp_path: Path) -> None:
    output = tmp_path / "npm"
    npm(project, output, None)
    (output / "stitch" / "source_gone.d.ts").write_text("x", encoding="utf-8")
    (output / "README.md").write_text("x", encoding="utf-8")
    npm(project, output, None)

    assert not (output / "stitch" / "source_gone.d.ts").exists()
    assert "secrets.json" in (output / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("base_url", "spoilt", "code"),
    [("http://x", None, "base-url"), (None, "generated", "not-generated"), (None, "pyproject.toml", "project")],
)
def test_nothing_is_written_with_a_fault(
    project: Layout, tmp_path: Path, base_url: str | None, spoilt: str | None, code: str
) -> None:
    if spoilt == "pyproject.toml":
        (project.root / spoilt).write_text("", encoding="utf-8")
    elif spoilt is not None:
        (project.root / spoilt).rename(tmp_path / "elsewhere")
    found = npm(project, tmp_path / "npm", base_url)

    assert [each.code for each in found.diagnostics] == [code]
    assert not (tmp_path / "npm").exists()
