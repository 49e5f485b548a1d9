// The chosen claim beside the map: its own page, fetched from this site, without its frame.

import { h } from "./dom.js";

const LEFT_OUT = "figure, .cb-outline, .cb-page__foot, .cb-cite, .cb-share, script, template";
const pages = new Map();

/** The content of a claim's page, with every address in it as seen from here. */
export async function claimPage(address) {
  if (!pages.has(address)) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    pages.set(address, await answer.text());
  }
  const read = new DOMParser().parseFromString(pages.get(address), "text/html");
  const page = read.querySelector(".cb-page--claim");
  page.querySelectorAll(LEFT_OUT).forEach((part) => part.remove());
  for (const link of page.querySelectorAll("[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
  }
  for (const element of page.querySelectorAll("[id]")) element.removeAttribute("id");
  for (const part of page.querySelectorAll("[aria-labelledby]")) part.removeAttribute("aria-labelledby");
  page.querySelectorAll("h1, h2, h3").forEach(lowered);
  return [...page.children];
}

function lowered(heading) {
  const level = Number(heading.tagName[1]) + 1;
  const title = level === 2 && { class: "cb-panel__title", tabindex: "-1" };
  heading.replaceWith(h(`h${level}`, title || {}, ...heading.childNodes));
}
