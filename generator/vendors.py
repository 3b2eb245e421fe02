"""The vendors' profiles, ``catalog/vendors/<vendor>.yaml``."""

from __future__ import annotations

import re
import urllib.parse
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import pydantic
from pydantic.alias_generators import to_camel

from generator.diagnostics import Diagnostics
from generator.folders import files_in
from generator.strict_data.load import load_mapping
from templates.connector_catalog.vendors import Vendor

_CODE = "vendor-profile"
_Path = Annotated[str, pydantic.Field(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")]
_OptionalPath = Annotated[str, pydantic.Field(pattern=r"^([A-Za-z_]\w*(\.[A-Za-z_]\w*)*)?$")]
_Url = Annotated[str, pydantic.Field(pattern=r"^https://[\w.-]+(/\S*)?$")]
_Name = Annotated[str, pydantic.Field(pattern=r"^[A-Za-z_]\w*$")]


class _Part(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(
        alias_generator=to_camel, extra="forbid", frozen=True, hide_input_in_errors=True, populate_by_name=True
    )


class RequestProfile(_Part):
    """A request that creates a connector. Paths have full stops between names: ``settings.kind``.

    Attributes:
        id: Path of the connector's id; it may be inside of a part.
        alternative_ids: Paths of fields that may name the connector instead of ``id``.
        recognised_by: Paths of fields that the requests of no other vendor have all of.
        parts: The objects that have the connector's properties, and the steps of each. The first is the main one.
        beside: What else a request has, where the vendor's documents do not list it.
        omits_id_prefix: Whether ``id`` lacks the role's ``idPrefix``.
    """

    id: _Path
    alternative_ids: tuple[_Path, ...] = ()
    recognised_by: tuple[_Path, ...] = pydantic.Field(min_length=1)
    parts: dict[_Name, tuple[_Name, ...]] = pydantic.Field(min_length=1)
    beside: tuple[_Name, ...] = ()
    omits_id_prefix: bool = False


class ResponseProfile(_Part):
    """What the API returns for a connector. Its parts have the names that the request's have.

    Attributes:
        id: Path of the connector's id, below ``wrapper``.
        wrapper: Path of the connector; empty where it is the whole response.
        list: Path of the connectors in the response to a request for all; empty where there is none.
        omits_parts: Parts that no response has.
        omits_secrets: Whether secrets are left out; otherwise they are masked.
        omits_id_prefix: Whether ``id`` lacks the role's ``idPrefix``.
        names: Paths of fields that name a connection, the one that people know first.
    """

    id: _Path
    wrapper: _OptionalPath = ""
    list: _OptionalPath = ""
    omits_parts: tuple[_Name, ...] = ()
    omits_secrets: bool = False
    omits_id_prefix: bool = False
    names: tuple[_Path, ...] = ()


class Call(_Part):
    """How a request that creates is sent: the reference and the builder print it as a curl command.

    Attributes:
        url: The address that takes it by POST.
        scheme: The scheme of the header ``Authorization``.
        token: The environment variable that has the credentials.
    """

    url: Annotated[str, pydantic.Field(pattern=r"^https://[\w.-]+(/[\w./-]*)?$")]
    scheme: Literal["Basic", "Bearer"]
    token: Annotated[str, pydantic.Field(pattern=r"^[A-Z][A-Z0-9_]*$")]


class Terraform(_Part):
    """The resource of the vendor's Terraform provider. Its attributes have the names that the request's fields have.

    Attributes:
        resource: Its type.
        encoded: The attributes that take JSON text.
        added: Attributes that the request does not have, with their values.
    """

    resource: Annotated[str, pydantic.Field(pattern=r"^[a-z][a-z0-9_]*$")]
    encoded: tuple[_Name, ...] = ()
    added: dict[_Name, str] = {}


class RoleProfile(_Part):
    """The API of one role.

    Attributes:
        class_suffix: The end of the names of models, such as ``Destination``.
        id_prefix: The beginning of all ids of the role. A type names one connector of a vendor: where both roles have
            the same id, the prefix is what tells them apart.
        request: The request that creates.
        response: The response for one connector.
        call: How the request is sent; without it, no curl command is printed.
        terraform: The resource; without it, no Terraform is printed.
    """

    class_suffix: Annotated[str, pydantic.Field(pattern=r"^[A-Z][A-Za-z]*$")]
    id_prefix: str = ""
    request: RequestProfile
    response: ResponseProfile
    call: Call | None = None
    terraform: Terraform | None = None


class _Naming(_Part):
    """The names of what a connection writes to, where a request states them apart and a response joins them.

    Attributes:
        response_field: The field of a response that joins them with full stops.
        formats: The properties that are joined, by the catalog's ``naming``.
    """

    response_field: _OptionalPath = ""
    formats: dict[_Name, tuple[_Name, ...]] = {}


class DocumentProfile(_Part):
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


class Profile(_Part):
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
    links: dict[_Name, _Url] = {}
    documents: dict[Annotated[str, pydantic.Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")], DocumentProfile] = {}
    hosts: tuple[Annotated[str, pydantic.Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$")], ...] = ()
    steps: Literal["together", "alternative"]
    declared: tuple[str, ...] = ()
    roles: dict[Literal["source", "destination"], RoleProfile] = pydantic.Field(min_length=1)
    destination_naming: _Naming = _Naming()

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
        before = len(diagnostics)
        data = load_mapping(path, _CODE, "from names to values", diagnostics)
        if len(diagnostics) > before:
            continue
        if re.fullmatch("[a-z][a-z0-9_]*", path.stem) is None:
            diagnostics.error(_CODE, path.name, "invalid file name; expected lower-case letters, digits and _")
            continue
        try:
            found[path.stem] = Profile.model_validate(data)
        except pydantic.ValidationError as fault:
            for each in fault.errors(include_url=False):
                diagnostics.error(_CODE, f"{path.name}: {'/'.join(map(str, each['loc']))}", each["msg"])
    return found


def to_vendors(profiles: Mapping[str, Profile]) -> dict[str, Vendor]:
    """Return the vendors of these profiles by name."""
    return {name: Vendor.from_profile(name, profile.to_json()) for name, profile in profiles.items()}


def load_vendors(folder: Path, diagnostics: Diagnostics) -> dict[str, Vendor]:
    """Return the vendors of the profiles in a folder by name; a file that is wrong is an error."""
    return to_vendors(load_profiles(folder, diagnostics))


def vendor_names(folder: Path) -> tuple[str, ...]:
    """Return the names of the vendors that have a profile."""
    return tuple(path.stem for path in files_in(folder, ".yaml"))
