"""Files that ask for much more than their size: the command ends soon, in bounded memory, and says what is wrong."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from connector_catalog import UnknownConnectorError, find, validate
from connector_catalog.bounds import PAYLOADS
from connector_catalog.command import listing, validating

from tests.fuzz.bad_payloads import bad_payload, bad_payloads, names
from tests.package.running import Ran, command_after, found, objects, request, run, run_apart

# Small, because there are many files; those above are large.
SIZE = 20_000
SECONDS = 2.0

LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
"""
QUADRATIC = {
    "sexagesimal-integer.yaml": "a number has more than 1,000 digits [too-large]",
    "different-directives.yaml": "more than 1,000 directives [too-large]",
    "merge-keys.yaml": "more than 1,000 aliases and merge keys [too-large]",
    "many-integers.yaml": "more than 300,000 names and values [too-large]",
    "long-tag.yaml": "unknown tag [not-yaml]",
    "long-names-above.yaml": "[too-large]",
    "long-names-above.json": "[unknown]",
    "long-names-in-each-other.json": "[no-connector]",
    "dotted-name.json": "[unknown]",
}
"""What took time or memory that grew with the square of the size, and what the command says now."""


def _limited(path: Path) -> Ran:
    return run_apart("validate", "--jobs", "1", path, command=command_after(LIMITED))


@pytest.mark.parametrize("name", QUADRATIC)
def test_a_file_that_would_take_quadratic_time_or_memory_ends(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(bad_payload(name, size=1_900_000))
    ran = _limited(path)

    assert ran.status == 1, ran.err
    assert any(QUADRATIC[name] in line for line in ran.lines)


@pytest.mark.parametrize("name", names())
def test_a_bad_file_ends_soon_and_each_line_that_is_told_is_its_own(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(bad_payload(name, size=SIZE))
    began = time.process_time()
    ran = run("validate", "--jobs", "1", path)

    assert time.process_time() - began < SECONDS
    assert ran.status == 1
    assert all(line.startswith(f"{path}:") for line in ran.out.removesuffix("\n").split("\n"))
    assert all(each.isprintable() for each in ran.out.split("\n"))
    assert ran.err.startswith("1 file, ")


def test_the_same_seed_gives_the_same_files() -> None:
    one, same, other = (list(bad_payloads(seed, 1_000)) for seed in (1, 1, 2))

    assert one == same != other
    assert [name for name, _ in one] == names()
    assert all(len(data) < 30_000 for _, data in one)


@pytest.fixture
def few_problems(monkeypatch: pytest.MonkeyPatch) -> int:
    for module in (listing, validating):
        monkeypatch.setattr(module, "PAYLOADS", PAYLOADS._replace(problems=5))
    return 5


@pytest.mark.parametrize("name", ["x.json", "x.jsonl", "x.yaml"])
def test_a_file_lists_so_many_problems_and_counts_the_others(name: str, few_problems: int, tmp_path: Path) -> None:
    bad = [json.dumps(request(**{f"n{number}": 1})) for number in range(few_problems + 3)]
    text = "\n".join(bad) if name == "x.jsonl" else f"[{','.join(bad)}]"
    (tmp_path / name).write_text(text)
    ran = run("validate", "--jobs", "1", tmp_path / name)

    assert len(ran.lines) == few_problems + 1
    assert ran.lines[-1] == f"{tmp_path / name}: note: 3 more problems are not listed [more-problems]"
    assert (ran.status, ran.err) == (1, "1 file, 8 payloads, 8 problems\n")
    assert objects(tmp_path / name)[-1]["code"] == "more-problems"


def test_each_file_lists_so_many_problems(few_problems: int, tmp_path: Path) -> None:
    for name in ("x.json", "y.json"):
        (tmp_path / name).write_text(json.dumps([{}] * (few_problems + 1)))
    ran = run("validate", tmp_path / "x.json", tmp_path / "y.json")

    assert [line.split(": ")[0] for line in ran.lines if "[more-problems]" in line] == [
        str(tmp_path / "x.json"),
        str(tmp_path / "y.json"),
    ]
    assert "1 more problem is not listed" in ran.out


def test_as_many_problems_as_are_listed_have_no_note(few_problems: int, tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(json.dumps([{}] * few_problems))

    assert len(found(tmp_path / "x.json")) == few_problems


def test_warnings_that_are_not_listed_do_not_change_the_exit_status(few_problems: int, tmp_path: Path) -> None:
    bad = request(**{f"n{number}": 1 for number in range(few_problems + 2)})
    (tmp_path / "x.json").write_text(json.dumps(bad))
    ran = run("validate", "--unknown", "warn", tmp_path / "x.json")

    assert (ran.status, ran.err) == (0, "1 file, 1 payload, 0 problems, 7 warnings\n")


def _misspelt(count: int) -> list[str]:
    return [f"chema{number}" for number in range(count)]


def test_hints_are_sought_for_so_many_names_of_a_payload() -> None:
    wrong = dict.fromkeys(_misspelt(PAYLOADS.hints + 10), 1)
    for payload in (request(**wrong), wrong, {"service": "iterable", "config": {}, **wrong}):
        problems = [each for each in validate("fivetran", "iterable", payload) if each.code == "unknown"]
        assert len(problems) == PAYLOADS.hints + 10
        assert sum(each.hint != "" for each in problems) <= PAYLOADS.hints


@pytest.mark.parametrize("name", ["x.json", "x.jsonl"])
def test_hints_are_sought_for_so_many_names_and_ids_of_a_file(name: str, tmp_path: Path) -> None:
    bad = [json.dumps(request(**{name: 1})) for name in _misspelt(PAYLOADS.hints)]
    bad += [json.dumps({"service": f"iterabl{number}"}) for number in range(10)]
    bad += [json.dumps(request(chema0=1))]
    (tmp_path / name).write_text("\n".join(bad) if name == "x.jsonl" else f"[{','.join(bad)}]")
    hints = [bool(each["hint"]) for each in objects(tmp_path / name)]

    # A name that was misspelt before has its hint again.
    assert hints == [True] * PAYLOADS.hints + [False] * 10 + [True]


def test_hints_of_one_payload_are_not_those_of_the_next() -> None:
    for _ in range(2):
        problems = validate("fivetran", "iterable", request(**dict.fromkeys(_misspelt(PAYLOADS.hints), 1)))
        assert all(each.hint for each in problems)
    with pytest.raises(UnknownConnectorError, match="did you mean"):
        find("fivetran", "iterabl")


def test_a_problem_as_text_is_one_line() -> None:
    (problem,) = validate("fivetran", "iterable", request(**{"a\n::error::\x1b[2J\u202e\ud800": 1}))

    assert str(problem).isprintable()
    assert problem.path == "config.a\n::error::\x1b[2J\u202e\ud800"
