// Where one writes: text, pictures and files, answers and changes, and the start of commands.

import { CommandForm, CommandList } from "./commands.js";
import { el, icon, iconButton } from "./dom.js";
import { InlineList } from "./inline.js";
import { openMenu } from "./menu.js";
import { closedNote } from "./opening.js";
import { inTheirs, t } from "./texts.js";

const SAMPLES = { "cat-photo": "jpg", cat: "svg", "cat-two": "svg", dog: "svg", teapot: "svg", cactus: "svg" };

function thumb(sample) {
  return `/playground/static/samples/${sample}.${SAMPLES[sample]}`;
}

export class Composer {
  constructor(panel) {
    this.panel = panel;
    this.about = null; // {kind: "reply" | "edit", post}
    this.kept = []; // files: {id, name} or samples: {sample, name}
    this.waiting = new Map(); // what was written and not sent, by chat
    this.build();
  }

  build() {
    const { panel } = this;
    this.banner = el("div", { class: "banner", hidden: true });
    this.tray = el("ul", { class: "tray", "aria-label": t("files-to-send"), hidden: true });
    this.input = el("textarea", { rows: "1", id: `write-${panel.name}`, "aria-autocomplete": "list", "aria-controls": `commands-${panel.name}`, on: { input: () => this.typed(), keydown: (event) => this.key(event), paste: (event) => this.pasted(event) } });
    this.picker = el("input", { type: "file", multiple: true, hidden: true, tabindex: "-1", "aria-hidden": "true", on: { change: () => this.picked() } });
    this.attach = iconButton("attach", t("attach"), () => this.openAttach(), { "aria-haspopup": "menu", "aria-expanded": "false" });
    this.sendButton = iconButton("send", t("send"), () => this.send());
    this.sendButton.classList.add("send");
    this.commands = new CommandList(panel, this);
    this.inline = new InlineList(panel, this);
    this.form = null;
    this.bar = el("div", { class: "bar" }, this.attach, this.input, this.sendButton);
    this.slot = el("div", { class: "command-slot" });
    this.note = el("div", { class: "closed-note", role: "status", hidden: true });
    this.filesBox = el("input", { type: "checkbox" });
    this.asFiles = el("label", { class: "as-files", hidden: true }, this.filesBox, el("span", {}));
    this.node = el("div", { class: "composer" }, this.commands.node, this.inline.node, this.slot, this.banner, this.tray, this.asFiles, this.note, this.bar, this.picker);
  }

  /** Shows whether one can write here, and names the chat. */
  refresh() {
    const { panel } = this;
    const chat = panel.chat();
    const allowed = panel.canWrite();
    const label = chat?.kind === "private" ? t("write-to", { name: t("bot-name") }) : t("write-in", { chat: chat ? panel.chatLabel(chat) : "" });
    this.input.placeholder = allowed ? label : t("write-not");
    this.input.setAttribute("aria-label", label);
    this.input.maxLength = panel.side.powers.text;
    for (const node of [this.input, this.attach, this.sendButton]) node.disabled = !allowed;
    this.node.classList.toggle("off", !allowed);
    this.isOpen = allowed;
    this.close(closedNote(panel));
    this.asFiles.lastChild.textContent = t("as-files");
    for (const [node, key] of [[this.attach, "attach"], [this.sendButton, "send"]]) {
      node.setAttribute("aria-label", t(key));
      node.title = t(key);
    }
    this.commands.refresh();
  }

  /** Puts a note where one would write, that says why one cannot now; null opens again. What was typed waits. */
  close(note) {
    const focused = this.node.contains(document.activeElement);
    const shown = note !== null;
    this.note.replaceChildren(...(note ?? []));
    if (shown === this.bar.hidden) return;
    this.note.hidden = !shown;
    this.bar.hidden = shown;
    if (shown) this.closeForm();
    else this.fit(); // what is hidden has no height
    if (focused && shown) this.panel.log?.focus({ preventScroll: true });
    if (focused && !shown) this.input.focus({ preventScroll: true });
  }

  fit() {
    this.input.style.setProperty("height", "auto");
    this.input.style.setProperty("height", `${Math.min(this.input.scrollHeight, 160)}px`);
  }

  typed() {
    this.fit();
    if (/^\/\S+\s$/u.test(this.input.value) && this.opensForm(this.input.value)) return;
    this.commands.filter(this.input.value);
    this.inline.filter(this.input.value);
  }

  key(event) {
    if (event.isComposing) return;
    if (this.commands.key(event) || this.inline.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.about) {
      event.preventDefault();
      this.clear();
    } else if (event.key === "ArrowUp" && this.input.value === "") {
      const last = this.panel.lastOfYours();
      if (last) {
        event.preventDefault();
        this.edit(last);
      }
    }
  }

