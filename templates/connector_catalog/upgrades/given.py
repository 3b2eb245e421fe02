"""The parts of a payload that changes of the data refer to. Needs the standard library only."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ..entry import Entry
from ..problems import joined
from ..registry import definition_of, envelope, envelope_key
from ..requests import IGNORED, is_request, shape_of, take_apart
from ..vendors import vendors
from .places import Definition, Place, places_of_path


class GivenPart(NamedTuple):
    """The connector's properties in a payload, or the properties of its envelope.

    Attributes:
        key: The key of the connector, or of the envelope.
        properties: The properties with their values.
        steps: The steps in the catalog, by name.
        holder_of: Returns the path of the object that has a property, by the property's name and step.
        together: Whether a request has the properties of all steps; if not, a step may not apply.
    """

    key: str
    properties: dict[str, Any]
    steps: Mapping[str, Definition]
    holder_of: Callable[[str, str], str]
    together: bool = True

    def places(self, step: str, path: str, selector: Definition | None) -> Iterator[Place]:
        """Yield the places of a property or a variant; without a path, the object with the step's properties."""
        definition = self.steps.get(step, {})
        if not path:
            yield Place(self.holder_of("", step), self.properties, self.properties)
        else:
            for each in places_of_path(path, self.properties, definition, selector):
                at_top = each.holder is self.properties
                yield each._replace(
                    path=joined(self.holder_of(each.top, step), each.path),
                    siblings=self._always(each) if at_top and not self.together else each.siblings,
                )

    def _always(self, place: Place) -> Mapping[str, Definition]:
        """Return the siblings that every step has; none for a property that some step lacks."""
        names = set.intersection(*({own["name"] for own in step.get("properties", ())} for step in self.steps.values()))
        return {name: each for name, each in place.siblings.items() if name in names and place.top in names}


def parts_of(entry: Entry, payload: Any) -> Iterator[GivenPart]:
    """Yield the connector's properties in a payload and, for a whole request, the properties of the envelope."""
    if not isinstance(payload, dict):
        return
    steps = {step["name"]: step for step in definition_of(entry.vendor, entry.type)["steps"]}
    together = vendors()[entry.vendor].steps == "together"
    if not is_request(entry, payload):
        properties = {name: value for name, value in payload.items() if name not in IGNORED}
        yield GivenPart(entry.key, properties, steps, lambda _name, _step: "", together)
        return
    shape, parts = shape_of(entry), take_apart(entry, payload)
    yield GivenPart(
        entry.key, parts.properties, steps, lambda name, step: parts.places.get(name) or shape.part_of(step), together
    )
    envelope_properties = {
        "properties": [{**each, "name": name} for name, each in envelope(entry.vendor, entry.role).items()]
    }
    key = envelope_key(entry.vendor, entry.role)
    yield GivenPart(key, parts.envelope, {"envelope": envelope_properties}, lambda _name, _step: "")
