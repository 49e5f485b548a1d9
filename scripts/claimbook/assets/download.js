// The map as it is shown, to take away: SVG with its colours, PNG, and PDF by the browser's print.

import { h } from "./page.js";

const LARGEST = 12000; // pixels a side that every browser can draw
const DARK = "@media (prefers-color-scheme: dark)";

/** The map as an SVG file of its own, with the stylesheet of the file beside its page. */
export async function asSvg(svg, { light = false } = {}) {
  const drawn = await (await fetch("map.svg")).text();
  const style = new DOMParser().parseFromString(drawn, "text/xml").querySelector("style");
  if (light) [style.textContent] = style.textContent.split(DARK);
  const copy = svg.cloneNode(true);
  copy.removeAttribute("style");
  copy.setAttribute("class", "cb-map");
  copy.querySelectorAll(".cb-gone").forEach((part) => part.remove());
  for (const link of copy.querySelectorAll("a")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), document.baseURI).href);
  }
  copy.prepend(style);
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: "image/svg+xml" });
}

/** The map as a picture on white, in twice the size of the screen where that is not too large. */
export async function asPng(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const scale = Math.min(2, LARGEST / width, LARGEST / height);
  const picture = new Image();
  picture.src = URL.createObjectURL(await asSvg(svg, { light: true }));
  await picture.decode();
  const canvas = h("canvas", { width: width * scale, height: height * scale });
  const context = canvas.getContext("2d");
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** Print the map on one page of its own size; the browser can save that as PDF. */
export function print(svg) {
  const { width, height } = svg.viewBox.baseVal;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${Math.ceil(width + 40)}px ${Math.ceil(height + 40)}px; margin: 20px; }`);
  document.adoptedStyleSheets.push(sheet);
  addEventListener("afterprint", () => { document.adoptedStyleSheets.pop(); }, { once: true });
  window.print();
}

export function save(content, name) {
  const address = URL.createObjectURL(content);
  h("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
