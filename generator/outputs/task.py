"""The tasks of the processes that print connectors."""

from __future__ import annotations

from typing import NamedTuple

from generator.catalog.connector import Connector
from generator.context.requests.vendor_api import VendorApi
from generator.documents.store import Origin
from generator.systems.elsewhere import Elsewhere
from templates.connector_catalog.vendors import Vendor


class Task(NamedTuple):
    """A connector to print.

    Attributes:
        connector: The connector.
        vendor: Its vendor.
        origin: The document that states it.
        elsewhere: The counterparts at other vendors, or ``None``.
        api: The vendor's API for requests of this kind.
    """

    connector: Connector
    vendor: Vendor
    origin: Origin
    elsewhere: Elsewhere | None = None
    api: VendorApi = VendorApi()
