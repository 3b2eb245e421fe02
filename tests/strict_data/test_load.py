"""Files are read only where they are regular and not too large; faults are diagnostics that name the file."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest

from generator.diagnostics import Diagnostics, Level
from generator.strict_data.fault import DataError
from generator.strict_data.files import read_regular_file
from generator.strict_data.load import load_json, load_json_text, load_mapping, load_yaml


def _written(folder: Path, content: str | bytes) -> Path:
    path = folder / "table.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def _messages(diagnostics: Diagnostics) -> list[str]:
    assert all((each.level, each.code, each.place) == (Level.ERROR, "the-code", "table.yaml") for each in diagnostics)
    return [each.message for each in diagnostics]


def _mapping(path: Path) -> tuple[dict[str, Any], list[str]]:
    diagnostics = Diagnostics()
    return load_mapping(path, "the-code", "from words to numbers", diagnostics), _messages(diagnostics)


def test_a_mapping_is_read_in_its_order(tmp_path: Path) -> None:
    found, messages = _mapping(_written(tmp_path, "b: 1\na:\n  x: é\n"))

    assert list(found.items()) == [("b", 1), ("a", {"x": "é"})]
    assert messages == []


@pytest.mark.parametrize("text", ["- a\n", "words\n", "3\n", "", "# nothing\n", "null\n"])
def test_another_value_than_a_mapping_is_an_error(text: str, tmp_path: Path) -> None:
    assert _mapping(_written(tmp_path, text)) == ({}, ["expected a mapping from words to numbers"])


def test_an_error_of_another_file_is_not_taken_for_one_of_this(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    diagnostics.error("other", "", "other")
    load_mapping(_written(tmp_path, "- a\n"), "the-code", "from a to b", diagnostics)

    assert [each.code for each in diagnostics] == ["other", "the-code"]


@pytest.mark.parametrize("content", ["a: [", b"a: caf\xe9", "a: 1\na: 2", "[" * 200])
@pytest.mark.parametrize("load", [load_yaml, load_json, load_json_text])
def test_a_fault_names_the_file_and_the_place(load: Any, content: str | bytes, tmp_path: Path) -> None:
    diagnostics = Diagnostics()

    assert load(_written(tmp_path, content), "the-code", diagnostics) is None
    (message,) = _messages(diagnostics)
    assert message.endswith(")") or "nested" in message


def test_a_text_is_returned_as_it_is(tmp_path: Path) -> None:
    diagnostics = Diagnostics()
    assert load_json_text(_written(tmp_path, '{"a":  1}'), "the-code", diagnostics) == '{"a":  1}'
    assert load_json(_written(tmp_path, '{"a":  1}'), "the-code", diagnostics) == {"a": 1}


def _refused(path: Path, limit: int = 10) -> tuple[str, str]:
    with pytest.raises(DataError) as found:
        read_regular_file(path, limit)
    return found.value.code, str(found.value)


def test_a_folder_a_pipe_a_socket_and_a_device_are_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket"))
        assert _refused(tmp_path / "socket")[0] == "not-readable"
    assert "a pipe" in _refused(tmp_path / "pipe")[1]
    assert "a folder" in _refused(tmp_path)[1]
    for device in ("/dev/zero", "/dev/null"):
        assert "a device" in _refused(Path(device))[1]


def test_a_missing_file_and_a_link_to_itself_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert _refused(tmp_path / "nowhere")[0] == "not-readable"
    assert _refused(tmp_path / "loop")[0] == "not-readable"


def test_a_file_has_a_largest_size(tmp_path: Path) -> None:
    assert read_regular_file(_written(tmp_path, "x" * 10), 10) == b"x" * 10
    assert _refused(_written(tmp_path, "x" * 11), 10)[0] == "too-large"
