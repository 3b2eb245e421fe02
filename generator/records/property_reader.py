"""Reads one property of a page, whatever the page's layout: what is common to all readers of pages."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from generator.blocks.block import Block, markdown
from generator.records.checks import report_property_name
from generator.records.coverage import Coverage
from generator.records.property_name import is_property_name
from generator.records.prose import find_statements
from generator.records.prose.lost import report_lost
from generator.records.reader import Context
from generator.records.record import PropertyRecord, Statement

OwnRule = Callable[[tuple[Block, ...], Coverage], tuple[Statement, ...]]
"""A rule for sentences that one vendor alone writes; ``prose.sentences.wordings`` finds them and keeps their words."""

Children = Callable[[tuple[Statement, ...], str], tuple[PropertyRecord, ...]]
"""Returns the nested properties; takes the statements about their parent, and its subject."""


def _no_children(*_: object) -> tuple[PropertyRecord, ...]:
    return ()


@dataclasses.dataclass(frozen=True)
class PropertyReader:
    """Reads the properties of one document.

    Attributes:
        context: The vendor and the collectors.
        own_rules: The vendor's own rules; the shared ones come first.
    """

    context: Context
    own_rules: tuple[OwnRule, ...] = ()

    def read(
        self,
        stated: PropertyRecord,
        description: tuple[Block, ...],
        subject: str,
        children: Children = _no_children,
    ) -> PropertyRecord | None:
        """Return a property with what its description states, or ``None`` and an error for its name.

        The caller claims the rows or items, and reads the cells, that hold what ``stated`` has.

        Args:
            stated: What is stated beside the description: name, place, type words or ``declared``, requirement.
            description: The description; lists and code in it that no rule reads are reported.
            subject: What the property is in: diagnostics call it ``<subject>.<name>``.
            children: Returns the nested properties.
        """
        coverage, diagnostics = self.context.coverage, self.context.diagnostics
        if not is_property_name(stated.name):
            report_property_name(stated.name, stated.place, diagnostics, subject)
            coverage.claim_all(description)
            return None
        subject = f"{subject}.{stated.name}"
        statements = self.statements(description, stated.name)
        report_lost(description, statements, coverage, diagnostics, subject)
        nested = children(statements, subject)
        coverage.report_unread_lists(description, diagnostics, subject)
        return dataclasses.replace(
            stated, description=markdown(description), statements=statements, children=nested or stated.children
        )

    def statements(self, description: tuple[Block, ...], name: str) -> tuple[Statement, ...]:
        """Return what the shared rules and the vendor's own find in the description of a property."""
        context = self.context
        found = find_statements(description, context.coverage, name, context.phrases, context.site)
        own = (statement for rule in self.own_rules for statement in rule(description, context.coverage))
        return (*found, *own)
