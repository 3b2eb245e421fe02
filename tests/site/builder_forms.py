"""Whether the builder's form shows what the validators find: every connector's form, in a browser.

``python -m tests.site.builder_forms SITE`` pastes each connector's examples, with one mistake of each kind, into the
form on the built site in the folder SITE, and compares the problems that it lists with those of the validator.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import connector_catalog
from playwright.sync_api import Page, sync_playwright

from generator.catalog.connector import Connector
from tests.cases.verdicts import committed
from tests.node.builder_mistakes import mistakes
from tests.site.serving import served

_DRIVE = """
async ({key, payloads}) => {
  const { start } = await import(new URL("assets/builder/builder.js", document.baseURI));
  document.getElementById("builder")?.remove();
  const element = document.createElement("div");
  element.id = "builder";
  document.body.append(element);
  await start(element, new URL(`${key}.builder.json`, document.baseURI), () => {});
  const area = element.querySelector("#builder-paste");
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;
  const next = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    });
  const told = [];
  for (const payload of payloads) {
    set.call(area, payload);
    area.dispatchEvent(new Event("input", { bubbles: true }));
    await next();
    element.querySelector(".paste button").click();
    await next();
    const items = [...element.querySelectorAll(".summary li")];
    told.push({
      status: element.querySelector(".summary [role=status]").textContent,
      problems: items.map((each) => [each.firstElementChild.textContent, each.lastChild.textContent]),
    });
  }
  return told;
}
"""
_MOST = 40  # Mistakes of one connector.


def differences(page: Page, connectors: Sequence[Connector], most: int = _MOST) -> Iterator[str]:
    """Yield a line for each payload of which the form on a page of the site says something else than the validator."""
    for connector in connectors:
        payloads = [each for each in _payloads(connector, most) if not _is_too_deep(connector, each)]
        texts = [json.dumps(each) for each in payloads]
        told = page.evaluate(_DRIVE, {"key": connector.key, "payloads": texts})
        for payload, text, found in zip(payloads, texts, told, strict=True):
            expected = connector_catalog.validate(connector.vendor, connector.type, payload, warnings=True)
            places = sorted([each.path or each.code, each.code] for each in expected)
            accepted = not any(each.level == "error" for each in expected)
            if places != sorted(found["problems"]) or accepted != found["status"].startswith("Accepted"):
                yield f"{connector.key}: validator {places}, form {sorted(found['problems'])}, in {text[:300]}"


def _payloads(connector: Connector, most: int) -> Iterator[Any]:
    stated = connector_catalog.describe(connector.vendor, connector.type)
    yield from (stated["minimal"], stated["full"])
    every = [each for each in mistakes(connector, stated["full"]) if each and not _is_request(each)]
    yield from every[:: max(1, -(-len(every) // most))]


def _is_too_deep(connector: Connector, payload: Any) -> bool:
    """Return whether a payload is nested so deeply that it does not fill the form."""
    problems = connector_catalog.validate(connector.vendor, connector.type, payload)
    return [each.code for each in problems] == ["too-deep"]


def _is_request(payload: dict[str, Any]) -> bool:
    """Return whether a payload has names that only whole requests have, which the form takes apart."""
    return not {"service", "type", "config", "auth", "configuration", "properties"}.isdisjoint(payload)


def _main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of the built site")
    parser.add_argument("--every", type=int, default=1, help="take one connector of as many")
    options = parser.parse_args()
    connectors = [each for each in committed().values() if each.status == "documented"][:: options.every]
    with served(options.site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{address}index.html")
        found = list(differences(page, connectors))
        browser.close()
    lines = [*found, f"{len(found)} differences in the forms of {len(connectors):,} connectors"]
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    return bool(found)


if __name__ == "__main__":
    sys.exit(_main())
