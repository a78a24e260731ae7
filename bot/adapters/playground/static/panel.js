// One side of the page: its chats, its messages, and who one is there.

import { choicesFor, openMembers, openMore, openPeople, showPerson } from "./choices.js";
import { Composer } from "./composer.js";
import { formDialog } from "./dialogs.js";
import { avatar, el, icon, iconButton } from "./dom.js";
import { nameDialog } from "./governing.js";
import { openMenu } from "./menu.js";
import { opening, starter } from "./opening.js";
import { drawPost } from "./post.js";
import { nearest, spoken, t } from "./texts.js";

const PATIENCE = 16_000;
const FIRST = 120;

/** How a message begins, on one line; what is hidden in it stays hidden. */
function firstWords(post) {
  const words = post.text.map((part) => (part.styles?.includes("spoiler") ? "▒▒▒▒" : (part.text ?? part.written ?? `@${part.name}`))).join("") || post.card?.title || post.files[0]?.name || "";
  return words.replace(/\s+/gu, " ").slice(0, FIRST);
}

export class Panel {
  constructor(name, app, node) {
    this.name = name;
    this.app = app;
    this.node = node;
    this.side = null;
    this.place = null;
    this.posts = new Map();
    this.unread = new Map();
    this.spinning = new Map();
    this.asked = new Map();
    this.asks = 0;
    this.followers = new Map();
    this.following = true;
    this.top = 0;
  }

  // What is known

  person(id) {
    return this.side.people.find((person) => person.id === id);
  }

  you() {
    return this.person(this.side.you);
  }

  spaceName() {
    return t(`space-${this.side.space_id}`);
  }

  chat() {
    return this.side.chats.find((chat) => chat.place === this.place);
  }

  chatLabel(chat) {
    if (chat.kind === "private") return t("private-chat");
    if (chat.kind === "elsewhere") return t("elsewhere");
    return chat.kind === "thread" ? `↳ ${chat.name}` : `#${chat.name}`;
  }

  nameOf(post) {
    return post.speaker ?? (post.author === "bot" ? t("bot-name") : (this.person(post.author)?.name ?? post.author_name));
  }

  canWrite() {
    const chat = this.chat();
    if (!chat || chat.closed || !this.app.standing) return false;
    if (chat.kind === "elsewhere") return true;
    if (chat.kind === "private") return this.inTouch();
    return this.you().member && !this.you().muted && !this.you().screening;
  }

  /** Whether one may write to the bot in private: it was started there, or wrote first. */
  inTouch() {
    return this.name === "left" || this.you().started || this.inOrder().length > 0;
  }

  rolesOf(person) {
    return this.side.roles.filter((role) => person.roles.includes(role.id));
  }

  lastOfYours() {
    return this.inOrder().findLast((post) => post.mine && !post.deleted_by && !post.service);
  }

  inOrder() {
    return [...this.posts.values()].filter((post) => post.place === this.place).sort((one, other) => Number(one.id) - Number(other.id));
  }

  pinned() {
    return this.inOrder().filter((post) => post.pinned);
  }

  /** The chats in the order of their tabs: the space's own, then those without the bot, then the private one. */
  chats() {
    const rank = (chat) => ["elsewhere", "private"].indexOf(chat.kind);
    return [...this.side.chats].sort((one, other) => rank(one) - rank(other));
  }

  // Asking

  say(request) {
    return this.app.say({ ...request, side: this.name });
  }

  interact(request, button) {
    const nonce = `${this.name}${(this.asks += 1)}`;
    if (button) {
      button.setAttribute("aria-busy", "true");
      const timer = setTimeout(() => {
        this.settle(nonce);
        this.toast(t("no-answer"));
      }, PATIENCE);
      this.spinning.set(nonce, { button, timer });
    }
    return this.say({ ...request, nonce });
  }

  settle(nonce) {
    const waiting = this.spinning.get(nonce);
    if (!waiting) return;
    clearTimeout(waiting.timer);
    waiting.button.removeAttribute("aria-busy");
    this.spinning.delete(nonce);
  }

