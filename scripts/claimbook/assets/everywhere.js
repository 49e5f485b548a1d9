// What every page does. Without this script text is selected by hand, maps are scrolled to their
// subject, and words that are explained in place are plain links.

// Buttons that copy a citation.
for (const text of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "cb-copy";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text.textContent.trim());
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  text.after(button);
}

// A map wider than its frame opens at its subject, or at the conclusion on its left. The whole map
// is drawn by its own script; where that has not come by now, it is drawn as it is.
setTimeout(() => document.querySelector(".cb-page--map .cb-figure__canvas")?.setAttribute("data-late", ""), 5000);
for (const canvas of document.querySelectorAll(".cb-page:not(.cb-page--map) .cb-figure__canvas")) {
  const place = (node) => node.getBoundingClientRect();
  const boxes = [...canvas.querySelectorAll(".cb-claim")];
  const node = canvas.querySelector(".cb-focus") ?? boxes.sort((a, b) => place(a).left - place(b).left)[0];
  if (!node) continue;
  const [frame, box] = [place(canvas), place(node)];
  canvas.scrollLeft = box.left - frame.left - (frame.width - box.width) / 2;
  canvas.scrollTop = box.top - frame.top - (frame.height - box.height) / 2;
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
