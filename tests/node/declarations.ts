// Ten connectors of three vendors as a program types them: what is right compiles, and what is wrong does not.
import type {
  AdrollConnection,
  AdrollConnectionUpdate,
  IterableConnection,
  PostgresConnection,
  Sources,
} from "connector-catalog/fivetran";
import type { PostgresWarehouseDestination } from "connector-catalog/fivetran/destination_postgres_warehouse";
import type { PostgresSource, S3Destination, StripeSource } from "connector-catalog/airbyte";
import type { BraintreeSource, MysqlSource, RedshiftDestination } from "connector-catalog/stitch";
import type { fivetran } from "connector-catalog";
import { baseUrl, date } from "connector-catalog";

export const adroll: AdrollConnection = {
  service: "adroll",
  group_id: "g",
  paused: true,
  config: { schema: "s", table: "t", sync_mode: "SpecificAdvertisables", advertisables: ["a"] },
  auth: { refresh_token: "r", client_access: { client_id: "i" } },
};
export const update: AdrollConnectionUpdate = { paused: false, auth: { refresh_token: "new" } };
export const iterable: IterableConnection = { service: "iterable", group_id: "g", config: { schema: "s" } };
export const postgres: Partial<PostgresConnection> = { config: { schema_prefix: "p", host: "h", port: 5432 } };
export const same: Sources["adroll"] = adroll;
export const again: fivetran.Sources["adroll"] = adroll;
export const warehouse: PostgresWarehouseDestination["service"] = "postgres_warehouse";
export const source: PostgresSource = {
  name: "n",
  workspaceId: "w",
  configuration: {
    sourceType: "postgres",
    host: "h",
    port: 5432,
    database: "d",
    username: "u",
    replication_method: { method: "CDC", replication_slot: "s", publication: "p" },
  },
};
export const s3: S3Destination["configuration"]["destinationType"] = "s3";
export const stripe: Partial<StripeSource["configuration"]> = { account_id: "a", client_secret: "s" };
export const mysql: MysqlSource = {
  type: "platform.mysql",
  properties: { host: "h", port: "3306", user: "u", password: "p" },
  display_name: "n",
};
export const braintree: BraintreeSource["type"] = "platform.braintree";
export const redshift: RedshiftDestination["type"] = "redshift";
export const address: string = `${baseUrl}/schemas/${date}/fivetran.json`;

// @ts-expect-error: the connector's id
export const wrongId: AdrollConnection = { ...adroll, service: "adrol" };
// @ts-expect-error: a missing property
export const missing: AdrollConnection["config"] = { schema: "s" };
// @ts-expect-error: an unknown property
export const unknown: AdrollConnection["config"] = { schema: "s", table: "t", tabel: "t" };
// @ts-expect-error: an unknown property of the request
export const unknownBeside: AdrollConnection = { service: "adroll", group_id: "g", pausd: true, config: adroll.config };
// @ts-expect-error: a value that is not listed
export const unlisted: AdrollConnection["config"] = { schema: "s", table: "t", sync_mode: "All" };
// @ts-expect-error: another type
export const type: AdrollConnection["config"] = { schema: "s", table: 7 };
// @ts-expect-error: another type in a list
export const item: AdrollConnection["config"] = { schema: "s", table: "t", advertisables: [7] };
// @ts-expect-error: a property that cannot change
export const fixed: AdrollConnectionUpdate = { config: { schema: "s" } };
// @ts-expect-error: a selector that is not listed
export const variant: PostgresSource["configuration"]["replication_method"] = { method: "CDD" };
// @ts-expect-error: a property that the variant requires
export const incomplete: PostgresSource["configuration"]["replication_method"] = { method: "CDC", publication: "p" };
// @ts-expect-error: a connector that there is not
export const nobody: Sources["adrol"] = adroll;
// @ts-expect-error: a missing part
export const noPart: PostgresSource = { name: "n", workspaceId: "w" };
