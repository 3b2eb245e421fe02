"""Two values of one property side by side."""

from __future__ import annotations

from templates.connector_catalog.diff.property_info import PropertyInfo, property_info
from templates.connector_catalog.diff.walk import differences

TOKEN = "s3cr3t-T0k3n-of-this-test"


def test_listed_values_that_differ_by_case_or_joints_only_are_kept_apart() -> None:
    joints = property_info({"type": "string", "enum": ["a_b", "ab"]}, PropertyInfo())
    case = property_info({"type": "string", "enum": ["ab", "AB"]}, PropertyInfo())

    assert list(differences("x", "a_b", "A_B", joints)) == []
    assert [each.kind for each in differences("x", "a_b", "ab", joints)] == ["change"]
    assert [each.kind for each in differences("x", "ab", "AB", case)] == ["change"]


def test_what_holds_for_an_object_holds_for_all_that_is_in_it() -> None:
    stated = {"type": "object", "secret": True, "createOnly": True, "properties": [{"name": "known", "type": "string"}]}
    desired, actual = {"known": TOKEN, "unheard_of": TOKEN}, {"known": "a", "unheard_of": "b"}

    found = list(differences("x", desired, actual, property_info(stated, PropertyInfo())))

    assert [(each.path, each.kind, each.secret) for each in found] == [
        ("x.known", "recreate", True),
        ("x.unheard_of", "recreate", True),
    ]
    assert TOKEN not in repr(found)
    assert list(differences("x", desired, {}, property_info(stated | {"readOnly": True}, PropertyInfo()))) == []
