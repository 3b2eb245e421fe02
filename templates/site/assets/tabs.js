// Shows one of several blocks of code that follow each other, each below its language, and remembers which.

const groups = [];

/** Makes tabs of each run of a paragraph that is one bold word, followed by a block. */
export function start(labels) {
  for (const label of labels) {
    const paragraph = label.parentElement;
    const block = paragraph.nextElementSibling;
    if (paragraph.textContent !== label.textContent || block?.tagName !== "PRE") continue;
    const last = groups.at(-1);
    if (last?.at(-1).block === paragraph.previousElementSibling) last.push({ paragraph, block });
    else groups.push([{ paragraph, block }]);
  }
  groups.forEach(makeTabs);
  choose(localStorage.getItem("language"));
}

function makeTabs(group, number) {
  const list = document.createElement("div");
  list.className = "tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Language");
  group[0].paragraph.before(list);
  for (const [at, each] of group.entries()) {
    each.language = each.paragraph.textContent;
    each.tab = document.createElement("button");
    each.tab.type = "button";
    each.tab.textContent = each.language;
    each.tab.id = `tab-${number}-${at}`;
    each.block.id = `panel-${number}-${at}`;
    each.tab.setAttribute("role", "tab");
    each.tab.setAttribute("aria-controls", each.block.id);
    each.block.setAttribute("role", "tabpanel");
    each.block.setAttribute("aria-labelledby", each.tab.id);
    each.tab.addEventListener("click", () => take(each));
    each.paragraph.remove();
    list.append(each.tab);
  }
  list.addEventListener("keydown", (event) => {
    const at = group.findIndex(({ tab }) => tab === event.target);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: group.length - 1 }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = group.at(to % group.length);
    take(next);
    next.tab.focus();
  });
}

function take({ tab, language }) {
  const before = tab.getBoundingClientRect().top;
  localStorage.setItem("language", language);
  choose(language);
  // What is above may be longer or shorter now.
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: "instant" });
}

/** Shows a language in each group that has it, and the first one in the others. */
function choose(language) {
  for (const group of groups) {
    const chosen = group.find((each) => each.language === language) ?? group[0];
    for (const each of group) {
      each.block.hidden = each !== chosen;
      each.tab.setAttribute("aria-selected", String(each === chosen));
      each.tab.tabIndex = each === chosen ? 0 : -1;
    }
  }
}
