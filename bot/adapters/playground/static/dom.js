// Elements are made from text alone: nothing that anyone typed is ever read as markup.

const SVG = "http://www.w3.org/2000/svg";

/** Makes an element. `attributes`: class, on (listeners), data (dataset), and any attribute; null or false leaves one out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "on") for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === "data") Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const ICONS = {
  send: "M4 12 20 4l-5 16-4-6z M11 14 20 4",
  attach: "M12 5v14 M5 12h14",
  more: "M5 12h.01 M12 12h.01 M19 12h.01",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z M2.5 20c.6-4 3-6 6.5-6s5.9 2 6.5 6 M16 4.5a3.5 3.5 0 0 1 0 6.5 M18 14.5c2 .8 3.2 2.7 3.5 5.5",
  close: "M6 6l12 12 M18 6 6 18",
  down: "M6 9l6 6 6-6",
  reply: "M10 6 4 12l6 6 M4 12h9c4 0 6.5 2 7 6",
  silent: "M6 17h12l-1.5-2.5V10a4.5 4.5 0 0 0-9 0v4.5z M10 20h4 M4 4l16 16",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  link: "M14 5h5v5 M19 5l-9 9 M17 14v5H5V7h5",
  file: "M6 3h8l4 4v14H6z M14 3v4h4",
  check: "M5 12.5l4.5 4.5L19 7.5",
  react: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z M8.5 14.5c1 1.5 2.2 2 3.5 2s2.5-.5 3.5-2 M9 9.5h.01 M15 9.5h.01",
  pin: "M9 4h6l-1 6 3 3v2H7v-2l3-3z M12 15v5",
  note: "M12 8v5 M12 16.5h.01 M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z",
};

/** One of our own line drawings; it says nothing to who listens, a label beside it does. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** The round picture of a person, or of the bot. */
export function avatar(person, small = false) {
  const size = small ? " small" : "";
  if (!person) return el("img", { class: `avatar bot${size}`, src: "/playground/static/cat-face.svg", alt: "" });
  const initial = [...person.name.trim()][0] ?? "?";
  return el("span", { class: `avatar hue-${person.colour}${size}`, "aria-hidden": "true" }, initial.toUpperCase());
}

/** A button that shows an icon and tells its name. */
export function iconButton(name, label, action, extra = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, on: { click: action }, ...extra }, icon(name));
}

/** The small signs of the roles that somebody has. */
export function badges(roles) {
  return roles.map((role) => el("span", { class: "badge" }, role.name));
}
