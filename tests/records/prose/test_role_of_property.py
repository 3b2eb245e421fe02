from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.role_of_property import find
from tests.records.prose.finding import about, found, words_read

READ_ONLY = {"requirement": "readOnly", "readOnly": True}
NOT_YET = "The vendor does not support it yet for this connector."
NEVER_RETURNED = {"secret": True, "secretFrom": "text", "writeOnly": True}


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("This is a read-only property.", READ_ONLY),
        ("It IS A Read-Only field, so leave it.", READ_ONLY),
        ("The read-only version of a key.", {}),
        ("Much like a read-only property, but not one.", {}),
        ("It will never be returned by us.", NEVER_RETURNED),
        ("The value is never returned.", NEVER_RETURNED),
        ("It won't be returned.", NEVER_RETURNED),
        ("It won’t be returned.", NEVER_RETURNED),
        ("It will not be returned.", NEVER_RETURNED),
        ("This is an internal field.", {"requirement": "internal"}),
        ("It is for internal use only.", {"requirement": "internal"}),
        ("This field is for Acme internal use only.", {"requirement": "internal"}),
        ("It is provided by Acme and should not be set by you.", {"requirement": "internal"}),
        ("The internal API of the vendor.", {}),
        ("(Optional) A box.", {"requirement": "optional"}),
        ("<strong>Optional</strong>: a box.", {"requirement": "optional"}),
        ("This is a required parameter.", {"requirement": "required"}),
        ("This is a required parameter when it rains.", {}),
        ("The name cannot be changed later.", {"createOnly": True}),
        ("The name is permanent.", {"createOnly": True}),
        ("This property is deprecated.", {"deprecated": True}),
        ("Tells whether the role is deprecated.", {}),
        ("It is not yet supported for this source.", {"note": NOT_YET}),
        ("It is returned.", {}),
        ("You will never return.", {}),
        ("Words.", {}),
    ],
)
def test_the_sentence_says_who_sets_the_property(sentence: str, stated: dict[str, Any]):
    assert found(about(find), f"<p>{sentence}</p>") == stated


def test_only_the_wording_is_read():
    assert words_read(about(find), "<p>Mind: it will never be returned by us.</p>") == ["never be returned"]


def test_a_sentence_about_a_nested_property_is_not_about_its_parent():
    nested = "<table><tr><td>a<br>STRING</td><td>This is a read-only property.</td></tr></table>"
    assert found(about(find), f"<p>An object.</p>{nested}") == {}
