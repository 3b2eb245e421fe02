"""Reads and writes the releases of the data: ``catalog/changes/<version>.json``, with a line for each change."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

from generator.catalog.release import FIRST, DataVersion, Release
from generator.diagnostics import Diagnostics
from generator.folders import files_in
from generator.serialize import dumps, dumps_line
from generator.strict_data.models import load_model

_CODE = "release-format"


def load_releases(folder: Path, diagnostics: Diagnostics) -> tuple[Release, ...]:
    """Return the releases in a folder, the oldest first.

    An invalid file is an error. So is a release that does not follow the previous one, or that follows a release
    without a date.
    """
    loaded = (_load(path, diagnostics) for path in files_in(folder, ".json"))
    releases = sorted((each for each in loaded if each is not None), key=lambda release: release.version)
    for each in releases:
        if each.version <= each.previous:
            diagnostics.error(_CODE, "previous", f"{each.version} is not later than {each.previous}")
    for before, after in itertools.pairwise(releases):
        if after.previous != before.version:
            message = f"{after.version} follows {after.previous}; expected {before.version}"
            diagnostics.error(_CODE, "previous", message)
        if not before.is_released:
            diagnostics.error(_CODE, "date", f"{before.version} has no date, but is not the latest release")
    return tuple(releases)


def _load(path: Path, diagnostics: Diagnostics) -> Release | None:
    release = load_model(path, Release, _CODE, diagnostics)
    if release is not None and path.stem != str(release.version):
        diagnostics.error(_CODE, f"{path.name}: version", f"expected the name {release.version}.json")
    return release


def version_of(releases: Iterable[Release]) -> DataVersion:
    """Return the latest version; ``FIRST`` if there is no release."""
    return max((each.version for each in releases), default=FIRST)


def release_text(release: Release) -> str:
    """Return the text of the file of a release."""
    fields = release.to_json()
    lines = [dumps_line(each) for each in fields.pop("changes")]
    head = dumps(fields).removesuffix("\n}\n")
    return f'{head},\n  "changes": [\n' + ",\n".join(lines) + "\n  ]\n}\n"
