"""The vendors' profiles, ``catalog/vendors/<vendor>.yaml``."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import pydantic

from generator.diagnostics import Diagnostics
from generator.files.folders import files_in
from generator.profiles.api import Name, Naming, RoleProfile
from generator.profiles.checks import ambiguous_requests, unknown_parts
from generator.strict_data.models import StrictModel, load_model
from templates.connector_catalog.vendors import Vendor

_CODE = "vendor-profile"
_Url = Annotated[str, pydantic.Field(pattern=r"^https://[\w.-]+(/\S*)?$")]


class DocumentProfile(StrictModel):
    """A document of a vendor: where it is served, or what to do where it is not.

    Attributes:
        url: Where it is served; ``None`` where it has no public address.
        media_types: The content types that the server may give it.
        not_served: Why it has no address, and what to do instead; empty where it has one.
        is_complete: Whether it has all connectors of the vendor: one that it lacks is absent from it.
    """

    url: _Url | None = None
    media_types: tuple[Annotated[str, pydantic.Field(pattern=r"^[a-z]+/[a-z0-9.+-]+$")], ...] = ()
    not_served: str = ""
    is_complete: bool = pydantic.Field(default=False, alias="complete")

    @pydantic.model_validator(mode="after")
    def _check(self) -> DocumentProfile:
        if self.url is None and (not self.not_served or self.media_types):
            raise ValueError("expected url and mediaTypes, or notServed with what to do instead")
        if self.url is not None and (self.not_served or not self.media_types):
            raise ValueError("expected mediaTypes beside url, and no notServed")
        return self


class Profile(StrictModel):
    """The content of a profile's file.

    Attributes:
        title: The vendor's name as people write it; names of types begin with its words.
        links: The vendor's own pages by topic; relative links of descriptions are below the first.
        documents: The documents by the names that the captures have without the vendor's.
        hosts: Further hosts, with their domains, that redirects of documents may lead to.
        steps: ``together`` where a request has all steps, ``alternative`` where it has one of them.
        declared: Fields of the catalog that the documents always declare, such as ``type`` or ``items``. Descriptions
            and examples never change these.
        roles: The API of sources and that of destinations.
        destination_naming: The names of what a connection writes to.
    """

    title: Annotated[str, pydantic.Field(min_length=1)]
    links: dict[Name, _Url] = pydantic.Field(default_factory=dict)
    documents: dict[Annotated[str, pydantic.Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")], DocumentProfile] = (
        pydantic.Field(default_factory=dict)
    )
    hosts: tuple[Annotated[str, pydantic.Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")], ...] = ()
    steps: Literal["together", "alternative"]
    declared: tuple[str, ...] = ()
    roles: dict[Literal["source", "destination"], RoleProfile] = pydantic.Field(min_length=1)
    destination_naming: Naming = Naming()

    @property
    def own_hosts(self) -> set[str]:
        """The hosts of the links and the documents, and those that are listed beside them."""
        addresses = [*self.links.values(), *(each.url for each in self.documents.values() if each.url)]
        return {*self.hosts, *(urllib.parse.urlsplit(each).hostname or "" for each in addresses)} - {""}

    @property
    def step_names(self) -> list[str]:
        """The names of the steps of all roles."""
        steps = [step for role in self.roles.values() for names in role.request.parts.values() for step in names]
        return list(dict.fromkeys(steps))

    def id_names(self, role: str) -> set[str]:
        """Return what the vendor's requests for a role call the connector's id."""
        if role not in self.roles:
            return set()
        request = self.roles[role].request
        return {path.rpartition(".")[2] for path in (request.id, *request.alternative_ids)}

    def to_json(self) -> dict[str, Any]:
        """Return the profile as JSON values, without absent fields and the settings for fetching."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude={"hosts", "documents"})


def load_profiles(folder: Path, diagnostics: Diagnostics) -> dict[str, Profile]:
    """Return the profiles in ``<folder>/<vendor>.yaml`` by vendor; an invalid file is an error."""
    found = {}
    for path in files_in(folder, ".yaml"):
        if re.fullmatch("[a-z][a-z0-9_]*", path.stem) is None:
            diagnostics.error(_CODE, path.name, "invalid file name; expected lower-case letters, digits and _")
            continue
        profile = load_model(path, Profile, _CODE, diagnostics)
        if profile is not None:
            found[path.stem] = profile
    _report_unknown_names(found, diagnostics)
    return found


def _report_unknown_names(profiles: Mapping[str, Profile], diagnostics: Diagnostics) -> None:
    """Add an error for each name in the profiles that no request has, or that does not tell vendors apart."""
    vendors = to_vendors(profiles)
    faults = list(ambiguous_requests(list(vendors.values())))
    for name, profile in profiles.items():
        encoded = {role: each.terraform.encoded for role, each in profile.roles.items() if each.terraform}
        faults += unknown_parts(vendors[name], encoded)
    for fault in faults:
        diagnostics.error(_CODE, f"{fault.vendor}.yaml: {fault.place}", fault.message)


def to_vendors(profiles: Mapping[str, Profile]) -> dict[str, Vendor]:
    """Return the vendors of these profiles by name."""
    return {name: Vendor.from_profile(name, profile.to_json()) for name, profile in profiles.items()}


def load_vendors(folder: Path, diagnostics: Diagnostics) -> dict[str, Vendor]:
    """Return the vendors of the profiles in a folder by name; a file that is wrong is an error."""
    return to_vendors(load_profiles(folder, diagnostics))


def vendor_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the vendors that have a profile."""
    return tuple(path.stem for path in files_in(folder, ".yaml"))
