"""The bounds of every kind of input. Exceeding one is a diagnostic or a problem, never a crash."""

from __future__ import annotations

from typing import NamedTuple


class Bounds(NamedTuple):
    """The bounds of one kind of input; ``SECURITY.md`` lists the same figures."""

    bytes: int
    depth: int = 100
    """Nesting of objects, lists and elements."""
    nodes: int = 20_000_000
    """Values, after references and aliases are expanded."""
    expansion: int = 20
    """How many times larger references may make an OpenAPI file; a small one may always grow to 10,000 schemas."""
    containers: int = 20_000_000
    """Objects, lists and elements: what takes most of the memory."""
    copies: int = 1_000_000
    """Characters and elements that the cells of an HTML page add where they span rows or columns."""
    digits: int = 1_000
    """Digits of one number."""
    aliases: int = 1_000
    """Aliases and merge keys in one YAML file."""
    yaml_nodes: int = 300_000
    """Values and names of one YAML file; parsing one takes a kilobyte of memory."""
    directives: int = 1_000
    """Lines of one YAML file that begin like a directive, such as ``%TAG``."""
    problems: int = 100_000
    """Problems of one file that are listed; others are counted."""
    hints: int = 100
    """Names and values for which similar ones are sought: in one payload, one document or one block of lines."""
    seconds: float = 60
    """Time to fetch it, from the first connection to the last byte."""


DOCUMENT = Bounds(bytes=64 * 1024 * 1024, nodes=5_000_000, containers=1_000_000)
"""A vendor's document, a capture, or a file that people write for the generator."""

PAGE = DOCUMENT._replace(bytes=12 * 1024 * 1024)
"""An HTML page: a byte of its markup takes more memory than a byte of the other kinds."""

PAYLOADS = Bounds(bytes=1024 * 1024 * 1024)
"""A file of payloads that the command validates; its items are read one by one where its format allows it."""

SAMPLE_ITEMS = 100
"""Items of a list in an example that is made for a connector; a document may require any number of them."""

IGNORE_FILE_BYTES = 256 * 1024
"""Size of a ``.gitignore`` file in a folder that the command validates."""