  press(message, data, button) {
    if (button.getAttribute("aria-busy") !== "true") this.interact({ type: "press", message, data }, button);
  }

  command(name, given) {
    return this.interact({ type: "command", place: this.place, name, given }, this.composer.sendButton);
  }

  react(message, emoji) {
    this.say({ type: "react", message, emoji });
  }

  dismiss(message) {
    this.say({ type: "dismiss", message });
  }

  openPrivate(data = "") {
    this.say({ type: "open_private", data });
  }

  replyTo(post) {
    this.composer.reply(post);
  }

  async complete(command, parameter, typed, given) {
    const ask = (this.asks += 1);
    const answer = new Promise((resolve) => this.asked.set(ask, resolve));
    this.say({ type: "complete", place: this.place, command, parameter, typed, given, ask });
    return answer;
  }

  async upload(file) {
    const answer = await fetch("/playground/files", {
      method: "POST",
      headers: { "Content-Type": file.type || "application/octet-stream", "X-Side": this.name, "X-Name": encodeURIComponent(file.name) },
      body: file,
    });
    const kept = await answer.json();
    return kept.refused ? { refused: t(kept.refused, { about: kept.about }) } : kept;
  }

  choicesFor(post) {
    return choicesFor(post, this);
  }

  showPerson(id) {
    showPerson(id, this);
  }

  /** Calls `draw` at every change for as long as a node is on the page. */
  follow(node, draw) {
    this.followers.set(node, draw);
  }

  // Hearing

  hearShape(side) {
    this.side = side;
    for (const [node, draw] of this.followers) node.isConnected ? draw() : this.followers.delete(node);
    if (!this.composer) this.build();
    if (!this.chat()) this.place = side.chats[0].place;
    this.goToOpened();
    this.node.setAttribute("aria-label", this.spaceName());
    this.drawHead();
    this.drawChats();
    this.composer.refresh();
    const you = this.you();
    if (you.id !== this.drawnFor) this.toasts.replaceChildren();
    const badges = side.people.map((person) => person.roles.join(" "));
    const seen = JSON.stringify([you.id, you.member, you.banned, you.asking, you.screening, you.muted, you.started, side.asks_first, side.menus.length, side.roles, badges, spoken()]);
    if (seen !== this.seen) this.drawLog(you.id === this.drawnFor);
    this.seen = seen;
    this.drawnFor = you.id;
  }

  /** Goes to the chat that one has just opened. */
  goToOpened() {
    const opened = this.awaited && this.side.chats.find((chat) => !this.awaited.has(chat.place) && chat.kind !== "private");
    if (!opened || !this.you().member) return;
    this.awaited = null;
    if (this.head.isConnected) this.show(opened.place);
  }

  hearInline(nonce, text) {
    this.composer.inline.hear(nonce, text);
  }

  hearPosts(posts) {
    this.posts = new Map(posts.map((post) => [post.id, post]));
    this.unread.clear();
    this.drawChats();
    this.drawLog();
  }

  hearPost(post) {
    const isNew = !this.posts.has(post.id);
    this.posts.set(post.id, post);
    if (post.place !== this.place) {
      if (isNew && !post.mine) {
        this.unread.set(post.place, (this.unread.get(post.place) ?? 0) + 1);
        this.drawChats();
      }
      return;
    }
    const before = this.log.querySelector(`[data-post="${post.id}"]`);
    const drawn = drawPost(post, this);
    if (before) {
      const focused = before.contains(document.activeElement);
      before.replaceWith(drawn);
      if (focused) drawn.focus({ preventScroll: true });
    } else {
      this.log.append(drawn);
      this.drawStarter();
    }
    this.drawPins();
    if (isNew && !this.composer.isOpen) this.composer.refresh();
    if (this.following || post.mine) this.toEnd();
    if (isNew) this.app.hasNews(this.name);
  }

