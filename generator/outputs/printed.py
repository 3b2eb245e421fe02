"""The outputs of one connector, as they are printed and as they are kept between runs."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True)
class SharedParts:
    """A connector's parts of the files that all connectors of its vendor share.

    Attributes:
        data: Its line in the data of the package.
        schema: Its line in the schemas of the package.
        definitions: Its line in the bundle of its vendor's schemas, by the URI of the dialect and the action.
    """

    data: str
    schema: str
    definitions: dict[str, dict[str, str]]


@dataclasses.dataclass(frozen=True)
class ConnectorFiles:
    """The outputs of one connector; ``files`` has the text of each of its own files by the path in the project."""

    files: dict[str, str]
    shared: SharedParts


@dataclasses.dataclass(frozen=True)
class KeptFiles:
    """The outputs of one connector that an earlier run has written.

    Attributes:
        source: The digest of everything that they were made from.
        digests: The digest of each of its own files, by the path in the project.
        shared: Its parts of shared files.
    """

    source: str
    digests: dict[str, str]
    shared: SharedParts
