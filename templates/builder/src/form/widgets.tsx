// The controls of the form, each with its problems beside it.

import type { WidgetProps } from "@rjsf/utils";
import { useState } from "react";
import { isObject, type Json } from "../checks/data.ts";
import { isTooDeep } from "../checks/nesting.ts";
import { useProblems } from "./problems.tsx";

type Props = WidgetProps;

function common(props: Props, isWrong: boolean) {
  return {
    id: props.id,
    placeholder: props.placeholder,
    required: props.required,
    "aria-invalid": isWrong,
    "aria-describedby": `${props.id}__description ${props.id}__problems`,
    onBlur: () => props.onBlur(props.id, props.value),
    autoComplete: "off",
    spellCheck: false,
  };
}

const isWrong = (id: string) => useProblems(id).some((each) => each.level === "error");
const textOf = (value: unknown): string => (value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value));
const given = (text: string): string | undefined => (text === "" ? undefined : text);

export function TextWidget(props: Props) {
  const own = common(props, isWrong(props.id));
  const type = props.schema.type;
  const listed = (props.schema.examples as Json[] | undefined) ?? [];
  if (props.options["multiline"]) {
    return <textarea {...own} rows={4} value={textOf(props.value)} onChange={(event) => props.onChange(given(event.target.value))} />;
  }
  return (
    <>
      <input
        {...own} type="text" inputMode={type === "integer" || type === "number" ? "decimal" : undefined}
        list={listed.length ? `${props.id}__listed` : undefined} value={textOf(props.value)}
        onChange={(event) => props.onChange(given(event.target.value))}
      />
      {listed.length > 0 && (
        <datalist id={`${props.id}__listed`}>{listed.map((each) => <option key={String(each)} value={String(each)} />)}</datalist>
      )}
    </>
  );
}

/** Text that is not shown; it stays on this page. */
export function SecretWidget(props: Props) {
  const own = { ...common(props, isWrong(props.id)), className: "secret" };
  const parse = props.schema.type === "string" ? given : scalar;
  const onChange = (event: { target: { value: string } }) => props.onChange(parse(event.target.value));
  return props.options["multiline"] ? (
    <textarea {...own} rows={4} value={textOf(props.value)} onChange={onChange} />
  ) : (
    <input {...own} type="password" autoComplete="new-password" value={textOf(props.value)} onChange={onChange} />
  );
}

export function SelectWidget(props: Props) {
  const values = (props.schema.enum ?? []) as Json[];
  const titles = (props.options["titles"] as string[] | undefined) ?? [];
  const at = values.findIndex((each) => each === props.value);
  const isOther = props.value !== undefined && at < 0;
  const meaning = (props.options["meanings"] as { [value: string]: string } | undefined)?.[String(props.value)];
  return (
    <>
      <select
        {...common(props, isWrong(props.id))} value={isOther ? "other" : at}
        onChange={(event) => props.onChange(values[Number(event.target.value)])}
      >
        <option value={-1}>{props.placeholder || "Choose…"}</option>
        {isOther && <option value="other">(another value)</option>}
        {values.map((each, number) => (
          <option key={number} value={number}>{titled(each, titles[number])}</option>
        ))}
      </select>
      {meaning && <p className="hint">{meaning}</p>}
    </>
  );
}

function titled(value: Json, title: string | undefined): string {
  const text = textOf(value);
  return title && title !== text ? `${title} (${text})` : text;
}

export function BooleanWidget(props: Props) {
  return <SelectWidget {...props} schema={{ ...props.schema, enum: [true, false] }} />;
}

/** Text that is a number, true or false where it can be and the property accepts that. */
export function ScalarWidget(props: Props) {
  const types = (props.options["types"] as string[] | undefined) ?? [];
  const parse = (text: string) => {
    const found = scalar(text);
    return typeof found === "number" && !types.some((each) => each === "number" || each === "integer") ? given(text) : found;
  };
  return <TextWidget {...props} onChange={(text: string | undefined) => props.onChange(parse(text ?? ""))} />;
}

function scalar(text: string): Json | undefined {
  if (text === "true" || text === "false") return text === "true";
  return /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/.test(text) ? Number(text) : given(text);
}

/** A value of any form, as JSON; text that is not JSON, or is nested too deeply, is taken as a string. */
export function JsonWidget(props: Props) {
  const [text, setText] = useState(props.value === undefined ? "" : JSON.stringify(props.value, null, 2));
  const isStale = JSON.stringify(parsed(text)) !== JSON.stringify(props.value);
  const shown = isStale ? (props.value === undefined ? "" : isObject(props.value) || Array.isArray(props.value) ? JSON.stringify(props.value, null, 2) : textOf(props.value)) : text;
  return (
    <textarea
      {...common(props, isWrong(props.id))} rows={4} value={shown} className="code" placeholder={props.placeholder || "JSON"}
      onChange={(event) => {
        setText(event.target.value);
        props.onChange(parsed(event.target.value));
      }}
    />
  );
}

function parsed(text: string): Json | undefined {
  if (!text.trim()) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return isTooDeep(value) ? text : value;
  } catch {
    return text;
  }
}
