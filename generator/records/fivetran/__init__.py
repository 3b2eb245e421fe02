"""Reads Fivetran's documents."""

from generator.records.fivetran.openapi import OpenapiReader
from generator.records.fivetran.page import ServicePageReader

READERS = (ServicePageReader(), OpenapiReader())
