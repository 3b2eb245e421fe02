"""Streams of lines in blocks."""

from __future__ import annotations

import io

import pytest

from templates.connector_catalog.command.blocks import blocks


@pytest.mark.parametrize("size", [1, 2, 7, 20])
@pytest.mark.parametrize("head", [0, 3])
def test_blocks_hold_all_lines_and_leave_out_those_that_are_too_long(size: int, head: int) -> None:
    data = b"one\n\nthree\n" + b"x" * 21 + b"\nfive\n" + b"y" * 20 + b"\n" + b"z" * 30
    made = list(blocks(io.BytesIO(data[head:]), data[:head], size=size, longest=20))
    lines = {block.line + number: line for block in made for number, line in enumerate(block.data.splitlines())}

    assert [block.line for block in made if block.too_long] == [4, 7]
    assert lines == {1: b"one", 2: b"", 3: b"three", 5: b"five", 6: b"y" * 20}
    assert sum(block.size for block in made) == len(data)
