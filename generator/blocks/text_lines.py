"""Splits the text extracted from a page into lines, the JSON payloads between them, and tables.

A table has one of two shapes. In the first, a separator (``|---|---|``) follows the head, and each row has cells
between pipes, with or without the first pipe, on one or several lines. The second has no head: a cell extends to a line
that ends with a pipe, and a row begins with a cell that stacks a name and other words.
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Iterator

from generator.blocks.block import Cell, Paragraph, Row

_PAYLOAD = re.compile(r"\{\s*(?=[\"}])")
_LONE_PAIR = re.compile(r'\s*"[^"]+"\s*:.*$')
_CLOSING = re.compile(r"^\}[ \t]*$", re.MULTILINE)

_RULE = r"(?::-++:?+|-(?:-++:?+|:))"
_SEPARATOR = re.compile(rf"\|?+(?:\s*+{_RULE}\s*+\|)++\s*+(?:{_RULE})?+\s*+")
_TOKEN = re.compile(r"\w(?:[\w.-]*\w)?")
_NAME = re.compile(r"[*`]*+\w[\w.\-\[\]]*+(?<=[\w\]])[*`]*+(?:\s*+\([^|()]*+\)[*`]*+)?")
_PIPE = re.compile(r"(?<!\\)\|")


@dataclasses.dataclass(frozen=True)
class Line:
    """One line of text, or a payload (``code``), which may span several lines; ``whole`` if it has its closing brace.

    ``number`` is the number of its first line, from 1.
    """

    text: str
    number: int
    code: bool = False
    whole: bool = True


def lines_of(content: str) -> Iterator[Line]:
    """Yield the lines of a text in order, each payload as one."""
    position, number = 0, 1
    payload = _PAYLOAD.search(content)
    while position < len(content):
        end = content.find("\n", position)
        end = len(content) if end < 0 else end
        if payload is not None and payload.start() < position:
            payload = _PAYLOAD.search(content, position)
        if payload is None or payload.start() > end:
            text = content[position:end]
            yield Line(text.strip(), number, code=_LONE_PAIR.fullmatch(text) is not None)
            position, number = end + 1, number + 1
            continue
        before = content[position : payload.start()].strip()
        if before:
            yield Line(before, number)
        close, whole = _payload_end(content, payload.start())
        yield Line(content[payload.start() : close].strip(), number, code=True, whole=whole)
        number += content.count("\n", payload.start(), close)
        position = close


def _payload_end(content: str, start: int) -> tuple[int, bool]:
    """Return the end of the payload that begins at ``start``, and whether it is closed."""
    try:
        return json.JSONDecoder(strict=False).raw_decode(content, start)[1], True
    except (ValueError, RecursionError):
        pass
    closing = _CLOSING.search(content, start)
    if closing is not None:
        return closing.end(), True
    end = content.find("\n", start)
    end = len(content) if end < 0 else end
    last = content.rfind("}", start, end)
    return (last + 1, True) if last > start else (len(content), False)


@dataclasses.dataclass(frozen=True)
class Found:
    """A table's rows and the index of the first line after it; ``whole`` is false if the text ends inside a row."""

    rows: tuple[Row, ...]
    end: int
    whole: bool = True


def table_at(lines: list[Line], start: int) -> Found | None:
    """Return the table that begins at ``lines[start]``, or ``None``."""
    if start + 1 < len(lines) and "|" in lines[start].text and _SEPARATOR.fullmatch(lines[start + 1].text):
        return _headed_table(lines, start)
    return _stacked_table(lines, start) or _plain_rows(lines, start)


def _cells(text: str) -> list[str]:
    cells = [cell.strip() for cell in _PIPE.split(text.strip().removeprefix("|"))]
    return cells[:-1] if cells and not cells[-1] else cells


def _row(cells: list[str], number: int, head: bool = False) -> Row:
    places = [f"line {number}/cell[{column}]/p" for column in range(1, len(cells) + 1)]
    pairs = zip(cells, places, strict=True)
    blocks = [(Paragraph(cell.replace("\\|", "|"), place),) if cell else () for cell, place in pairs]
    return Row(tuple(Cell(block, head) for block in blocks), f"line {number}/row")


def _headed_table(lines: list[Line], start: int) -> Found:
    head = _cells(lines[start].text)
    rows = [_row(head, lines[start].number, head=True)]
    index = start + 2
    while index < len(lines) and _begins_row(lines, index):
        end = index + 1
        while end < len(lines) and _continues_row(lines, index, end, len(head)):
            end += 1
        cells = _cells("\n".join(line.text for line in lines[index:end]))
        cells = [*cells[: len(head) - 1], " | ".join(cells[len(head) - 1 :])] if len(cells) > len(head) else cells
        rows.append(_row(cells, lines[index].number))
        index = end
    # If other rows end with a pipe, a last row without one is incomplete.
    closed = any(line.text.endswith("|") for line in lines[start + 2 : index - 1])
    is_cut = closed and index == len(lines) and not lines[-1].text.endswith("|")
    return Found(tuple(rows), index, whole=not is_cut)


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
    so_far = "\n".join(each.text for each in lines[start:index])
    return len(_cells(so_far)) < columns or (not so_far.rstrip().endswith("|") and _closes_later(lines, index))


def _closes_later(lines: list[Line], index: int) -> bool:
    """Return whether a pipe closes the open cell at the end of this or a later line of the paragraph."""
    for line in lines[index:]:
        if line.code or not line.text or "|" in line.text[:-1]:
            return False
        if line.text.endswith("|"):
            return True
    return False


def _stacked_table(lines: list[Line], start: int) -> Found | None:
    rows: list[Row] = []
    index = start
    while (labels := _stack_end(lines, index)) is not None:
        stack = "\n".join(line.text for line in lines[index : labels + 1])
        end = next((each for each in range(labels + 1, len(lines)) if _ends_cell(lines[each])), None)
        stop = next((each for each in range(labels + 1, len(lines)) if lines[each].code), len(lines))
        if end is None or end > stop:
            return Found((*rows, _row([_cells(stack)[0]], lines[index].number)), stop, whole=False)
        description = "\n".join(line.text for line in lines[labels + 1 : end + 1]).rstrip("| \n")
        rows.append(_row([_cells(stack)[0], description], lines[index].number))
        index = end + 1
    return Found(tuple(rows), index) if rows else None


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


def _plain_rows(lines: list[Line], start: int) -> Found | None:
    """Return rows of one line each: several cells, the last one closed by a pipe."""
    end = start
    while end < len(lines) and _ends_cell(lines[end]) and len(_cells(lines[end].text)) > 1:
        end += 1 + (end + 1 < len(lines) and _SEPARATOR.fullmatch(lines[end + 1].text) is not None)
    rows = [_row(_cells(line.text), line.number) for line in lines[start:end] if not _SEPARATOR.fullmatch(line.text)]
    return Found(tuple(rows), end) if rows else None
