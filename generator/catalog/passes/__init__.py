"""The passes: functions from an entry of the catalog to a changed one, with their order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import Protocol

from generator.catalog.context import Context
from generator.catalog.envelope import Entry
from generator.catalog.passes.consistency import make_consistent
from generator.catalog.passes.corrections import correct_fields
from generator.catalog.passes.dates import date_entry
from generator.catalog.passes.descriptions import describe
from generator.catalog.passes.display_names import name_entry
from generator.catalog.passes.examples import accept_examples
from generator.catalog.passes.expectations import expect_credentials
from generator.catalog.passes.id_holders import state_id
from generator.catalog.passes.open_lists import open_lists
from generator.catalog.passes.secrecy import mark_secrets
from generator.catalog.passes.string_encodings import enforce_encodings


class Run(Protocol):
    """The function of a pass."""

    def __call__(self, entry: Entry, context: Context, /) -> Entry:
        """Return the changed entry."""


@dataclasses.dataclass(frozen=True)
class Pass:
    """A pass over the entries of the catalog.

    Attributes:
        run: The function.
        requires: What earlier passes have established.
        establishes: What holds after the pass.
    """

    run: Run
    requires: tuple[str, ...]
    establishes: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of the pass's module."""
        return self.run.__module__.rpartition(".")[2]


DOCUMENT_PASSES = (Pass(correct_fields, (), ("fields are corrected",)),)
"""The passes over a single document, before documents are merged: a correction applies to one document."""

MERGED_PASSES = (
    Pass(name_entry, (), ("connectors have names",)),
    Pass(state_id, (), ("envelopes have the id",)),
    # The example of a string that encodes a value decides whether the encoding is right before it becomes a constraint.
    Pass(accept_examples, ("fields are corrected",), ("properties accept their examples",)),
    Pass(open_lists, ("properties accept their examples",), ("open lists are marked",)),
    Pass(enforce_encodings, ("properties accept their examples",), ("constraints are complete",)),
    # A property with listed values is not a secret, and a condition or a default must be one of them.
    Pass(mark_secrets, ("constraints are complete",), ("secrets are marked",)),
    Pass(make_consistent, ("constraints are complete",), ("fields are consistent",)),
    # Where a sentence says when a credential is required, nothing is left to expect.
    Pass(expect_credentials, ("fields are consistent",), ("credentials are expected",)),
)
"""The passes over what all documents state together."""

DESCRIPTION_PASSES = (
    # Sentences contain the connector's name, and listed values have meanings.
    Pass(describe, ("connectors have names", "constraints are complete"), ("properties are described",)),
    Pass(date_entry, (), ("new properties have dates",)),
)
"""The passes over the entries that are written: others keep the descriptions of their documents."""


def apply(passes: Iterable[Pass], entries: Iterable[Entry], context: Context) -> list[Entry]:
    """Apply passes in their order, each to all entries."""
    changed = list(entries)
    for each in passes:
        changed = [each.run(entry, context) for entry in changed]
    return changed
