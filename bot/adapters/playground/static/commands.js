// Commands: the list that opens at "/", and left the dialogue for a command's parameters, with completion.

import { el } from "./dom.js";
import { t } from "./texts.js";

const HANDLE = "cattax"; // as `BOT_HANDLE` of commands.py

/** The list above the composer. Arrow keys move, Enter or Tab takes, Escape closes. */
export class CommandList {
  constructor(panel, composer) {
    this.panel = panel;
    this.composer = composer;
    this.shown = [];
    this.at = 0;
    this.node = el("div", { class: "commands", role: "listbox", id: `commands-${panel.name}`, "aria-label": t("commands"), hidden: true });
  }

  refresh() {
    this.node.setAttribute("aria-label", t("commands"));
    this.filter(this.composer.input.value);
  }

  offered() {
    const kind = this.panel.chat()?.kind;
    const inPrivate = kind === "private";
    if (kind === "elsewhere") return this.panel.name === "left" ? this.panel.side.commands.filter((command) => command.visiting) : [];
    return this.panel.side.commands.filter((command) => command.scope === "anywhere" || (command.scope === "private") === inPrivate);
  }

  /** As it is typed: only left are commands named in the reader's language. */
  typedName(command) {
    return this.panel.side.powers.commands_as_dialogue ? command.label : command.name;
  }

  /** The command that a text begins with, once more is written behind its name, and what that is; else null. */
  begun(text) {
    const found = /^\/(\S+)\s([\s\S]*)$/u.exec(text);
    const command = found && this.offered().find((offer) => offer.label === found[1] || offer.name === found[1]);
    return command ? { command, words: found[2].trim() } : null;
  }

  filter(text) {
    const found = /^\/(\S*)$/u.exec(text);
    this.shown = found ? this.offered().filter((command) => `${command.label} ${command.name}`.toLowerCase().includes(found[1].toLowerCase())) : [];
    this.at = 0;
    this.draw();
  }

  draw() {
    this.node.hidden = this.shown.length === 0;
    this.node.replaceChildren(
      ...this.shown.map((command, index) =>
        el(
          "div",
          { class: "command", role: "option", id: `${this.node.id}-${index}`, "aria-selected": String(index === this.at), on: { pointerdown: (event) => event.preventDefault(), click: () => this.take(command) } },
          el("strong", {}, `/${this.typedName(command)}`),
          ...command.parameters.map((parameter) => el("span", { class: "parameter" }, parameter.label)),
          el("span", { class: "command-note" }, command.description),
        ),
      ),
    );
    const { input } = this.composer;
    if (this.shown.length === 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", `${this.node.id}-${this.at}`);
    this.node.children[this.at]?.scrollIntoView({ block: "nearest" });
  }

  /** True when the key was for the list. */
  key(event) {
    if (this.shown.length === 0) return false;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined) {
      this.at = (this.at + move + this.shown.length) % this.shown.length;
      this.draw();
    } else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") this.take(this.shown[this.at], event.key === "Tab");
    else if (event.key === "Escape") {
      this.shown = [];
      this.draw();
    } else return false;
    event.preventDefault();
    return true;
  }

  /** Left opens the dialogue or runs it; right writes it, and sends it unless more is to be written (`goesOn`, by Tab). */
  take(command, goesOn = false) {
    const { panel, composer } = this;
    if (!panel.side.powers.commands_as_dialogue) {
      const more = goesOn || command.parameters.some((parameter) => parameter.required);
      // In a group a picked command carries the bot's name: names that other bots use too are obeyed only so.
      const addressee = panel.chat()?.kind === "private" ? "" : `@${HANDLE}`;
      composer.input.value = `/${command.name}${addressee}${more ? " " : ""}`;
      composer.typed();
      this.shown = [];
      this.draw();
      if (more) composer.input.focus();
      else composer.send();
      return;
    }
    this.shown = [];
    this.draw();
    if (command.parameters.length > 0) composer.openForm(command);
    else {
      composer.clear();
      panel.command(command.name, []);
    }
  }
}

/** The dialogue for a command's parameters. */
export class CommandForm {
  constructor(command, panel, close) {
    this.command = command;
    this.panel = panel;
    this.controls = command.parameters.map((parameter) => ({ parameter, value: () => "", node: null }));
    const fields = this.controls.map((control) => this.field(control));
    this.problem = el("p", { class: "problem", role: "alert" });
    this.node = el(
      "form",
      {
        class: "command-form",
        "aria-label": `/${command.label}`,
        on: {
          submit: async (event) => {
            event.preventDefault();
            if (await this.run()) close();
          },
          keydown: (event) => {
            if (event.key === "Escape" && !event.defaultPrevented) {
              event.preventDefault();
              close();
            }
          },
        },
      },
      el("p", { class: "command-title" }, el("strong", {}, `/${command.label}`), " ", command.description),
      ...fields,
      this.problem,
      el("div", { class: "dialog-actions" }, el("button", { type: "button", class: "button quiet", on: { click: close } }, t("cancel")), el("button", { type: "submit", class: "button main" }, t("run-command"))),
    );
  }

