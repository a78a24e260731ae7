// One side of the page: its chats, its messages, and who one is there.

import { Composer } from "./composer.js";
import { formDialog, newPersonDialog, personDialog, stateOf } from "./dialogs.js";
import { avatar, el, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { drawPost } from "./post.js";
import { nearest, spoken, t } from "./texts.js";

const PATIENCE = 16_000;

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
    return chat.kind === "thread" ? `↳ ${chat.name}` : `#${chat.name}`;
  }

  nameOf(post) {
    return post.speaker ?? (post.author === "bot" ? t("bot-name") : (this.person(post.author)?.name ?? post.author_name));
  }

  canWrite() {
    const chat = this.chat();
    if (!chat || chat.closed || !this.app.standing) return false;
    if (chat.kind === "private") return this.name === "left" || this.you().started;
    return this.you().member && !this.you().muted;
  }

  lastOfYours() {
    return this.inOrder().findLast((post) => post.mine && !post.deleted_by && !post.service);
  }

  inOrder() {
    return [...this.posts.values()].filter((post) => post.place === this.place).sort((one, other) => Number(one.id) - Number(other.id));
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

  /** The menu of a message. */
  choicesFor(post) {
    const moderates = ["moderator", "admin"].includes(this.you().access) && this.chat()?.kind !== "private";
    const items = [{ label: t("reply"), action: () => this.replyTo(post) }];
    if (post.mine) items.push({ label: t("edit"), action: () => this.composer.edit(post) });
    if (post.mine || moderates) items.push({ label: t("delete"), danger: true, action: () => this.say({ type: "erase", message: post.id }) });
    const offered = this.side.menus.filter((menu) => menu.target === "message");
    if (offered.length > 0) items.push(null);
    for (const menu of offered) items.push({ label: menu.label, note: t("of-the-bot"), action: () => this.interact({ type: "menu", place: this.place, name: menu.name, message: post.id }) });
    return items;
  }

  showPerson(id) {
    const person = this.person(id);
    if (!person) return;
    const isYou = id === this.side.you;
    const rank = ["everyone", "organiser", "moderator", "admin"];
    const above = rank.indexOf(this.you().access) >= 2 && rank.indexOf(person.access) < rank.indexOf(this.you().access);
    const choices = [];
    if (!isYou) choices.push({ label: t("be", { name: person.name }), action: () => this.app.say({ type: "be", person: id }) });
    for (const menu of this.side.menus.filter((entry) => entry.target === "member")) choices.push({ label: menu.label, action: () => this.interact({ type: "menu", place: this.place, name: menu.name, person: id }) });
    const remove = (how) => () => this.say({ type: "remove", person: id, how });
    if (above && person.member) choices.push({ label: t("remove"), danger: true, action: remove("remove") }, { label: t("ban"), danger: true, action: remove("ban") });
    if (above && person.banned) choices.push({ label: t("pardon"), action: remove("pardon") });
    personDialog(person, isYou, choices);
  }

  // Hearing

  hearShape(side) {
    this.side = side;
    if (!this.composer) this.build();
    if (!this.chat()) this.place = side.chats[0].place;
    this.node.setAttribute("aria-label", this.spaceName());
    this.drawHead();
    this.drawChats();
    this.composer.refresh();
    const you = this.you();
    const seen = [you.id, you.member, you.banned, you.started, side.menus.length, spoken()].join();
    if (seen !== this.seen) this.drawLog();
    this.seen = seen;
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
    const near = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < 160;
    if (before) {
      const focused = before.contains(document.activeElement);
      before.replaceWith(drawn);
      if (focused) drawn.focus({ preventScroll: true });
    } else {
      this.log.append(drawn);
      this.drawStarter();
    }
    if (near || post.mine) this.toEnd();
    if (isNew) this.app.hasNews(this.name);
  }

  hearGone(id) {
    this.posts.delete(id);
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
    this.log = el("div", { class: "log", role: "log", "aria-live": "polite", tabindex: "0", id: `log-${this.name}` });
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "assertive" });
    this.node.replaceChildren(this.head, this.tabs, el("div", { class: "log-frame" }, this.log, this.toasts), this.composer.node);
  }

  drawHead() {
    const you = this.you();
    const person = el(
      "button",
      { type: "button", class: "you", "aria-haspopup": "menu", "aria-expanded": "false", "aria-label": t("you-are", { name: you.name }), on: { click: () => this.openPeople(person) } },
      avatar(you, true),
      el("span", { class: "you-words" }, el("span", { class: "you-name" }, you.name), el("span", { class: "you-note" }, `${t(`language-${nearest(you.language)}`)} · ${t(`rank-${you.access}`)}`)),
      icon("down"),
    );
    const people = iconButton("people", t("members"), () => this.openMembers(people), { "aria-haspopup": "menu", "aria-expanded": "false" });
    const more = iconButton("more", t("more"), () => this.openMore(more), { "aria-haspopup": "menu", "aria-expanded": "false" });
    const focused = this.head.contains(document.activeElement) ? document.activeElement.className : null;
    this.head.replaceChildren(
      el("div", { class: "space" }, el("h2", {}, this.spaceName()), el("p", {}, t(`like-${this.name}`))),
      person,
      people,
      more,
    );
    if (focused) this.head.querySelector(`.${focused.split(" ")[0]}`)?.focus();
  }

  openPeople(opener) {
    const items = this.side.people.map((person) => ({
      label: person.name,
      note: `${t(`language-${nearest(person.language)}`)} · ${person.access === "everyone" ? stateOf(person) : t(`rank-${person.access}`)}`,
      before: avatar(person, true),
      checked: person.id === this.side.you,
      action: () => this.app.say({ type: "be", person: person.id }),
    }));
    const make = (name, language) => this.say({ type: "make", name, language });
    openMenu(opener, t("choose-person"), [
      ...items,
      null,
      { label: t("new-person"), action: () => newPersonDialog(make) },
      { label: t("who-am-i"), action: () => this.showPerson(this.side.you) },
    ], true);
  }

  openMembers(opener) {
    const items = this.side.people
      .filter((person) => person.member || person.banned)
      .map((person) => ({ label: person.name, note: `@${person.handle} · ${person.banned ? stateOf(person) : t(`rank-${person.access}`)}`, before: avatar(person, true), action: () => this.showPerson(person.id) }));
    openMenu(opener, t("members"), items);
  }

  openMore(opener) {
    const you = this.you();
    const items = [{ label: t("who-am-i"), action: () => this.showPerson(you.id) }];
    items.push(you.member ? { label: t("leave", { space: this.spaceName() }), danger: true, action: () => this.say({ type: "leave" }) } : { label: t("join", { space: this.spaceName() }), action: () => this.say({ type: "join" }) });
    if (you.member && you.access === "admin") {
      const { bot_inside: inside } = this.side;
      items.push({ label: inside ? t("bot-out") : t("bot-in"), danger: inside, action: () => this.say({ type: "invite", inside: !inside }) });
    }
    openMenu(opener, t("more"), items);
  }

  drawChats() {
    const focused = this.tabs.contains(document.activeElement);
    this.tabs.setAttribute("aria-label", t("chats"));
    this.tabs.replaceChildren(
      ...this.side.chats.map((chat) => {
        const chosen = chat.place === this.place;
        const unread = this.unread.get(chat.place) ?? 0;
        return el(
          "button",
          { type: "button", role: "tab", class: `chat-tab ${chat.kind}`, "aria-selected": String(chosen), "aria-controls": this.log.id, tabindex: chosen ? "0" : "-1", data: { place: chat.place }, on: { click: () => this.show(chat.place) } },
          chat.kind === "private" && avatar(null, true),
          el("span", {}, this.chatLabel(chat)),
          chat.closed && el("span", { class: "closed" }, t("closed")),
          unread > 0 && el("span", { class: "unread", "aria-label": t("unread", { count: unread }) }, String(unread)),
        );
      }),
    );
    if (focused) this.tabs.querySelector('[aria-selected="true"]')?.focus();
  }

  chatKey(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const places = this.side.chats.map((chat) => chat.place);
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
    node?.scrollIntoView({ block: "center" });
    node?.focus({ preventScroll: true });
    node?.classList.add("lit");
    setTimeout(() => node?.classList.remove("lit"), 1600);
    return true;
  }

  drawLog() {
    this.log.setAttribute("aria-busy", "true");
    const chat = this.chat();
    this.log.setAttribute("aria-label", chat ? t("messages-in", { chat: this.chatLabel(chat) }) : "");
    this.log.replaceChildren(this.opening(chat), ...this.inOrder().map((post) => drawPost(post, this)));
    this.drawStarter();
    this.toEnd();
    this.log.removeAttribute("aria-busy");
  }

  /** What stands at the top of a chat, or instead of it. */
  opening(chat) {
    const you = this.you();
    if (chat.kind === "private") {
      const start = this.name === "right" && !you.started;
      return el("div", { class: "opening" }, avatar(null), el("h3", {}, t("private-title")), el("p", {}, t("private-words")), start && el("button", { type: "button", class: "button main", on: { click: () => this.openPrivate() } }, t("start")));
    }
    if (you.member) return el("div", { class: "opening small" }, el("h3", {}, this.chatLabel(chat)), el("p", {}, t("chat-begins", { space: this.spaceName() })));
    const join = el("button", { type: "button", class: "button main", on: { click: () => this.say({ type: "join" }) } }, t("join", { space: this.spaceName() }));
    return el(
      "div",
      { class: "opening" },
      el("img", { class: "opening-scene", src: `/playground/static/${this.side.space_id}.svg`, alt: "" }),
      el("h3", {}, you.banned ? t("banned-title") : t("outside-title", { name: you.name })),
      el("p", {}, you.banned ? t("banned-words") : t("outside-words", { space: this.spaceName() })),
      !you.banned && join,
    );
  }

  /** What to try first, until the person has written in the introductions. */
  drawStarter() {
    this.log.querySelector(".starter")?.remove();
    const chat = this.chat();
    if (chat?.name !== "introductions" || !this.you().member || this.inOrder().some((post) => post.mine && !post.service)) return;
    const choice = (key, greeting, samples) => el("button", { type: "button", class: "button quiet", on: { click: () => this.composer.greet(greeting, samples) } }, t(key));
    this.log.append(
      el(
        "div",
        { class: "starter" },
        el("p", {}, t("try-it")),
        el("div", { class: "dialog-actions wrap" }, choice("try-hello", "line-hello", []), choice("try-cat", "line-cat", ["cat"]), choice("try-teapot", "line-teapot", ["teapot"])),
      ),
    );
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    for (const picture of this.log.querySelectorAll("img[loading]")) if (!picture.complete) picture.addEventListener("load", () => (this.log.scrollTop = this.log.scrollHeight), { once: true });
  }
}
