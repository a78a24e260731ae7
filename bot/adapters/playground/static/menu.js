// A small menu that opens at a button: arrow keys move, Escape and a click elsewhere close it, focus goes back.

import { badges, el } from "./dom.js";

let open = null;

/**
 * Opens a menu. `items`: {label, note, before (node), badges (roles), action, checked, danger} or null for a line between.
 * `keep` makes it a choice (radio items).
 */
export function openMenu(opener, label, items, keep = false) {
  const again = open?.opener === opener;
  closeMenu(false);
  if (again) return;
  const list = el("div", { class: "menu", role: "menu", "aria-label": label, tabindex: "-1" });
  for (const item of items) list.append(item === null ? el("hr", { role: "separator" }) : entry(item, keep));
  document.body.append(list);
  open = { opener, list };
  opener.setAttribute("aria-expanded", "true");
  place(list, opener);
  list.addEventListener("keydown", move);
  (list.querySelector('[aria-checked="true"]') ?? list.querySelector("button"))?.focus();
}

function entry(item, keep) {
  return el(
    "button",
    {
      type: "button",
      role: keep ? "menuitemradio" : "menuitem",
      "aria-checked": keep ? String(Boolean(item.checked)) : null,
      class: item.danger ? "menu-item danger" : "menu-item",
      tabindex: "-1",
      on: {
        click: () => {
          closeMenu();
          item.action();
        },
      },
    },
    item.before,
    el("span", { class: "menu-words" }, el("span", { class: "menu-label" }, item.label, badges(item.badges ?? [])), item.note && el("span", { class: "menu-note" }, item.note)),
  );
}

function place(list, opener) {
  const anchor = opener.getBoundingClientRect();
  const size = list.getBoundingClientRect();
  const left = Math.max(8, Math.min(anchor.left, window.innerWidth - size.width - 8));
  const below = anchor.bottom + 6;
  const top = below + size.height < window.innerHeight - 8 ? below : Math.max(8, anchor.top - size.height - 6);
  list.style.setProperty("left", `${left}px`);
  list.style.setProperty("top", `${top}px`);
}

function move(event) {
  const items = [...open.list.querySelectorAll("button")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (event.key === "Escape" || event.key === "Tab") {
    event.preventDefault();
    event.stopPropagation();
    closeMenu();
  } else if (to !== undefined) {
    event.preventDefault();
    items[(to + items.length) % items.length]?.focus();
  }
}

export function closeMenu(refocus = true) {
  if (open === null) return;
  const { opener, list } = open;
  open = null;
  list.remove();
  opener.setAttribute("aria-expanded", "false");
  if (refocus && opener.isConnected) opener.focus();
}

document.addEventListener("pointerdown", (event) => {
  if (open && !open.list.contains(event.target) && !open.opener.contains(event.target)) closeMenu(false);
});
window.addEventListener("resize", () => closeMenu(false));
