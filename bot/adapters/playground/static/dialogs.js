// Dialogues: the browser's own <dialog> keeps the focus inside and closes on Escape.

import { avatar, el, iconButton } from "./dom.js";
import { nearest, t } from "./texts.js";

const LANGUAGES = ["en", "zh-Hans", "zh-Hant", "es"];

/** Opens a dialogue; gives a function that closes it. */
export function openDialog(title, body, { className = "" } = {}) {
  const close = () => dialog.close();
  const heading = el("h2", { id: "dialog-title" }, title);
  const dialog = el(
    "dialog",
    { class: `dialog ${className}`, "aria-labelledby": "dialog-title" },
    el("div", { class: "dialog-head" }, heading, iconButton("close", t("close"), close)),
    body(close),
  );
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("pointerdown", (event) => event.target === dialog && close());
  document.body.append(dialog);
  dialog.showModal();
  (dialog.querySelector("input, textarea, select, .dialog-body button") ?? dialog.querySelector("button")).focus();
  return close;
}

function actions(close, submit) {
  return el(
    "div",
    { class: "dialog-actions" },
    el("button", { type: "button", class: "button quiet", on: { click: close } }, t("cancel")),
    el("button", { type: "submit", class: "button main" }, submit),
  );
}

function labelled(id, label, required, hint, control) {
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, label, required && el("span", { class: "required", title: t("required") }, " *")),
    hint && el("p", { class: "hint", id: `${id}-hint` }, hint),
    control,
  );
}

/** Asks for a new person. */
export function newPersonDialog(make) {
  openDialog(t("new-person"), (close) => {
    const name = el("input", { id: "person-name", required: true, maxlength: "40", autocomplete: "off" });
    const language = el("select", { id: "person-language" }, ...LANGUAGES.map((tag) => el("option", { value: tag }, t(`language-${tag}`))));
    const send = (event) => {
      event.preventDefault();
      make(name.value, language.value);
      close();
    };
    return el(
      "form",
      { class: "dialog-body", on: { submit: send } },
      labelled("person-name", t("new-person-name"), true, null, name),
      labelled("person-language", t("new-person-language"), true, t("new-person-hint"), language),
      actions(close, t("new-person-make")),
    );
  });
}

/** Shows who somebody is, and what can be done with them. `roles`: {name}; `choices`: {label, action, danger}. */
export function personDialog(person, isYou, roles, choices) {
  openDialog(isYou ? t("who-am-i") : t("about", { name: person.name }), (close) => {
    const facts = [
      [t("fact-handle"), `@${person.handle}`],
      [t("fact-language"), `${t(`language-${nearest(person.language)}`)} (${person.language})`],
      [t("fact-rank"), t(`rank-${person.access}`)],
      [t("fact-state"), stateOf(person)],
      roles.length > 0 && [t("fact-roles"), roles.map((role) => role.name).join(", ")],
    ].filter(Boolean);
    return el(
      "div",
      { class: "dialog-body person-card" },
      el("div", { class: "person-top" }, avatar(person), el("strong", {}, person.name), isYou && el("span", { class: "chip" }, t("this-is-you"))),
      el("dl", {}, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
      el(
        "div",
        { class: "dialog-actions wrap" },
        ...choices.map((choice) =>
          el(
            "button",
            { type: "button", class: choice.danger ? "button danger" : "button quiet", on: { click: () => (close(), choice.action()) } },
            choice.label,
          ),
        ),
      ),
    );
  });
}

/** Whether somebody is in, out, at the door, muted or banned. */
export function stateOf(person) {
  if (person.banned) return t("state-banned");
  if (person.asking) return t("state-asking");
  if (person.screening) return t("state-captcha");
  if (person.muted) return t("state-muted");
  return person.member ? t("state-member") : t("state-outside");
}

/** Shows a form of the bot's. `upload` puts files up and gives their ids; `send` gets the answers. */
export function formDialog(form, upload, send) {
  return openDialog(
    form.title,
    (close) => {
      const controls = form.fields.map((field, index) => ({ field, id: `form-${index}`, control: control(field, `form-${index}`) }));
      const problem = el("p", { class: "problem", role: "alert" });
      const submit = async (event) => {
        event.preventDefault();
        problem.textContent = "";
        const answers = [];
        for (const { field, control: node } of controls) {
          const answer = await answered(field, node, upload);
          if (answer.refused) {
            problem.textContent = answer.refused;
            return;
          }
          answers.push(answer);
        }
        send(answers);
        close();
      };
      return el(
        "form",
        { class: "dialog-body", on: { submit } },
        ...controls.map(({ field, id, control: node }) => labelled(id, field.label, field.required, field.kind === "file" ? field.hint : null, node)),
        problem,
        actions(close, t("form-send")),
      );
    },
    { className: "form" },
  );
}

function control(field, id) {
  if (field.kind === "file") return el("input", { id, type: "file", multiple: field.most > 1, required: field.required });
  if (field.kind === "text") {
    const attributes = { id, required: field.required, maxlength: field.longest, minlength: field.shortest || null, placeholder: field.hint || null };
    const node = el(field.lines ? "textarea" : "input", field.lines ? { ...attributes, rows: "4" } : { ...attributes, autocomplete: "off" });
    node.value = field.value;
    return node;
  }
  if (field.most === 1) {
    const blank = el("option", { value: "" }, t("pick-one"));
    return el("select", { id, required: field.required }, blank, ...field.options.map(([value, label, picked]) => el("option", { value, selected: picked }, label)));
  }
  return el(
    "div",
    { id, class: "checks", role: "group", "aria-label": field.label },
    ...field.options.map(([value, label, picked]) =>
      el("label", { class: "check" }, el("input", { type: "checkbox", value, checked: picked }), label),
    ),
  );
}

async function answered(field, node, upload) {
  if (field.kind === "text") return { key: field.key, text: node.value };
  if (field.kind === "choice") {
    const picked = field.most === 1 ? [node.value].filter(Boolean) : [...node.querySelectorAll("input:checked")].map((box) => box.value);
    return { key: field.key, picked };
  }
  const files = [];
  for (const file of node.files) {
    const kept = await upload(file);
    if (kept.refused) return kept;
    files.push(kept.id);
  }
  return { key: field.key, files };
}
