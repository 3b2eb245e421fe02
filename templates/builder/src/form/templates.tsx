// How the form's library prints objects, lists and fields: plain HTML in the style of the site.

import { getDefaultRegistry } from "@rjsf/core";
import { buttonId, type ArrayFieldItemTemplateProps, type ArrayFieldTemplateProps, type FieldProps, type FieldTemplateProps, type ObjectFieldTemplateProps } from "@rjsf/utils";
import { useContext } from "react";
import { FoundContext, Problems } from "./problems.tsx";
import { asObject, shownObject } from "./schema.ts";

const LibraryObjectField = getDefaultRegistry().fields.ObjectField!;

/** An object whose fields depend on its value. */
export function ObjectField(props: FieldProps) {
  const { showAll } = useContext(FoundContext);
  const shown = shownObject(props.schema, asObject(props.formData), showAll);
  // Nothing is required of an object that need not be there.
  const isAbsent = !props.required && props.fieldPathId.path.length > 0 && !Object.keys(asObject(props.formData)).length;
  const schema = isAbsent ? { ...shown.schema, required: [] } : shown.schema;
  return <LibraryObjectField {...props} schema={schema} uiSchema={{ ...props.uiSchema, ...shown.uiSchema }} formData={asObject(props.formData)} />;
}

export function FieldTemplate(props: FieldTemplateProps) {
  const { id, label, description, rawDescription, required, children, displayLabel, uiSchema } = props;
  const name = uiSchema?.["ui:options"]?.["name"];
  if (!displayLabel) return <div className="field">{children}</div>;
  return (
    <div className="field">
      <label htmlFor={id}>{label} {name !== undefined && name !== label && <code>{String(name)}</code>}{required && <Required />}</label>
      {rawDescription ? description : null}
      {children}
      <Problems id={id} />
    </div>
  );
}

export function ObjectFieldTemplate({ fieldPathId, title, description, properties, required, uiSchema, schema }: ObjectFieldTemplateProps) {
  const id = fieldPathId.$id;
  const isRoot = fieldPathId.path.length === 0;
  const isOther = (name: string) => uiSchema?.[name]?.["ui:options"]?.["place"] === "other";
  const needed = new Set(schema.required ?? []);
  const first = properties.filter((each) => !isOther(each.name) || needed.has(each.name));
  const others = properties.filter((each) => !first.includes(each));
  return (
    <fieldset id={id} className={isRoot ? "root" : undefined}>
      <legend className={isRoot ? "unseen" : undefined}>{title || "Properties"}{required && <Required />}</legend>
      {description && <p className="hint">{description}</p>}
      <Problems id={id} />
      {first.map((each) => each.content)}
      {others.length > 0 && first.length > 0 ? (
        <details open={others.length < 4}>
          <summary>Other properties ({others.length})</summary>
          {others.map((each) => each.content)}
        </details>
      ) : others.map((each) => each.content)}
    </fieldset>
  );
}

export function ArrayFieldTemplate({ fieldPathId, title, schema, items, required, onAddClick }: ArrayFieldTemplateProps) {
  const id = fieldPathId.$id;
  return (
    <fieldset id={id}>
      <legend>{title}{required && <Required />}</legend>
      {schema.description && <p className="hint">{schema.description}</p>}
      <Problems id={id} />
      {items}
      <button type="button" id={buttonId(fieldPathId, "add")} onClick={onAddClick}>Add to {title}</button>
    </fieldset>
  );
}

export function ArrayFieldItemTemplate({ children, index, buttonsProps }: ArrayFieldItemTemplateProps) {
  return (
    <div className="item">
      {children}
      {buttonsProps.hasRemove && (
        <button type="button" onClick={buttonsProps.onRemoveItem} aria-label={`Remove item ${index + 1}`}>Remove</button>
      )}
    </div>
  );
}

export function DescriptionFieldTemplate({ id, description }: { id: string; description?: unknown }) {
  return description ? <p className="hint" id={id}>{String(description)}</p> : null;
}

const Required = () => <span className="required"> required</span>;
