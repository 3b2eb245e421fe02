"""``systems``: what is to decide, as lines for the files and as JSON; and what ``lint`` and ``generate`` say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.command_line.main import main
from generator.paths import CATALOG, Layout
from tests import small_project


@pytest.fixture(scope="session")
def made_with_systems(made_small_project: Layout, tmp_path_factory: pytest.TempPathFactory) -> Layout:
    layout = small_project.copy(made_small_project, tmp_path_factory.mktemp("systems") / "project")
    layout.systems.mkdir()
    (layout.systems / "aurora.yaml").write_text(
        "title: Aurora\nsource:\n  connectors:\n    stitch: [platform.aurora]\n  withoutCounterpart: {stitch: [host]}\n"
    )
    return layout


def run(layout: Layout, *arguments: str) -> Result:
    done = CliRunner().invoke(main, ["--project", str(layout.root), *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), repr(done.exception)
    return done


def test_a_system_is_printed_as_lines_for_its_file(made_with_systems: Layout) -> None:
    done = run(made_with_systems, "systems", "aurora")

    assert done.exit_code == 0
    assert done.stdout.startswith("# aurora.yaml\ntitle: Aurora\nsource:\n")
    alone = yaml.safe_load(done.stdout)["source"]["withoutCounterpart"]["stitch"]
    assert "port" in alone
    assert "host" not in alone


def test_systems_as_json(made_with_systems: Layout) -> None:
    (found,) = json.loads(run(made_with_systems, "systems", "--format", "json").stdout)["systems"]

    assert (found["name"], found["title"], found["role"], found["decided"]) == ("aurora", "Aurora", "source", True)
    assert found["connectors"] == {"stitch": ["platform.aurora"]}


def test_only_what_is_open_is_printed_where_that_is_asked_for(made_with_systems: Layout, tmp_path: Path) -> None:
    assert run(made_with_systems, "systems", "--undecided").stdout.startswith("# aurora.yaml")

    layout = small_project.copy(made_with_systems, tmp_path / "project")
    alone = yaml.safe_load(run(layout, "systems", "aurora").stdout)["source"]["withoutCounterpart"]["stitch"]
    decided = yaml.safe_load((layout.systems / "aurora.yaml").read_text())
    decided["source"]["withoutCounterpart"]["stitch"] += alone
    (layout.systems / "aurora.yaml").write_text(yaml.safe_dump(decided))
    assert run(layout, "systems", "--undecided").stdout == ""
    assert run(layout, "systems").stdout != ""


def test_an_unknown_system_is_an_error(made_with_systems: Layout) -> None:
    done = run(made_with_systems, "systems", "nosuch")

    assert (done.exit_code, done.stdout) == (1, "")
    assert "error [unknown-system]" in done.stderr


def test_a_file_that_cannot_be_read_is_an_error(made_with_systems: Layout, tmp_path: Path) -> None:
    layout = small_project.copy(made_with_systems, tmp_path / "project")
    (layout.systems / "aurora.yaml").write_text("title: Aurora\nsource: {connectors: {}}\n")

    for command in ("systems", "lint", "generate"):
        done = run(layout, command)
        assert done.exit_code == 1, command
        assert "error [system-format]" in done.stderr, command


def test_a_link_to_what_is_gone_is_an_error_of_generate_and_of_lint(made_with_systems: Layout, tmp_path: Path) -> None:
    layout = small_project.copy(made_with_systems, tmp_path / "project")
    (layout.systems / "aurora.yaml").write_text(
        "title: Aurora\nsource:\n  connectors: {stitch: [platform.aurora]}\n  withoutCounterpart: {stitch: [gone]}\n"
    )

    for command in (("lint",), ("generate", "--output", str(tmp_path / "out"))):
        done = run(layout, *command)
        assert done.exit_code == 1
        assert "error [system-property] gone" in done.stderr
    assert not (tmp_path / "out" / CATALOG).exists()


def test_lint_counts_what_is_decided(made_with_systems: Layout) -> None:
    done = run(made_with_systems, "lint")

    assert "warning [system-undecided-property] port" in done.stderr
    assert "systems: 0 with several vendors, 0 connectors, 0 links" in done.stdout.splitlines()


def test_a_scope_of_no_system_is_an_error_of_lint(made_with_systems: Layout, tmp_path: Path) -> None:
    layout = small_project.copy(made_with_systems, tmp_path / "project")
    layout.glossary.write_text("port: {'*': Any port., system/aurora: Its port., system/nosuch: No port.}\n")
    errors = [line for line in run(layout, "lint").stderr.splitlines() if "[glossary-system]" in line]

    assert len(errors) == 1
    assert "port: error [glossary-system] no file of catalog/systems is named nosuch" in errors[0]


def test_systems_are_an_input_of_generate(made_with_systems: Layout, tmp_path: Path) -> None:
    layout = small_project.copy(made_with_systems, tmp_path / "project")
    data = layout.root / "generated" / "connector_catalog" / "data" / "systems.json"

    assert run(layout, "generate", "--jobs", "1").exit_code == 0
    assert json.loads(data.read_text())["aurora"]["title"] == "Aurora"
    assert "nothing has changed" in run(layout, "generate", "--jobs", "1").stderr
    text = (layout.systems / "aurora.yaml").read_text()
    (layout.systems / "aurora.yaml").write_text(text.replace("title: Aurora", "title: Amazon Aurora"))
    assert run(layout, "generate", "--jobs", "1").exit_code == 0
    assert json.loads(data.read_text())["aurora"]["title"] == "Amazon Aurora"
