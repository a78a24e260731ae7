// Dialogues of admins: what a chat is called, and the roles.

import { openDialog } from "./dialogs.js";
import { el } from "./dom.js";
import { t } from "./texts.js";

const NAME = "40";

/** Asks for a name; `save` gets it. */
export function nameDialog(title, now, save) {
  openDialog(title, (close) => {
    const name = el("input", { id: "given-name", required: true, maxlength: NAME, autocomplete: "off" });
    name.value = now;
    const send = (event) => {
      event.preventDefault();
      save(name.value);
      close();
    };
    return el(
      "form",
      { class: "dialog-body", on: { submit: send } },
      el("div", { class: "field" }, el("label", { for: "given-name" }, t("name")), name),
      el("div", { class: "dialog-actions" }, el("button", { type: "button", class: "button quiet", on: { click: close } }, t("cancel")), el("button", { type: "submit", class: "button main" }, t("save"))),
    );
  });
}

/** The roles of a panel's space: renamed, deleted and made. It follows what others change meanwhile. */
export function rolesDialog(panel) {
  openDialog(t("fact-roles"), () => {
    const list = el("div", { class: "role-list" });
    const draw = () => list.replaceChildren(...panel.side.roles.map((role) => roleForm(role, panel)));
    panel.follow(list, draw);
    draw();
    return el("div", { class: "dialog-body" }, list, roleForm(null, panel));
  });
}

function roleForm(role, panel) {
  const label = role ? role.name : t("role-new");
  const name = el("input", { required: true, maxlength: NAME, autocomplete: "off", "aria-label": label, placeholder: role ? null : label });
  name.value = role?.name ?? "";
  const send = (event) => {
    event.preventDefault();
    panel.say(role ? { type: "rename_role", role: role.id, name: name.value } : { type: "make_role", name: name.value });
    if (!role) name.value = "";
  };
  const remove = role && el("button", { type: "button", class: "button danger", "aria-label": t("role-delete", { name: role.name }), on: { click: () => panel.say({ type: "delete_role", role: role.id }) } }, t("delete"));
  return el("form", { class: "role-row", on: { submit: send } }, name, el("button", { type: "submit", class: role ? "button quiet" : "button main" }, role ? t("save") : t("role-make")), remove);
}