  hearGone(id) {
    this.posts.delete(id);
    this.drawPins();
    const node = this.log.querySelector(`[data-post="${id}"]`);
    if (node?.contains(document.activeElement)) this.log.focus({ preventScroll: true });
    node?.remove();
  }

  hearForm(form) {
    formDialog(
      form,
      (file) => this.upload(file),
      (answers) => this.interact({ type: "submit", form: form.form, data: form.data, answers }, this.composer.sendButton),
    );
  }

  hearSuggestions(ask, items) {
    this.asked.get(ask)?.(items);
    this.asked.delete(ask);
  }

  toast(text) {
    const note = el("p", { class: "toast" }, text);
    this.toasts.append(note);
    setTimeout(() => note.remove(), 6000);
  }

  // Drawing

  build() {
    this.composer = new Composer(this);
    this.head = el("header", { class: "panel-head" });
    this.tabs = el("div", { class: "chats", role: "tablist", on: { keydown: (event) => this.chatKey(event) } });
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", id: `log-${this.name}`, on: { scroll: () => this.scrolled() } });
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "assertive" });
    this.node.addEventListener("dragover", (event) => this.composer.dragged(event));
    this.node.addEventListener("dragleave", (event) => this.node.contains(event.relatedTarget) || this.node.classList.remove("dropping"));
    this.node.addEventListener("drop", (event) => this.composer.dropped(event));
    this.opens = iconButton("attach", "", () => this.openChat());
    this.pins = el("div", { class: "pins", hidden: true });
    this.node.replaceChildren(this.head, el("div", { class: "chats-row" }, this.tabs, this.opens), this.pins, el("div", { class: "log-frame" }, this.log, this.toasts), this.composer.node);
  }

  drawHead() {
    const you = this.you();
    const person = el(
      "button",
      { type: "button", class: "you", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": t("you-are", { name: you.name }), on: { click: () => openPeople(person, this) } },
      avatar(you, true),
      el("span", { class: "you-words" }, el("span", { class: "you-name" }, you.name), el("span", { class: "you-note" }, `${t(`language-${nearest(you.language)}`)} · ${t(`rank-${you.access}`)}`)),
      icon("down"),
    );
    const waiting = this.side.people.filter((one) => one.asking).length;
    const people = iconButton("people", waiting > 0 ? `${t("members")}. ${t("asking-count", { count: waiting })}` : t("members"), () => openMembers(people, this), { "aria-haspopup": "menu", "aria-expanded": "false" });
    if (waiting > 0) people.append(el("span", { class: "waiting", "aria-hidden": "true" }, String(waiting)));
    const more = iconButton("more", t("more"), () => openMore(more, this), { "aria-haspopup": "menu", "aria-expanded": "false" });
    const focused = this.head.contains(document.activeElement) ? document.activeElement.className : null;
    this.head.replaceChildren(
      el("div", { class: "space" }, el("h2", {}, this.spaceName()), el("p", {}, t(`like-${this.name}`))),
      person,
      people,
      more,
    );
    if (focused) this.head.querySelector(`.${focused.split(" ")[0]}`)?.focus();
  }

  drawChats() {
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.setAttribute("aria-label", t("chats"));
    this.tabs.replaceChildren(
      ...this.chats().map((chat) => {
        const chosen = chat.place === this.place;
        const unread = this.unread.get(chat.place) ?? 0;
        return el(
          "button",
          { type: "button", role: "tab", class: `chat-tab ${chat.kind}`, "aria-selected": String(chosen), "aria-controls": this.log.id, tabindex: chosen ? "0" : "-1", data: { place: chat.place }, on: { click: () => this.show(chat.place) } },
          chat.kind === "private" && avatar(null, true),
          el("span", { class: "chat-name", dir: "auto" }, this.chatLabel(chat)),
          chat.closed && el("span", { class: "closed" }, t("closed")),
          unread > 0 && el("span", { class: "unread", "aria-label": t("unread", { count: unread }) }, String(unread)),
        );
      }),
    );
    const selected = this.tabs.querySelector('[aria-selected="true"]');
    selected?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (focused) selected?.focus();
    const label = t(`new-chat-${this.name}`);
    this.opens.title = label;
    this.opens.setAttribute("aria-label", label);
    this.opens.hidden = !this.you().member || this.you().muted || this.you().screening;
  }

  /** Opens a thread under the chat that is shown, or a topic beside it. */
  openChat() {
    const under = ["private", "elsewhere"].includes(this.chat().kind) ? this.side.chats[0].place : this.place;
    this.awaited = new Set(this.side.chats.map((chat) => chat.place));
    nameDialog(t(`new-chat-${this.name}`).replace("…", ""), "", (name) => this.say({ type: "open_chat", place: under, name }));
  }

  drawPins() {
    const pinned = this.pinned();
    this.pins.hidden = pinned.length === 0;
    if (this.pins.hidden) return;
    const last = pinned.at(-1);
    const opener = el(
      "button",
      { type: "button", class: "pin", "aria-haspopup": pinned.length > 1 ? "menu" : null, on: { click: () => (pinned.length > 1 ? openMenu(opener, t("pinned"), pinned.map((post) => ({ label: firstWords(post), note: this.nameOf(post), action: () => this.goTo(post.id) }))) : this.goTo(last.id)) } },
      icon("pin"),
      el("strong", {}, pinned.length > 1 ? `${t("pinned")} (${pinned.length})` : t("pinned")),
      el("span", { class: "quoted-words", dir: "auto" }, firstWords(last)),
    );
    this.pins.replaceChildren(opener);
  }

  chatKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const places = this.chats().map((chat) => chat.place);
    this.show(places[(places.indexOf(this.place) + step + places.length) % places.length]);
  }

  show(place) {
    this.composer.move(this.place, place);
    this.place = place;
    this.unread.delete(place);
    this.drawChats();
    this.composer.refresh();
    this.drawLog();
  }

  goTo(id) {
    const post = this.posts.get(id);
    if (!post) return false;
    if (post.place !== this.place) this.show(post.place);
    const node = this.log.querySelector(`[data-post="${id}"]`);
    if (node) this.log.scrollTop = node.offsetTop - (this.log.clientHeight - node.offsetHeight) / 2; // the page itself stays
    node?.focus({ preventScroll: true });
    node?.classList.add("lit");
    setTimeout(() => node?.classList.remove("lit"), 1600);
    return true;
  }

  drawLog(stay = false) {
    const { scrollTop } = this.log;
    this.log.setAttribute("aria-busy", "true");
    const chat = this.chat();
    this.log.setAttribute("aria-label", chat ? t("messages-in", { chat: this.chatLabel(chat) }) : "");
    this.log.replaceChildren(opening(chat, this), ...this.inOrder().map((post) => drawPost(post, this)));
    this.drawStarter();
    this.drawPins();
    if (stay && !this.following) this.top = this.log.scrollTop = scrollTop;
    else this.toEnd();
    this.log.removeAttribute("aria-busy");
  }

  /** What to try first, below all messages. */
  drawStarter() {
    this.log.querySelector(".starter")?.remove();
    const offered = starter(this);
    if (offered) this.log.append(offered);
  }

  /** Who reads the newest goes on doing so; pictures that grow while they load are no reason to stop, scrolling up is. */
  scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.log;
    const atEnd = scrollHeight - scrollTop - clientHeight < 160;
    this.following = atEnd || (this.following && scrollTop >= this.top);
    this.top = scrollTop;
  }

  toEnd() {
    this.following = true;
    this.log.scrollTop = this.log.scrollHeight;
    this.top = this.log.scrollTop;
    for (const picture of this.log.querySelectorAll("img[loading]")) if (!picture.complete) picture.addEventListener("load", () => this.following && this.toEnd(), { once: true });
  }
}
