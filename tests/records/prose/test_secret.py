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
        "Secret key supplied by the shop.",
        "API token granted to the box.",
        "The value of the access token.",
        "The SSH key credentials of the box.",
        "A shared access signature (SAS) opens the box.",
        "The key to refresh what has expired.",
        "You can get your API key from the shelf.",
        "Go to the shelf.example shop and create a personal access token.",
        'Please open the box to copy <a href="https://acme.example/shelf"> the private key</a>.',
        "Log into the shop, then make a new token (for boxes).",
        "Opens the box. This value is sensitive.",
        "Opens the box; the field is considered secret, so hide it.",
    ],
)
def test_a_sentence_calls_the_value_a_secret(sentence: str):
    assert found(find_secret, f"<p>{sentence}</p>") == {"secret": True, "secretFrom": "text"}


@pytest.mark.parametrize(
    "sentence",
    [
        "The key of a pair.",
        "This value is case-sensitive.",
        "This value is sensitive to rain.",
        "Hides the box if the value is sensitive.",
        "This value is not sensitive.",
        "An API key is a type of wood.",
        "The address of the account that you used to generate the API token.",
        "Open the shop to get your API key and name.",
        "Go to the shop to find the API key ID.",
        "Go to the shop. There is an API key.",
        "Visit the shop to create a box with a token name.",
        "A shared access signature (SAS) URL.",
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
