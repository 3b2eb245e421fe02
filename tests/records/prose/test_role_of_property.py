from __future__ import annotations

from typing import Any

import pytest

from generator.records.prose.role_of_property import find
from tests.records.prose.finding import about, found, words_read
from tests.records.prose.pruning import found_whole_and_pruned

OPTIONAL, REQUIRED, INTERNAL = ({"requirement": word} for word in ("optional", "required", "internal"))
READ_ONLY = {"requirement": "readOnly", "readOnly": True}
NOT_YET = {"note": "The vendor does not support it yet for this connector."}
NEVER_RETURNED = {"secret": True, "secretFrom": "text", "writeOnly": True}
FIXED = {"createOnly": True}
DEPRECATED = {"deprecated": True}

STATED = [
    ("This is a read-only property.", READ_ONLY),
    ("It IS A Read-Only field, so leave it.", READ_ONLY),
    ("(ReadOnly) The crate.", READ_ONLY),
    ("(Read only) The crate.", READ_ONLY),
    ("The crate. This field is read-only.", READ_ONLY),
    ("It will never be returned by us.", NEVER_RETURNED),
    ("The value is never returned.", NEVER_RETURNED),
    ("The password will never be returned.", NEVER_RETURNED),
    ("It won't be returned.", NEVER_RETURNED),
    ("It won’t be returned.", NEVER_RETURNED),
    ("It will not be returned.", NEVER_RETURNED),
    ("This is an internal field.", INTERNAL),
    ("Internal field.", INTERNAL),
    ("<b>Internal property.</b>", INTERNAL),
    ("This is an Acme internal field.", INTERNAL),
    ("This is an internal Acme field.", INTERNAL),
    ("It is for internal use only.", INTERNAL),
    ("Internal use only.", INTERNAL),
    ("This field is for Acme internal use only.", INTERNAL),
    ("It is provided by Acme and should not be set by you.", INTERNAL),
    ("(Optional) A box.", OPTIONAL),
    ("A box (optional).", OPTIONAL),
    ("<strong>Optional</strong>: a box.", OPTIONAL),
    ("An optional box.", OPTIONAL),
    ("The small optional crate.", OPTIONAL),
    ("A crate. This is optional.", OPTIONAL),
    ("A crate, but giving this field is optional.", OPTIONAL),
    ("Not required. A crate.", OPTIONAL),
    ("You can give a crate, but it's not required.", OPTIONAL),
    ("If not provided, boxes are used.", OPTIONAL),
    ("If omitted, boxes are used.", OPTIONAL),
    ("Boxes are used if this field is empty.", OPTIONAL),
    ("Boxes are used if the parameter is not specified.", OPTIONAL),
    ("If no value is given, boxes are used.", OPTIONAL),
    ("If you don't specify a value, boxes are used.", OPTIONAL),
    ("If the count is not specified, the default of ten is used.", OPTIONAL),
    ("Leave it blank for all boxes.", OPTIONAL),
    ("Leave empty for all boxes.", OPTIONAL),
    ("You can omit this field.", OPTIONAL),
    ("The crate can be left blank.", OPTIONAL),
    ("An empty value means all boxes.", OPTIONAL),
    ("(Required) A crate.", REQUIRED),
    ("Required. A crate.", REQUIRED),
    ("A crate. Required.", REQUIRED),
    ("A crate. Mandatory", REQUIRED),
    ("This is a required parameter.", REQUIRED),
    ("A crate. It is required.", REQUIRED),
    ("This field is mandatory.", REQUIRED),
    ("The crate must be specified.", REQUIRED),
    ("This parameter has to be provided.", REQUIRED),
    ("This must be set.", REQUIRED),
    ("Required for box creation.", REQUIRED),
    ("This is required when creating a box.", REQUIRED),
    ("It cannot be changed later.", FIXED),
    ("(Immutable) A crate.", FIXED),
    ("Immutable. A crate.", FIXED),
    ("Immutable field. A crate.", FIXED),
    ("Not editable later.", FIXED),
    ("This is permanent.", FIXED),
    ("It can't be edited once it is packed.", FIXED),
    ("Can only be set during box creation.", FIXED),
    ("You cannot change this value later.", FIXED),
    ("This property is deprecated.", DEPRECATED),
    ("Deprecated: use boxes.", DEPRECATED),
    ("A crate (Discontinued).", DEPRECATED),
    ("We have discontinued this field.", DEPRECATED),
    ("The crate is no longer supported.", DEPRECATED),
    ("Count of boxes. This number cannot be changed when the crate is shut.", FIXED),
    ("This option will be removed in spring.", DEPRECATED),
    ("<code>crate</code> is deprecated.", DEPRECATED),
    ("<code>ROUND</code> is deprecated.", {"deprecatedValues": ["ROUND"]}),
    ("<code>ROUND</code> and <code>FLAT</code> are no longer supported.", {"deprecatedValues": ["ROUND", "FLAT"]}),
    ("Shapes: <code>ROUND</code> (deprecated) or <code>FLAT</code>.", {"deprecatedValues": ["ROUND"]}),
    ("It is not yet supported for this source.", NOT_YET),
    ("(Required) (Immutable) A crate.", REQUIRED | FIXED),
]
NOTHING = [
    "Words.",
    "It is returned.",
    "You will never return.",
    "The read-only version of a key.",
    "Much like a read-only property, but not one.",
    "The internal API of the vendor.",
    "The internal ID of a field.",
    "A key of an internal field of the box.",
    "Tells whether the hinge is required.",
    "Set it to false if a hinge is not required when packing.",
    "The required parts of a box.",
    "A hinge is required.",
    "The <code>ROUND</code> value must be specified.",
    "The <code>hinge</code> is required.",
    "Either <code>crate</code> or <code>hinge</code> must be provided.",
    "This is a required parameter when it rains.",
    "Required for box creation when it rains.",
    "If it rains, this is required.",
    "Required to create a box of that shape.",
    "For large boxes, this field is optional.",
    "It is not required if it rains.",
    "Optional if it rains.",
    "Used to find <code>box_name</code> if it is not provided.",
    "Boxes are used if <code>box_name</code> was not specified.",
    "<code>ROUND</code> is used if this field is omitted.",
    "The default is ten if no value is given.",
    "The crate can be omitted if it rains.",
    "This account must have a lid.",
    "The immutable name of a box.",
    "Hinges cannot be changed.",
    "Tells whether the role is deprecated.",
    "Boxes that are no longer used in the cellar.",
]


