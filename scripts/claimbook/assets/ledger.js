// The ledger of a reading: what was chosen, what changed and why, and where two readers part.

import { current, go, read, write } from "./address.js";
import { count, h } from "./dom.js";
import { parting } from "./parting.js";
import { changes } from "./reading.js";
import { listed } from "./reasoning.js";

const parts = build();

/** Show a reading in the ledger, and say in a sentence what it makes of the map. */
export function show(reading) {
  const changed = changes(reading);
  parts.summary.textContent = told(reading, changed);
  parts.changes.replaceChildren(...chosen(reading), ...changed.map((id) => change(reading, id)));
  const { accept, reject } = current();
  parts.address.value = location.href.split("#")[0] + write({ accept, reject });
  if (!reading.choices.size) parts.changes.append(h("li", {}, "Nothing is accepted or rejected yet."));
  if (reading.theirs.size) parts.result.replaceChildren(...compared(reading));
  if (!parts.ledger.isConnected) document.body.append(parts.ledger);
}

function build() {
  const summary = h("p", { class: "cb-ledger__summary", role: "status" });
  const list = h("ul", { class: "cb-plain" });
  const address = h("input", { readonly: true, "aria-label": "Address of this reading" });
  const other = h("input", { id: "cb-other", type: "text", autocomplete: "off", spellcheck: "false" });
  const result = h("div", { role: "status" });
  const copy = h("button", { type: "button", class: "cb-button", click: () => copied(address, copy) }, "Copy");
  const compare = (event) => { event.preventDefault(); take(other.value, result); };
  const clear = () => go({ accept: [], reject: [], "their-accept": [], "their-reject": [] });
  const ledger = h("aside", { class: "cb-ledger", "aria-label": "Your reading" },
    summary,
    h("div", { class: "cb-ledger__parts" },
      fold("What changed, and why", list),
      fold("Where do two readers part?",
        h("p", {}, "Your reading is in this address, and nowhere else. Pass it on:"),
        h("p", { class: "cb-ledger__line" }, address, copy),
        h("form", { class: "cb-ledger__line", submit: compare },
          h("label", { for: "cb-other" }, "The other reader’s address"), other,
          h("button", { class: "cb-button" }, "Compare")),
        result),
      h("button", { type: "button", class: "cb-button", click: clear }, "Clear")));
  return { ledger, summary, changes: list, address, result };
}

function fold(title, ...content) {
  return h("details", { name: "cb-ledger" }, h("summary", {}, title),
    h("div", { class: "cb-ledger__content" }, content));
}

function told({ graph, choices, before, now, missing }, changed) {
  const gone = missing ? ` ${count(missing, "choice")} in the address ${missing === 1 ? "is" : "are"} not of this map.` : "";
  if (!choices.size) return `Accept or reject any claim or step: the map is worked out again.${gone}`;
  const [was, is] = [before, now].map((verdicts) => verdicts.get(graph.thesis).status);
  const thesis = was === is ? `The thesis stays: ${is}.` : `The thesis was ${was} and is now: ${is}.`;
  const many = changed.length === 1 ? "1 other claim changes" : `${changed.length} other claims change`;
  return `You have made ${count(choices.size, "choice")}; ${many}. ${thesis}${gone}`;
}

function chosen({ graph, choices }) {
  return [...choices].map(([id, value]) => {
    const verb = value === "in" ? "accept" : "reject";
    const back = () => go({ [verb]: current()[verb].filter((other) => other !== id) });
    const button = h("button", { type: "button", class: "cb-button", click: back }, "Take back");
    button.setAttribute("aria-label", `Take back: you ${verb} ${graph.name(id)}`);
    return h("li", {}, `You ${verb} `, named(graph, id), ". ", button);
  });
}

function change({ graph, before, now }, id) {
  const { status, reason } = now.get(id);
  const turn = `: ${before.get(id).status} → `;
  return h("li", {}, named(graph, id), turn, h("b", {}, status), `, since ${reason}.`);
}

function named(graph, id) {
  const claim = graph.steps.get(id)?.conclusion ?? id;
  const address = new URL(`../../claims/${claim}/`, import.meta.url).href;
  const link = h("a", { href: address }, graph.name(id));
  return graph.steps.has(id) ? h("span", {}, link, " to ", graph.name(claim)) : link;
}

function take(text, result) {
  const { accept, reject } = read(text.includes("#") ? text.slice(text.indexOf("#")) : "");
  if (accept.length + reject.length) go({ "their-accept": accept, "their-reject": reject });
  else result.textContent = "That address holds no reading: it names nothing accepted or rejected.";
}

function compared({ graph, choices, theirs }) {
  const everywhere = parting(graph, choices, theirs, [...graph.claims.keys()]);
  const thesis = parting(graph, choices, theirs, [graph.thesis]);
  if (!everywhere.differing.length) return [h("p", {}, "Both of you choose the same.")];
  if (!everywhere.choices.length) return [h("p", {}, "Your choices differ, and make no difference.")];
  const smallest = everywhere.proved ? "the fewest that make the difference" : "and none can go";
  const rest = everywhere.differing.length - everywhere.choices.length;
  return [
    h("p", {}, `You part over ${count(everywhere.choices.length, "choice")}, ${smallest}:`),
    h("ul", {}, everywhere.choices.map((id) => h("li", {}, named(graph, id), `: you ${stance(choices, id)}, they ${stance(theirs, id)}.`))),
    h("p", {}, rest ? `${count(rest, "further choice")} ${rest === 1 ? "differs" : "differ"} without making a difference.` : ""),
    h("p", {}, onThesis(graph, thesis)),
  ];
}

function onThesis(graph, { choices }) {
  if (!choices.length) return "On the thesis you come to the same.";
  return `On the thesis you part over ${listed(choices.map((id) => graph.name(id)))}.`;
}

function stance(reading, id) {
  return { in: "accept it", out: "reject it" }[reading.get(id)] ?? "leave it open";
}

async function copied(address, button) {
  address.select();
  await navigator.clipboard?.writeText(address.value).catch(() => {});
  button.textContent = navigator.clipboard ? "Copied" : "Selected";
}
