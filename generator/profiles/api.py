"""Models of ``roles`` in ``catalog/vendors/<vendor>.yaml``: a vendor's API for sources or destinations."""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic

from generator.strict_data.models import StrictModel

_Path = Annotated[str, pydantic.Field(pattern=r"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")]
OptionalPath = Annotated[str, pydantic.Field(pattern=r"^([A-Za-z_]\w*(\.[A-Za-z_]\w*)*)?$")]
Name = Annotated[str, pydantic.Field(pattern=r"^[A-Za-z_]\w*$")]


class RequestProfile(StrictModel):
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
    parts: dict[Name, tuple[Name, ...]] = pydantic.Field(min_length=1)
    beside: tuple[Name, ...] = ()
    omits_id_prefix: bool = False


class ResponseProfile(StrictModel):
    """The API's response about a connector. Its parts have the same names as in requests.

    Attributes:
        id: Path of the connector's id, below ``wrapper``.
        wrapper: Path of the connector; empty where it is the whole response.
        list: Path of the connectors in the response to a request for all; empty if the API has no such request.
        omits_parts: Parts that no response has.
        omits_secrets: Whether secrets are left out; otherwise they are masked.
        omits_id_prefix: Whether ``id`` lacks the role's ``idPrefix``.
        names: Paths of fields that name a connection, the one that people know first.
    """

    id: _Path
    wrapper: OptionalPath = ""
    list: OptionalPath = ""
    omits_parts: tuple[Name, ...] = ()
    omits_secrets: bool = False
    omits_id_prefix: bool = False
    names: tuple[_Path, ...] = ()


class Call(StrictModel):
    """How a request that creates is sent: the reference and the builder print it as a curl command.

    Attributes:
        url: The address that takes it by POST.
        scheme: The scheme of the header ``Authorization``.
        token: The environment variable that has the credentials.
    """

    url: Annotated[str, pydantic.Field(pattern=r"^https://[\w.-]+(/[\w./-]*)?$")]
    scheme: Literal["Basic", "Bearer"]
    token: Annotated[str, pydantic.Field(pattern=r"^[A-Z][A-Z0-9_]*$")]


class Terraform(StrictModel):
    """The resource of the vendor's Terraform provider. Its attributes have the names that the request's fields have.

    Attributes:
        resource: Its type.
        encoded: The attributes that take JSON text.
        added: Attributes that the request does not have, with their values.
    """

    resource: Annotated[str, pydantic.Field(pattern=r"^[a-z][a-z0-9_]*$")]
    encoded: tuple[Name, ...] = ()
    added: dict[Name, str] = pydantic.Field(default_factory=dict)


class RoleProfile(StrictModel):
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


class Naming(StrictModel):
    """The names of what a connection writes to, where a request states them apart and a response joins them.

    Attributes:
        response_field: The field of a response that joins them with full stops.
        formats: The properties that are joined, by the catalog's ``naming``.
    """

    response_field: OptionalPath = ""
    formats: dict[Name, tuple[Name, ...]] = pydantic.Field(default_factory=dict)
