// The chosen claim beside the map: its own page, fetched from this site, without its frame.

import { h } from "./dom.js";
import { paint } from "./weigh.js";

const LEFT_OUT = "figure, .cb-outline, .cb-page__foot, .cb-cite, .cb-share, script, template";
const pages = new Map();

/** Fill an element with the page of a claim; says whether it is still the one wanted. */
export async function fill(element, address, label) {
  element.dataset.address = address;
  const found = await content(address).catch(() => [
    h("h2", { tabindex: "-1" }, label),
    h("p", {}, "Its page could not be fetched from here: open it instead."),
  ]);
  if (element.dataset.address !== address) return false;
  element.replaceChildren(...found);
  element.parentElement.scrollTop = 0;
  paint(element);
  return true;
}

/** The content of a claim's page, with every address in it as seen from here. */
async function content(address) {
  if (!pages.has(address)) pages.set(address, await (await fetch(address)).text());
  const read = new DOMParser().parseFromString(pages.get(address), "text/html");
  const page = read.querySelector(".cb-page--claim");
  page.querySelectorAll(LEFT_OUT).forEach((part) => part.remove());
  for (const link of page.querySelectorAll("[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
  }
  for (const name of ["id", "aria-labelledby"]) {
    page.querySelectorAll(`[${name}]`).forEach((element) => element.removeAttribute(name));
  }
  page.querySelectorAll("h1, h2, h3").forEach(lowered);
  return [...page.children];
}

function lowered(heading) {
  const level = Number(heading.tagName[1]) + 1;
  const attributes = level === 2 ? { class: "cb-panel__title", tabindex: "-1" } : {};
  heading.replaceWith(h(`h${level}`, attributes, ...heading.childNodes));
}
