"""What is handed to the processes that print connectors."""

from __future__ import annotations

from typing import NamedTuple

from generator.catalog.connector import Connector
from generator.context.vendor_api import VendorApi
from generator.documents.store import Origin
from generator.systems.elsewhere import Elsewhere
from templates.connector_catalog.vendors import Vendor


class Task(NamedTuple):
    """A connector to print.

    Attributes:
        connector: The connector.
        vendor: Its vendor.
        origin: The document that states it.
        elsewhere: The other connectors of its system; ``None`` where it is of none.
        api: How requests like its own are sent.
    """

    connector: Connector
    vendor: Vendor
    origin: Origin
    elsewhere: Elsewhere | None = None
    api: VendorApi = VendorApi()
