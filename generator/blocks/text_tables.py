"""Finds tables in the text extracted from a page.

A table has one of two shapes. In the first, a separator (``|---|---|``) follows the head, and each row has cells
between pipes, with or without the first pipe, on one or several lines. The second has no head: a cell extends to a line
that ends with a pipe, and a row begins with a cell that stacks a name and other words.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from generator.blocks.block import Cell, Paragraph, Row
from generator.blocks.text_lines import Line

_RULE = r"(?::-++:?+|-(?:-++:?+|:))"
_SEPARATOR = re.compile(rf"\|?+(?:\s*+{_RULE}\s*+\|)++\s*+(?:{_RULE})?+\s*+")
_TOKEN = re.compile(r"\w(?:[\w.-]*\w)?")
_NAME = re.compile(r"[*`]*+\w[\w.\-\[\]]*+(?<=[\w\]])[*`]*+(?:\s*+\([^|()]*+\)[*`]*+)?")
_LABELS = re.compile(r"[A-Z]{2,}(?:[ ,/]++[A-Za-z-]++)*+\s*+\|")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclasses.dataclass(frozen=True)
class TextTable:
    """A table and the index of the first line after it; ``whole`` is false if the text ends inside a row."""

    rows: tuple[Row, ...]
    end: int
    whole: bool = True


def table_at(lines: list[Line], start: int) -> TextTable | None:
    """Return the table that begins at ``lines[start]``, or ``None``."""
    if start + 1 < len(lines) and "|" in lines[start].text and _SEPARATOR.fullmatch(lines[start + 1].text):
        return _headed_table(lines, start)
    return _stacked_table(lines, start) or _plain_table(lines, start)


def _cells(text: str) -> list[str]:
    cells = [cell.strip() for cell in _PIPE.split(text.strip().removeprefix("|"))]
    return cells[:-1] if cells and not cells[-1] else cells


def _row(cells: list[str], number: int, *, head: bool = False) -> Row:
    places = [f"line {number}/cell[{column}]/p" for column in range(1, len(cells) + 1)]
    pairs = zip(cells, places, strict=True)
    blocks = [(Paragraph(cell.replace("\\|", "|"), place),) if cell else () for cell, place in pairs]
    return Row(tuple(Cell(block, head) for block in blocks), f"line {number}/row")


def _headed_table(lines: list[Line], start: int) -> TextTable:
    head = _cells(lines[start].text)
    rows = [_row(head, lines[start].number, head=True)]
    index = start + 2
    while index < len(lines) and _begins_row(lines, index):
        end = index + 1
        while end < len(lines) and _continues_row(lines, index, end, len(head)):
            end += 1
        cells = _cells("\n".join(line.text for line in lines[index:end]))
        if len(cells) > len(head):
            cells = [*cells[: len(head) - 1], " | ".join(cells[len(head) - 1 :])]
        rows.append(_row(cells, lines[index].number))
        index = end
    # If other rows end with a pipe, a last row without one is incomplete.
    others_closed = any(line.text.endswith("|") for line in lines[start + 2 : index - 1])
    is_cut_off = others_closed and index == len(lines) and not lines[-1].text.endswith("|")
    return TextTable(tuple(rows), index, whole=not is_cut_off)


def _begins_row(lines: list[Line], index: int) -> bool:
    line = lines[index]
    if line.code or not line.text:
        return False
    following = lines[index + 1] if index + 1 < len(lines) else Line("", 0)
    if "|" in line.text:
        return _SEPARATOR.fullmatch(following.text) is None
    return _NAME.fullmatch(line.text) is not None and not following.code and following.text.startswith("|")


def _continues_row(lines: list[Line], start: int, index: int, columns: int) -> bool:
    """Return whether ``lines[index]`` belongs to the row that begins at ``lines[start]``."""
    if lines[index].code or not lines[index].text:
        return False
    so_far = "\n".join(line.text for line in lines[start:index])
    return len(_cells(so_far)) < columns or (not so_far.rstrip().endswith("|") and _closes_later(lines, index))


def _closes_later(lines: list[Line], index: int) -> bool:
    """Return whether a pipe closes the open cell at the end of this or a later line of the paragraph."""
    for line in lines[index:]:
        if line.code or not line.text or "|" in line.text[:-1]:
            return False
        if line.text.endswith("|"):
            return True
    return False


def _stacked_table(lines: list[Line], start: int) -> TextTable | None:
    """Return the table whose rows are a stack of words and a description, which may be missing."""
    rows: list[Row] = []
    index = start
    while (last := _stack_end(lines, index)) is not None:
        number = lines[index].number
        stack = _cells("\n".join(line.text for line in lines[index : last + 1]))[0]
        end = _first_index(range(last + 1, len(lines)), lambda at: _ends_cell(lines[at]))
        next_row = None
        if end is not None:
            next_row = _first_index(range(last + 1, end + 1), lambda at: _begins_labelled_row(lines, at))
        if next_row is not None:
            rows.append(_row([stack], number))
            index = next_row
            continue
        payload = _first_index(range(last + 1, len(lines)), lambda at: lines[at].code)
        text_end = len(lines) if payload is None else payload
        if end is None or end > text_end:
            return TextTable((*rows, _row([stack], number)), text_end, whole=False)
        description = "\n".join(line.text for line in lines[last + 1 : end + 1]).rstrip("| \n")
        rows.append(_row([stack, description], number))
        index = end + 1
    return TextTable(tuple(rows), index) if rows else None


def _first_index(indices: range, test: Callable[[int], bool]) -> int | None:
    return next((index for index in indices if test(index)), None)


def _begins_labelled_row(lines: list[Line], index: int) -> bool:
    """Return whether a stack begins at ``lines[index]`` and its last line is a type or a label."""
    last = _stack_end(lines, index)
    return last is not None and _LABELS.fullmatch(lines[last].text) is not None


def _ends_cell(line: Line) -> bool:
    return not line.code and line.text.endswith("|")


def _stack_end(lines: list[Line], start: int) -> int | None:
    """Return the index of the last line of the stack of single words that begins at ``start``."""
    for index in range(start, min(start + 4, len(lines))):
        line = lines[index]
        if index > start and _ends_cell(line) and "|" not in line.text[:-1]:
            return index
        if line.code or _TOKEN.fullmatch(line.text) is None:
            return None
    return None


def _plain_table(lines: list[Line], start: int) -> TextTable | None:
    """Return the table whose rows are one line each: several cells, the last one closed by a pipe."""
    end = start
    while end < len(lines) and _ends_cell(lines[end]) and len(_cells(lines[end].text)) > 1:
        end += 1 + (end + 1 < len(lines) and _SEPARATOR.fullmatch(lines[end + 1].text) is not None)
    rows = [_row(_cells(line.text), line.number) for line in lines[start:end] if not _SEPARATOR.fullmatch(line.text)]
    return TextTable(tuple(rows), end) if rows else None
