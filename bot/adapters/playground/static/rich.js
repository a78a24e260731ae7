// Rich text as the server drew it -> nodes.

import { el } from "./dom.js";
import { spoken, t } from "./texts.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strike: "s", code: "code" };

/** The nodes of a text. Runs of quotation and of code blocks stand in one frame each. */
export function rich(parts) {
  const nodes = [];
  let frame = null;
  for (const part of parts) {
    const kind = part.kind === "span" ? ["quote", "block"].find((style) => part.styles.includes(style)) : undefined;
    if (kind === undefined) {
      frame = null;
      nodes.push(drawn(part));
      continue;
    }
    if (frame?.kind !== kind) {
      frame = { kind, node: el(kind === "quote" ? "blockquote" : "pre") };
      nodes.push(frame.node);
    }
    frame.node.append(drawn(part));
  }
  return nodes;
}

function drawn(part) {
  if (part.kind === "mention") return el("span", { class: "mention" }, `@${part.name}`);
  if (part.kind === "moment") return moment(part);
  let node = part.url
    ? el("a", { href: part.url, target: "_blank", rel: "noopener noreferrer" }, part.text)
    : document.createTextNode(part.text);
  for (const style of part.styles) if (TAGS[style]) node = el(TAGS[style], {}, node);
  return part.styles.includes("spoiler") ? spoiler(node) : node;
}

function spoiler(inside) {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-expanded": "false", "aria-label": t("spoiler") });
  node.append(el("span", { class: "spoiler-text" }, inside));
  const reveal = () => {
    node.classList.add("open");
    node.setAttribute("aria-expanded", "true");
    node.removeAttribute("aria-label");
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      reveal();
    }
  });
  return node;
}

const FORMATS = {
  date: { dateStyle: "long" },
  time: { timeStyle: "short" },
  "date-time": { dateStyle: "long", timeStyle: "short" },
};

function moment(part) {
  const when = new Date(part.when);
  const text = part.style === "relative" ? relative(when) : new Intl.DateTimeFormat(spoken(), FORMATS[part.style]).format(when);
  return el("time", { datetime: part.when, title: part.written }, text);
}

const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

function relative(when) {
  const seconds = (when.getTime() - Date.now()) / 1000;
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(spoken(), { numeric: "auto" }).format(Math.round(seconds / length), unit);
}
