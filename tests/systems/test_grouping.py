"""Proposals of systems: connectors of several vendors that are called alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalog.synonyms import load_synonyms, split
from generator.diagnostics import Diagnostics
from generator.paths import Layout
from generator.systems.grouping import STRONG, groups_of, pairs_of
from tests.systems.building import PROFILES, TABLES, connector


@pytest.mark.parametrize(
    ("one", "other", "score", "reason"),
    [
        (("acme-big_db", "X"), ("big-db", "Y"), 1.0, "the ids are the same"),
        (("acme-bigdb", "X"), ("Big_DB".lower(), "Y"), 1.0, "the ids are the same"),
        (("acme-bi1", "Big DB"), ("bi2", "BigDB"), 0.95, "the display names are the same"),
        (("acme-big_db", "X"), ("bi2", "Big DB"), 0.95, "the id of one is the display name of the other"),
        (("acme-big_db", "X"), ("big_db_rds", "Y"), 0.85, "synonyms and ignored words"),
        (("acme-pg_line", "X"), ("postgresql_line", "PG Line RDS"), 0.85, "synonyms and ignored words"),
        (("acme-bigdatabase", "X"), ("bigdatabse", "Y"), 0.6, "one letter"),
        (("acme-bdws", "X"), ("bi2", "Big Data Work Sheets"), 0.6, "initials"),
        (("acme-big_data", "X"), ("big_data_ads", "Y"), 0.4, "begins with"),
    ],
)
def test_each_rule(one: tuple[str, str], other: tuple[str, str], score: float, reason: str) -> None:
    both = connector("acme", one[0], name=one[1]), connector("beta", other[0], name=other[1])
    (pair,) = pairs_of(both, PROFILES, TABLES.connectors)

    assert pair.score == score
    assert reason in pair.reason
    assert len(groups_of([pair])) == (score >= STRONG)


@pytest.mark.parametrize(
    ("one", "other"),
    [("acme-big", "small"), ("acme-bigdb", "bigdata"), ("acme-big_rds", "bit_rds"), ("acme-simple_a", "simple_b")],
)
def test_other_names_are_of_other_systems(one: str, other: str) -> None:
    assert pairs_of([connector("acme", one), connector("beta", other)], PROFILES, TABLES.connectors) == ()


def test_a_source_and_a_destination_are_no_pair() -> None:
    both = connector("acme", "acme-big"), connector("beta", "big", role="destination")

    assert pairs_of(both, PROFILES, TABLES.connectors) == ()


def test_a_connector_that_is_only_listed_is_in_no_pair() -> None:
    both = connector("acme", "acme-big"), connector("beta", "big", status="listed")

    assert pairs_of(both, PROFILES, TABLES.connectors) == ()


def test_groups_join_pairs_and_have_several_vendors() -> None:
    made = [
        connector("acme", "acme-big"),
        connector("beta", "big"),
        connector("beta", "big_rds"),
        connector("gamma", "one"),
        connector("gamma", "one_rds"),
    ]

    groups = groups_of(pairs_of(made, PROFILES, TABLES.connectors))

    assert [[each.key for each in group] for group in groups] == [
        ["acme/source/acme-big", "beta/source/big", "beta/source/big_rds"]
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ssh_host", ["ssh", "host"]),
        ("clientID", ["client", "id"]),
        ("OAuthToken2", ["o", "auth", "token", "2"]),
        ("Name of a user.", ["name", "of", "a", "user"]),
        ("", []),
    ],
)
def test_words_of_names(text: str, words: list[str]) -> None:
    assert split(text) == words


def test_synonyms_and_plurals_are_one_word() -> None:
    assert TABLES.properties.words("logins of the tunnels") == ("user", "ssh")


def test_the_project_s_table_can_be_read() -> None:
    diagnostics = Diagnostics()
    tables = load_synonyms(Layout().synonyms, diagnostics)

    assert len(diagnostics) == 0
    assert tables.properties.left_out
    assert tables.connectors.groups
    assert tables.descriptions.groups


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("[]", "synonyms.yaml"),
        ("vendors: {}", "synonyms.yaml: vendors"),
        ("connectors: {leftOut: [A]}", "synonyms.yaml: connectors/leftOut/0"),
        ("properties: {same: [[one]]}", "synonyms.yaml: properties/same/0"),
    ],
)
def test_a_table_of_another_form_is_an_error(tmp_path: Path, text: str, place: str) -> None:
    (tmp_path / "synonyms.yaml").write_text(text)
    diagnostics = Diagnostics()
    tables = load_synonyms(tmp_path / "synonyms.yaml", diagnostics)

    assert [(each.code, each.place) for each in diagnostics] == [("synonyms-format", place)]
    assert tables.properties.groups == ()


def test_there_need_be_no_table(tmp_path: Path) -> None:
    diagnostics = Diagnostics()

    assert load_synonyms(tmp_path / "synonyms.yaml", diagnostics).connectors.groups == ()
    assert len(diagnostics) == 0
