// What every page does. Without this script text is selected by hand, maps are scrolled to their
// subject, and words that are explained in place are plain links.

// Buttons that copy a citation.
for (const text of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "cb-copy", textContent: "Copy" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  text.after(button);
}

// A map wider than its frame opens at its subject, or at the conclusion on its left, once it is drawn.
const FRAME = ".cb-page:not(.cb-page--map) .cb-figure__canvas";
const drawn = new IntersectionObserver((entries) => {
  entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => open(target));
});

function open(canvas) {
  drawn.unobserve(canvas);
  const place = (node) => node.getBoundingClientRect();
  const boxes = [...canvas.querySelectorAll(".cb-claim")];
  const node = canvas.querySelector(".cb-focus") ?? boxes.sort((a, b) => place(a).left - place(b).left)[0];
  if (!node) return;
  const [frame, box] = [canvas, node].map(place);
  canvas.scrollBy(box.left - frame.left - (frame.width - box.width) / 2, box.top - frame.top - (frame.height - box.height) / 2);
}

// Of a page that is opened at its top only the beginning is drawn at first (main.html). The rest
// follows part by part, so that nothing a reader does waits for all of it; at once where nobody looks.
const MOST = 50; // elements drawn at once, about
const later = [".cb-page > *", ".cb-turn, .md-footer, .md-sidebar"].flatMap((part) => [...document.querySelectorAll(part)]);
const drawing = draw(later.filter((part) => getComputedStyle(part).display === "none"));
let fresh = 0;
setTimeout(frame);

function frame() {
  if (document.hidden) Array.from(drawing);
  if (!drawing.next().done) requestAnimationFrame(() => setTimeout(frame));
  else document.querySelectorAll(FRAME).forEach((canvas) => drawn.observe(canvas));
}

function* draw(parts) {
  parts.forEach((part) => (part.dataset.later = "still"));
  delete document.documentElement.dataset.anew; // from now on each part tells for itself
  for (const part of parts) {
    const size = part.querySelectorAll("*").length;
    const inner = size > MOST && !part.matches("details") ? [...part.children] : [];
    part.dataset.later = "drawn";
    yield* draw(inner);
    if (!inner.length) fresh += size + 1;
    if (fresh > MOST) yield (fresh = 0);
  }
}

// What explains a word stands beside it while the pointer or the keyboard is on the word, or the
// pointer on the explanation. The browser takes it away on Escape.
const SLOW = 250; // milliseconds: time to pass by, and to move from the word to what explains it
let hint;
let word;
let timer;

function explain(target, wait) {
  if (hint?.contains(target)) target = word;
  const next = target.closest("[aria-describedby]");
  clearTimeout(timer);
  if (next === word || (!next && word?.matches(":focus-visible"))) return;
  timer = setTimeout(() => {
    hint?.hidePopover();
    word = next;
    hint = next && document.getElementById(next.getAttribute("aria-describedby"));
    hint?.showPopover({ source: next });
  }, wait);
}

document.addEventListener("pointerover", ({ target, pointerType }) => {
  if (pointerType !== "touch") explain(target, SLOW);
});
document.addEventListener("focusin", ({ target }) => {
  if (target.matches(":focus-visible")) explain(target, 0);
});

// Material's script, larger than all of ours together, waits for the first sign of a reader. Until
// it has come, search opens here, and the last key is kept for it.
const [asleep, missing] = [new AbortController(), new AbortController()];
const [opener, field] = ["#__search", "[name=query]"].map((one) => document.querySelector(one));
const held = document.querySelector("[data-held]");
let missed;

addEventListener("DOMContentLoaded", () => {
  for (const sign of ["focusin", "keydown", "pointerdown", "pointermove", "scroll"]) {
    addEventListener(sign, wake, asleep);
  }
  if (location.search) wake(); // with words to seek or to mark
});

function wake() {
  asleep.abort();
  Array.from(drawing); // the rest at once
  if (!held) return;
  const script = document.createElement("script");
  script.src = held.dataset.held;
  script.onload = () => {
    missing.abort();
    document$.next(document); // it waits for what has long happened
    if (missed) dispatchEvent(new KeyboardEvent("keydown", missed));
  };
  held.replaceWith(script);
}

function meanwhile(target, type, listener) {
  if (field) target.addEventListener(type, listener, missing);
}

meanwhile(opener, "change", () => opener.checked && field.focus());
meanwhile(window, "keydown", (event) => {
  const { key, ctrlKey, metaKey, defaultPrevented, target } = event;
  missed = event;
  if (!"/fs".includes(key) || ctrlKey || metaKey || defaultPrevented || target.matches(":read-write, select")) return;
  missed = null;
  event.preventDefault();
  field.focus();
});

// Material overlooks that the field is left and entered again while a page is busy.
field?.addEventListener("focus", () => opener.checked || opener.click());

// Words that are dictated, or pasted by pointer, come without a key, for which Material's script waits.
field?.addEventListener("input", () => field.dispatchEvent(new Event("keyup")));
