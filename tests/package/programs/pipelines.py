"""Configures ten connectors of three vendors, from settings, secrets and what the APIs have returned."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from connector_catalog import Problem, describe, entries, find, get_model, plan_diff, search, validate
from connector_catalog.airbyte import BigqueryDestination, GithubSource, GithubSourceUpdate, PostgresSource
from connector_catalog.airbyte.destination_bigquery import (
    BigqueryDestinationLoadingMethodGcsStaging,
    BigqueryDestinationLoadingMethodGcsStagingCredentialHmacKey,
    BigqueryDestinationLoadingMethodStandard,
)
from connector_catalog.airbyte.source_github import GithubSourceCredentialsPatCredentials
from connector_catalog.airbyte.source_postgres import (
    PostgresSourceReplicationMethodCdc,
    PostgresSourceSslModeRequire,
    PostgresSourceTunnelMethodSshKeyAuthDict,
)
from connector_catalog.fivetran import (
    AdrollConnection,
    AdrollConnectionDict,
    AdrollConnectionUpdate,
    GoogleAdsConnection,
    S3Connection,
    SnowflakeDestination,
)
from connector_catalog.fivetran.envelopes import FivetranSourceEnvelope
from connector_catalog.fivetran.source_google_ads import (
    GoogleAdsConnectionClientAccess,
    GoogleAdsConnectionReports,
    GoogleAdsConnectionReportsDict,
)
from connector_catalog.stitch import BraintreeSource, BraintreeSourceUpdate, MysqlSource, SftpSource
from pydantic import SecretStr


@dataclass(frozen=True)
class Settings:
    """What differs between environments."""

    group: str
    workspace: str
    since: date
    tables: list[str] = field(default_factory=lambda: ["orders", "customers"])
    is_paused: bool = False


def secret(name: str) -> SecretStr:
    """Return a secret of the environment."""
    return SecretStr(os.environ.get(name, f"placeholder-of-{name.lower()}"))


# Fivetran


def adroll(settings: Settings) -> AdrollConnection:
    connection = AdrollConnection(
        schema="adroll",
        table="ads",
        sync_mode="SpecificAdvertisables",
        advertisables=["A1", "A2"],
        refresh_token=secret("ADROLL_TOKEN"),
        client_access={"client_id": "c", "client_secret": "s"},
    )
    access = connection.client_access
    assert access is not None
    assert access.client_secret is not None
    assert access.client_secret.get_secret_value() == "s"
    return connection


def adroll_from_file(text: str) -> AdrollConnection:
    given: AdrollConnectionDict = json.loads(text)
    given["table"] = given["table"].lower()
    return AdrollConnection.from_payload(given)


def google_ads(settings: Settings, accounts: list[str]) -> GoogleAdsConnection:
    known = [GoogleAdsConnectionReports(table="clicks", report_type="CLICK_PERFORMANCE_REPORT", fields=["Clicks"])]
    more: list[GoogleAdsConnectionReportsDict] = [
        {"table": name, "report_type": "CAMPAIGN_PERFORMANCE_REPORT", "fields": ["Cost"]} for name in settings.tables
    ]
    return GoogleAdsConnection(
        schema="google_ads",
        sync_mode="SpecificAccounts",
        accounts=accounts,
        customer_id="123-456-7890",
        timeframe_months="SIX",
        reports=[*known, *more],
        client_access=GoogleAdsConnectionClientAccess(client_id="c", developer_token=secret("GOOGLE_TOKEN")),
        refresh_token="r",
    )


def files(bucket: str, prefix: str | None) -> S3Connection:
    connection = S3Connection(
        schema="files",
        bucket=bucket,
        auth_type="ACCESS_KEY",
        access_key_id="AKIA",
        access_key_secret=secret("S3_SECRET"),
        file_type="csv",
        files=[{"table_name": "orders", "file_pattern": "orders.*"}],
    )
    if prefix is not None:
        connection.prefix = prefix
    connection.access_key_secret = "rotated"
    return connection


def snowflake() -> SnowflakeDestination:
    return SnowflakeDestination(
        host="acme.snowflakecomputing.com",
        port=443,
        database="RAW",
        auth="PASSWORD",
        user="fivetran",
        password=secret("SNOWFLAKE_PASSWORD"),
        connection_type="Directly",
    )


# Stitch


def braintree(settings: Settings) -> BraintreeSource:
    return BraintreeSource(
        merchant_id="m", public_key="k", private_key=secret("BRAINTREE_KEY"), start_date=settings.since
    )


def mysql(host: str, port: int) -> MysqlSource:
    return MysqlSource(host=host, port=str(port), user="stitch", password="p", ssl=True)


def sftp(now: datetime) -> SftpSource:
    tables = [{"table_name": "orders", "search_pattern": ".*", "key_properties": ["id"], "delimiter": ","}]
    return SftpSource(
        host="sftp.acme.example",
        port=22,
        username="u",
        password="p",
        start_date=now - timedelta(days=30),
        tables=tables,
    )


# Airbyte


def postgres(*, by_log: bool) -> PostgresSource:
    tunnel: PostgresSourceTunnelMethodSshKeyAuthDict = {
        "tunnel_method": "SSH_KEY_AUTH",
        "tunnel_host": "jump.acme.example",
        "tunnel_port": 22,
        "tunnel_user": "airbyte",
        "ssh_key": "-----BEGIN KEY-----",
    }
    source = PostgresSource(
        host="db.acme.example",
        port=5432,
        database="shop",
        username="airbyte",
        password="p",
        schemas=["public"],
        ssl_mode=PostgresSourceSslModeRequire(),
        tunnel_method=tunnel,
        replication_method={"method": "Standard"},
    )
    if by_log:
        source.replication_method = PostgresSourceReplicationMethodCdc(replication_slot="slot", publication="tables")
    return source


def github(repositories: list[str], since: datetime | None) -> GithubSource:
    source = GithubSource(
        credentials=GithubSourceCredentialsPatCredentials(personal_access_token=secret("GITHUB_TOKEN")),
        repositories=repositories,
    )
    return source if since is None else GithubSource(credentials=source.credentials, repositories=[], start_date=since)


def bigquery(region: str, *, staged: bool) -> BigqueryDestination:
    key = BigqueryDestinationLoadingMethodGcsStagingCredentialHmacKey(hmac_key_access_id="a", hmac_key_secret="s")
    method = (
        BigqueryDestinationLoadingMethodGcsStaging(credential=key, gcs_bucket_name="b", gcs_bucket_path="p")
        if staged
        else BigqueryDestinationLoadingMethodStandard()
    )
    return BigqueryDestination(project_id="p", dataset_id="d", dataset_location=region, loading_method=method)


# All of them


def requests(settings: Settings) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the vendor and the body of each request."""
    envelope: FivetranSourceEnvelope = {"group_id": settings.group, "paused": settings.is_paused, "sync_frequency": 60}
    yield "fivetran", adroll(settings).to_payload(**envelope)
    yield "fivetran", google_ads(settings, ["1"]).to_payload(group_id=settings.group, paused=settings.is_paused)
    yield "fivetran", files("acme", None).to_payload(group_id=settings.group, sync_frequency=1440)
    yield "fivetran", snowflake().to_payload(group_id=settings.group, region="GCP_US_EAST4", time_zone_offset="0")
    yield "stitch", braintree(settings).to_payload(display_name="Payments")
    yield "stitch", mysql("db", 3306).to_payload()
    yield "stitch", sftp(datetime(2026, 3, 1, tzinfo=UTC)).to_payload()
    for source in (postgres(by_log=True), github(["acme/shop"], None)):
        yield "airbyte", source.to_payload(name="Shop", workspaceId=settings.workspace)
    yield "airbyte", bigquery("EU", staged=True).to_payload(name="Warehouse", workspaceId=settings.workspace)


