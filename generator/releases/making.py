"""Makes a release from the changes between two catalogs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

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
    every = list(changes)
    if not every:
        return None
    shown = [each for each in every if each.rule != WORDING]
    return Release(
        version=next_version(previous, shown),
        previous=previous,
        tag=tag,
        date=date,
        documents=dict(sorted(documents.items())),
        connectors=connectors,
        wording=len(every) - len(shown),
        changes=tuple(map(_released, shown)),
    )


def next_version(previous: DataVersion, changes: Sequence[Judged]) -> DataVersion:
    """Return the next version.

    A breaking change raises the major number, any other change the minor number, and changed wording alone the patch
    number.

    Args:
        previous: The previous version.
        changes: The changes without changes of wording.
    """
    if any(each.severity is Severity.BREAKING for each in changes):
        return DataVersion(previous.major + 1, 0, 0)
    if changes:
        return DataVersion(previous.major, previous.minor + 1, 0)
    return DataVersion(previous.major, previous.minor, previous.patch + 1)


def _released(each: Judged) -> ReleasedChange:
    severities = {"writers": each.writers.word, "readers": each.readers.word}
    stated: dict[str, Any] = each.change.to_json() | {"rule": each.rule} | severities
    selector = _selector(each.change)
    return ReleasedChange.model_validate(stated | ({"selector": selector} if selector is not None else {}))


def _selector(change: Change) -> dict[str, Any] | None:
    """Return the selector of a removed variant, or of a variant of an object that had none before."""
    if change.subject is not Subject.VARIANT or change.old is None or change.new is None:
        return None
    if change.kind is Kind.REMOVED:
        return next(each.selector.to_json() for each in change.old.all_variants if each.name == change.before)
    if change.kind is Kind.ADDED and not change.old.all_variants:
        return next(each.selector.to_json() for each in change.new.all_variants if each.name == change.after)
    return None


def judged_of(release: Release) -> list[Judged]:
    """Return the changes of a release with their severities, without reasons."""
    return [
        Judged(
            Change(
                each.key,
                Subject(each.subject),
                Kind(each.kind),
                each.step,
                each.path,
                each.field,
                each.before,
                each.after,
            ),
            each.rule,
            Severity[each.writers.upper()],
            Severity[each.readers.upper()],
            "",
        )
        for each in release.changes
    ]
