"""Reads YAML as far as it means JSON, without ever building what a hostile document asks for.

A document is looked at as events first (how deep?), then as nodes (how many, with all aliases written out? which
tags?), and becomes values last, by PyYAML's safe constructor. PyYAML is imported when the first document comes.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import Any, NamedTuple

from ..problems import Problem
from .finding import MAX_DEPTH, BadInputError
from .json_places import Places
from .yaml_nodes import Nodes, weight_of

MOST_NODES = 10_000
"""Nodes of a document in which aliases are used, with each alias counted as all that it stands for."""


class Read(NamedTuple):
    """A document that has been read.

    Attributes:
        value: What it means.
        places: Where everything is.
        problems: What it has that JSON has not, and names that stand twice.
    """

    value: Any
    places: Places
    problems: list[Problem]


def read_documents(text: str) -> Iterator[Read | BadInputError]:
    """The documents of a text, or what is wrong with each.

    What is wrong is that PyYAML is not installed (``yaml-missing``), that the text is no YAML (``not-yaml``; nothing
    behind that is read), that it holds nothing (``empty``), or that a document is nested too deep (``too-deep``), has
    too many nodes (``too-large``) or names that are no text (``type``).
    """
    yaml = _yaml()
    if isinstance(yaml, BadInputError):
        yield yaml
        return
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    good, bad = _look_at_events(yaml, loader, text)
    filled = 0
    try:
        for node in islice(yaml.compose_all(text, loader), good):
            # Between two `---` there may be nothing.
            if node.tag != "tag:yaml.org,2002:null" or node.value:
                filled += 1
                yield _read(yaml, loader, node)
    except yaml.YAMLError as error:
        # Events do not tell of an alias that stands for nothing.
        bad = _not_yaml(error, text)
    if bad is not None:
        yield bad
    elif not filled:
        yield BadInputError("empty", "expected a payload, there is nothing")


def _yaml() -> ModuleType | BadInputError:
    try:
        return import_module("yaml")
    except ImportError:
        return BadInputError(
            "yaml-missing", "to read YAML, PyYAML is needed", hint="pip install connector-catalog[yaml]"
        )


def _look_at_events(yaml: ModuleType, loader: Any, text: str) -> tuple[int, BadInputError | None]:
    """How many documents are whole and not too deep, and what ends them before the text's end."""
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
                return good, _too_deep(event.start_mark.line + 1)
    except yaml.YAMLError as error:
        return good, _not_yaml(error, text)
    return good, None


def _too_deep(line: int) -> BadInputError:
    message = f"objects and lists stand inside each other, more than {MAX_DEPTH} deep"
    return BadInputError("too-deep", message, line=line)


def _not_yaml(error: Any, text: str) -> BadInputError:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        line, column = mark.line + 1, mark.column + 1
    else:
        position = getattr(error, "position", 0)
        line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    told = getattr(error, "problem", None) or ""
    # What is quoted there comes from the text.
    plain = told if told and not set(told) & set("'\"`<") else "this is no YAML"
    return BadInputError("not-yaml", f"{plain} at column {column}", line=line)


def _read(yaml: ModuleType, loader: Any, node: Any) -> Read | BadInputError:
    line = node.start_mark.line + 1
    nodes = Nodes()
    try:
        weight = weight_of(node)
        if weight.aliased and weight.nodes > MOST_NODES:
            return BadInputError("too-large", f"its aliases stand for more than {MOST_NODES:,} values", line=line)
        if weight.depth > MAX_DEPTH:
            return _too_deep(line)
        nodes.enter(node, "")
        value = loader("").construct_document(node)
    except BadInputError as bad:
        return bad
    except (yaml.YAMLError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        # A tag says that something is what it is not, such as `!!int x`. The exception may hold the text.
        return BadInputError("not-yaml", "a value is not what its tag says", line=line)
    return Read(value, nodes.places, nodes.problems)
