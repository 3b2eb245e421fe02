"""The fields that a vendor's profile may list as declared."""

from __future__ import annotations

from collections.abc import Mapping

from generator.catalog.property import Property
from generator.diagnostics import Diagnostics
from generator.profiles.profile import Profile
from templates.connector_catalog.nearest import nearest

_CODE = "vendor-profile"
# What sentences state for a whole step, or before it becomes another field.
_OF_SENTENCES = {"anyOf", "atMostOne", "dependentRequired", "defaultOf", "midnight", "prefix"}
# What no document states in words.
_OF_THE_CATALOG = {"name", "sources", "since", "absentFrom", "inferred"}
FIELDS = frozenset(
    {each.alias or name for name, each in Property.model_fields.items()} - _OF_THE_CATALOG | _OF_SENTENCES
)
"""The fields that labels, sentences or examples state, by the catalog's names."""


def report_unknown_declared(profiles: Mapping[str, Profile], diagnostics: Diagnostics) -> None:
    """Report each name under ``declared`` in a profile that is not a field of the catalog."""
    for vendor, profile in profiles.items():
        for number, name in enumerate(profile.declared):
            if name not in FIELDS:
                expected = nearest(name, sorted(FIELDS)) or f"expected one of: {', '.join(sorted(FIELDS))}"
                place = f"{vendor}.yaml: declared/{number}"
                diagnostics.error(_CODE, place, f"unknown field {name!r} of the catalog; {expected}")
