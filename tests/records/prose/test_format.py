from __future__ import annotations

import pytest

from generator.records.prose.formats import find_format
from tests.records.prose.finding import found, words_read


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("An ISO 8601 date.", "date-time"),
        ("A day as YYYY-MM-DD.", "date"),
        ("The time in the format 2001-12-31T00:00:00Z.", "date-time"),
        ("The time (format: 2001-12-31T00:00:00.000+02:00).", "date-time"),
        ("The time, in the format YYYY-MM-DDT00:00:00Z.", "date-time"),
        ("A day in the format 2001-12-31. Rows before it are left out.", "date"),
        ("A day whose format is <code>2001-12-31</code>", "date"),
        ("A day (in YYYY-MM-DD).", "date"),
        ("YYYY-MM-DDTHH:MM", "date-time"),
        ("Your Acme.io base URL.", "uri"),
        ("Box URL", "uri"),
        ("The box URL or the lid URL.", "uri"),
        ("The URL of your box.", "uri"),
        ("(Fixed) The box's URL that Acme has made.", "uri"),
        ("For the old kind of box. The address URL of it.", "uri"),
        ("Your Acme email address.", "email"),
        ("Email ID of the owner.", "email"),
        ("Your Acme hostname.", "hostname"),
        ("Box host name", "hostname"),
        ("Box host address, in the attic.", "hostname"),
        ("The host of the box.", "hostname"),
        ("The Acme box UUID", "uuid"),
        ("Your shelf's universally unique ID.", "uuid"),
        ("A valid cron expression representing the visits.", "cron"),
        ("All boxes that match this regular expression are packed.", "regex"),
        ("A regular expression with groups.", "regex"),
        ("Regex pattern for boxes.", "regex"),
        ("The shelf's time zone, a name of the IANA time zone database.", "time-zone"),
    ],
)
def test_a_sentence_names_the_format(sentence: str, name: str):
    assert found(find_format, f"<p>{sentence}</p>") == {"format": name}


@pytest.mark.parametrize(
    "sentence",
    [
        "The name of the box in the URL.",
        "The subdomain of your box's URL.",
        "Your Acme URL region.",
        "Your URL format.",
        "The box's IP address or the URL of it.",
        "The URL of the box, or the ID of the box.",
        "The user name or email of the owner.",
        "The subject of emails with boxes.",
        "The IP address or hostname of the box.",
        "It must match the regular expression <code>a*</code>.",
        "The name of a box or a regular expression.",
        "The time zone of your box.",
        "A day as YYYY-MM-DD HH:MM:SS.",
        "An ISO 8601 duration.",
        "The relative URL.",
        "Words.",
    ],
)
def test_other_sentences_name_no_format(sentence: str):
    assert found(find_format, f"<p>{sentence}</p>") == {}


def test_only_the_format_is_read():
    assert words_read(find_format, "<p>Your green Acme base URL, please.</p>") == ["URL"]