def updates() -> list[dict[str, Any]]:
    change = AdrollConnectionUpdate(refresh_token=secret("ADROLL_TOKEN"))
    change.advertisables = ["A3"]
    return [
        change.to_payload(paused=True),
        BraintreeSourceUpdate(private_key="new").to_payload(),
        GithubSourceUpdate(start_date=date(2026, 5, 1)).to_payload(name="GitHub"),
    ]


def worst(problems: list[Problem]) -> str:
    return next((f"{each.path}: {each.code}" for each in problems if each.level == "error"), "")


def generic(vendor: str, type_: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return a request of a connector that is known at run time only."""
    entry = find(vendor, type_)
    model = get_model(entry.vendor, entry.type)
    made = model.from_payload(properties)
    return made.to_payload()


def documentation(type_: str) -> list[str]:
    stated = describe("fivetran", type_)
    return [
        f"{step['name']}.{each['name']}: {each['description']}"
        for step in stated["steps"]
        for each in step["properties"]
    ]


def main() -> list[str]:
    settings = Settings("group", "9f0a", date(2026, 1, 1))
    said = [f"{len(entries())} connectors, {len(search('postgres'))} of them for PostgreSQL"]
    for vendor, request in requests(settings):
        type_ = str(request.get("service") or request.get("type") or "")
        if type_:
            said.append(worst(validate(vendor, type_, request)) or f"{vendor} {type_}")
    model = get_model("fivetran", "adroll")
    returned = model.from_payload({"service": "adroll", "group_id": "g", "config": {"schema": "s", "table": "t"}})
    said += [f"{change.kind} {change.path}" for change in plan_diff(returned.to_payload(), {"service": "adroll"})]
    again = adroll_from_file('{"schema": "s", "table": "T"}')
    said.append(f"{again.schema_}.{again.table} {again.model_dump(by_alias=True, exclude_unset=True)}")
    said += [generic("stitch", "platform.mysql", {"host": "h", "port": "1", "user": "u", "password": "p"})["type"]]
    return [*said, *documentation("adroll")[:1], str(len(updates()))]
