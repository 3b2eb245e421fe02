"""Parses YAML strictly, from the parser's events: without tags that make objects, and bounded in every direction."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import yaml

from generator.strict_data.fault import DataError, duplicate_key, too_deep
from generator.strict_data.yaml_scalars import CODE, TAG, plain_value, tagged_value
from templates.connector_catalog.bounds import DOCUMENT, Bounds

# The parser in C is many times as fast. PyYAML may come without it; the parser in Python yields the same events.
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE = object()


def parse_yaml(text: str, bounds: Bounds = DOCUMENT) -> Any:
    """Return the value of a YAML text by the core schema of YAML 1.2; keys are strings, as they are written.

    Aliases and merge keys (``<<``) are followed; aliases of the same anchor are the same object.

    Raises:
        DataError: ``not-yaml``, ``duplicate-key`` or ``too-large``, with the line and column.
    """
    try:
        return _Builder(bounds).build(yaml.parse(text, Loader=_PARSER))
    except yaml.MarkedYAMLError as fault:
        place = _place(fault.problem_mark) if fault.problem_mark is not None else ""
        raise DataError(CODE, place, f"invalid YAML: {fault.problem or fault.context}") from None
    except (yaml.YAMLError, UnicodeError):
        raise DataError(CODE, "", "invalid YAML: a character that YAML does not allow") from None


class _Anchored(NamedTuple):
    value: Any
    size: int
    height: int


class _Frame:
    """A mapping or a sequence that is not complete."""

    __slots__ = ("anchor", "height", "key", "merged", "pairs", "size", "values")

    def __init__(self, anchor: str | None, *, is_mapping: bool) -> None:
        self.anchor = anchor
        self.pairs: dict[str, Any] | None = {} if is_mapping else None
        self.values: list[Any] = []
        self.key: Any = None
        self.merged: list[Any] = []
        self.size = 1
        self.height = 1

    def add(self, value: Any, size: int, height: int) -> None:
        self.size += size
        self.height = max(self.height, height + 1)
        if self.pairs is None:
            self.values.append(value)
            return
        if self.key is _MERGE:
            self._merge(value)
        else:
            self.pairs[self.key] = value
        self.key = None

    def _merge(self, value: Any) -> None:
        sources = value if isinstance(value, list) else [value]
        if not all(isinstance(source, dict) for source in sources):
            raise DataError(CODE, "", "expected a mapping, or a list of mappings, to merge")
        self.merged += sources

    def complete(self) -> Any:
        if self.pairs is None:
            return self.values
        for source in self.merged:
            for key, value in source.items():
                self.pairs.setdefault(key, value)
        return self.pairs


class _Builder:
    """Builds the value from events, without recursion."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._stack: list[_Frame] = [_Frame(None, is_mapping=False)]
        self._anchors: dict[str, _Anchored | None] = {}
        self._plain_values: dict[str, Any] = {}
        self._aliases = self._containers = self._nodes = 0

    def build(self, events: Iterable[Any]) -> Any:
        for event in events:
            try:
                self._handle(event)
            except DataError as fault:
                message = f"invalid YAML: {fault}" if fault.code == CODE else str(fault)
                raise DataError(fault.code, _place(event.start_mark), message) from None
        values = self._stack[0].values
        return values[0] if values else None

    def _handle(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            frame = self._stack[-1]
            if frame.pairs is not None and frame.key is None:
                self._handle_key(frame, frame.pairs, event)
            else:
                self._add(self._scalar_value(event), event.anchor)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._handle_start(event, is_mapping=kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            frame = self._stack.pop()
            self._add(frame.complete(), frame.anchor, frame.size, frame.height)
        elif kind is yaml.AliasEvent:
            self._handle_alias(event)
        elif kind is yaml.DocumentStartEvent and self._stack[0].values:
            raise DataError(CODE, "", "expected one document, got several")

    def _handle_key(self, frame: _Frame, pairs: dict[str, Any], event: Any) -> None:
        key = event.value
        if event.tag not in (None, "!", f"{TAG}str"):
            raise DataError(CODE, "", "expected a key without a tag")
        self._check_text(key)
        frame.key = _MERGE if key == "<<" and event.implicit[0] else key
        is_duplicate = bool(frame.merged) if frame.key is _MERGE else key in pairs
        if is_duplicate:
            raise duplicate_key("", key)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(key, 1, 0)

    def _scalar_value(self, event: Any) -> Any:
        text = event.value
        self._check_text(text)
        if event.tag is not None:
            return tagged_value(event.tag, text, self._bounds)
        if not event.implicit[0]:
            return text
        if text not in self._plain_values:
            self._plain_values[text] = plain_value(text, self._bounds)
        return self._plain_values[text]

    def _check_text(self, text: str) -> None:
        if not text.isascii():
            try:
                text.encode()
            except UnicodeEncodeError:
                raise DataError(CODE, "", "a string has a surrogate without its other half") from None

    def _handle_start(self, event: Any, *, is_mapping: bool) -> None:
        self._check_key_given()
        self._containers += 1
        if event.tag not in (None, "!", f"{TAG}{'map' if is_mapping else 'seq'}"):
            raise DataError(CODE, "", f"unsupported tag {event.tag[:80]!r}; expected one of the core schema")
        if len(self._stack) > self._bounds.depth:
            raise too_deep("", self._bounds.depth)
        if self._containers > self._bounds.containers:
            raise DataError("too-large", "", f"more than {self._bounds.containers:,} mappings and sequences")
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._stack.append(_Frame(event.anchor, is_mapping=is_mapping))

    def _handle_alias(self, event: Any) -> None:
        self._check_key_given()
        self._aliases += 1
        if self._aliases > self._bounds.aliases:
            raise DataError("too-large", "", f"more than {self._bounds.aliases:,} aliases")
        if event.anchor not in self._anchors:
            raise DataError(CODE, "", "an alias without its anchor")
        target = self._anchors[event.anchor]
        if target is None:
            raise DataError(CODE, "", "an alias inside the value that it stands for")
        if len(self._stack) - 1 + target.height > self._bounds.depth:
            raise too_deep("", self._bounds.depth)
        self._nodes += target.size - 1
        self._add(target.value, None, target.size, target.height)

    def _check_key_given(self) -> None:
        frame = self._stack[-1]
        if frame.pairs is not None and frame.key is None:
            raise DataError(CODE, "", "expected a key that is a string")

    def _add(self, value: Any, anchor: str | None, size: int = 1, height: int = 0) -> None:
        self._nodes += 1
        if self._nodes > self._bounds.nodes:
            raise DataError("too-large", "", f"more than {self._bounds.nodes:,} values, with those behind aliases")
        self._stack[-1].add(value, size, height)
        if anchor is not None:
            self._anchors[anchor] = _Anchored(value, size, height)


def _place(mark: Any) -> str:
    return f"line {mark.line + 1}, column {mark.column + 1}"
