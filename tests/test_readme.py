import contextlib
import io
import re

import pytest

from generator.paths import PROJECT
from tests.cases.verdicts import committed
from tests.vendors import VENDORS

README = (PROJECT / "README.md").read_text(encoding="utf-8")
QUOTES = re.findall(r"<!-- quoted from (\S+) -->\n```\w+\n(.*?)```", README, re.DOTALL)
PROGRAMS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
TARGETS = re.findall(r"^([a-z]+):.*##", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_there_is_something_to_check():
    assert len(QUOTES) > 2
    assert len(PROGRAMS) == 13


@pytest.mark.parametrize(("path", "text"), QUOTES)
def test_what_is_quoted_stands_in_the_file(path: str, text: str):
    assert text in (PROJECT / path).read_text(encoding="utf-8")


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_program_prints_what_the_comments_say(program: str):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "README.md", "exec"), {})
    said = [line.removeprefix("# ") for line in program.splitlines() if line.startswith("# ")]
    assert printed.getvalue().splitlines() == said


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|^    )make ([a-z]+)", README, re.MULTILINE))))
def test_a_command_that_is_named_exists(target: str):
    assert target in TARGETS


@pytest.mark.parametrize("path", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_a_file_that_is_linked_exists(path: str):
    assert (PROJECT / path).exists()


def test_the_last_line_is_the_one_that_generate_prints():
    index = (PROJECT / "catalog" / "index.json").read_text(encoding="utf-8")
    line = f"{index.count('sha256')} documents, {index.count('properties'):,} connectors"
    assert line in README, f"README.md shows another last line; expected {line!r}"


@pytest.mark.parametrize("vendor", VENDORS)
def test_the_connectors_of_each_vendor_are_counted(vendor: str):
    roles = [each.role for each in committed().values() if each.vendor == vendor]
    title = VENDORS[vendor].title
    said = rf"{re.escape(title)}'s? {roles.count('source')} \w+ and {roles.count('destination')} \w+"
    assert re.search(said, " ".join(README.split())), f"README.md does not say: {said}"
