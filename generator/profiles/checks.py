"""Checks of the names in the vendors' profiles: the parts of requests, and what requests are recognised by."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from templates.connector_catalog.paths import upwards
from templates.connector_catalog.shapes import RequestShape
from templates.connector_catalog.vendors import Vendor
from templates.connector_catalog.wording import join_or, quote


class ProfileFault(NamedTuple):
    """A fault of a profile: its vendor, its place in the file, and what was expected."""

    vendor: str
    place: str
    message: str


def unknown_parts(vendor: Vendor, encoded: Mapping[Any, Iterable[str]]) -> Iterator[ProfileFault]:
    """Yield the names that a profile uses for parts of requests, but does not define.

    Args:
        vendor: The vendor.
        encoded: By role, the attributes of its Terraform resource that take JSON; they may also be of the envelope.
    """
    for role, request in vendor.requests.items():
        beside = sorted(request.names - {*request.parts})
        for place, names, known in (
            ("response/omitsParts", vendor.responses[role].omitted_parts, [*request.parts]),
            ("terraform/encoded", encoded.get(role, ()), [*request.parts, *beside]),
        ):
            for number, name in enumerate(names):
                if name not in known:
                    message = f"unknown part {name!r} of the requests; expected {join_or(quote(known))}"
                    yield ProfileFault(vendor.name, f"roles/{role}/{place}/{number}", message)


def ambiguous_requests(vendors: Collection[Vendor]) -> Iterator[ProfileFault]:
    """Yield the roles whose requests cannot be told from those of another vendor.

    Vendors are tried in their order: one may recognise requests that an earlier one has already recognised.
    """
    for number, vendor in enumerate(vendors):
        for role, shape in vendor.requests.items():
            for position, other in enumerate(vendors):
                hidden = [each for each in other.requests.values() if _is_implied(shape, each)]
                if other is not vendor and any(number < position or _is_implied(each, shape) for each in hidden):
                    message = f"requests of {other.title} have these fields, too; expected a field that they lack"
                    yield ProfileFault(vendor.name, f"roles/{role}/request/recognisedBy", message)


def _is_implied(shape: RequestShape, by: RequestShape) -> bool:
    """Return whether every request that one shape recognises is recognised by another one, too."""
    given = {path for each in by.recognised_by for path in upwards(each)}
    return given.issuperset(shape.recognised_by)
