"""A request as a Terraform resource, in the form of ``terraform fmt``.

The configuration builder writes the same (``templates/builder/src/outputs/terraform.ts``).
"""

from __future__ import annotations

import itertools
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from generator.context.literals import unicode_escape, visible_escapes, without_placeholders
from generator.profiles.api import Terraform

_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_NOT_IN_LABEL = re.compile(r"[^a-z0-9]+")
_NOT_IN_ATTRIBUTE = re.compile(r"[^a-z0-9_]")
_BEYOND_ASCII = re.compile(r"[^\x20-\x7e]")
_DIRECTIVE = re.compile(r"%(?=\{)")


def terraform_text(terraform: Terraform, name: str, request: Mapping[str, Any]) -> str:
    """Return a resource.

    Args:
        terraform: The resource that the vendor's provider has.
        name: What the resource is named after.
        request: The request.
    """
    attributes = []
    for each, value in {**request, **terraform.added}.items():
        text = _expression(value, "  ")
        attributes.append((_attribute(each), f"jsonencode({text})" if each in terraform.encoded else text))
    return f'resource "{terraform.resource}" "{_label(name)}" {{\n{_aligned(attributes, "  ")}\n}}'


def _expression(value: Any, indent: str) -> str:
    if isinstance(value, str):
        return _quoted(value)
    below = f"{indent}  "
    if isinstance(value, list) and value:
        return "[\n" + "".join(f"{below}{_expression(each, below)},\n" for each in value) + f"{indent}]"
    if isinstance(value, dict) and value:
        attributes = [(_key(name), _expression(each, below)) for name, each in value.items()]
        return f"{{\n{_aligned(attributes, below)}\n{indent}}}"
    return json.dumps(value)


def _aligned(attributes: Sequence[tuple[str, str]], indent: str) -> str:
    """Return a line for each attribute; the values of neighbours on one line each begin in the same column."""
    lines: list[str] = []
    # A value of several lines is not aligned, and it ends a group of neighbours.
    for is_long, group in itertools.groupby(attributes, key=lambda attribute: "\n" in attribute[1]):
        neighbours = list(group)
        width = 0 if is_long else max(len(name) for name, _ in neighbours)
        lines += (f"{indent}{name.ljust(width)} = {value}" for name, value in neighbours)
    return "\n".join(lines)


def _key(name: str) -> str:
    return name if _KEY.fullmatch(name) else _quoted(name)


def _attribute(name: str) -> str:
    """Return the name of an attribute, which cannot have other characters."""
    return _NOT_IN_ATTRIBUTE.sub("_", _HUMP.sub("_", name).lower())


def _quoted(text: str) -> str:
    """Return a string in quotes, with escapes for invisible characters and for the beginning of a template."""
    escaped = _BEYOND_ASCII.sub(_escaped, json.dumps(text, ensure_ascii=False))
    return _DIRECTIVE.sub(r"\\u0025", without_placeholders(visible_escapes(escaped)))


def _escaped(match: re.Match[str]) -> str:
    is_visible = unicodedata.category(match[0])[0] not in "CZ"
    return match[0] if is_visible else unicode_escape(match)


def _label(name: str) -> str:
    label = _NOT_IN_LABEL.sub("_", name.lower()).strip("_")
    return label if label[:1].isalpha() else f"_{label}"
