"""Finds which credential the value of a selector needs, where no sentence says so: ``expectedWhen``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.catalog.condition import Condition
from generator.catalog.connector import Step
from generator.catalog.context import Context
from generator.catalog.editing import map_steps
from generator.catalog.envelope import Entry
from generator.catalog.listed_values import spelling_key
from generator.catalog.property import Property

_SELECTOR = re.compile(r"(?:^|_)(?:auth|authentication|credentials?)(?:_(?:type|method|mode|scheme))?$")
_CREDENTIALS = {
    "accesskey": ("secretaccesskey", "secretkey", "accesskey"),
    "apitoken": ("apitoken", "token"),
    "basic": ("password",),
    "basicauth": ("password",),
    "certificate": ("clientcertificate", "clientcert", "certificate"),
    "clientcertificate": ("clientcertificate", "clientcert", "certificate"),
    "iamrole": ("rolearn", "iamrolearn"),
    "jwt": ("privatekey",),
    "keypair": ("privatekey",),
    "oauth": ("clientsecret",),
    "oauth2": ("clientsecret",),
    "passwordgrant": ("password",),
    "token": ("token", "accesstoken", "apitoken"),
}
"""Keys of the names of the credential for a kind of authentication, by its key, the likeliest first."""


def expect_credentials(entry: Entry, context: Context) -> Entry:
    """State for each value of a selector which of the step's credentials a request with it usually has."""
    del context
    return map_steps(entry, _expected)


def _expected(step: Step) -> Step:
    expected: dict[str, list[tuple[str, Any]]] = {}
    for selector in step.properties:
        for value in selector.enum or () if _SELECTOR.search(selector.name) else ():
            for name in _credentials(value, selector, step.properties):
                expected.setdefault(name, []).append((selector.name, value))
    properties = tuple(
        _with_condition(each, expected[each.name]) if each.name in expected else each for each in step.properties
    )
    return step.with_fields(properties=properties) if expected else step


def _credentials(value: Any, selector: Property, properties: Sequence[Property]) -> Iterator[str]:
    """Yield the one credential that a value needs, if the step has it and nothing else says when it is required."""
    if not isinstance(value, str):
        return
    by_name = {spelling_key(each.name): each for each in properties if each is not selector}
    for name in (spelling_key(value), *_CREDENTIALS.get(spelling_key(value), ())):
        credential = by_name.get(name)
        if credential is not None:
            if (
                credential.requirement in (None, "optional")
                and not credential.required_when
                and not credential.applies_when
            ):
                yield credential.name
            return


def _with_condition(property_: Property, selected: Sequence[tuple[str, Any]]) -> Property:
    """Return a property that is expected for the values of the first of its selectors."""
    selector = selected[0][0]
    values = tuple(value for name, value in selected if name == selector)
    condition = Condition.model_validate({"property": selector, "in": values})
    return property_.with_inferred(expected_when=(condition,))
