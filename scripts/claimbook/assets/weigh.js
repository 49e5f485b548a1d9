// Weigh it yourself: accept or reject claims and steps on the page, and see what follows.

import { current, go, onChange, read, write } from "./address.js";
import { h } from "./dom.js";

const CHOICES = { accept: "Accept", reject: "Reject" };
const STANDINGS = { in: "stands", out: "answered", undecided: "in dispute" };

let latest;

start();

function start() {
  const head = document.querySelector(".cb-head, .cb-section");
  if (head) offer(head);
  document.addEventListener("click", keepReading, true);
  document.addEventListener("auxclick", keepReading, true);
  onChange(() => { if (isChosen() && !isOn()) enter(); });
  if (isChosen()) enter();
  if (current().at && location.hash.includes("=")) goTo(current().at);
}

/** Put the button that begins a reading at the end of an element. */
export function offer(element) {
  const click = () => (isOn() ? leave() : enter());
  const button = h("button", { type: "button", class: "cb-button", "aria-pressed": String(isOn()), click }, "Weigh it yourself");
  element.append(h("p", { class: "cb-weigh__start" }, button));
}

function isOn() {
  return document.documentElement.classList.contains("cb-weighing");
}

function isChosen() {
  const state = current();
  return ["accept", "reject", "their-accept", "their-reject"].some((name) => state[name].length);
}

function mark(on) {
  document.documentElement.classList.toggle("cb-weighing", on);
  document.querySelector(".cb-weigh__start button")?.setAttribute("aria-pressed", String(on));
}

async function enter() {
  mark(true);
  const modules = ["reading", "ledger", "nodes"].map((name) => import(`./${name}.js`));
  const [{ follow }, { show }, { paintNodes }] = await Promise.all(modules);
  if (latest) return paint(document);
  await follow((reading) => {
    latest = reading;
    paint(document);
    paintNodes(document, reading.before, reading.now);
    show(reading);
    dispatchEvent(new CustomEvent("claimbook:reading", { detail: reading }));
  });
}

function leave() {
  go({ accept: [], reject: [], "their-accept": [], "their-reject": [] });
  mark(false);
}

/** Bring statuses and buttons in a part of the page up to the reading. */
export function paint(root) {
  if (!latest || !isOn()) return;
  for (const state of root.querySelectorAll("[data-verdict], [data-standing]")) paintState(state);
  for (const reason of root.querySelectorAll("[data-reason]")) {
    reason.textContent = latest.now.get(reason.dataset.reason).reason;
  }
  for (const state of root.querySelectorAll("[data-verdict]")) {
    if (!state.closest(".cb-outline")) paintButtons(state);
  }
}

function paintState(state) {
  const id = state.dataset.verdict ?? state.dataset.standing;
  const [before, now] = [latest.before, latest.now].map((verdicts) => word(state, id, verdicts));
  const kind = state.dataset.verdict ? "cb-state--" : "cb-standing--";
  state.className = `cb-state ${kind}${now.key.replaceAll(" ", "-")}`;
  state.textContent = now.word;
  state.toggleAttribute("data-was", before.word !== now.word);
  if (before.word !== now.word) state.dataset.was = before.word;
}

function word(state, id, verdicts) {
  const { value, status } = verdicts.get(id);
  if (state.dataset.verdict) return { key: status, word: status };
  return { key: value, word: latest.choices.has(id) && verdicts === latest.now ? status : STANDINGS[value] };
}

function paintButtons(state) {
  const id = state.dataset.verdict;
  const line = state.closest("p");
  const group = line.nextElementSibling?.matches(".cb-weigh") ? line.nextElementSibling : buttons(id);
  if (!group.isConnected) line.after(group);
  for (const button of group.children) {
    const chosen = latest.choices.get(id) === (button.value === "accept" ? "in" : "out");
    button.setAttribute("aria-pressed", String(chosen));
  }
}

function buttons(id) {
  const label = `Weigh ${latest.graph.name(id)}`;
  const each = Object.entries(CHOICES).map(([choice, text]) =>
    h("button", { type: "button", value: choice, click: () => choose(id, choice) }, text));
  return h("div", { class: "cb-weigh", role: "group", "aria-label": label }, each);
}

/** Accept or reject a claim or step; the same choice again takes it back. */
export function choose(id, choice) {
  const state = current();
  const without = (name) => state[name].filter((other) => other !== id);
  const next = { accept: without("accept"), reject: without("reject") };
  if (!state[choice].includes(id)) next[choice] = [...next[choice], id];
  go(next);
}

/** While there is a reading, links inside the site carry it along. */
function keepReading(event) {
  const link = event.target.closest?.("a[href]");
  const { accept, reject } = current();
  if (!link || !(accept.length || reject.length)) return;
  const address = new URL(link.getAttribute("href"), document.baseURI);
  const root = new URL("../../", import.meta.url).href;
  if (!address.href.startsWith(root) || /\.\w+$/.test(address.pathname)) return;
  const { at } = read(address.hash);
  if (address.href.split("#")[0] === location.href.split("#")[0] && event.type === "click") {
    if (!at) return;
    event.preventDefault();
    go({ at });
    goTo(at);
  } else if (!address.hash.includes("=")) {
    link.setAttribute("href", address.href.split("#")[0] + write({ ...read(""), accept, reject, at }));
  }
}

function goTo(id) {
  const goal = document.getElementById(id);
  if (!goal) return;
  goal.scrollIntoView();
  goal.setAttribute("tabindex", "-1");
  goal.focus({ preventScroll: true });
}
