from __future__ import annotations

import pytest

from generator.records.prose.secrets import find_secret
from tests.records.prose.finding import found, words_read


@pytest.mark.parametrize(
    "sentence",
    [
        "The Acme API Key.",
        "Your Acme.io user token.",
        "Password of the box's owner.",
        "<code>Client Secret</code> of your box.",
        "The long-lived <code>box token</code> along with another one.",
        "An access token which opens the box.",
        "Your Acme by Beta API key.",
        "The client secret portion of your box.",
        "The contents of your own private key file.",
        "Your passphrase",
        "(Optional) Your Acme API key",
        "If using Acme, a long-lived token that opens boxes.",
        "The API key and the box.",
        "The API key or password of a shelf.",
        "Service account JSON key",
        "The HMAC key.",
    ],
)
def test_a_sentence_calls_the_value_a_secret(sentence: str):
    assert found(find_secret, f"<p>{sentence}</p>") == {"secret": True, "secretFrom": "text"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The key of a pair.",
        "Your Acme API key ID.",
        "Your Acme API key name.",
        "The name of the API key.",
        "The token URL of the box.",
        "The ID of the private key.",
        "Public key of the box.",
        "The contents of your public key file.",
        "Primary key of the table.",
        "The partition key and the sort key.",
        "The user name. The password is set elsewhere.",
        "Whether to use a password.",
        "Password-based opening.",
        "We use an access token for the boxes.",
        "The path of the file that holds the password.",
        "Token type.",
        "User name and password.",
        "AWS access key of the box.",
        "A box.</p><p>The API key is on the shelf.",
        "If open, a token is used.",
        "The user name or API key.",
        "The access token's age.",
        "Words.",
    ],
)
def test_other_sentences_call_it_none(sentence: str):
    assert found(find_secret, f"<p>{sentence}</p>") == {}


def test_only_the_noun_is_read():
    assert words_read(find_secret, "<p>Your green Acme API key, if any.</p>") == ["API key"]
