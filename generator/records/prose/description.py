"""A property's description: the input of the rules about the property's use."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.blocks.block import Block, Paragraph
from generator.records.coverage import Coverage
from generator.records.prose.sentences import paragraphs


@dataclasses.dataclass(frozen=True)
class Phrase:
    """A vendor's phrase for a condition, such as "an SSH tunnel" for a value of another property.

    Attributes:
        words: The words, in any case.
        property: The property that decides.
        values: The values of that property for which the condition holds.
    """

    words: str
    property: str
    values: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class Description:
    """The description of one property in a document.

    Attributes:
        name: The property's name; empty if it is unknown.
        phrases: The vendor's phrases for conditions.
        site: Address of the vendor's documentation; empty if it is unknown.
        without: The fields whose statements are dropped; a rule need not look for them.
    """

    blocks: tuple[Block, ...]
    coverage: Coverage
    name: str = ""
    phrases: tuple[Phrase, ...] = ()
    site: str = ""
    without: frozenset[str] = frozenset()

    def paragraphs(self, *, in_lists: bool = False) -> Iterator[Paragraph]:
        """Yield the description's paragraphs and, with ``in_lists``, the paragraphs of list items."""
        return paragraphs(self.blocks, in_lists=in_lists)
