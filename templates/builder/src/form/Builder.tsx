// The configuration builder: a form, its problems, and the request that it describes.

import Form from "@rjsf/core";
import { useMemo, useState } from "react";
import { check } from "../checks/checking.ts";
import type { JsonObject, Problem } from "../checks/data.ts";
import type { PageData } from "../data.ts";
import { withoutAt, withoutEmpty, withoutStale } from "./fields.ts";
import noValidator from "./noValidator.ts";
import { Output } from "./Output.tsx";
import { pasted } from "./paste.ts";
import { byField, fieldId, FoundContext } from "./problems.tsx";
import { rootSchema } from "./schema.ts";
import { Summary } from "./Summary.tsx";
import * as templates from "./templates.tsx";

const FIELDS = { ObjectField: templates.ObjectField };
const TEMPLATES = {
  FieldTemplate: templates.FieldTemplate,
  ObjectFieldTemplate: templates.ObjectFieldTemplate,
  ArrayFieldTemplate: templates.ArrayFieldTemplate,
  ArrayFieldItemTemplate: templates.ArrayFieldItemTemplate,
  DescriptionFieldTemplate: templates.DescriptionFieldTemplate,
};
const DEFAULTS = { emptyObjectFields: "skipDefaults", arrayMinItems: { populate: "never" } } as const;

export function Builder({ data, say }: { data: PageData; say: (text: string) => void }) {
  const [value, setValue] = useState<JsonObject>({});
  const [envelope, setEnvelope] = useState<JsonObject>(data.example);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [isChecked, setChecked] = useState(false);
  const [showAll, setShowAll] = useState(false);
  const [beside, setBeside] = useState<Problem[]>([]);
  const [text, setText] = useState("");
  const schema = useMemo(() => rootSchema(data.fields, data.constraints), [data]);

  const properties = withoutEmpty(value) as JsonObject;
  const problems = check(properties, data.constraints);
  const isReported = (each: Problem) => isChecked || !MISSING.has(each.code) || visited.has(fieldId(each.path));
  const shown = { byField: byField(problems.filter(isReported)), showAll };

  function paste() {
    const found = pasted(text, data);
    setValue(found.properties);
    setEnvelope(found.envelope ?? data.example);
    setBeside(found.beside);
    setChecked(true);
    say("The form has been filled");
  }

  function clear() {
    setValue({});
    setEnvelope(data.example);
    setBeside([]);
    setChecked(false);
    setVisited(new Set());
    setText("");
    say("The form is empty");
  }

  return (
    <FoundContext.Provider value={shown}>
      <details className="paste">
        <summary>Paste a payload</summary>
        <label htmlFor="builder-paste">A request or the connector’s properties alone, as JSON or YAML. It stays on this page.</label>
        <textarea id="builder-paste" className="code" rows={8} value={text} autoComplete="off" spellCheck={false} onChange={(event) => setText(event.target.value)} />
        <button type="button" onClick={paste} disabled={!text.trim()}>Fill the form and check</button>
      </details>
      <Form
        tagName="div" schema={schema} formData={value} validator={noValidator} noValidate noHtml5Validate showErrorList={false}
        fields={FIELDS} templates={TEMPLATES} idPrefix="root" experimental_defaultFormStateBehavior={DEFAULTS}
        uiSchema={{ "ui:title": `${data.title}: properties`, "ui:submitButtonOptions": { norender: true } }}
        onChange={({ formData }) => setValue(withoutStale(value, formData as JsonObject, data.constraints))}
        onBlur={(id) => setVisited((before) => new Set([...before, id.replaceAll(".", "_")]))}
      />
      <div className="actions">
        <label><input type="checkbox" checked={showAll} onChange={(event) => setShowAll(event.target.checked)} /> Show properties whose condition does not hold</label>
        <button type="button" onClick={() => setChecked(true)}>Check</button>
        <button type="button" onClick={clear}>Clear</button>
      </div>
      <Summary problems={problems} beside={beside} isChecked={isChecked} remove={(path) => setValue(withoutAt(value, path) as JsonObject)} />
      <Output data={data} properties={properties} envelope={envelope} say={say} />
    </FoundContext.Provider>
  );
}

const MISSING = new Set(["required", "any-of", "expected"]);
