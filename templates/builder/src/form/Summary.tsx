// Whether the request is accepted, and the list of its problems.

import type { Problem } from "../checks/data.ts";
import { fieldId, sentence } from "./problems.tsx";

interface Props {
  problems: Problem[];
  /** The problems that are not about the connector's properties. */
  beside: Problem[];
  isChecked: boolean;
  remove: (path: string) => void;
}

export function Summary({ problems: own, beside, isChecked, remove }: Props) {
  const problems = [...own, ...beside];
  const errors = problems.filter((each) => each.level === "error").length;
  const listed = isChecked ? problems : problems.filter((each) => each.level === "error" && each.code !== "required");
  const warnings = problems.length - errors;
  return (
    <section className="summary" aria-label="Problems">
      <p role="status" className={errors ? "error" : "accepted"}>
        {errors ? `Not accepted yet: ${counted(errors, "problem")}` : `Accepted${warnings ? `, with ${counted(warnings, "warning")}` : ""}`}
      </p>
      {listed.length > 0 && (
        <ul>
          {listed.map((each) => (
            <li key={each.path + each.code + each.message} className={each.level}>
              {each.path && <>{isUnknown(each) ? <code>{each.path}</code> : <Place path={each.path} />}: </>}{each.level === "warning" && "warning: "}{sentence(each)}{" "}
              {isUnknown(each) && own.includes(each) && (
                <button type="button" className="place" aria-label={`Remove ${each.path}`} onClick={() => remove(each.path)}>Remove</button>
              )}{" "}
              <code>{each.code}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const isUnknown = (each: Problem): boolean => each.code === "unknown" || each.code === "unknown-warning";
const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

/** The path of a problem, which leads to its field where the form has one. */
function Place({ path }: { path: string }) {
  return <button type="button" className="place" onClick={() => focus(path)}>{path}</button>;
}

function focus(path: string) {
  const id = fieldId(path);
  const found = [...document.querySelectorAll<HTMLElement>("#builder [id]")].find((each) => each.id.replaceAll(".", "_") === id);
  found?.closest("details")?.setAttribute("open", "");
  const control = found?.matches("fieldset") ? found.querySelector<HTMLElement>("input, select, textarea, button") : found;
  control?.focus();
}
