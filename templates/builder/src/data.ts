// The data of a connector's page, which `generator/context/builder/data.py` writes.

import type { JsonObject } from "./checks/data.ts";
import type { Checked } from "./checks/request.ts";
import type { Field } from "./form/fields.ts";
import type { Call } from "./outputs/curl.ts";
import type { Terraform } from "./outputs/terraform.ts";

export interface PageData extends Checked {
  vendor: string;
  role: string;
  title: string;
  name: string;
  model: string;
  module: string;
  fields: Field[];
  example: JsonObject;
  call?: Call;
  terraform?: Terraform;
}
