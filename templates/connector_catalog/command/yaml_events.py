"""Checks the events of a YAML text, one by one: what comes before them costs little, what comes after them much."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

from ..bounds import PAYLOADS
from ..nesting import TOO_DEEP
from .finding import BadInputError

_DIRECTIVE = re.compile("^%", re.MULTILINE)
_LONGEST_TAG = 100


def documents_before_error(yaml: ModuleType, loader: Any, text: str) -> tuple[int, BadInputError | None]:
    """Return the number of documents before the first error that ends the text, and that error."""
    bad = _too_many_directives(text)
    if bad is not None:
        return 0, bad
    counts = _Counts(yaml)
    try:
        for event in yaml.parse(text, loader):
            fault = counts.take(event)
            if fault is not None:
                return counts.documents, BadInputError(*fault, line=event.start_mark.line + 1)
    except yaml.YAMLError as error:
        return counts.documents, not_yaml(error, text)
    return counts.documents, None


def _too_many_directives(text: str) -> BadInputError | None:
    # The parser compares each directive with all before it.
    for number, match in enumerate(_DIRECTIVE.finditer(text)):
        if number == PAYLOADS.directives:
            line = text.count("\n", 0, match.start()) + 1
            return BadInputError("too-large", f"more than {PAYLOADS.directives:,} directives", line=line)
    return None


class _Counts:
    """Counts the events so far and their depth."""

    def __init__(self, yaml: ModuleType) -> None:
        self.documents = 0
        self._yaml = yaml
        self._depth = self._nodes = self._aliases = 0

    def take(self, event: Any) -> tuple[str, str] | None:
        """Count an event; return the code and the message of the bound that it exceeds."""
        kind = type(event)
        if kind is self._yaml.ScalarEvent:
            self._nodes += 1
            self._aliases += event.value == "<<"
        elif kind in (self._yaml.MappingStartEvent, self._yaml.SequenceStartEvent):
            self._nodes += 1
            self._depth += 1
        elif kind in (self._yaml.MappingEndEvent, self._yaml.SequenceEndEvent):
            self._depth -= 1
            return None
        elif kind is self._yaml.AliasEvent:
            self._aliases += 1
            return self._exceeded()
        else:
            self.documents += kind is self._yaml.DocumentEndEvent
            return None
        if event.tag is not None and len(event.tag) > _LONGEST_TAG:
            # A directive can make a long tag of a short one, any number of times.
            return "not-yaml", "unknown tag"
        return self._exceeded()

    def _exceeded(self) -> tuple[str, str] | None:
        if self._depth > PAYLOADS.depth:
            return "too-deep", TOO_DEEP
        if self._aliases > PAYLOADS.aliases:
            return "too-large", f"more than {PAYLOADS.aliases:,} aliases and merge keys"
        if self._nodes > PAYLOADS.yaml_nodes:
            return "too-large", f"more than {PAYLOADS.yaml_nodes:,} names and values"
        return None


def not_yaml(error: Any, text: str) -> BadInputError:
    """Return the error of a text that the parser refuses, without anything of the text."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        position = getattr(error, "position", 0)
        line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    message = getattr(error, "problem", None) or ""
    # A quotation would come from the text.
    plain = message if message and not set(message) & set("'\"`<") else "syntax error"
    return BadInputError("not-yaml", f"invalid YAML: {plain} at column {column}", line=line)
