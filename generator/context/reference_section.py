"""The sections of a reference page: the order in which the properties of a step are shown."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from generator.catalog.condition import Condition
from generator.catalog.property import Property
from generator.catalog.property_paths import property_paths, without_brackets
from generator.context.conditions import selecting_conditions
from generator.context.literals import markdown_code, markdown_json, markdown_text
from generator.context.reference_property import PropertyContext, RuleWords, property_context
from generator.context.sample import variant_value
from generator.context.stated_words import conditions_in_words
from templates.connector_catalog.references import anchor_of

_LAST = {"readOnly": "Set by the vendor", "internal": "For the vendor's own use"}


@dataclasses.dataclass(frozen=True)
class SectionContext:
    """Properties below one heading; a variant also has an anchor and an example as JSON."""

    title: str
    properties: tuple[PropertyContext, ...]
    anchor: str = ""
    example: str = ""


@dataclasses.dataclass(frozen=True)
class StepContext:
    """One step: its name and its sections."""

    name: str
    sections: tuple[SectionContext, ...]


def step_context(
    step: str,
    properties: Iterable[Property],
    rules: Iterable[Mapping[str, Any]] = (),
    elsewhere: Mapping[str, str] = MappingProxyType({}),
) -> StepContext:
    """Return the sections of a step.

    Required properties come first, then each property that selects others, followed by those it selects, then the rest.

    Args:
        step: The step's name.
        properties: Its properties.
        rules: Its rules, which may require some of the properties.
        elsewhere: The names of a property at other vendors, as Markdown, by its dotted path without brackets.
    """
    page = _Page(step, RuleWords.of(rules), elsewhere)
    return StepContext(markdown_text(step), tuple(page.sections(list(properties), "")))


@dataclasses.dataclass(frozen=True)
class _Siblings:
    """The properties of an object by the section that shows them."""

    required: list[Property]
    selectors: list[Property]
    selected: dict[tuple[Condition, ...], list[Property]]
    others: list[Property]
    last: dict[str, list[Property]]

    @classmethod
    def of(cls, properties: Sequence[Property]) -> _Siblings:
        names = {each.name for each in properties}
        selected: dict[tuple[Condition, ...], list[Property]] = {}
        last: dict[str, list[Property]] = {label: [] for label in _LAST}
        plain = []
        for each in properties:
            conditions = selecting_conditions(each)
            if each.requirement in _LAST:
                last[each.requirement].append(each)
            elif conditions and conditions[0].property in names:
                selected.setdefault(conditions, []).append(each)
            else:
                plain.append(each)
        selecting = {conditions[0].property for conditions in selected}
        selectors = [each for each in properties if each.name in selecting or _has_variants(each)]
        required = [each for each in plain if each.requirement == "required"]
        others = [each for each in plain if each not in required]
        return cls(required, selectors, selected, others, last)

    def selected_by(self, selector: Property) -> Iterator[tuple[tuple[Condition, ...], list[Property]]]:
        return (each for each in self.selected.items() if each[0][0].property == selector.name)


@dataclasses.dataclass(frozen=True)
class _Page:
    step: str
    rules: RuleWords
    elsewhere: Mapping[str, str]

    def sections(self, properties: Sequence[Property], above: str) -> Iterator[SectionContext]:
        """Yield the sections of properties that are siblings, at a path or at the top of the step."""
        siblings = _Siblings.of(properties)
        yield from self._section("Required", siblings.required, above)
        for selector in siblings.selectors:
            if selector in siblings.others:
                yield from self._section(f"Depending on {markdown_code(above + selector.name)}", [selector], above)
            for conditions, selected in siblings.selected_by(selector):
                yield from self._section(f"When {conditions_in_words(conditions, markdown_code)}", selected, above)
            yield from self._variants(selector, above)
        others = [each for each in siblings.others if each not in siblings.selectors]
        yield from self._section(
            "Other properties" if siblings.required or siblings.selectors else "All properties", others, above
        )
        for label, title in _LAST.items():
            yield from self._section(title, siblings.last[label], above)

    def _section(self, title: str, properties: Sequence[Property], above: str) -> Iterator[SectionContext]:
        if properties:
            yield SectionContext(title, tuple(self._blocks(properties, above)))

    def _blocks(self, properties: Iterable[Property], above: str) -> Iterator[PropertyContext]:
        for path, each in property_paths(properties, above, in_variants=False):
            # The heading of a variant has the path to it.
            name = path.removeprefix(above) if above.endswith("].") else path
            elsewhere = self.elsewhere.get(without_brackets(path), "")
            yield property_context(self.step, path, each, self.rules, name=name, elsewhere=elsewhere)

    def _variants(self, holder: Property, above: str) -> Iterator[SectionContext]:
        """Yield a section for each variant of a property and of those nested in it, followed by the variants inside."""
        for path, each in property_paths([holder], above, in_variants=False):
            for variant in each.all_variants:
                inner = f"{path}[{variant.name}]"
                title = f"{markdown_code(path)} as {markdown_code(variant.name)}"
                yield SectionContext(
                    title=f"{title}: {markdown_text(variant.title)}" if variant.title else title,
                    properties=tuple(self._blocks(_ordered(variant.properties), f"{inner}.")),
                    anchor=anchor_of(self.step, inner),
                    example=markdown_json(variant_value(variant)),
                )
                for nested in variant.properties:
                    yield from self._variants(nested, f"{inner}.")


def _has_variants(property_: Property) -> bool:
    return any(each.all_variants for _, each in property_paths([property_], in_variants=False))


def _ordered(properties: Iterable[Property]) -> list[Property]:
    return sorted(properties, key=lambda each: (each.requirement != "required", each.requirement in _LAST))
