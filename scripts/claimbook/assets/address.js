// The state of a page lives after the # of its address, and nowhere else: it is never sent.

const LISTS = ["accept", "reject", "their-accept", "their-reject", "fold"];
const NONE = Object.fromEntries(LISTS.map((name) => [name, []]));

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
  if (LISTS.includes(name)) return [name, value.split(",").filter(Boolean).map(decode)];
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
