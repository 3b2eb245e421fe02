// The request in the chosen language, to copy.

import { useState } from "react";
import type { JsonObject } from "../checks/data.ts";
import type { PageData } from "../data.ts";
import { languagesOf, written } from "../outputs/languages.ts";

interface Props {
  data: PageData;
  properties: JsonObject;
  envelope: JsonObject;
  say: (text: string) => void;
}

export function Output({ data, properties, envelope, say }: Props) {
  const languages = languagesOf(data);
  const [language, setLanguage] = useState(languages[0]!);
  const [revealed, setRevealed] = useState(false);
  const text = written(language, data, properties, envelope, revealed);

  async function copy() {
    await navigator.clipboard.writeText(text);
    say("Copied");
  }

  return (
    <section className="output" aria-label="Request">
      <fieldset className="languages">
        <legend>Request as</legend>
        {languages.map((each) => (
          <label key={each}><input type="radio" name="builder-language" checked={each === language} onChange={() => setLanguage(each)} /> {each}</label>
        ))}
      </fieldset>
      <label><input type="checkbox" checked={revealed} onChange={(event) => setRevealed(event.target.checked)} /> Show secrets instead of references</label>
      <div className="copied">
        <pre tabIndex={0} aria-label={`Request as ${language}`}><code>{text}</code></pre>
        <button type="button" onClick={copy}>Copy</button>
      </div>
    </section>
  );
}
