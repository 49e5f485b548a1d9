// The map as it is shown, to take away: SVG with its colours, PNG, and PDF by the browser's print.

const LARGEST = 12000; // pixels a side that every browser can draw

const VARIABLE = /(--[\w-]+):\s*light-dark\(([^,()]+),([^,()]+)\);/g;

/** The map as an SVG file of its own: the stylesheet inside, colours as such. */
export async function asSvg(svg) {
  const css = await (await fetch(new URL("map.css", import.meta.url))).text();
  const copy = svg.cloneNode(true);
  copy.removeAttribute("style");
  copy.setAttribute("class", "cb-map");
  copy.querySelectorAll(".cb-gone").forEach((part) => part.remove());
  for (const link of copy.querySelectorAll("a")) {
    link.setAttribute("href", new URL(link.getAttribute("href"), document.baseURI).href);
  }
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = resolved(css, isDark() ? 2 : 1);
  copy.prepend(style);
  return new XMLSerializer().serializeToString(copy);
}

/** The map as a picture, in twice the size of the screen where that is not too large. */
export async function asPng(svg) {
  const [width, height] = ["width", "height"].map((name) => Number(svg.getAttribute(name)));
  const scale = Math.min(2, LARGEST / width, LARGEST / height);
  const picture = new Image();
  picture.src = URL.createObjectURL(new Blob([await asSvg(svg)], { type: "image/svg+xml" }));
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * scale, height: height * scale });
  const context = canvas.getContext("2d");
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(picture.src);
  return new Promise((done) => { canvas.toBlob(done, "image/png"); });
}

/** Print the map on one page of its own size; the browser can save that as PDF. */
export function print(svg) {
  const [width, height] = ["width", "height"].map((name) => Math.ceil(Number(svg.getAttribute(name))));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`@page { size: ${width + 40}px ${height + 40}px; margin: 20px; }`);
  document.adoptedStyleSheets.push(sheet);
  addEventListener("afterprint", () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  }, { once: true });
  window.print();
}

export function save(content, name) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: "image/svg+xml" }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function resolved(css, scheme) {
  const colours = new Map([...css.matchAll(VARIABLE)].map((found) => [found[1], found[scheme].trim()]));
  return css.replace(VARIABLE, "").replace(/var\((--[\w-]+)\)/g, (use, name) => colours.get(name) ?? use);
}

function isDark() {
  return getComputedStyle(document.body).colorScheme === "dark" || document.body.dataset.mdColorScheme === "slate";
}
