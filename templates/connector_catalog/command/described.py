"""A connector in words, as the command ``show`` prints it: at most 80 columns, on terminals and elsewhere."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from ..escaping import shown
from ..fact_words import CONDITIONS, conditions_in_words, default_in_words, encoding_in_words, value_in_words
from ..paths import NOT_GIVEN
from ..property_definitions import types_of, walk
from ..value_limits import LIMITS
from ..wording import join_and, join_or
from .console import Console

Counterparts = Callable[[str], str]
"""Returns, in words, what a property is called at other vendors, by its path in the system; else an empty string."""

_WIDTH = 80
_INDENT = "    "
_FLAGS = {
    "secret": "secret",
    "createOnly": "create only",
    "updateOnly": "update only",
    "readOnly": "set by the vendor",
    "writeOnly": "never returned",
    "deprecated": "deprecated",
}
_FACTS = {
    "format": "Format",
    "unit": "Unit",
    "patternDescription": "Form",
    "pattern": "Pattern",
    **{each.keyword: each.label for each in LIMITS},
}


def text_of_step(step: Mapping[str, Any], console: Console, counterparts: Counterparts) -> str:
    """Return the properties of a step with their counterparts, and the rules that concern several of them."""
    text = f"\n{console.style(shown(step['name']), 'cyan')}\n"
    for path, system_path, each in walk(step["properties"]):
        facts = ", ".join(filter(None, [_type(each), *_requirement(each)]))
        is_short = len(path) + len(facts) + 4 <= _WIDTH
        text += f"\n  {console.style(shown(path), 'bold')}{f': {facts}' if facts and is_short else ''}\n"
        text += "" if is_short else f"{_INDENT}{facts}\n"
        text += "".join(f"{line}\n" for line in (*_about(each), *_wrapped(counterparts(system_path))))
    rules = "".join(f"  {line}\n" for line in _rules(step.get("rules") or ()))
    return f"{text}\n{rules}" if rules else text


def _type(definition: Mapping[str, Any]) -> str:
    types, items = (join_or(types_of(each)) for each in (definition, definition.get("items") or {}))
    return types.replace("array", f"array of {items}") if items else types


def _requirement(definition: Mapping[str, Any]) -> list[str]:
    requirement = definition.get("requirement")
    flags = [words for name, words in _FLAGS.items() if definition.get(name)]
    return [requirement, *flags] if requirement and requirement != "readOnly" else flags


def _about(definition: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines below the name of a property."""
    yield from _wrapped(definition.get("description") or "")
    encoding = definition.get("encoding", "")
    if encoding != definition.get("format"):
        yield from _wrapped(encoding_in_words(encoding, definition.get("separator", "")))
    for name, words in CONDITIONS.items():
        conditions = conditions_in_words([(each["property"], each["in"]) for each in definition.get(name) or ()])
        yield from _wrapped(f"{words.capitalize()} when {conditions}." if conditions else "")
    yield from _values(definition)
    others = [(each["anyGiven"], each["value"]) for each in definition.get("defaultWhen") or ()]
    default = default_in_words(definition.get("default", NOT_GIVEN), others)
    yield from _wrapped(f"Default: {default}" if default else "")
    for name, words in _FACTS.items():
        if name in definition:
            yield from _wrapped(words if definition[name] is True else f"{words}: {value_in_words(definition[name])}")
    yield from _wrapped(definition.get("note") or "")
    yield from _wrapped(f"See {definition['link']}" if definition.get("link") else "")


def _values(definition: Mapping[str, Any]) -> Iterator[str]:
    """Yield the listed values: each on a line of its own if one has a meaning."""
    items = definition.get("items") or {}
    holder = definition if definition.get("enum") or "const" in definition else items
    values = holder.get("enum") or ([holder["const"]] if "const" in holder else [])
    if not values:
        return
    meanings = holder.get("meanings") or definition.get("meanings") or {}
    old = definition.get("deprecatedValues") or ()
    marked = [f"{value_in_words(each)} (deprecated)" if each in old else value_in_words(each) for each in values]
    more = ["and others"] if definition.get("enumOpen") else []
    if not meanings:
        yield from _wrapped(f"Values: {', '.join([*marked, *more])}")
        return
    yield f"{_INDENT}Values:"
    for value, text in zip(values, marked, strict=True):
        meaning = meanings.get(value if isinstance(value, str) else json.dumps(value), "")
        yield from _wrapped(f"{text}: {meaning}" if meaning else text, 1)
    for each in more:
        yield from _wrapped(each, 1)


def _rules(rules: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for name, words in (("anyOf", "At least one of"), ("atMostOne", "At most one of")):
        for rule in rules:
            if name in rule:
                yield from _rule(f"{words}: {', '.join(rule[name])}")
    for rule in rules:
        for name, others in rule.get("dependentRequired", {}).items():
            yield from _rule(f"{name} needs {join_and(others)}")


def _rule(text: str) -> list[str]:
    return textwrap.wrap(shown(text), _WIDTH - 2, subsequent_indent="  ", break_long_words=False)


def _wrapped(text: str, deeper: int = 0) -> list[str]:
    # Words are not broken, so that names and values can be copied.
    indent = _INDENT + "  " * deeper
    return textwrap.wrap(
        shown(text),
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=f"{indent}  " if deeper else indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
