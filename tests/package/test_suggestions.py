"""Which connectors are suggested for what somebody typed, and in which order they are found."""

from __future__ import annotations

import time

import pytest
from connector_catalog import UnknownConnectorError, entries, find, search

from templates.connector_catalog.name_ranking import words_of
from templates.connector_catalog.spelling import edits, is_abbreviation, is_initials, is_misspelling
from tests.bench.suggestions import Typed, figures


def near(vendor: str, text: str) -> tuple[str, ...]:
    return Typed(vendor, text, frozenset()).suggested


def test_the_figures_reach_their_goals() -> None:
    assert [str(each) for each in figures() if not each.reached] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Apache-Kafka", ("apache_kafka",)),  # the words of the id
        ("power bi", ("microsoft_power_bi",)),  # some words of the name
        ("suiteanaly", ("netsuite_suiteanalytics",)),  # the beginning of a word
        ("zendesk support", ("zendesk",)),  # a name, and more
        ("mssql", ("sql_server",)),  # what another vendor calls it
        ("gsc", ("google_search_console",)),  # initials
        ("hupspot", ("hubspot",)),  # a mistake
        ("googel drive", ("google_drive",)),  # a mistake in one of the words
        ("sfmc", ("salesforce_marketing_cloud",)),  # letters of each word
        ("", ()),
        ("_-_", ()),
        ("ö" * 300, ()),
    ],
)
def test_kinds_of_matches(text: str, expected: tuple[str, ...]) -> None:
    assert near("fivetran", text)[:1] == expected


def test_a_better_kind_of_match_leaves_no_room_for_another() -> None:
    # One letter from `gcs`, but these are the initials of another one.
    assert near("fivetran", "gsc") == ("google_search_console",)
    assert near("fivetran", "kafka") == ("apache_kafka", "heroku_kafka", "aiven_kafka_wh")
    # An id is more precise than a display name, and a name that begins with the word than one that has it elsewhere.
    assert near("stitch", "mysql") == ("platform.mysql",)
    assert near("fivetran", "netsuite")[0] == "netsuite_suiteanalytics"
    assert near("airbyte", "postgres") == ("source-postgres", "destination-postgres")


def test_every_connector_is_suggested_for_its_name_and_for_its_id_written_another_way() -> None:
    for entry in entries()[::11]:
        for text in (entry.name, entry.type.upper().replace("_", " ").replace("-", " ")):
            suggested = near(entry.vendor, text)
            names = {find(entry.vendor, each).name for each in suggested}
            assert entry.type in suggested or entry.name in names, (entry.key, text, suggested)


def test_the_message_has_the_suggestions() -> None:
    with pytest.raises(UnknownConnectorError, match=r"^unknown fivetran connector; did you mean 'hubspot'\?$"):
        find("fivetran", "hupspot")


def test_names_come_first_in_a_search() -> None:
    assert [each.key for each in search("kafka")][:2] == [
        "fivetran/source/apache_kafka",
        "fivetran/source/heroku_kafka",
    ]
    assert [each.key for each in search("STITCH mysql")][:2] == [
        "stitch/source/platform.mysql",
        "stitch/destination/mysql_destination",
    ]
    assert {each.type for each in search("mysql")[:3]} == {"mysql", "source-mysql", "platform.mysql"}
    # A part of a word is found too, after the names that have the word.
    assert [each.type for each in search("fivetran drive")] == ["one_drive", "google_drive", "pipedrive"]


def test_a_search_that_finds_nothing_looks_for_similar_names() -> None:
    assert search("hupspot")[0].name == "HubSpot"
    assert search("nosuchthing") == []
    assert search("  ") == list(entries())


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("jra", "jira", True),
        ("jira", "jra", True),
        ("ab", "abc", False),
        ("gcs", "gsc", True),
        ("kira", "jira", False),
        ("iubspot", "hubspot", True),
        ("production", "productive", False),
        ("shopfiy", "shopify", True),
        ("snwflke", "snowflake", True),
        ("snwflk", "snowflake", False),
    ],
)
def test_misspellings(typed: str, name: str, expected: bool) -> None:
    assert is_misspelling(typed, name) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xyz", 3), ("", "ab", 2), ("abcd", "badc", 2)],
)
def test_edits(one: str, other: str, expected: int) -> None:
    assert edits(one, other, 3) == edits(other, one, 3) == expected
    assert edits(one, other, expected) == expected
    assert expected == 0 or edits(one, other, expected - 1) > expected - 1


def test_initials_and_abbreviations_have_a_letter_of_each_word() -> None:
    sales = words_of("Salesforce Marketing Cloud").words
    assert is_initials("smc", sales)
    assert not is_initials("sfmc", sales)
    assert is_abbreviation("sfmc", sales)
    assert not is_abbreviation("sfm", sales)
    assert not is_abbreviation("sfcm", sales)
    assert not is_abbreviation("sfmcx", sales)
    assert not is_abbreviation("jra", ("jira",))


def test_a_long_text_takes_no_long_time() -> None:
    begun = time.process_time()
    for text in ("a b " * 50, "sales" * 40, "s f " * 50, "google_" * 28):
        near("fivetran", text[:200])
    assert time.process_time() - begun < 1
