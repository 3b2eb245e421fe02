"""Puts secrets in the place of references to them. Needs the standard library only."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from .acceptance import acceptor_of
from .entry import Entry
from .escaping import shown
from .problems import joined
from .recognition import IdSources, connector_of
from .registry import envelope, find
from .requests import constraints_of, envelope_constraints, is_request, shape_of
from .secret_references import Reference, reference_in
from .value_constraints import ObjectConstraints, ValueConstraints, Variants
from .variants import nearest_variant

Resolver = Callable[[Reference], Any]
"""Returns the secret that a reference names; raises ``LookupError`` if it does not exist."""


class Unresolved(NamedTuple):
    """A reference that could not be resolved: its path in the payload, and why."""

    path: str
    reference: Reference
    reason: str

    def __str__(self) -> str:
        return f"{shown(self.path)}: {shown(str(self.reference))}: {self.reason}"


class UnresolvedReferenceError(LookupError):
    """References of a payload that could not be resolved; no message ever contains a secret."""

    def __init__(self, unresolved: tuple[Unresolved, ...]) -> None:
        super().__init__("; ".join(map(str, unresolved)))
        self.unresolved = unresolved


def environment(reference: Reference) -> str:
    """Return the variable of the environment that ``${env:NAME}`` names.

    Raises:
        LookupError: The environment does not have it, or the reference has another scheme.
    """
    if reference.scheme != "env":
        raise LookupError("only env: is resolved; pass a resolver for others")
    if reference.name not in os.environ:
        raise LookupError("the environment has no such variable")
    return os.environ[reference.name]


def resolve(
    payload: Any, resolver: Resolver = environment, *, vendor: str | None = None, type: str | None = None
) -> dict[str, Any]:
    """Return a copy of a payload with secrets in the place of references to them.

    Only a secret can be a reference: other values are never changed. Where a secret is not a string, what a reference
    stands for is read as JSON.

    Args:
        payload: A request, a connector's properties alone, or a model.
        resolver: Returns the secret that a reference stands for; by default a variable of the environment.
        vendor: The vendor's name in the catalog, if the payload does not name the connector.
        type: The id that the vendor's API takes, in the same case.

    Raises:
        TypeError: The payload is not an object.
        UnknownConnectorError: The catalog does not have this connector, or nothing names one.
        UnresolvedReferenceError: The resolver does not have a secret, or it is not JSON where JSON is expected.
    """
    to_payload = getattr(payload, "to_payload", None)
    given = to_payload() if callable(to_payload) else payload
    if not isinstance(given, Mapping):
        raise TypeError("payload must be an object: a request, a connector's properties or a model")
    model = (getattr(payload, "_vendor", None), getattr(payload, "_type", None))
    entry = find(vendor, type) if vendor and type else connector_of(IdSources(model, given, {}, (vendor, type)))
    resolution = _Resolution(resolver)
    resolved = resolution.of_payload(entry, dict(given))
    if not resolution.unresolved:
        return resolved
    failure = UnresolvedReferenceError(tuple(resolution.unresolved))
    # Tools that report errors show the variables of each frame of a traceback.
    del payload, given, resolved
    raise failure


class _Resolution:
    """Resolves the references of one payload."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self.unresolved: list[Unresolved] = []

    def of_payload(self, entry: Entry, payload: dict[str, Any]) -> dict[str, Any]:
        constraints = constraints_of(entry)
        if not is_request(entry, payload):
            return self._of_object(payload, constraints, "")
        resolved = payload
        if envelope(entry.vendor, entry.role):
            resolved = self._of_object(payload, envelope_constraints(entry), "")
        parts = {part: resolved[part] for part in shape_of(entry).parts if isinstance(resolved.get(part), dict)}
        return resolved | {part: self._of_object(value, constraints, part) for part, value in parts.items()}

    def _of_object(self, value: Mapping[str, Any], constraints: ObjectConstraints, path: str) -> dict[str, Any]:
        known = constraints.properties
        return {
            name: self._of_value(each, known[name], joined(path, name)) if name in known else each
            for name, each in value.items()
        }

    def _of_value(self, value: Any, constraints: ValueConstraints, path: str) -> Any:
        reference = reference_in(value) if constraints.secret else None
        if reference is not None:
            return self._secret(reference, constraints, path)
        if isinstance(value, dict) and constraints.object is not None:
            return self._of_object(value, constraints.object, path)
        if isinstance(value, dict) and constraints.variants is not None:
            return self._of_object(value, selected_object(value, constraints.variants), path)
        if isinstance(value, list) and constraints.items is not None:
            items = constraints.items
            return [self._of_value(each, items, f"{path}[{number}]") for number, each in enumerate(value)]
        return value

    def _secret(self, reference: Reference, constraints: ValueConstraints, path: str) -> Any:
        try:
            secret = self._resolver(reference)
        except LookupError as missing:
            # A KeyError has the name only, in quotes.
            reason = "not found" if isinstance(missing, KeyError) or not missing.args else str(missing)
        else:
            if not isinstance(secret, str) or not constraints.types or "string" in constraints.types:
                return secret
            try:
                return json.loads(secret)
            except (ValueError, RecursionError):
                reason = "expected JSON, because the property is not a string"
        self.unresolved.append(Unresolved(path, reference, reason))
        return None


def selected_object(value: Mapping[str, Any], variants: Variants) -> ObjectConstraints:
    """Return the constraints of the variant that an object matches; without properties if it matches none."""
    objects = variants.objects
    candidates = variants.selector.candidates(value) or variants.selector.candidates(value, partial=True)
    if not candidates:
        return ObjectConstraints({})
    nearest = nearest_variant(candidates, [each.properties for each in objects], value)
    accepting = (each for each in candidates if len(candidates) > 1 and acceptor_of(objects[each])(value))
    return objects[next(accepting, nearest)]
