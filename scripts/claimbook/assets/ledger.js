// The ledger of a reading: what was chosen, what changed and why, and where two readers part.

import { button, count, current, go, h, NOTHING, read, write } from "./page.js";
import { changes } from "./reading.js";
import { listed, parting } from "./reasoning.js";

const parts = build();

/** Show a reading in the ledger, and say in a sentence what it makes of the map. */
export function show(reading) {
  const { accept, reject } = current();
  const changed = changes(reading);
  parts.summary.textContent = told(reading, changed);
  parts.changes.replaceChildren(...chosen(reading), ...changed.map((id) => change(reading, id)));
  parts.address.value = location.href.split("#")[0] + write({ accept, reject });
  parts.result.replaceChildren(...(reading.theirs.size ? compared(reading) : []));
}

function build() {
  const summary = h("p", { class: "cb-ledger__summary", role: "status" });
  const list = h("ul", { class: "cb-plain" });
  const address = h("input", { id: "cb-own", readonly: true, focus: () => address.select() });
  const other = h("input", { id: "cb-other", autocomplete: "off" });
  const result = h("div", { role: "status" });
  const compare = (event) => { event.preventDefault(); take(other.value, result); };
  document.body.append(h("aside", { class: "cb-ledger", "aria-label": "Your reading" },
    summary,
    h("div", { class: "cb-ledger__parts" },
      fold("What changed, and why", list),
      fold("Where do two readers part?",
        h("p", { class: "cb-ledger__line" }, h("label", { for: "cb-own" }, "Your reading is in this address alone"), address),
        h("form", { class: "cb-ledger__line", submit: compare },
          h("label", { for: "cb-other" }, "The other reader’s address"), other,
          h("button", { class: "cb-button" }, "Compare")),
        result),
      button("Clear", () => go(NOTHING)))));
  return { summary, changes: list, address, result };
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
    const label = { "aria-label": `Take back: you ${verb} ${graph.name(id)}` };
    return h("li", {}, `You ${verb} `, named(graph, id), ". ", button("Take back", back, label));
  });
}

function change({ graph, before, now }, id) {
  const { status, reason } = now.get(id);
  const turn = `: ${before.get(id).status} → `;
  return h("li", {}, named(graph, id), turn, h("b", {}, status), `, since ${reason}.`);
}

function named(graph, id) {
  const claim = graph.claimOf(id);
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
  const { differing, choices: deciding, proved } = parting(graph, choices, theirs, [...graph.claims.keys()]);
  const onThesis = parting(graph, choices, theirs, [graph.thesis]).choices;
  if (!differing.length) return ["Both of you choose the same."];
  if (!deciding.length) return ["Your choices differ, and make no difference."];
  const idle = differing.length - deciding.length;
  const fewest = proved ? "the fewest that make the difference" : "and none can go";
  const parted = (id) => h("li", {}, named(graph, id), `: you ${stance(choices, id)}, they ${stance(theirs, id)}.`);
  return [
    h("p", {}, `You part over ${count(deciding.length, "choice")}, ${fewest}:`),
    h("ul", {}, deciding.map(parted)),
    idle ? `${count(idle, "further choice")} ${idle === 1 ? "differs" : "differ"} without making a difference. ` : "",
    onThesis.length
      ? `On the thesis you part over ${listed(onThesis.map((id) => graph.name(id)))}.`
      : "On the thesis you come to the same.",
  ];
}

function stance(reading, id) {
  return { in: "accept it", out: "reject it" }[reading.get(id)] ?? "leave it open";
}
