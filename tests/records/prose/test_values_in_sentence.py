from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.values import find_in_sentence
from tests.records.prose.finding import found, words_read


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Accepted values are <code>a</code>, <code>b</code> or <code>c</code>.", {"enum": ["a", "b", "c"]}),
        ("Possible values: <code>a</code>, <code>b</code>", {"enum": ["a", "b"]}),
        ("This must be <code>a</code> or <code>b</code>.", {"enum": ["a", "b"]}),
        ("One of <code>a</code> and <code>b</code>.", {"enum": ["a", "b"]}),
        ("Accepted values are <code>a</code> - which hurries, <code>b</code> - which waits.", {"enum": ["a", "b"]}),
        ("Available options: 'a' (the best), 'b'.", {"enum": ["a", "b"]}),
        ("Options - empty string (for all), 'a' (some) or 'b' (none).", {"enum": ["", "a", "b"]}),
        ("Allowed values for this field are <code>a</code> / <code>b</code>.", {"enum": ["a", "b"]}),
        ("Supported colours: RED, GREEN, DARK_BLUE. Default: RED", {"enum": ["RED", "GREEN", "DARK_BLUE"]}),
        ("Supported box kinds are <code>OPEN</code> and <code>SHUT</code>.", {"enum": ["OPEN", "SHUT"]}),
        ("Valid values are OPEN and SHUT", {"enum": ["OPEN", "SHUT"]}),
        ("The lid. It can be HalfOpen or WideOpen.", {"enum": ["HalfOpen", "WideOpen"]}),
        ("The lid. Can be either OPEN or SHUT.", {"enum": ["OPEN", "SHUT"]}),
        ("It accepts either of the two values Garden or Front Garden.", {"enum": ["Garden", "Front Garden"]}),
        ("This accepts <code>a</code> or <code>b</code>.", {"enum": ["a", "b"]}),
        ("The following values are supported: <code>a</code>, <code>b</code>.", {"enum": ["a", "b"]}),
        ("Choose the wood from OAK and PINE.", {"enum": ["OAK", "PINE"]}),
        ("Supported values: - <code>UP</code> - rises. - <code>DOWN</code> - falls.", {"enum": ["UP", "DOWN"]}),
        ("Possible values: <code>UP</code>: rises, <code>DOWN</code>: falls.", {"enum": ["UP", "DOWN"]}),
        ("Allowed values depend on the box, for example <code>a</code>, <code>b</code>.", {}),
        ("The side, either 'up' or 'down'.", {"enum": ["up", "down"]}),
        ('Either "up" or "down".', {"enum": ["up", "down"]}),
        ("The side of the shelf either UP or DOWN.", {"enum": ["UP", "DOWN"]}),
        ("The side. One or many of: <code>up</code>, <code>down</code>.", {"enum": ["up", "down"]}),
        ("The side. Supported 'up', 'down'", {"enum": ["up", "down"]}),
        ("The side. 'up' or 'down' are possible values.", {"enum": ["up", "down"]}),
        (
            "Valid options are 'up' for rising, 'down' for falling, and 'all' to do both.",
            {"enum": ["up", "down", "all"]},
        ),
        ("Valid values are <code>1</code> to <code>10</code>.", {}),
        ("One of OAK, PINE, ASH, Walnut, ELM", {"enum": ["OAK", "PINE", "ASH", "Walnut", "ELM"]}),
        ("For example, one of <code>a</code> or <code>b</code>.", {}),
        ("Needed if this must be <code>a</code> or <code>b</code>.", {}),
        ("Either <code>boxes</code> or <code>crates</code> must be given.", {}),
        ("One of <code>boxes</code> or <code>crates</code> must be given.", {}),
        ("Allowed values: <code>a</code>|<code>b</code>", {"enum": ["a", "b"]}),
        ("Specify either <code>Up</code> or <code>Down</code>.", {"enum": ["Up", "Down"]}),
        ("Available kinds: <code>up</code>, <code>down</code>", {"enum": ["up", "down"]}),
        ("<code>UP</code> - rises, <code>DOWN</code> - falls.", {"enum": ["UP", "DOWN"]}),
        ("Use either <code>box_id</code> or <code>box_name</code>.", {}),
        ("Give <code>lid_id</code> - the one - and <code>box_id</code> - the other.", {}),
        ("Available for the <code>box</code>, <code>lid</code> kinds.", {}),
        ("Possible values: <code>a</code>.", {"enum": ["a"]}),
        ("The lid. Allowed: <code>a</code>, <code>b</code>.", {"enum": ["a", "b"]}),
        ("The lid. Supported: OAK, PINE.", {"enum": ["OAK", "PINE"]}),
        ("<code>0</code> - none, <code>1</code> - some.", {"enum": ["0", "1"]}),
        ("Possible values: <code>a</code> and such.", {}),
        ("Possible values: <code>a</code> - hurries.", {}),
        ("This must be <code>a</code>.", {}),
        ("Give either <code>boxes</code> or <code>crates</code>, the two properties of this kind.", {}),
        ("Words about <code>a</code> or <code>b</code>.", {}),
    ],
)
def test_a_sentence_names_the_values(sentence: str, stated: dict[str, Any]):
    assert found(find_in_sentence, f"<p>{sentence}</p>") == stated


def test_remarks_between_the_values_are_not_read():
    description = "<p>More. Possible values are 'a' (good), 'b' (bad) or 'c'. The end.</p>"
    assert words_read(find_in_sentence, description) == ["Possible values are ", "'a'", "'b'", "'c'"]
