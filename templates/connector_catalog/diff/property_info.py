"""What a comparison has to know of a property, as one tree per connector. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from ..registry import ENVELOPES, Entry, describe
from ..registry import envelope as envelope_of
from ..requests import IGNORED

ABSENT: Any = object()
"""Stands for a default that the vendor does not document."""

_NAMES: dict[str, tuple[str, ...]] = {
    "schema": ("schema",),
    "schema_prefix": ("schema_prefix",),
    "schema_table": ("schema", "table"),
    "schema_table_group": ("schema", "table_group_name"),
}


@dataclass(frozen=True)
class Facts:
    """What the catalog states of a property; without arguments, of a property that it does not know.

    Attributes:
        known: Whether the catalog has the property.
        types: JSON Schema's words for its type.
        enum: The listed values.
        carries: What a string in it stands for, such as ``boolean`` or ``json``.
        separator: What is between the items of a list in a string.
        format: ``date``, ``date-time`` and the like.
        default: What the vendor takes where the property is left out; ``ABSENT`` where that is not documented.
        secret: Whether the value is a secret.
        guards: Whether the value is a secret or holds one.
        closed: Whether the vendor sets it, whatever a request says.
        write_only: Whether the vendor may leave it out of answers.
        create_only: Whether it cannot be changed later.
        inner: The properties of the object, by name.
        item: What is known of the items of the list.
    """

    known: bool = False
    types: frozenset[str] = frozenset()
    enum: tuple[Any, ...] = ()
    carries: str = ""
    separator: str = ""
    format: str = ""
    default: Any = ABSENT
    secret: bool = False
    guards: bool = False
    closed: bool = False
    write_only: bool = False
    create_only: bool = False
    inner: Mapping[str, Facts] = field(default_factory=dict)
    item: Facts | None = None

    def of_property(self, name: str) -> Facts:
        """What is known of a property of this object."""
        return self.inner.get(name) or self._unknown_below()

    def of_item(self) -> Facts:
        """What is known of an item of this list."""
        return self.item or self._unknown_below()

    def _unknown_below(self) -> Facts:
        return Facts(secret=self.secret, guards=self.secret, write_only=self.write_only, create_only=self.create_only)


def stated_facts(stated: Mapping[str, Any], above: Facts, *, hides_secrets: bool = False) -> Facts:
    """The facts of a property in the catalog's form; secrecy and the like hold for all that is below it too.

    Args:
        stated: What the catalog states.
        above: The facts of the object or the list that holds the property.
        hides_secrets: Whether the vendor leaves secrets out of its answers instead of masking them.
    """
    type_ = stated.get("type", ())
    secret = above.secret or bool(stated.get("secret"))
    own = Facts(
        known=True,
        types=frozenset((type_,) if isinstance(type_, str) else type_),
        enum=tuple(stated.get("enum", ())),
        carries=stated.get("encoding", ""),
        separator=stated.get("separator", ","),
        format=stated.get("format", ""),
        default=stated.get("default", ABSENT),
        secret=secret,
        closed=above.closed or bool(stated.get("readOnly")) or stated.get("requirement") in ("readOnly", "internal"),
        write_only=above.write_only or bool(stated.get("writeOnly")) or (secret and hides_secrets),
        create_only=above.create_only or bool(stated.get("createOnly")),
    )
    inner = {
        each["name"]: stated_facts(each, own, hides_secrets=hides_secrets) for each in stated.get("properties", ())
    }
    # What stands in a list in a string is text.
    items = stated.get("items") or ({"type": "string"} if own.carries == "list" else None)
    item = stated_facts(items, own, hides_secrets=hides_secrets) if items else None
    below = [*inner.values(), *([item] if item else [])]
    return replace(own, inner=inner, item=item, guards=own.secret or any(each.guards for each in below))


@lru_cache(maxsize=256)
def request_facts(entry: Entry) -> Facts:
    """The facts of a connector's whole request: the envelope's properties, and below its parts the connector's own."""
    shape = ENVELOPES[entry.vendor]
    described = describe(entry.vendor, entry.type)
    # No answer of Fivetran's holds what signs in. Stitch leaves credentials out, also those that its pages do not mark.
    above = {part: Facts(write_only=part == "auth") for part in shape.parts}
    inner: dict[str, dict[str, Facts]] = {part: {} for part in shape.parts}
    for step in described["steps"]:
        part = step["name"] if step["name"] in shape.parts else shape.parts[0]
        for each in step["properties"]:
            facts = stated_facts(each, above[part], hides_secrets=entry.vendor == "stitch")
            if inner[part].setdefault(each["name"], facts).closed:
                inner[part][each["name"]] = facts
    for name in set(names_of(entry)).intersection(inner[shape.parts[0]]):
        # The answer may tell it by its own ``schema`` only, and in part.
        inner[shape.parts[0]][name] = replace(inner[shape.parts[0]][name], write_only=True)
    parts = {
        part: replace(
            above[part], known=True, types=frozenset(["object"]), inner=inner[part], guards=_guards(inner[part])
        )
        for part in inner
    }
    # An answer without the connector's id is one of this connector.
    own_type = Facts(known=True, create_only=True, write_only=True)
    return Facts(known=True, inner={**_envelope(entry.vendor, entry.role), shape.type_key: own_type, **parts})


@lru_cache(maxsize=256)
def names_of(entry: Entry) -> tuple[str, ...]:
    """Which of a connector's properties the answer has in its own ``schema``, joined by full stops."""
    return _NAMES.get(describe(entry.vendor, entry.type).get("naming", ""), ())


def _guards(inner: Mapping[str, Facts]) -> bool:
    return any(each.guards for each in inner.values())


@lru_cache(maxsize=8)
def _envelope(vendor: str, role: str) -> dict[str, Facts]:
    facts = {name: stated_facts(stated, Facts()) for name, stated in envelope_of(vendor, role).items()}
    # What tells the API how to carry a request out is no state that could differ.
    known = {name: replace(each, closed=each.closed or each.write_only) for name, each in facts.items()}
    return known | dict.fromkeys(IGNORED, Facts(known=True, closed=True))
