"""The parts of a payload whose properties the changes of the data are about. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ..problems import joined
from ..registry import Entry, describe, envelope
from ..requests import IGNORED, is_request, shape_of, take_apart
from .places import Place, Stated, places_of_path

_ENVELOPE = "request.envelope"


class GivenPart(NamedTuple):
    """The properties of a connector that a payload gives, or those beside them.

    Attributes:
        key: The key of the connector, or of the envelope.
        properties: The properties with their values.
        stated: By step, what the catalog states about its properties.
        holder_of: Returns the path of the object that has a property, given the property's name and its step.
    """

    key: str
    properties: dict[str, Any]
    stated: Mapping[str, Stated]
    holder_of: Callable[[str, str], str]

    def places(self, step: str, path: str, selector: Stated | None) -> Iterator[Place]:
        """Yield the places of a property or a variant; without a path, the object that has the step's properties."""
        stated = self.stated.get(step, {})
        if not path:
            yield Place(self.holder_of("", step), self.properties, self.properties)
        else:
            for each in places_of_path(path, self.properties, stated, selector):
                yield each._replace(path=joined(self.holder_of(each.top, step), each.path))


def parts_of(entry: Entry, payload: Any) -> Iterator[GivenPart]:
    """Yield the connector's own properties in a payload and, of a whole request, those of the envelope."""
    if not isinstance(payload, dict):
        return
    stated = {step["name"]: step for step in describe(entry.vendor, entry.type)["steps"]}
    if not is_request(entry, payload):
        own = {name: value for name, value in payload.items() if name not in IGNORED}
        yield GivenPart(entry.key, own, stated, lambda _name, _step: "")
        return
    shape, parts = shape_of(entry), take_apart(entry, payload)
    yield GivenPart(
        entry.key, parts.properties, stated, lambda name, step: parts.places.get(name) or shape.part_of(step)
    )
    beside = {"properties": [{**each, "name": name} for name, each in envelope(entry.vendor, entry.role).items()]}
    key = f"{entry.vendor}/{entry.role}/{_ENVELOPE}"
    yield GivenPart(key, parts.envelope, {"envelope": beside}, lambda _name, _step: "")
