"""The changes that the package has are those of the releases."""

from __future__ import annotations

import connector_catalog
from connector_catalog import changes, check_upgrade, data_versions, describe

from generator.catalog.release import Release
from generator.catalog.release_file import load_releases, version_of
from generator.diagnostics import Diagnostics
from generator.paths import Layout


def _releases() -> tuple[Release, ...]:
    diagnostics = Diagnostics()
    found = load_releases(Layout().changes, diagnostics)
    assert not diagnostics.failed
    return found


def test_the_package_has_the_changes_of_all_releases() -> None:
    releases = _releases()
    found = changes(since=data_versions()[0])

    assert data_versions() == (str(releases[0].previous), *(str(each.version) for each in releases))
    assert connector_catalog.data_version == data_versions()[-1] == str(version_of(releases))
    assert len(found) == sum(len(each.changes) for each in releases)
    assert any(each.rule == "connector-removed" for each in found)


def test_an_example_of_today_is_not_broken_by_a_change_of_its_connector() -> None:
    first = data_versions()[0]
    every = changes(since=first)
    gone = {(each.vendor, each.type) for each in every if each.rule == "connector-removed"}
    changed = {(each.vendor, each.type) for each in every if each.type != "request.envelope"} - gone
    connectors = sorted(changed)[::5]

    assert len(connectors) > 10
    for vendor, type_ in connectors:
        examples = (describe(vendor, type_)["minimal"], describe(vendor, type_)["full"])
        for example in (each for each in examples if each is not None):
            found = check_upgrade(example, since=first, vendor=vendor, type=type_)
            assert [each for each in found if each.level != "warning"] == []
