// Search in a large site: of the index, only what the words sought need is fetched. The pages that
// hold them are handed to Material's worker, which ranks and marks them as it does everywhere.

const [PAGES, FILES] = [20, 3]; // to look through at most, for a search and for a word in it
const files = new Map();

/** The entries of the pages that hold the words of a query best. */
export async function entries(query, parts) {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const scores = new Map();
  for (const places of await Promise.all(words.map((word) => pagesOf(word, parts)))) {
    const rare = Math.log(1 + parts.all / places.size);
    for (const [page, weight] of places) scores.set(page, (scores.get(page) ?? 0) + weight * rare);
  }
  const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, PAGES);
  const found = await Promise.all(best.map(async ([page]) => {
    const file = await read(`pages-${Math.floor(page / parts.pages)}`);
    return file[page % parts.pages];
  }));
  return found.flat();
}

/** For each page with a word that begins as asked, what that counts for: titles and whole words more. */
async function pagesOf(begin, { words }) {
  const last = (limit) => words.findLastIndex((first) => first <= limit);
  const from = Math.max(last(begin), 0);
  const to = Math.min(last(`${begin}\uffff`), from + FILES - 1);
  const numbers = Array.from({ length: Math.max(to - from + 1, 0) }, (_, step) => from + step);
  const found = new Map();
  for (const file of await Promise.all(numbers.map((number) => read(`words-${number}`)))) {
    for (const [word, steps] of Object.entries(file)) {
      if (!word.startsWith(begin)) continue;
      let place = 0;
      for (const step of steps) {
        place += step;
        const weight = (place % 2 ? 3 : 1) * (word === begin ? 2 : 1);
        found.set(place >> 1, Math.max(found.get(place >> 1) ?? 0, weight));
      }
    }
  }
  return found;
}

function read(name) {
  if (!files.has(name)) files.set(name, fetched(name));
  return files.get(name);
}

async function fetched(name) {
  const answer = await fetch(new URL(`${name}.json`, import.meta.url));
  return answer.json();
}
