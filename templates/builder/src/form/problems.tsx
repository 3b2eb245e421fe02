// The problems of the form's value, by the field that shows them.

import { createContext, useContext } from "react";
import type { Problem } from "../checks/data.ts";

export interface Found {
  byField: Map<string, Problem[]>;
  showAll: boolean;
}

export const FoundContext = createContext<Found>({ byField: new Map(), showAll: false });

/** The id of the field at a path, without what tells a full stop in a name from one between names. */
export const fieldId = (path: string): string => `root_${path}`.replaceAll(/\[(\d+)\]/g, "_$1").replaceAll(".", "_");

export function useProblems(id: string): Problem[] {
  return useContext(FoundContext).byField.get(id.replaceAll(".", "_")) ?? [];
}

export function byField(problems: Problem[]): Map<string, Problem[]> {
  const found = new Map<string, Problem[]>();
  for (const each of problems) {
    const id = fieldId(each.path);
    found.set(id, [...(found.get(id) ?? []), each]);
  }
  return found;
}

export const sentence = (each: Problem): string => (each.hint ? `${each.message}; ${each.hint}` : each.message);

export function Problems({ id }: { id: string }) {
  const problems = useProblems(id);
  return (
    <ul className="problems" id={`${id}__problems`} hidden={!problems.length}>
      {problems.map((each) => (
        <li key={each.code + each.message} className={each.level}>
          {each.level === "warning" && "Warning: "}{sentence(each)} <code>{each.code}</code>
        </li>
      ))}
    </ul>
  );
}
