"""Keeps the outputs of connectors between runs: those that are still on disk need not be printed again."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from generator.outputs.printed import ConnectorFiles, KeptFiles
from generator.pipeline.cache import Cache, digest_of

_AUDITED = "audited"


class KeptOutputs:
    """The outputs that earlier runs have kept, one file for each vendor.

    Args:
        cache: Where they are kept.
        sources: The text of everything that a connector's outputs are made from, by key.
    """

    def __init__(self, cache: Cache, sources: Mapping[str, str]) -> None:
        self._cache = cache
        self._sources = {key: digest_of(source.encode()) for key, source in sources.items()}
        self._kept = {vendor: self._loaded(vendor) for vendor in {key.partition("/")[0] for key in sources}}

    def current(self) -> dict[str, KeptFiles]:
        """Return the outputs, by key, that the same source gave and whose files are on disk unchanged."""
        return {key: each for kept in self._kept.values() for key, each in kept.items() if self._is_current(key, each)}

    def keep(self, printed: Mapping[str, ConnectorFiles]) -> None:
        """Keep the outputs of connectors that were printed, by key."""
        for vendor, kept in self._kept.items():
            fresh = {key: self._to_keep(key, each) for key, each in printed.items() if key.partition("/")[0] == vendor}
            if fresh:
                rest = {key: each for key, each in kept.items() if key in self._sources}
                self._cache.keep(_name(vendor), msgspec.json.encode(rest | fresh))

    def audited(self) -> list[str]:
        """Return the digests of schemas that the audit of an earlier run has passed."""
        try:
            return msgspec.json.decode(self._cache.load(_AUDITED) or b"[]", type=list[str])
        except ValueError:
            return []

    def keep_audited(self, digests: set[str]) -> None:
        """Keep the digests of schemas that the audit has passed."""
        self._cache.keep(_AUDITED, msgspec.json.encode(sorted(digests)))

    def _loaded(self, vendor: str) -> dict[str, KeptFiles]:
        try:
            return msgspec.json.decode(self._cache.load(_name(vendor)) or b"{}", type=dict[str, KeptFiles])
        except ValueError:
            return {}

    def _is_current(self, key: str, kept: KeptFiles) -> bool:
        on_disk = self._cache.on_disk
        return kept.source == self._sources.get(key) and all(
            on_disk.get(path) == digest for path, digest in kept.digests.items()
        )

    def _to_keep(self, key: str, printed: ConnectorFiles) -> KeptFiles:
        digests = {path: digest_of(text.encode()) for path, text in printed.files.items()}
        return KeptFiles(self._sources[key], digests, printed.shared)


def _name(vendor: str) -> str:
    return f"printed/{vendor}"
