"""Reads and writes the releases of the data: ``catalog/changes/<version>.json``, with a line for each change."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from pathlib import Path

import pydantic

from generator.catalog.release import FIRST, DataVersion, Release
from generator.diagnostics import Diagnostics
from generator.folders import files_in
from generator.serialize import dumps, dumps_line
from generator.strict_data.load import load_json_text
from generator.strict_data.validation import report_first_error

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
    text = load_json_text(path, _CODE, diagnostics)
    if text is None:
        return None
    try:
        release = Release.model_validate_json(text)
    except pydantic.ValidationError as fault:
        report_first_error(fault, _CODE, path.name, diagnostics)
        return None
    if path.stem != str(release.version):
        diagnostics.error(_CODE, "version", f"{path.name}: expected the name {release.version}.json")
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
