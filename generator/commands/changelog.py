"""``changelog``: prints the changes of the data since the last release, with the next version, or writes them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator import paths
from generator.catalog.release import DataVersion, Release
from generator.catalog.release_file import load_releases, release_text, version_of
from generator.changes.comparison import changes_between
from generator.changes.judgement import judged
from generator.changes.overrides import Overrides, load_overrides
from generator.changes.request_parts import parts_of_requests
from generator.commands.sides import Side, load_side
from generator.diagnostics import Diagnostics
from generator.files.replacement import replace
from generator.files.tree import compare
from generator.files.workspace import Notify, alone, silent
from generator.git import GitError, last_tag
from generator.paths import Layout
from generator.releases.making import release_of
from generator.releases.markdown import COMMAND, changelog_text, section_text

_TAGS = "v[0-9]*"
_OWNED = (paths.CHANGES,)
_IS_TAG = re.compile(r"v\d[\w.+-]*")


@dataclasses.dataclass(frozen=True)
class Request:
    """The options of the command.

    Attributes:
        old: The catalog of the last release, as ``diff`` takes it; ``None`` for the last release tag.
        write: Whether to write the files.
        check: Whether files that are not current are an error.
        date: The release date, such as ``2026-08-31``; empty if it is not released yet.
        severities: A file of overrides.
    """

    old: str | None = None
    write: bool = False
    check: bool = False
    date: str = ""
    severities: Path | None = None


@dataclasses.dataclass
class Changelog:
    """The section of the release, the lines to print, and the diagnostics."""

    diagnostics: Diagnostics
    section: str = ""
    lines: list[str] = dataclasses.field(default_factory=list)


def changelog(layout: Layout, request: Request, notify: Notify = silent) -> Changelog:
    """Compare the catalog with the catalog of the last release.

    Releases with a date do not change; the release without a date is made again. ``notify`` is called with a line if
    another run is in progress.

    Raises:
        OSError: A file could not be read or written; the old files are in place.
    """
    result = Changelog(Diagnostics())
    releases = load_releases(layout.changes, result.diagnostics)
    old = request.old or _last_tag(layout.root, result.diagnostics)
    if result.diagnostics.failed or old is None:
        return result
    released = [each for each in releases if each.is_released]
    # An unreleased version follows the latest release or, without one, the first version.
    previous = version_of(released) if released or not releases else releases[0].previous
    release = _release(layout, old, previous, request, result.diagnostics)
    if result.diagnostics.failed:
        return result
    if release is None:
        result.lines.append(f"nothing has changed since {old}; the data version is {previous}")
    else:
        result.section = section_text(release)
        result.lines.append(f"data version {release.version} follows {previous} ({old})")
    files = _files([*released, *([release] if release is not None else [])])
    if request.write:
        result.lines += _write(layout, files, notify)
    elif request.check and compare(layout.root, files, _OWNED):
        message = f"the changelog of the data is not current; `{COMMAND}` writes it"
        result.diagnostics.error("not-current", paths.DATA_CHANGELOG, message)
    return result


def _release(
    layout: Layout, old_name: str, previous: DataVersion, request: Request, diagnostics: Diagnostics
) -> Release | None:
    overrides = load_overrides(request.severities, diagnostics) if request.severities else Overrides()
    old, new = (load_side(layout, name, diagnostics) for name in (old_name, str(layout.root)))
    part_of = parts_of_requests(layout, diagnostics)
    changes = list(judged(changes_between(old.entries, new.entries), old.entries, new.entries, part_of, overrides))
    overrides.report_stale(diagnostics)
    if diagnostics.failed:
        return None
    return release_of(
        changes,
        previous,
        tag=old_name if _IS_TAG.fullmatch(old_name) else "",
        date=request.date,
        documents=_dates(new),
        connectors=(old.connectors, new.connectors),
    )


def _dates(side: Side) -> dict[str, str]:
    """Return the dates of a side's dated documents by name."""
    documents: list[dict[str, Any]] = (side.files.get(paths.INDEX) or {}).get("documents", [])
    return {each["name"]: each["date"] for each in documents if each["date"]}


def _files(releases: Sequence[Release]) -> dict[str, str]:
    files = {f"{paths.CHANGES}/{each.version}.json": release_text(each) for each in releases}
    files[paths.DATA_CHANGELOG] = changelog_text(releases)
    return files


def _write(layout: Layout, files: Mapping[str, str], notify: Notify) -> list[str]:
    """Write the files that differ; return a line for each."""
    with alone(layout.root, notify) as workspace:
        difference = compare(layout.root, files, _OWNED)
        replace(workspace, files, difference, _OWNED)
    written = [*difference.missing, *difference.changed]
    return [f"wrote {path}" for path in written] + [f"removed {path}" for path in difference.leftover]


def _last_tag(root: Path, diagnostics: Diagnostics) -> str | None:
    """Return the last release tag; a missing tag is an error."""
    try:
        tag = last_tag(root, _TAGS)
    except GitError as fault:
        diagnostics.error("no-release", "", f"{fault}; give OLD")
        return None
    if tag is None:
        message = f"no tag {_TAGS} is reachable from this commit; give OLD, the catalog of the last release"
        diagnostics.error("no-release", "", message)
    return tag
