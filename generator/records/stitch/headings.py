"""The words in the headings of Stitch's pages, by the kind of section."""

from __future__ import annotations

import re

from generator.records.reader import Vocabulary

_OBJECT = r"(?:connection|form|connection form) propert(?:y|ies) object"

CONNECTOR = re.compile(
    rf"(?!Example )(?:The )?(?P<name>.+?) (?P<role>source|destination) {_OBJECT}",
    re.IGNORECASE,
)
"""The heading of a connector's part."""
STEP = re.compile(r"(?P<name>.+) (?P<role>source|destination) (?P<step>\w+) properties", re.IGNORECASE)
"""The heading of a step."""
EXAMPLE = re.compile(
    rf"Example (?P<name>.+?)(?: (?P<role>source|destination))? {_OBJECT}(?: with (?P<step>\w+) properties)?",
    re.IGNORECASE,
)
"""The heading of an example."""
TYPE = re.compile(r"(?!.*\.\.)[a-z0-9][a-z0-9_.-]*", re.ASCII)
"""A connector's type."""
TYPE_SENTENCE = re.compile(r"correspond to (?P<role>source|destination)\s*`?type: (?P<type>[\w.-]*\w)`?")
"""The words of the sentence that states a connector's type."""
TYPE_LABEL = "property type:"
"""The label, in lower case, of the cell with a connector's type."""
ROLE_LABEL = "connection type:"
"""The label, in lower case, of the cell with a connector's role."""

UNRELATED = re.compile(r"Core objects|Data structures", re.IGNORECASE)
"""The headings of the chapters about the API's own objects."""

VOCABULARY = Vocabulary(
    announcements=(
        TYPE_SENTENCE,
        re.compile(
            r"^(?:The |Example )?\S.* (?:source|destination) (?:\w+ ){0,4}propert(?:y|ies)(?: object)?$", re.IGNORECASE
        ),
        re.compile(r"^Example \S.* propert(?:y|ies) object\b", re.IGNORECASE),
    ),
    unrelated=UNRELATED,
)


def names_connector(heading: re.Match[str], name: str, role: str) -> bool:
    """Return whether the heading of a step or an example names this connector."""
    same_name = " ".join(heading["name"].split()).casefold() == " ".join(name.split()).casefold()
    return same_name and (heading["role"] or role).lower() == role.lower()