  focus() {
    this.node.querySelector("input, select")?.focus();
  }

  /** Puts words that were typed behind the command's name where they belong: a choice's own word there, else all of them. */
  fill(words) {
    let rest = words;
    for (const { node, parameter } of this.controls) {
      const [first] = rest.split(/\s/u, 1);
      if (node.tagName === "SELECT") {
        const meant = [...node.options].find(({ value, label }) => value && [value, label].some((name) => name.toLowerCase() === first.toLowerCase()));
        if (!meant) continue;
        node.value = meant.value;
        rest = rest.slice(first.length).trim();
      } else if (parameter.kind !== "file" && rest) {
        node.value = rest;
        rest = "";
      }
    }
    (this.controls.find(({ node }) => !node.value) ?? this.controls[0])?.node.focus();
  }

  field(control) {
    const { parameter } = control;
    const id = `parameter-${this.panel.name}-${parameter.name}`;
    const node = this.input(parameter, id);
    control.node = node;
    control.value = () => (parameter.kind === "switch" ? (node.value === "" ? "" : node.value) : node.value);
    const label = el("label", { for: id }, parameter.label, parameter.required && el("span", { class: "required", title: t("required") }, " *"));
    const hint = el("span", { class: "hint" }, parameter.description);
    return el("div", { class: "field" }, label, node, parameter.completes && this.completing(control, id), hint);
  }

  input(parameter, id) {
    const options = this.options(parameter);
    if (options) return el("select", { id, required: parameter.required }, el("option", { value: "" }, t("pick-one")), ...options.map(([value, label]) => el("option", { value }, label)));
    if (parameter.kind === "file") return el("input", { id, type: "file", required: parameter.required });
    const number = parameter.kind === "integer" || parameter.kind === "number";
    return el("input", {
      id,
      type: number ? "number" : "text",
      step: parameter.kind === "number" ? "any" : null,
      min: number ? parameter.least : null,
      max: number ? parameter.most : null,
      required: parameter.required,
      autocomplete: "off",
    });
  }

  options(parameter) {
    if (parameter.choices.length > 0) return parameter.choices;
    if (parameter.kind === "switch") return [["true", t("yes")], ["false", t("no")]];
    if (parameter.kind === "member") return this.panel.side.people.filter((person) => person.member).map((person) => [person.id, person.name]);
    if (parameter.kind === "chat") return this.panel.side.chats.filter((chat) => chat.kind !== "private").map((chat) => [chat.place, this.panel.chatLabel(chat)]);
    return null;
  }

  /** Suggestions under a field, asked for while it is typed. */
  completing(control, id) {
    const { node, parameter } = control;
    const list = el("div", { class: "commands suggestions", role: "listbox", id: `${id}-list`, "aria-label": parameter.label, hidden: true });
    node.setAttribute("role", "combobox");
    node.setAttribute("aria-controls", list.id);
    node.setAttribute("aria-expanded", "false");
    let items = [];
    let at = -1;
    let wanted = 0;
    const draw = () => {
      list.hidden = items.length === 0;
      node.setAttribute("aria-expanded", String(items.length > 0));
      list.replaceChildren(
        ...items.map(([label, value], index) =>
          el("div", { class: "command", role: "option", id: `${list.id}-${index}`, "aria-selected": String(index === at), on: { pointerdown: (event) => event.preventDefault(), click: () => take(value) } }, label),
        ),
      );
      if (at < 0) node.removeAttribute("aria-activedescendant");
      else node.setAttribute("aria-activedescendant", `${list.id}-${at}`);
    };
    const take = (value) => {
      node.value = value;
      items = [];
      at = -1;
      draw();
    };
    const ask = async () => {
      wanted += 1;
      const mine = wanted;
      const found = await this.panel.complete(this.command.name, parameter.name, node.value, this.givenNow());
      if (mine !== wanted || document.activeElement !== node) return;
      items = found;
      at = -1;
      draw();
    };
    node.addEventListener("input", ask);
    node.addEventListener("focus", ask);
    node.addEventListener("blur", () => {
      items = [];
      draw();
    });
    node.addEventListener("keydown", (event) => {
      if (items.length === 0) return;
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (move !== undefined) at = (at + move + items.length) % items.length;
      else if (event.key === "Enter" && at >= 0) return void (event.preventDefault(), take(items[at][1]));
      else if (event.key === "Escape") items = [];
      else return;
      event.preventDefault();
      draw();
    });
    return list;
  }

  givenNow() {
    return this.controls.filter(({ parameter, node }) => parameter.kind !== "file" && node?.value).map(({ parameter, value }) => ({ name: parameter.name, value: value() }));
  }

  async run() {
    const given = this.givenNow();
    for (const { parameter, node } of this.controls) {
      if (parameter.kind !== "file" || node.files.length === 0) continue;
      const kept = await this.panel.upload(node.files[0]);
      if (kept.refused) {
        this.problem.textContent = kept.refused;
        return false;
      }
      given.push({ name: parameter.name, value: kept.id });
    }
    return this.panel.command(this.command.name, given);
  }
}
