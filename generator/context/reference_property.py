"""A property on a reference page: finished Markdown for its block."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from generator.catalog.property import Property
from generator.catalog.property_values import known_values
from generator.context.documented import facts_of
from generator.context.literals import markdown_code, markdown_text
from generator.context.stated_words import conditions_of, default_of
from templates.connector_catalog.references import anchor_of
from templates.connector_catalog.wording import join_and, join_or

WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9./_~%?&=+#-]+")
_REQUIRED = "Required when"
_REQUIREMENT = {"required": "**required**", "readOnly": "read-only", "internal": "internal"}


class Fact(NamedTuple):
    """One item of the list below a property's description, and the items of the list inside it."""

    text: str
    items: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class PropertyContext:
    """One property: Markdown for each part of its block."""

    anchor: str
    name: str
    type: str
    labels: tuple[str, ...]  # Such as required and secret.
    description: str  # May be empty.
    facts: tuple[Fact, ...]

    @property
    def summary(self) -> str:
        """The type, then the labels."""
        return " · ".join((self.type, *self.labels))


@dataclasses.dataclass(frozen=True)
class RuleWords:
    """The rules of a step, in words for each property."""

    required_when: Mapping[str, list[str]] = dataclasses.field(default_factory=dict)
    not_with: Mapping[str, list[str]] = dataclasses.field(default_factory=dict)

    @classmethod
    def of(cls, rules: Iterable[Mapping[str, Any]]) -> RuleWords:
        """Return the words of a step's rules, by property."""
        needed: dict[str, list[str]] = {}
        excluded: dict[str, list[str]] = {}
        for rule in rules:
            for name, others in rule.get("dependentRequired", {}).items():
                for other in others:
                    needed.setdefault(other, []).append(f"{markdown_code(name)} is given")
            for name in rule.get("anyOf", ()):
                others = [markdown_code(other) for other in rule["anyOf"] if other != name]
                words = f"none of {join_and(others)} is given" if len(others) > 1 else f"{others[0]} is not given"
                needed.setdefault(name, []).append(words)
            for name in rule.get("atMostOne", ()):
                others = [markdown_code(other) for other in rule["atMostOne"] if other != name]
                excluded.setdefault(name, []).extend(others)
        return cls(needed, excluded)


def property_context(
    step: str, path: str, property_: Property, rules: RuleWords, *, name: str = "", elsewhere: str = ""
) -> PropertyContext:
    """Return the block of a property.

    Args:
        step: The step that has the property.
        path: The property's path in the step, with variants in brackets.
        property_: The property.
        rules: The rules of the step, in words.
        name: The name to show; by default the path.
        elsewhere: The names of the property at other vendors, as Markdown.
    """
    others = [Fact(f"At other vendors: {elsewhere}")] if elsewhere else []
    facts = [*_facts(step, path, property_, rules), *others, *_sources(property_)]
    return PropertyContext(
        anchor=anchor_of(step, path),
        name=markdown_code(name or path),
        type=_type(property_),
        labels=tuple(_labels(property_)),
        description=markdown_text(property_.description or ""),
        facts=tuple(facts),
    )


def _type(property_: Property) -> str:
    item = property_.items.type if property_.items is not None else None
    return join_or(property_.types) + (f" of {item}s" if isinstance(item, str) else "") or "any type"


def _labels(property_: Property) -> Iterator[str]:
    if property_.requirement:
        yield _REQUIREMENT.get(property_.requirement) or markdown_text(property_.requirement)
    labels = {
        "secret": property_.secret,
        "create-only": property_.create_only,
        "update-only": property_.update_only,
        "read-only": property_.read_only and property_.requirement != "readOnly",
        "deprecated": property_.deprecated,
    }
    yield from (label for label, applies in labels.items() if applies)


def _facts(step: str, path: str, property_: Property, rules: RuleWords) -> Iterator[Fact]:
    conditions = dict(conditions_of(property_, markdown_code))
    needed = [conditions.pop(_REQUIRED, ""), *rules.required_when.get(path, ())]
    for label, words in (
        (_REQUIRED, "; ".join(filter(None, needed))),
        *conditions.items(),
        ("Not together with", join_or(rules.not_with.get(path, ()))),
    ):
        if words:
            yield Fact(f"{label} {words}.")
    if property_.all_variants:
        names = (
            f"[{markdown_code(each.name)}](#{anchor_of(step, f'{path}[{each.name}]')})"
            for each in property_.all_variants
        )
        yield Fact(f"One of: {', '.join(names)}")
    yield from _values(property_)
    default = default_of(property_, markdown_code)
    if default:
        yield Fact(f"Default: {default}")
    yield from (Fact(markdown_text(sentence)) for sentence in facts_of(property_, labelled=True))
    if property_.link:
        is_address = WEB_ADDRESS.fullmatch(property_.link)
        yield Fact(f"[Vendor's page]({property_.link})" if is_address else markdown_text(f"See {property_.link}"))


def _sources(property_: Property) -> Iterator[Fact]:
    """Yield the places in the vendor's documents, the latest first."""
    if property_.sources:
        places = (
            markdown_text(each.document) + (f" {markdown_code(each.place)}" if each.place else "")
            for each in property_.sources
        )
        yield Fact(f"Source: {', '.join(places)}")


def _values(property_: Property) -> Iterator[Fact]:
    """Yield the listed values, a line for each if a meaning is known."""
    values = known_values(property_)
    if not values:
        return
    label = "Value" if len(values) == 1 else "Values"
    if property_.enum_open:
        label = "Known values, others are accepted"
    meanings = {str(name): markdown_text(text) for name, text in (property_.meanings or {}).items()}
    if not any(str(value) in meanings for value in values):
        yield Fact(f"{label}: {', '.join(map(markdown_code, values))}")
        return
    items = (f"{markdown_code(value)}: {meanings.get(str(value), '')}".removesuffix(": ") for value in values)
    yield Fact(f"{label}:", tuple(items))
