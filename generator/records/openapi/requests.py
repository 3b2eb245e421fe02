"""The requests and the response of a vendor's API for the connectors of one role."""

from __future__ import annotations

from typing import NamedTuple

ITEM = r"/\{\w+\}"
"""The pattern of what follows the path of a collection in the path of one of its objects."""


class Requests(NamedTuple):
    """The names of the schemas of the request that creates, of the one that updates, and of the response.

    A name is empty if there is no such schema.
    """

    create: str = ""
    update: str = ""
    response: str = ""
