from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.defaults import find_default, find_default_of
from tests.records.prose.finding import found, words_read


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The default is <code>3306</code>.", {"default": "3306"}),
        ("Default value: <code>fast</code>.", {"default": "fast"}),
        ("It defaults to <code>true</code>.", {"default": "true"}),
        ("Default: 60.", {"default": "60"}),
        ("One is <code>fast</code> (default).", {"default": "fast"}),
        ("The default port of the machine.", {}),
        ("Leave it blank to default to <strong>oak</strong>.", {"default": "oak"}),
        ("Defaults to https://acme.example/boxes.", {"default": "https://acme.example/boxes"}),
        ("Defaults to Acme Cloud (https://acme.example).", {"default": "https://acme.example"}),
        ("The wood (default: oak_wood).", {"default": "oak_wood"}),
        ("The wood (default: none).", {}),
        ("The default woods are listed here: https://acme.example/woods.", {}),
        ("The default is 25 and 100 for the box and the shelf respectively.", {}),
        ("The box. The lock of the shelf is disabled by default.", {}),
        ("The box. (This is disabled by default.)", {"default": "false"}),
        ("The box. The option is enabled by default.", {"default": "true"}),
        ("The default is 10k.", {"default": "10000"}),
        ("<code>fast</code> is used by default.", {"default": "fast"}),
        ("By default, the value is set to true.", {"default": "true"}),
        ("By default, the rows are sorted.", {}),
        ("By default, the wood is OAK.", {"default": "OAK"}),
        ("By default, we pack the boxes as JSON.", {}),
        ("The default is 7 days.", {"default": "7"}),
        ("Boxes of 7 days by default.", {"default": "7"}),
        ("Default limit of boxes per shelf: 150,000.", {"default": "150000"}),
        ("The default number of boxes on a shelf will be 100. At most 200 fit.", {"default": "100"}),
        ("The default wood is Oak.", {"default": "Oak"}),
        ("Default: DARK_BLUE", {"default": "DARK_BLUE"}),
        ("Default value: <code>Dark Blue</code> .", {"default": "Dark Blue"}),
        ("The lid (default = <code>true</code>)", {"default": "true"}),
        ("Default value <code>fast</code>", {"default": "fast"}),
        ("The value is defaulted to 60.", {"default": "60"}),
        ("Stacks the boxes. Enabled by default", {"default": "true"}),
        ("The lid is turned off by default.", {"default": "false"}),
        ("By default, this option is disabled.", {"default": "false"}),
        ("If not specified, we default to <code>box</code>.", {"default": "box"}),
        ("If this property is omitted, <code>box</code> is used.", {"default": "box"}),
        ("If left blank, it uses <code>box</code>.", {"default": "box"}),
        ("<code>box</code> is used as a value if the field was omitted.", {"default": "box"}),
        ("Unless set, this will default to <code>true</code>.", {"default": "true"}),
        ("It defaults to <code>box</code> if the value is <code>null</code> or not given.", {"default": "box"}),
        ("This will be <code>80</code>, unless you moved it.", {}),
        ("If not given, we default to <code>box_&lt;name&gt;</code>.", {}),
        ("Default value: <code>{shelf}_box</code>.", {}),
        ("It defaults to <code>80</code> if the lid is open.", {}),
        ("If the default is <code>80</code>, it waits.", {}),
        ("If not given, it uses the shelf's <code>box_id</code>.", {}),
        ("If not given, it uses the default box of the shelf.", {}),
        ("The default is to wait.", {}),
        ("When not specified, the default value is <code>box</code>.", {"default": "box"}),
        ("The default value MIDDLE. There are others.", {"default": "MIDDLE"}),
        ("<code>box</code>, the default, is small.", {"default": "box"}),
        ("Leave it blank to use the default (<code>box</code>).", {"default": "box"}),
        ("Default: N/A", {}),
        ("Defaults to <code>box</code>'s value.", {}),
        ("Defaults to 14 days ago.", {}),
        ("For large boxes, the default is <code>9</code>.", {}),
        ("The default height for boxes is 44 and for lids is 8.", {}),
        ("By default, false.", {"default": "false"}),
        ("By default, set to <code>false</code>.", {"default": "false"}),
        ("True by default.", {"default": "true"}),
        ("The lid (default 30)", {"default": "30"}),
        ("The default is an empty string.", {"default": ""}),
        ("When omitted, <code>box</code> is assumed.", {"default": "box"}),
        ("When absent, the value is <code>5</code>.", {"default": "5"}),
        ("A box. Unless given, <code>5</code>.", {"default": "5"}),
        ("Unless given, <code>5</code> boxes are opened.", {}),
        ("If unset, the value is <code>box</code>.", {"default": "box"}),
        ("If you leave this blank, we use <code>box</code>.", {"default": "box"}),
        ("<code>box</code> unless otherwise specified.", {"default": "box"}),
        ("Default: <code>1,000</code>", {"default": "1000"}),
        ("Default: <code>007</code>", {"default": "007"}),
        ("Not enabled by default.", {}),
        ("Default: 08:00", {}),
        ("The default is <code>9</code> for large boxes.", {}),
        ("No default.", {}),
        ("Acme puts boxes on shelves by default if they are small.", {}),
        ("If not given, it takes the default <code>box_size</code> of the shelf (<code>60</code>).", {}),
        ("Words about <code>3306</code>.", {}),
    ],
)
def test_a_sentence_states_the_default(sentence: str, stated: dict[str, Any]):
    assert found(find_default, f"<p>{sentence}</p>") == stated


def test_only_the_wording_is_read():
    assert words_read(find_default, "<p>Words before. The default is <code>3306</code>, and after.</p>") == [
        "default is `3306`"
    ]


@pytest.mark.parametrize(
    "words", ["(Default) Hurries.", "- hurries. This is the default.", "hurries, and is used by default"]
)
def test_the_item_of_a_list_says_that_its_value_is_the_default(words: str):
    listed = f"<p>Supported values:</p><ul><li><code>fast</code> {words}</li><li><code>slow</code></li></ul>"
    assert found(find_default, listed) == {"default": "fast"}


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Without both, Acme takes the default <code>box_size</code> value (<code>60</code>).", {"box_size": "60"}),
        ("Then <code>box_size</code> defaults to 30.", {"box_size": "30"}),
        ("The default value of <code>box_size</code> is <code>30</code>.", {"box_size": "30"}),
    ],
)
def test_a_sentence_states_the_default_of_another_property(sentence: str, stated: dict[str, str]):
    assert found(find_default_of, f"<p>{sentence}</p>") == {"defaultOf": stated}
    assert found(find_default, f"<p>{sentence}</p>") == {}


@pytest.mark.parametrize(
    "sentence", ["The default is <code>60</code>.", "See the default <code>box_size</code> below."]
)
def test_other_sentences_state_no_default_of_another_property(sentence: str):
    assert found(find_default_of, f"<p>{sentence}</p>") == {}
