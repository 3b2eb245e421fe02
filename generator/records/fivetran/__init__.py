"""Reads Fivetran's documents."""

import re

from generator.records.fivetran.openapi import read_services
from generator.records.fivetran.operations import PATHS
from generator.records.fivetran.page import read_service
from generator.records.prose.description import Phrase
from generator.records.reader import OpenapiReader, PageReader

_MARKS = re.compile(r"api\.fivetran\.com|Fivetran", re.IGNORECASE)
READERS = (PageReader(_MARKS, read_service), OpenapiReader(PATHS, read_services))

PHRASES = (
    Phrase("SSH tunnel", "connection_type", ("SshTunnel",)),
    Phrase("SSH", "connection_type", ("SshTunnel",)),
    Phrase("PrivateLink", "connection_type", ("PrivateLink",)),
    Phrase("proxy agent", "connection_type", ("ProxyAgent",)),
    Phrase("deploy your data lake on ADLS", "storage_provider", ("ADLS",)),
    Phrase("deploy your data lake on AWS", "storage_provider", ("AWS",)),
    Phrase("deploy your data lake on GCS", "storage_provider", ("GCS",)),
)
"""The phrases that descriptions use for conditions."""
