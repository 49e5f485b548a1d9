// Elements and words, in few bytes.

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

export function sentence(text) {
  return text[0].toUpperCase() + text.slice(1);
}

export function count(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

export function slug(text) {
  return text.replaceAll(" ", "-");
}