@pytest.mark.parametrize(("sentence", "stated"), STATED)
def test_the_sentence_says_who_sets_the_property(sentence: str, stated: dict[str, Any]):
    assert found(about(find, "crate"), f"<p>{sentence}</p>") == stated


@pytest.mark.parametrize("sentence", NOTHING)
def test_the_sentence_does_not_say_who_sets_the_property(sentence: str):
    assert found(about(find, "crate"), f"<p>{sentence}</p>") == {}


@pytest.mark.parametrize("sentence", [sentence for sentence, _ in STATED])
def test_the_words_that_were_read_give_the_same_statements(sentence: str):
    whole, pruned, left = found_whole_and_pruned(about(find, "crate"), f"<p>{sentence}</p><p>After.</p>")

    assert pruned == whole != []
    assert "After" not in repr(left)


def test_each_requirement_is_stated_once_the_strongest_first():
    statements = about(find)
    sentences = "<p>(Optional) If not provided, boxes are used. This is an internal field.</p>"
    whole, _, _ = found_whole_and_pruned(statements, sentences)

    assert [each.value for each in whole] == ["internal", "optional"]


def test_only_the_wording_is_read():
    assert words_read(about(find), "<p>Mind: it will never be returned by us.</p>") == ["never be returned"]
    assert words_read(about(find), "<p>A box. Required for box creation.</p>") == ["Required for ", "creation"]


def test_a_sentence_about_a_nested_property_is_not_about_its_parent():
    nested = "<table><tr><td>a<br>STRING</td><td>This is a read-only property.</td></tr></table>"
    assert found(about(find), f"<p>An object.</p>{nested}") == {}


def test_what_happens_without_the_property_may_stand_beside_a_value():
    items = "<ul><li><code>a</code>: Flat. If the parameter is omitted, it is used.</li><li><code>b</code></li></ul>"
    assert found(about(find), f"<p>Shapes:</p>{items}") == OPTIONAL


def test_an_item_of_a_list_may_be_about_something_else():
    items = "<ul><li><b>lid</b> - If omitted, boxes stay open.</li><li><b>hinge</b> - (Required)</li></ul>"
    assert found(about(find), f"<p>Parts:</p>{items}") == {}


@pytest.mark.parametrize(
    "sentence",
    ["Boxes that came before the year will not be returned.", "If false, a box without a lid will not be returned."],
)
def test_what_is_not_returned_is_the_value(sentence: str):
    assert found(about(find, "box_year"), f"<p>{sentence}</p>") == {}
