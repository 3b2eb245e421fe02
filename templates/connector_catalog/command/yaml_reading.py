"""Parse the part of YAML that JSON can express, within bounds that hostile documents cannot exceed.

A document is checked as events first (nesting, number of nodes and aliases), then as nodes (number with all aliases
expanded, tags, digits), and becomes values last, by PyYAML's safe constructor. PyYAML is imported on first use.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import Any

from ..bounds import PAYLOADS
from ..nesting import TOO_DEEP
from .finding import NO_PAYLOAD, BadInputError
from .json_places import Document
from .yaml_events import documents_before_error, not_yaml
from .yaml_nodes import Nodes, size_of

MOST_NODES = 10_000
"""Maximum number of nodes of a document, each alias counted as everything it refers to."""


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
    good, bad = documents_before_error(yaml, loader, text)
    reader = _Reader(yaml, loader)
    filled = 0
    try:
        for node in islice(yaml.compose_all(text, loader), good):
            # A document between two `---` may be empty.
            if node.tag != "tag:yaml.org,2002:null" or node.value:
                filled += 1
                yield reader.read(node)
    except yaml.YAMLError as error:
        # Events do not reveal an undefined alias.
        bad = not_yaml(error, text)
    if bad is not None:
        yield bad
    elif not filled:
        yield BadInputError("empty", NO_PAYLOAD)


class _Reader:
    """Makes values of nodes."""

    def __init__(self, yaml: ModuleType, loader: Any) -> None:
        self._error = yaml.YAMLError
        self._loader = loader
        self._constructor = loader("")

    def read(self, node: Any) -> Document | BadInputError:
        """Return the document below a node, or its error."""
        line = node.start_mark.line + 1
        nodes = Nodes()
        try:
            size = size_of(node)
            if size.is_aliased and size.nodes > MOST_NODES:
                return BadInputError("too-large", f"aliases expand to more than {MOST_NODES:,} values", line=line)
            if size.depth > PAYLOADS.depth:
                return BadInputError("too-deep", TOO_DEEP, line=line)
            nodes.enter(node, "")
            value = self._constructor.construct_document(node)
        except BadInputError as bad:
            return bad
        except (self._error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            # A value does not fit its tag, such as `!!int x`. The exception may contain the text.
            self._constructor = self._loader("")
            return BadInputError("not-yaml", "invalid YAML: a value does not match its tag", line=line)
        return Document(value, nodes.problems, lambda _: nodes.places)
