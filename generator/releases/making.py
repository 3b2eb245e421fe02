"""Makes a release from the changes between two catalogs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.catalog.property import Property
from generator.catalog.release import DataVersion, Release, ReleasedChange
from generator.changes.change import Change, Kind, Subject
from generator.changes.judgement import Judged
from generator.changes.report import WORDING
from generator.changes.rules import Severity


def release_of(
    changes: Iterable[Judged],
    previous: DataVersion,
    *,
    tag: str = "",
    date: str = "",
    documents: Mapping[str, str],
    connectors: tuple[int, int],
) -> Release | None:
    """Return the release with these changes, or ``None`` without changes.

    Args:
        changes: All changes since the previous version.
        previous: The previous version.
        tag: The last tag with the previous version.
        date: The release date; empty if it is not released yet.
        documents: The dates of the documents, by name.
        connectors: The numbers of connectors before and after.
    """
    all_changes = list(changes)
    if not all_changes:
        return None
    listed = [judged for judged in all_changes if judged.rule != WORDING]
    return Release(
        version=next_version(previous, listed),
        previous=previous,
        tag=tag,
        date=date,
        documents=dict(sorted(documents.items())),
        connectors=connectors,
        wording=len(all_changes) - len(listed),
        changes=tuple(map(_released, listed)),
    )


def next_version(previous: DataVersion, changes: Sequence[Judged]) -> DataVersion:
    """Return the next version.

    A breaking change raises the major number, any other change the minor number, and changed wording alone the patch
    number.

    Args:
        previous: The previous version.
        changes: The changes without changes of wording.
    """
    if any(judged.severity is Severity.BREAKING for judged in changes):
        return DataVersion(previous.major + 1, 0, 0)
    if changes:
        return DataVersion(previous.major, previous.minor + 1, 0)
    return DataVersion(previous.major, previous.minor, previous.patch + 1)


def _released(judged: Judged) -> ReleasedChange:
    severities = {"writers": judged.writers.word, "readers": judged.readers.word}
    fields: dict[str, Any] = judged.change.to_json() | {"rule": judged.rule} | severities
    selector = _selector(judged.change)
    return ReleasedChange.model_validate(fields | ({"selector": selector} if selector is not None else {}))


def _selector(change: Change) -> dict[str, Any] | None:
    """Return the selector of a removed variant, or of a variant of an object that had none before."""
    if change.subject is not Subject.VARIANT or change.old is None or change.new is None:
        return None
    if change.kind is Kind.REMOVED:
        return _selector_of(change.before, change.old)
    if change.kind is Kind.ADDED and not change.old.all_variants:
        return _selector_of(change.after, change.new)
    return None


def _selector_of(name: str, holder: Property) -> dict[str, Any]:
    """Return the selector of the variant with a name."""
    return next(variant.selector.to_json() for variant in holder.all_variants if variant.name == name)


def judged_of(release: Release) -> list[Judged]:
    """Return the changes of a release with their severities, without reasons."""
    return [_judged(released) for released in release.changes]


def _judged(released: ReleasedChange) -> Judged:
    change = Change(
        key=released.key,
        subject=Subject(released.subject),
        kind=Kind(released.kind),
        step=released.step,
        path=released.path,
        field=released.field,
        before=released.before,
        after=released.after,
    )
    writers, readers = Severity[released.writers.upper()], Severity[released.readers.upper()]
    return Judged(change, released.rule, writers, readers, reason="")
