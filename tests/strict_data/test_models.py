"""Files that people write are validated; each fault is a diagnostic with its file and place, without the values."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pydantic
import pytest

from generator.diagnostics import Diagnostics
from generator.strict_data.models import StrictModel, load_model

SECRET = "hunter2"


class Shelf(StrictModel):
    shelf_name: str
    boxes: tuple[int, ...] = ()

    @pydantic.model_validator(mode="after")
    def _check(self) -> Shelf:
        if self.shelf_name == "empty":
            raise ValueError("expected a name of a shelf")
        return self


def _loaded(folder: Path, name: str, text: str, form: Any = Shelf) -> tuple[Any, list[str]]:
    (folder / name).write_text(text, encoding="utf-8")
    diagnostics = Diagnostics()
    found = load_model(folder / name, form, "shelf-format", diagnostics)
    assert {each.code for each in diagnostics} <= {"shelf-format"}
    assert (found is None) == diagnostics.failed
    return found, [f"{each.place}: {each.message}" for each in diagnostics]


@pytest.mark.parametrize("name", ["shelf.yaml", "shelf.json"])
def test_yaml_and_json_give_the_same_object(name: str, tmp_path: Path) -> None:
    found, messages = _loaded(tmp_path, name, json.dumps({"shelfName": "a", "boxes": [1, 2]}))

    assert (found, messages) == (Shelf(shelfName="a", boxes=(1, 2)), [])


FAULTS: list[tuple[Any, list[str]]] = [
    ({"shelfName": SECRET, "boxes": ["x", 1, SECRET]}, ["boxes/0: Input should be a valid integer", "boxes/2: Input"]),
    ({"shelf_name": "a"}, ["shelfName: Field required", "shelf_name: Extra inputs are not permitted"]),
    ({"shelfName": "empty"}, ["expected a name of a shelf"]),
    ({}, ["shelfName: Field required"]),
]


@pytest.mark.parametrize("name", ["shelf.yaml", "shelf.json"])
@pytest.mark.parametrize(("content", "expected"), FAULTS)
def test_every_fault_has_its_file_and_place(name: str, content: Any, expected: list[str], tmp_path: Path) -> None:
    _, messages = _loaded(tmp_path, name, json.dumps(content))

    assert len(messages) == len(expected)
    assert all(found.startswith(f"{name}: {each}") for found, each in zip(messages, expected, strict=True))
    assert SECRET not in "".join(messages)


@pytest.mark.parametrize("text", ["", "[]", "null", "3", "text"])
def test_a_file_without_a_mapping_names_no_class(text: str, tmp_path: Path) -> None:
    assert _loaded(tmp_path, "shelf.yaml", text) == (None, ["shelf.yaml: expected a mapping"])
    assert _loaded(tmp_path, "shelf.yaml", f"[{text}]", list[Shelf]) == (
        (None, ["shelf.yaml: 0: expected a mapping"]) if text else ([], [])
    )


@pytest.mark.parametrize("name", ["shelf.yaml", "shelf.json"])
def test_a_file_that_cannot_be_parsed_has_one_fault(name: str, tmp_path: Path) -> None:
    _, (message,) = _loaded(tmp_path, name, "{")

    assert message.startswith(f"{name}: invalid {name[6:].upper()}")


def test_of_many_faults_some_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    _, messages = _loaded(tmp_path, "shelf.json", json.dumps({"shelfName": "a", "boxes": ["x"] * 1_500}))

    assert len(messages) == 21
    assert messages[-1] == "shelf.json: 1,480 more faults"
