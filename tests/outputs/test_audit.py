"""The audit reads generated Python and finds what no template of ours prints."""

from __future__ import annotations

import pytest

from generator.outputs.audit import audit
from tests import cases


@pytest.mark.parametrize("case", cases.CASES)
@pytest.mark.parametrize("kind", ["model", "validator"])
def test_generated_code_passes(case: str, kind: str) -> None:
    assert audit("module.py", cases.printed(case, kind)) == []


@pytest.mark.parametrize(
    "text",
    [
        "import os",
        "import os.path as path",
        "from os import path",
        "from subprocess import run",
        "import typing, socket",
        "def f():\n    import os",
        "class A:\n    import os",
        "try:\n    import os\nexcept ImportError:\n    pass",
        "import pydantic_evil",
    ],
)
def test_import_of_something_else_is_found(text: str) -> None:
    assert audit("module.py", text)


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').mkdir('x')",
        "eval('1')",
        "x = open('x')",
        "x = [print(1) for _ in (1,)]",
        "class A:\n    x: str = open('x')",
        "class A:\n    print(1)",
        "x = f'{open(1)}'",
        "if True:\n    print(1)",
        "x = sorted(open('x'))",
        "x = (lambda: 1)()",
        "Field.__init__(1)",
    ],
)
def test_call_on_import_is_found(text: str) -> None:
    assert audit("module.py", text)


@pytest.mark.parametrize(
    "text",
    [
        "class A(open('x')):\n    pass",
        "class A(metaclass=open('x')):\n    pass",
        "@open('x')\nclass A:\n    pass",
        "@open('x')\ndef f():\n    pass",
        "def f(x=open('x')):\n    pass",
        "class A:\n    def f(self, x=open('x')):\n        pass",
    ],
)
def test_call_in_the_head_of_a_definition_is_found(text: str) -> None:
    assert audit("module.py", text)


@pytest.mark.parametrize("call", ["eval('1')", "exec('1')", "open('x')", "__import__('os')"])
def test_call_in_a_function_that_no_template_prints_is_found(call: str) -> None:
    assert audit("module.py", f"def validate(payload):\n    {call}\n")


def test_text_that_is_not_python_is_found_with_file_and_line() -> None:
    assert audit("a/module.py", "x = 1\nx = = 2\n")[0].startswith("a/module.py: line 2: ")


def test_every_fault_is_reported() -> None:
    assert len(audit("module.py", "import os\nimport socket\nprint(1)\n")) == 3


def test_calls_that_our_templates_print_pass() -> None:
    text = "from pydantic import Field\nclass A:\n    x: str = Field(default=None)\ny = sorted(('a',))\n"

    assert audit("module.py", text) == []


@pytest.mark.parametrize(
    "text", ["return 1", "def f(:", "x = '\0'", "def f():\n    break", "x = " + "-" * 200_000 + "1"]
)
def test_a_module_that_does_not_compile_is_found(text: str) -> None:
    assert audit("module.py", text)