  async send() {
    const { panel } = this;
    const text = this.input.value;
    if (this.about?.kind === "edit") {
      if (panel.say({ type: "edit", message: this.about.post.id, text })) this.clear();
      return;
    }
    if (!text.trim() && this.kept.length === 0) return;
    if (this.opensForm(text)) return;
    const sent = panel.say({
      type: "write",
      place: panel.place,
      text,
      reply_to: this.about?.post.id ?? null,
      files: this.kept.filter((file) => file.id).map((file) => file.id),
      samples: this.kept.filter((file) => file.sample).map((file) => file.sample),
      as_files: !this.asFiles.hidden && this.filesBox.checked,
    });
    if (sent) this.clear();
  }

  clear() {
    this.about = null;
    this.kept = [];
    this.filesBox.checked = false;
    this.input.value = "";
    this.typed();
    this.showBanner();
    this.showTray();
    this.closeForm();
  }

  /** Goes from one chat to another: unsent words wait where they were written. */
  move(from, to) {
    this.waiting.set(from, this.about?.kind === "edit" ? "" : this.input.value);
    this.clear();
    this.input.value = this.waiting.get(to) ?? "";
    this.typed();
  }

  reply(post) {
    this.about = { kind: "reply", post };
    this.showBanner();
    this.input.focus();
  }

  edit(post) {
    this.about = { kind: "edit", post };
    this.input.value = post.raw;
    this.typed();
    this.showBanner();
    this.input.focus();
  }

  showBanner() {
    this.banner.hidden = this.about === null;
    if (this.about === null) return;
    const { kind, post } = this.about;
    const words = kind === "edit" ? t("editing") : t("replying-to", { name: this.panel.nameOf(post) });
    this.banner.replaceChildren(icon("reply"), el("span", {}, words), iconButton("close", t("cancel"), () => this.clear()));
  }

  openAttach() {
    const samples = Object.keys(SAMPLES).map((name) => ({
      label: t(`sample-${name}`),
      before: el("img", { class: "thumb", src: thumb(name), alt: "" }),
      action: () => this.keep({ sample: name, name: t(`sample-${name}`) }),
    }));
    openMenu(this.attach, t("attach"), [...samples, null, { label: t("own-file"), before: icon("file"), action: () => this.picker.click() }]);
  }

  keep(file) {
    if (this.kept.length >= this.panel.side.powers.files) return this.panel.toast(t("refused-files", { about: this.panel.side.powers.files }));
    this.kept.push(file);
    this.showTray();
    this.input.focus();
    return undefined;
  }

  async picked() {
    const files = [...this.picker.files];
    this.picker.value = "";
    await this.put(files);
  }

  async pasted(event) {
    const files = [...event.clipboardData.files];
    if (files.length === 0) return;
    event.preventDefault();
    await this.put(files);
  }

  dragged(event) {
    if (!event.dataTransfer.types.includes("Files") || !this.isOpen) return;
    event.preventDefault();
    this.panel.node.dataset.drop = t("drop-here");
    this.panel.node.classList.add("dropping");
  }

  async dropped(event) {
    this.panel.node.classList.remove("dropping");
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    if (this.isOpen) await this.put([...event.dataTransfer.files]);
  }

  async put(files) {
    for (const file of files) {
      const kept = await this.panel.upload(file);
      if (kept.refused) this.panel.toast(kept.refused);
      else this.keep({ id: kept.id, name: kept.name, picture: kept.picture });
    }
  }

  showTray() {
    this.tray.hidden = this.kept.length === 0;
    this.asFiles.hidden = this.panel.name !== "right" || !this.kept.some((file) => file.sample || file.picture);
    this.tray.replaceChildren(
      ...this.kept.map((file) => {
        const picture = file.sample ? thumb(file.sample) : file.picture && `/playground/files/${file.id}`;
        return el(
          "li",
          {},
          picture ? el("img", { class: "thumb", src: picture, alt: "" }) : icon("file"),
          el("span", {}, file.name),
          iconButton("close", t("take-off", { name: file.name }), () => {
            this.kept = this.kept.filter((other) => other !== file);
            this.showTray();
          }),
        );
      }),
    );
  }

  /** Puts a greeting in the person's own language there, ready to be sent or changed. */
  async greet(key, samples = []) {
    this.input.value = await inTheirs(this.panel.you().language, key);
    for (const name of samples) this.keep({ sample: name, name: t(`sample-${name}`) });
    this.typed();
    this.input.focus();
  }

  /** Left a command is never sent as words: what was typed behind its name goes on in its dialogue. */
  opensForm(text) {
    const begun = this.panel.side.powers.commands_as_dialogue ? this.commands.begun(text) : null;
    if (!begun) return false;
    if (begun.command.parameters.length === 0) this.commands.take(begun.command);
    else {
      this.openForm(begun.command);
      this.form.fill(begun.words);
    }
    return true;
  }

  openForm(command) {
    this.input.value = "";
    this.typed();
    this.closeForm();
    this.form = new CommandForm(command, this.panel, () => {
      this.closeForm();
      this.input.focus();
    });
    this.slot.replaceChildren(this.form.node);
    this.form.focus();
  }

  closeForm() {
    this.form = null;
    this.slot.replaceChildren();
  }
}
