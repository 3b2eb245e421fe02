"""Which version a release gets, and what it keeps of the changes."""

from __future__ import annotations

import pytest

from generator.catalog.release import DataVersion, Release
from generator.changes.comparison import changes_between
from generator.changes.judgement import judged
from generator.changes.overrides import Overrides
from generator.releases.making import judged_of, release_of
from tests.catalog.building import KEY, Fields, connector, prop

A = prop("a")
VARIANT = {"name": "p", "selector": {"property": "kind", "value": "p", "required": False}, "properties": [prop("kind")]}


def _release(old: list[Fields], new: list[Fields], tag: str = "") -> Release | None:
    sides = {KEY: connector(*old)}, {KEY: connector(*new)}
    changes = judged(changes_between(*sides), *sides, lambda _, step: step, Overrides())
    documents = {"b/page": "2026-05", "a/page": "2026-04"}
    return release_of(changes, DataVersion(1, 2, 3), tag=tag, documents=documents, connectors=(1, 1))


@pytest.mark.parametrize(
    ("old", "new", "version"),
    [
        ([A], [], "2.0.0"),
        ([A], [prop("a", requirement="required")], "2.0.0"),
        ([A], [prop("a", secret=True)], "2.0.0"),  # Breaks readers.
        ([], [A], "1.3.0"),
        ([A], [prop("a", deprecated=True)], "1.3.0"),
        ([A], [prop("a", description="Words.")], "1.2.4"),
    ],
)
def test_the_worst_change_decides_the_version(old: list[Fields], new: list[Fields], version: str) -> None:
    found = _release(old, new)

    assert found is not None
    assert (str(found.version), str(found.previous), found.is_released) == (version, "1.2.3", False)


def test_without_a_change_there_is_no_release() -> None:
    assert _release([A], [A]) is None


def test_words_are_counted_and_not_kept() -> None:
    found = _release([A], [prop("a", description="Words.", examples=["x"]), prop("b")])

    assert found is not None
    assert (found.wording, [each.rule for each in found.changes]) == (2, ["property-added"])


def test_a_removed_variant_keeps_what_told_it_from_the_others() -> None:
    found = _release(
        [prop("a", "object", variants=[VARIANT])], [prop("a", "object", variants=[VARIANT | {"name": "q"}])]
    )

    assert found is not None
    selectors = {each.rule: each.selector for each in found.changes}
    assert selectors["variant-removed"] is not None
    assert (selectors["variant-removed"]["value"], selectors["variant-added"]) == ("p", None)


def test_the_changes_can_be_put_into_words_again() -> None:
    sides = {KEY: connector(A, prop("c", default=None))}, {KEY: connector(prop("b"), prop("c", default=1))}
    every = list(judged(changes_between(*sides), *sides, lambda _, step: step, Overrides()))
    found = release_of(every, DataVersion(1, 0, 0), documents={}, connectors=(1, 1))

    assert found is not None
    assert [(each.change, each.rule, each.severity) for each in judged_of(found)] == [
        (each.change, each.rule, each.severity) for each in every
    ]
