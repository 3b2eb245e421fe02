// The JSON Schema and the hints on its display that the form's library gets: without conditions, which the checks know.

import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import { needed } from "../checks/advice.ts";
import { isObject, type JsonObject, type ObjectConstraints, type ValueConstraints } from "../checks/data.ts";
import { chosen, isShown, type Content, type Field } from "./fields.ts";
import { BooleanWidget, JsonWidget, ScalarWidget, SecretWidget, SelectWidget, TextWidget } from "./widgets.tsx";

/** What an object of the form is: its fields, or variants of which one is chosen. */
export interface Node {
  content: Content;
  constraints: ObjectConstraints | NonNullable<ValueConstraints["variants"]>;
}

export interface Shown {
  schema: RJSFSchema;
  uiSchema: UiSchema;
}

/** Returns the schema of the whole form. */
export function rootSchema(fields: Field[], constraints: ObjectConstraints): RJSFSchema {
  return objectSchema({ control: "object", properties: fields }, { object: constraints });
}

/** Returns the schema of an object with the fields that are shown for its value. */
export function shownObject(schema: RJSFSchema, value: JsonObject, showAll: boolean): Shown {
  const { content, constraints } = schema["node"] as Node;
  if (content.control === "object") return shownFields(schema, content.properties!, constraints as ObjectConstraints, value, showAll);
  const { selector, objects } = constraints as NonNullable<ValueConstraints["variants"]>;
  const at = chosen(content.variants!, content.selector!, value);
  const own = at < 0 ? { properties: {} } : objects[at]!;
  const shown = shownFields(schema, at < 0 ? [] : content.variants![at]!.properties, own, value, showAll);
  const required = [...new Set([content.selector!, ...(shown.schema.required ?? [])])].filter((name) => name !== content.selector || selector.required.every(Boolean));
  const choice: RJSFSchema = { title: content.label ?? content.selector!, enum: selector.values };
  return {
    schema: { ...shown.schema, properties: { [content.selector!]: choice, ...shown.schema.properties }, required },
    uiSchema: {
      ...shown.uiSchema,
      [content.selector!]: { "ui:widget": SelectWidget, "ui:options": { titles: content.variants!.map((each) => each.title), place: "required" } },
    },
  };
}

function shownFields(schema: RJSFSchema, fields: Field[], c: ObjectConstraints, value: JsonObject, showAll: boolean): Shown {
  const shown = fields.filter((each) => isShown(each, value, c, showAll));
  const required = [...needed(value, c)].filter((name) => shown.some((each) => each.name === name));
  return {
    schema: { ...schema, properties: Object.fromEntries(shown.map((each) => [each.name, schemaOf(each, c.properties[each.name] ?? {})])), required },
    uiSchema: Object.fromEntries(shown.map((each) => [each.name, hintsOf(each)])),
  };
}

function schemaOf(field: Field, c: ValueConstraints): RJSFSchema {
  return { ...contentSchema(field, c), title: field.title ?? field.name, description: described(field) };
}

function contentSchema(content: Content, c: ValueConstraints): RJSFSchema {
  switch (content.control) {
    case "object":
    case "variants":
      return objectSchema(content, c);
    case "list":
      return { type: "array", items: { title: "Item", ...contentSchema(content.items!, c.items ?? {}) } };
    case "integer":
    case "number":
    case "boolean":
      return { type: content.control };
    case "select":
      return { enum: content.values! };
    case "suggestions":
      return { type: "string", examples: content.values! };
    default:
      return { type: "string" };
  }
}

function objectSchema(content: Content, c: ValueConstraints): RJSFSchema {
  return { type: "object", properties: {}, node: { content, constraints: (content.control === "variants" ? c.variants : c.object) ?? { properties: {} } } };
}

function hintsOf(field: Field): UiSchema {
  const options = {
    name: field.name,
    place: field.place,
    meanings: field.meanings,
    multiline: field.multiline,
    types: field.types,
    placeholder: field.default === undefined ? "" : `Default: ${typeof field.default === "string" ? field.default : JSON.stringify(field.default)}`,
  };
  const own = { "ui:options": options, ...widgetOf(field, field.secret ?? false) };
  return field.items ? { ...own, items: { ...widgetOf(field.items, field.secret ?? false), "ui:options": { meanings: field.meanings } } } : own;
}

function widgetOf(content: Content, secret: boolean): UiSchema {
  const widgets = {
    boolean: BooleanWidget, select: SelectWidget, json: JsonWidget, scalar: ScalarWidget, suggestions: TextWidget,
    string: TextWidget, integer: TextWidget, number: TextWidget,
  } as const;
  if (secret && content.control !== "select") return content.control === "list" ? {} : { "ui:widget": content.control === "json" ? JsonWidget : SecretWidget };
  return content.control in widgets ? { "ui:widget": widgets[content.control as keyof typeof widgets] } : {};
}

function described(field: Field): string {
  const parts = [field.description, field.unit ? `Unit: ${field.unit}.` : "", field.deprecated ? "The vendor advises against it." : ""];
  return parts.filter(Boolean).join(" ");
}

export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});