// The page's words. They come from the server; none stand in the scripts.

let words = {};
let language = "en";
const others = new Map();

/** Loads a language and makes it the page's. */
export async function speak(tag) {
  words = await fetched(tag);
  language = tag;
  document.documentElement.lang = tag;
  document.title = t("page-title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
}

/** A text in the page's language, with what it names put in. */
export function t(key, values = {}) {
  return filled(words[key] ?? key, values);
}

/** A text in a person's own language, whatever the page is read in. */
export async function inTheirs(tag, key) {
  return (await fetched(nearest(tag)))[key] ?? key;
}

/** The page's language. */
export function spoken() {
  return language;
}

/** The page's language nearest to a platform's tag. */
export function nearest(tag) {
  const [first, ...rest] = tag.toLowerCase().split(/[-_]/);
  if (["zh", "yue", "cmn"].includes(first)) return rest.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-Hant" : "zh-Hans";
  return first === "es" ? "es" : "en";
}

/** A time of day in the page's language. */
export function clock(iso) {
  return new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(new Date(iso));
}

async function fetched(tag) {
  if (!others.has(tag)) {
    const answer = await fetch(`/playground/texts/${tag}`);
    others.set(tag, await answer.json());
  }
  return others.get(tag);
}

function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
