"""The vendors' profiles: how each vendor's API takes and returns a connector's properties.

A profile is data: ``catalog/vendors/<vendor>.yaml`` in the project, ``vendors.json`` in the package.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from .shapes import RequestShape, ResponseShape
from .wording import join_and, join_or, quote

_WORD = re.compile("[A-Za-z0-9]+")


class Naming(NamedTuple):
    """The naming of destinations.

    Attributes:
        response_field: The field of a response that joins the names with full stops; may be empty.
        formats: The properties that name the destination, by the catalog's ``naming``.
    """

    response_field: str
    formats: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_profile(cls, profile: Mapping[str, Any]) -> Naming:
        """Return the naming that a profile states."""
        formats = profile.get("formats", {})
        return cls(profile.get("responseField", ""), {kind: tuple(names) for kind, names in formats.items()})


class Vendor(NamedTuple):
    """The profile of a vendor.

    Attributes:
        name: The vendor's name in the catalog, such as ``acme``.
        links: The vendor's own pages, by topic.
        id_prefixes: Prefixes of the vendor's ids that users may leave out by mistake, by role; may be empty.
        steps: ``together`` where a request holds all steps, ``alternative`` where each step can do without the others.
        declared: Fields of the catalog that the vendor's documents always declare: prose and examples add nothing.
        class_suffixes: The ends of the names of models, by role.
    """

    name: str
    title: str
    links: Mapping[str, str]
    id_prefixes: Mapping[str, str]
    steps: str
    declared: tuple[str, ...]
    class_suffixes: Mapping[str, str]
    requests: Mapping[str, RequestShape]
    responses: Mapping[str, ResponseShape]
    naming: Naming

    def request_name(self, role: str) -> str:
        """Return the name of the type of requests for connectors of a role, such as ``AcmeSource``."""
        return "".join(word[0].upper() + word[1:] for word in _WORD.findall(self.title)) + self.class_suffixes[role]

    @classmethod
    def from_profile(cls, name: str, profile: Mapping[str, Any]) -> Vendor:
        """Return the vendor of a profile that is known to be valid."""
        roles = profile["roles"]
        prefixes = {role: each.get("idPrefix", "") for role, each in roles.items()}
        return cls(
            name,
            profile["title"],
            profile.get("links", {}),
            prefixes,
            profile["steps"],
            tuple(profile.get("declared", ())),
            {role: each["classSuffix"] for role, each in roles.items()},
            {role: RequestShape.from_profile(each["request"], prefixes[role]) for role, each in roles.items()},
            {role: ResponseShape.from_profile(each["response"], prefixes[role]) for role, each in roles.items()},
            Naming.from_profile(profile.get("destinationNaming", {})),
        )


@cache
def vendors() -> Mapping[str, Vendor]:
    """Return the vendors of the package by name."""
    text = resources.files(__package__).joinpath("vendors.json").read_text(encoding="utf-8")
    return {name: Vendor.from_profile(name, profile) for name, profile in json.loads(text)["vendors"].items()}


def request_fields() -> list[str]:
    """Return, in words, the fields by which the requests of each vendor are recognised."""
    descriptions = []
    for vendor in vendors().values():
        fields = dict.fromkeys(join_and(quote(shape.recognised_by)) for shape in vendor.requests.values())
        descriptions.append(f"{join_or(fields)} ({vendor.title})")
    return descriptions
