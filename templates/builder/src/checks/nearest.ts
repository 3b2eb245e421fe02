// The most similar names and values, for hints: the same as Python's `difflib.get_close_matches`.

import { didYouMean } from "./wording.ts";
import type { Json } from "./data.ts";

export const MOST_CHARACTERS = 200;
const MOST_HINTS = 100;
const CUTOFF = 0.6;

/** Searches for a bounded number of different strings: those of one payload. */
export class Hints {
  readonly #sought = new Set<string>();

  similar(value: string, known: string[], most: number): string[] {
    if (length(value) > MOST_CHARACTERS) return [];
    if (!this.#sought.has(value) && this.#sought.size >= MOST_HINTS) return [];
    this.#sought.add(value);
    const scored = known.map((each) => [ratio([...each], [...value]), each] as const).filter(([score]) => score >= CUTOFF);
    scored.sort(([one, a], [other, b]) => other - one || (a < b ? 1 : a > b ? -1 : 0));
    return scored.slice(0, most).map(([, each]) => each);
  }

  nearest(value: Json, known: Json[]): string {
    if (typeof value !== "string" || length(value) > MOST_CHARACTERS) return "";
    return didYouMean(this.similar(value, known.filter((each) => typeof each === "string"), 1));
  }

  /** Returns the missing names that unknown names most likely mean, by unknown name; each is used once. */
  misspelt(unknown: string[], missing: Iterable<string>): Map<string, string> {
    const left = [...new Set(missing)];
    const found = new Map<string, string>();
    for (const name of left.length ? unknown : []) {
      const near = this.similar(cut(name), left, 1);
      if (near.length) {
        found.set(name, near[0]!);
        left.splice(left.indexOf(near[0]!), 1);
      }
    }
    return found;
  }
}

export const length = (text: string): number => [...text].length;
export const cut = (text: string): string => [...text].slice(0, MOST_CHARACTERS).join("");

function ratio(a: string[], b: string[]): number {
  const total = a.length + b.length;
  return total ? (2 * matching(a, b, places(b), 0, a.length, 0, b.length)) / total : 1;
}

/** Returns where each character of a text is, without those that are too frequent in a long one to say anything. */
function places(b: string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  b.forEach((each, at) => found.set(each, [...(found.get(each) ?? []), at]));
  const most = b.length >= 200 ? Math.floor(b.length / 100) + 1 : Infinity;
  for (const [each, every] of found) if (every.length > most) found.delete(each);
  return found;
}

function matching(
  a: string[], b: string[], at: Map<string, number[]>, aFrom: number, aTo: number, bFrom: number, bTo: number,
): number {
  let [bestA, bestB, size] = [aFrom, bFrom, 0];
  let lengths = new Map<number, number>();
  for (let i = aFrom; i < aTo; i++) {
    const next = new Map<number, number>();
    for (const j of at.get(a[i]!) ?? []) {
      if (j < bFrom) continue;
      if (j >= bTo) break;
      const run = (lengths.get(j - 1) ?? 0) + 1;
      next.set(j, run);
      if (run > size) [bestA, bestB, size] = [i - run + 1, j - run + 1, run];
    }
    lengths = next;
  }
  while (bestA > aFrom && bestB > bFrom && a[bestA - 1] === b[bestB - 1]) [bestA, bestB, size] = [bestA - 1, bestB - 1, size + 1];
  while (bestA + size < aTo && bestB + size < bTo && a[bestA + size] === b[bestB + size]) size += 1;
  if (!size) return 0;
  const before = matching(a, b, at, aFrom, bestA, bFrom, bestB);
  return before + size + matching(a, b, at, bestA + size, aTo, bestB + size, bTo);
}
