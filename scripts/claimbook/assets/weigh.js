// Weigh it yourself: accept or reject claims and steps on the page, and see what follows.

import { button, current, go, h, NOTHING, onChange, read, set, write } from "./page.js";

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

/** Put the button that begins a reading into an element: where it has room for it, or last. */
export function offer(element) {
  const click = () => (isOn() ? leave() : enter());
  const press = button("Weigh it yourself", click, { "aria-pressed": String(isOn()) });
  const room = element.querySelector(".cb-weigh__start") ?? element.appendChild(h("p", { class: "cb-weigh__start" }));
  room.append(press);
}

function isOn() {
  return document.documentElement.classList.contains("cb-weighing");
}

function isChosen() {
  const state = current();
  return Object.keys(NOTHING).some((name) => state[name].length);
}

function mark(on) {
  document.documentElement.classList.toggle("cb-weighing", on);
  document.querySelector(".cb-weigh__start button")?.setAttribute("aria-pressed", String(on));
}

async function enter() {
  mark(true);
  const modules = ["reading", "ledger"].map((name) => import(`./${name}.js`));
  const [{ follow, paintNodes }, { show }] = await Promise.all(modules);
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
  go(NOTHING);
  mark(false);
}

/** Bring statuses and buttons in a part of the page up to the reading. */
export function paint(root) {
  if (!latest) return;
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
  const [before, now] = [latest.before, latest.now].map((verdicts) => verdicts.get(id));
  const own = state.dataset.verdict || latest.choices.has(id);
  const [was, is] = [state.dataset.verdict ? before.status : STANDINGS[before.value], own ? now.status : STANDINGS[now.value]];
  const slug = is.replaceAll(" ", "-");
  const kind = state.dataset.verdict ? `state--${slug}` : `standing--${now.value}`;
  state.className = `cb-state cb-${kind}`;
  state.textContent = is;
  const term = state.closest(".cb-term");
  if (term) set(term, { "aria-describedby": `term-${slug}` }).hash = slug;
  if (was === is) delete state.dataset.was;
  else state.dataset.was = was;
}

function paintButtons(state) {
  const id = state.dataset.verdict;
  const line = state.closest("p");
  if (!line.nextElementSibling?.matches(".cb-weigh")) line.after(buttons(id));
  const group = line.nextElementSibling;
  for (const choice of group.children) {
    const chosen = latest.choices.get(id) === (choice.value === "accept" ? "in" : "out");
    choice.setAttribute("aria-pressed", String(chosen));
  }
}

function buttons(id) {
  const label = `Weigh ${latest.graph.name(id)}`;
  const each = Object.entries(CHOICES).map(([value, text]) => button(text, () => choose(id, value), { value }));
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
