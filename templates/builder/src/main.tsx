// Starts the builder on a page: fetches the connector's data and shows the form.

import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { PageData } from "./data.ts";
import { Builder } from "./form/Builder.tsx";

/** Shows the builder in an element once the data of its connector is there. */
export async function start(element: HTMLElement, url: URL, say: (text: string) => void): Promise<void> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const data = (await answer.json()) as PageData;
  flushSync(() => createRoot(element).render(<Builder data={data} say={say} />));
}
