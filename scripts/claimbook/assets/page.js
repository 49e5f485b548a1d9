// Elements and words in few bytes; and the state of a page, which lives after the # of its
// address and nowhere else: it is never sent.

/** An element; an attribute that is a function listens, one that is false is left out. */
export function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat());
  return element;
}

/** An element of a drawing. */
export function shape(tag, attributes, text = "") {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  element.textContent = text;
  return set(element, attributes);
}

export function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export function button(text, click, attributes = {}) {
  return h("button", { type: "button", class: "cb-button", click, ...attributes }, text);
}

export function sentence(text) {
  return text[0].toUpperCase() + text.slice(1);
}

export function count(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** Whether the reader prefers that nothing moves. */
export function isCalm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

export const NOTHING = { accept: [], reject: [], "their-accept": [], "their-reject": [] }; // no reading
const NONE = { ...NOTHING, fold: [] };

/** The state in a fragment such as `#accept=a,b&claim=c`; a plain fragment becomes `at`. */
export function read(fragment) {
  const text = fragment.replace(/^#/, "");
  if (!text.includes("=")) return { ...NONE, ...(text && { at: decode(text) }) };
  return { ...NONE, ...Object.fromEntries(text.split("&").map(pair)) };
}

/** The fragment of a state; empty where there is nothing to say. */
export function write(state) {
  const filled = Object.entries(state).filter(([, value]) => value?.length);
  if (filled.length === 1 && state.at) return `#${encode(state.at)}`;
  const parts = filled.map(([name, value]) => `${name}=${[value].flat().map(encode).join(",")}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

export function current() {
  return read(location.hash);
}

/** Change parts of the state; `replace` leaves no entry in the history. */
export function go(changes, { replace = false } = {}) {
  const next = write({ ...current(), ...changes });
  if (next === location.hash) return;
  const address = next || location.pathname + location.search;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  dispatchEvent(new Event("claimbook:address"));
}

export function onChange(listener) {
  ["claimbook:address", "hashchange", "popstate"].forEach((e) => addEventListener(e, listener));
}

function pair(part) {
  const [name, value = ""] = part.split("=");
  if (name in NONE) return [name, value.split(",").filter(Boolean).map(decode)];
  return [name, decode(value)];
}

function encode(text) {
  return encodeURIComponent(text).replace(/%(3A|2F|2C)/g, decodeURIComponent);
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
