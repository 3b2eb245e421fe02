"""Parses the part of YAML that JSON can express, without building what a hostile document asks for.

A document is checked as events first (nesting), then as nodes (number with all aliases expanded, tags), and becomes
values last, by PyYAML's safe constructor. PyYAML is imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import Any

from .finding import MAX_DEPTH, NO_PAYLOAD, TOO_DEEP, BadInputError
from .json_places import Document
from .yaml_nodes import Nodes, size_of

MOST_NODES = 10_000
"""Maximum number of nodes of a document with aliases, where each alias counts as everything it stands for."""


def read_documents(text: str) -> Iterator[Document | BadInputError]:
    """Yield the documents of a text, or the error of each.

    The errors are: PyYAML is not installed (``yaml-missing``); the text is not YAML (``not-yaml``, which ends it) or
    is empty (``empty``); a document is nested too deeply (``too-deep``), has too many nodes (``too-large``) or has
    names that are not strings (``type``).
    """
    try:
        yaml = import_module("yaml")
    except ImportError:
        yield BadInputError("yaml-missing", "YAML needs PyYAML", hint="pip install connector-catalog[yaml]")
        return
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    good, bad = _look_at_events(yaml, loader, text)
    filled = 0
    try:
        for node in islice(yaml.compose_all(text, loader), good):
            # A document between two `---` may be empty.
            if node.tag != "tag:yaml.org,2002:null" or node.value:
                filled += 1
                yield _read(yaml, loader, node)
    except yaml.YAMLError as error:
        # Events do not reveal an undefined alias.
        bad = _not_yaml(error, text)
    if bad is not None:
        yield bad
    elif not filled:
        yield BadInputError("empty", NO_PAYLOAD)


def _look_at_events(yaml: ModuleType, loader: Any, text: str) -> tuple[int, BadInputError | None]:
    """Return the number of documents before the first error, and that error."""
    good = depth = 0
    try:
        for event in yaml.parse(text, loader):
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            elif isinstance(event, yaml.DocumentEndEvent):
                good += 1
            if depth > MAX_DEPTH:
                return good, BadInputError("too-deep", TOO_DEEP, line=event.start_mark.line + 1)
    except yaml.YAMLError as error:
        return good, _not_yaml(error, text)
    return good, None


def _not_yaml(error: Any, text: str) -> BadInputError:
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


def _read(yaml: ModuleType, loader: Any, node: Any) -> Document | BadInputError:
    line = node.start_mark.line + 1
    nodes = Nodes()
    try:
        count, depth, aliased = size_of(node)
        if aliased and count > MOST_NODES:
            return BadInputError("too-large", f"aliases expand to more than {MOST_NODES:,} values", line=line)
        if depth > MAX_DEPTH:
            return BadInputError("too-deep", TOO_DEEP, line=line)
        nodes.enter(node, "")
        value = loader("").construct_document(node)
    except BadInputError as bad:
        return bad
    except (yaml.YAMLError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # A value does not fit its tag, such as `!!int x`. The exception may contain the text.
        return BadInputError("not-yaml", "invalid YAML: a value does not match its tag", line=line)
    return Document(value, nodes.problems, lambda: nodes.places)
