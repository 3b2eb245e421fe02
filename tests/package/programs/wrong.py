"""Wrong uses of the package: a type checker reports each line that ends with a comment, and no other."""

from __future__ import annotations

from datetime import date

from connector_catalog import describe, get_model, validate
from connector_catalog.airbyte import PostgresSource
from connector_catalog.airbyte.source_postgres import PostgresSourceReplicationMethodCdc
from connector_catalog.fivetran import (
    AdrollConnection,
    AdrollConnectionDict,
    AdrollConnectionUpdate,
    GoogleAdsConnection,
)
from connector_catalog.stitch import BraintreeSource, MysqlSource, Nothing  # no such connector

AdrollConnection(table="t")  # a required property is missing
AdrollConnection(schema="s", table="t", tabel="t")  # a misspelt property
AdrollConnection(schema=1, table="t")  # a number for a string
AdrollConnection(schema="s", table="t", sync_mode="All")  # a value that is not listed
AdrollConnection(schema="s", table="t", refresh_token=b"r")  # bytes for a secret
AdrollConnection(schema=None, table="t")  # null
AdrollConnection("s", table="t")  # a property by its place
AdrollConnection(schema="s", table="t", client_access={"client": "c"})  # a misspelt property of an object
GoogleAdsConnection(schema="s", reports=[{"table": 1}])  # a wrong type in a list of objects
AdrollConnectionUpdate(schema="s")  # cannot change
BraintreeSource(merchant_id="m", public_key="k", private_key="s", start_date=2026)  # a number for a date
MysqlSource(host="h", port=3306.5, user="u", password="p")  # a fraction for a port
PostgresSourceReplicationMethodCdc(replication_slot="s")  # a required property of a variant is missing

source = AdrollConnection(schema="s", table="t")
source.to_payload(grup_id="g")  # a misspelt property of the envelope
source.to_payload(group_id="g", paused="yes")  # a string for a boolean
source.refresh_token = 5  # a number for a secret
source.tabel  # no such attribute
password: str = PostgresSource(host="h", port=1, database="d", username="u").password  # a secret is no string
given: AdrollConnectionDict = {"schema": "s"}  # a required key is missing
get_model("fivetran", "adrol")  # no such connector
describe("fivetran", "adroll")["step"]  # no such field
validate("fivetran", "adroll", {}, unknown="perhaps")  # no such option
BraintreeSource(merchant_id="m", public_key="k", private_key="s", start_date=date(2026, 1, 1))
