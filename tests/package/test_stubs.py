"""What the stubs say of a constructor is what it accepts."""

from __future__ import annotations

import ast
import datetime
import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pydantic
import pytest
from connector_catalog import Entry, describe, entries
from connector_catalog.vendors import vendors

from generator.context.names import Keyword
from generator.paths import PACKAGE, PROJECT

NEW_YEAR = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
NATURAL = {
    "bool": [True, False],
    "_date": [NEW_YEAR.date()],
    "_datetime": [NEW_YEAR],
    "_Sequence[str | int]": [["a", 1], ("a", "b")],
    "list[_Any]": [[], ["a"]],
    "dict[str, _Any]": [{"a": 1}],
    "None": [None],
}
REFERENCE = "${env:NAME}"
"""What stands for a secret that is no string, and is a string itself."""
MADE_OF_SAMPLE = {
    "str": lambda sample: sample if isinstance(sample, str) else REFERENCE,
    "_SecretStr": lambda sample: pydantic.SecretStr(sample if isinstance(sample, str) else REFERENCE),
    "_Secret[dict[str, _Any]]": pydantic.Secret,
    "int": lambda sample: int(sample) if str(sample).isdigit() else 22,
}
EVERY = int(os.environ.get("EVERY", "12"))
"""One of so many connectors is looked at; with EVERY=1 in the environment, all of them are."""


def chosen() -> list[Entry]:
    """A spread of each vendor's connectors, with the fields that have types of their own."""
    found = entries()
    unusual = {"platform.sftp", "platform.twitter-ads", "source-insightly", "snowflake", "github", "source-newsdata"}
    firsts = {each.vendor: each for each in reversed(found)}.values()
    return [each for n, each in enumerate(found) if n % EVERY == 0 or each.type in unusual or each in firsts]


def stub_of(entry: Entry) -> dict[str, ast.ClassDef]:
    path = Path(PROJECT, PACKAGE, entry.vendor, f"{entry.module}.pyi")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {each.name: each for each in tree.body if isinstance(each, ast.ClassDef)}


def parameters(stub: ast.ClassDef) -> dict[str, tuple[str, bool]]:
    """The type of each keyword of the constructor, and whether it is required."""
    (made,) = (each for each in stub.body if isinstance(each, ast.FunctionDef) and each.name == "__init__")
    keywords = zip(made.args.kwonlyargs, made.args.kw_defaults, strict=True)
    return {each.arg: (ast.unparse(each.annotation), default is None) for each, default in keywords if each.annotation}


def module_of(entry: Entry) -> Any:
    return import_module(f"connector_catalog.{entry.vendor}.{entry.module}")


@pytest.mark.parametrize("vendor", sorted(vendors()))
def test_keywords_are_those_that_the_model_accepts(vendor: str) -> None:
    for entry in (each for each in chosen() if each.vendor == vendor):
        module = module_of(entry)
        for name, stub in stub_of(entry).items():
            if name.endswith("Dict"):
                continue
            model = getattr(module, name)
            selected = model.selected_by()
            told = selected.name if selected is not None and selected.required else None
            fields = {field.serialization_alias or own: field for own, field in model.model_fields.items()}
            expected = {Keyword.of(wire): each.is_required() and wire != told for wire, each in fields.items()}
            assert {keyword: required for keyword, (_, required) in parameters(stub).items()} == expected, name


@pytest.mark.parametrize("vendor", sorted(vendors()))
def test_keys_of_a_payload_are_the_same_at_run_time(vendor: str) -> None:
    for entry in (each for each in chosen() if each.vendor == vendor):
        module = module_of(entry)
        for name, stub in stub_of(entry).items():
            if not name.endswith("Dict"):
                continue
            keys = {
                each.target.id: ast.unparse(each.annotation) for each in stub.body if isinstance(each, ast.AnnAssign)
            }  # type: ignore[union-attr]
            made = getattr(module, name)
            assert set(made.__annotations__) == set(keys), name
            assert made.__required_keys__ == {key for key, type_ in keys.items() if type_.startswith("_Required")}


@pytest.mark.parametrize("vendor", sorted(vendors()))
def test_a_value_of_each_type_is_accepted(vendor: str) -> None:
    count = 0
    entries = [each for each in chosen() if each.vendor == vendor]
    for entry in entries:
        module, full = module_of(entry), describe(entry.vendor, entry.type)["full"]
        model = getattr(module, entry.model)
        keywords = {Keyword.of(wire): wire for wire in full}
        for keyword, (type_, _) in parameters(stub_of(entry)[entry.model]).items():
            if keyword not in keywords:
                continue
            for value in values(ast.parse(type_, mode="eval").body, full[keywords[keyword]], module):
                count += 1
                assert refused(model, keyword, keywords[keyword], value) == [], (entry.key, keyword, type_)
    assert count >= len(entries) > 0


def refused(model: Any, keyword: str, wire: str, value: Any) -> list[Any]:
    """What is wrong with the value of one keyword, whatever else is missing."""
    try:
        model(**{keyword: value})
    except pydantic.ValidationError as fault:
        return [each for each in fault.errors(include_url=False) if each["loc"][:1] == (wire,)]
    return []


def values(type_: ast.expr, sample: Any, module: Any) -> Iterator[Any]:
    """Yield values of each member of a type, made of a value that a payload may have."""
    text = ast.unparse(type_)
    if isinstance(type_, ast.BinOp):
        yield from values(type_.left, sample, module)
        yield from values(type_.right, sample, module)
    elif isinstance(type_, ast.Subscript) and text.startswith("_Literal["):
        listed = ast.literal_eval(type_.slice)
        yield from listed if isinstance(listed, tuple) else (listed,)
    elif text in NATURAL:
        yield from NATURAL[text]
    else:
        yield from value_of(text, sample, module)


def value_of(name: str, sample: Any, module: Any) -> Iterator[Any]:
    if name in MADE_OF_SAMPLE:
        yield MADE_OF_SAMPLE[name](sample)
    elif name.startswith("_Sequence["):
        yield tuple(sample)
    elif name in vars(module):
        model = vars(module)[name]
        told = model.selected_by()
        if told is None or sample.get(told.name) == told.value:
            yield model.model_validate(sample)
    else:
        yield sample
