// Inline, as the right platform has it: who types the bot's name and some words is offered what to write instead.

import { el } from "./dom.js";
import { t } from "./texts.js";

const ASKED = /^@cattax\s+(\S[^]*)$/iu; // as `BOT_HANDLE` of commands.py
const PAUSE = 350;
const LONGEST = 200;

/** The list above the composer: Enter takes the first, Escape closes, a click takes any. */
export class InlineList {
  constructor(panel, composer) {
    this.panel = panel;
    this.composer = composer;
    this.nonce = "";
    this.timer = 0;
    this.shown = [];
    this.node = el("div", { class: "commands inline", role: "group", "aria-label": t("inline"), hidden: true });
  }

  filter(text) {
    clearTimeout(this.timer);
    this.nonce = "";
    this.shown = [];
    this.draw();
    const found = this.panel.name === "right" ? ASKED.exec(text) : null;
    if (found) this.timer = setTimeout(() => this.ask(found[1].slice(0, LONGEST)), PAUSE);
  }

  ask(text) {
    this.nonce = `inline${(this.panel.asks += 1)}`;
    this.panel.say({ type: "ask_inline", text, nonce: this.nonce });
  }

  hear(nonce, text) {
    if (nonce !== this.nonce) return;
    this.shown.push(text);
    this.draw();
  }

  draw() {
    this.node.hidden = this.shown.length === 0;
    this.node.setAttribute("aria-label", t("inline"));
    const options = this.shown.map((text) => el("button", { type: "button", class: "command", dir: "auto", on: { click: () => this.take(text) } }, text));
    this.node.replaceChildren(el("p", { class: "command-note" }, t("inline")), ...options);
  }

  take(text) {
    this.composer.input.value = text;
    this.composer.typed();
    this.composer.input.focus();
  }

  /** True when the key was for the list. */
  key(event) {
    if (this.shown.length === 0 || event.shiftKey || !["Enter", "Escape"].includes(event.key)) return false;
    event.preventDefault();
    if (event.key === "Enter") this.take(this.shown[0]);
    else {
      this.shown = [];
      this.draw();
    }
    return true;
  }
}
