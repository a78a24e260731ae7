// Rich text as the server drew it -> nodes.

import { el } from "./dom.js";
import { spoken, t } from "./texts.js";

const TAGS = { bold: "strong", italic: "em", underline: "u", strike: "s", code: "code" };

/** The nodes of a text. Runs of quotation, of code blocks and of what is hidden stand in one frame each. */
export function rich(parts) {
  const nodes = [];
  let frame = null;
  for (const run of runs(parts)) {
    if (run.length > 1) {
      frame = null;
      nodes.push(spoiler(...run.map(plainly)));
      continue;
    }
    const [part] = run;
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

/** What is hidden side by side is one run that opens at once, with who is named in its midst; anything else stands alone. */
function runs(parts) {
  const found = [];
  for (const part of parts) {
    const between = found.length > 1 && found.at(-1)[0].kind !== "span" && isHidden(found.at(-2)[0]);
    const run = found.at(between ? -2 : -1);
    if (isHidden(part) && run !== undefined && isHidden(run[0])) run.push(...(between ? found.pop() : []), part);
    else found.push([part]);
  }
  return found;
}

function isHidden(part) {
  return part.kind === "span" && part.styles.includes("spoiler") && !part.styles.includes("quote") && !part.styles.includes("block");
}

function drawn(part) {
  return part.styles?.includes("spoiler") ? spoiler(plainly(part)) : plainly(part);
}

function plainly(part) {
  if (part.kind === "mention") return el("span", { class: "mention" }, `@${part.name}`);
  if (part.kind === "moment") return moment(part);
  let node = part.url
    ? el("a", { href: part.url, target: "_blank", rel: "noopener noreferrer" }, part.text)
    : document.createTextNode(part.text);
  for (const style of part.styles) if (TAGS[style]) node = el(TAGS[style], {}, node);
  return node;
}

function spoiler(...inside) {
  const node = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-expanded": "false", "aria-label": t("spoiler") });
  node.append(el("span", { class: "spoiler-text" }, ...inside));
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
