"""Fetches the documents of vendors that their profiles list."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Iterator, Mapping

from generator.diagnostics import Diagnostics
from generator.documents.fetch import Fetched, Wanted
from generator.documents.store import Origin, capture_path, captures_of, has_its_own_path, known_origin
from generator.paths import Layout
from generator.profiles.profile import DocumentProfile, Profile

Fetch = Callable[[Wanted, Diagnostics], Fetched | None]


@dataclasses.dataclass(frozen=True)
class Listed:
    """A document that a profile lists.

    Attributes:
        vendor: Name of the vendor.
        name: Name of the document, without the vendor's.
        profile: Where the document is served.
        hosts: Hosts that may serve the document.
    """

    vendor: str
    name: str
    profile: DocumentProfile
    hosts: frozenset[str]

    @property
    def full_name(self) -> str:
        """``<vendor>/<name>``, as in sources."""
        return f"{self.vendor}/{self.name}"


def listed_documents(profiles: Mapping[str, Profile], vendors: Collection[str]) -> Iterator[Listed]:
    """Yield the listed documents of these vendors; without vendors, of all."""
    for vendor, profile in _selected(profiles, vendors):
        hosts = frozenset(profile.own_hosts)
        for name, document in profile.documents.items():
            yield Listed(vendor, name, document, hosts)


def unlisted(layout: Layout, profiles: Mapping[str, Profile], vendors: Collection[str]) -> Iterator[str]:
    """Yield the names of captures whose documents no profile lists, so that they are never refreshed."""
    for vendor, profile in _selected(profiles, vendors):
        for path in captures_of(layout.captures, vendor):
            if path.stem not in profile.documents:
                yield f"{vendor}/{path.stem}"


def _selected(profiles: Mapping[str, Profile], vendors: Collection[str]) -> Iterator[tuple[str, Profile]]:
    return ((name, profile) for name, profile in sorted(profiles.items()) if not vendors or name in vendors)


def known_document(layout: Layout, document: Listed, diagnostics: Diagnostics) -> Origin | None:
    """Return the origin of a document's capture; ``None`` if there is no capture, or if it is invalid, an error."""
    path = capture_path(layout.captures, document.full_name)
    if not path.exists():
        return None
    origin = known_origin(path)
    if origin is None or origin.vendor != document.vendor:
        message = f"the capture does not state its document, by a valid name and the vendor {document.vendor}"
        diagnostics.error("capture-format", "/document", message)
        return None
    return origin if has_its_own_path(origin, path, layout.captures, diagnostics) else None


def fetched(
    document: Listed, captured: Origin | None, fetch: Fetch, diagnostics: Diagnostics, *, again: bool
) -> Fetched | None:
    """Fetch a document, unless its capture is of the newest version; return ``None`` after an error.

    Args:
        document: The document, which has an address.
        captured: The origin of its capture, or ``None``.
        fetch: The function that fetches it.
        diagnostics: Where the error goes.
        again: Whether to fetch the document even if the captured version is the newest.
    """
    url = document.profile.url or ""
    request = Wanted(url, frozenset(document.profile.media_types), document.hosts)
    if captured is not None and captured.url == url and not again:
        request = dataclasses.replace(request, known=captured.version)
    return fetch(request, diagnostics)
