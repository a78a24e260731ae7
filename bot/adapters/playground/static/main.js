// The page: two panels on one connection.

import { el } from "./dom.js";
import { Panel } from "./panel.js";
import { Connection } from "./socket.js";
import { speak, spoken, t } from "./texts.js";

const SIDES = ["left", "right"];
const POST = /^#post-(\d+)$/;

class App {
  constructor() {
    this.standing = false;
    this.panels = Object.fromEntries(SIDES.map((name) => [name, new Panel(name, this, document.getElementById(`panel-${name}`))]));
    this.state = document.getElementById("state");
    this.shownSide = "left";
    this.buildSideTabs();
    this.buildLanguages();
    this.buildLinks();
    this.connection = new Connection(
      () => this.hello(),
      (reply) => this.hear(reply),
      (standing) => this.stands(standing),
    );
  }

  hello() {
    const kept = (side) => sessionStorage.getItem(`person-${side}`);
    return { type: "hello", locale: spoken(), left: kept("left"), right: kept("right") };
  }

  say(request) {
    return this.connection.say(request);
  }

  hear(reply) {
    const panel = this.panels[reply.side];
    switch (reply.type) {
      case "shape":
        return this.hearShape(reply);
      case "posts":
        panel.hearPosts(reply.posts);
        return this.followHash();
      case "post":
        return panel.hearPost(reply.post);
      case "gone":
        return panel.hearGone(reply.id);
      case "settled":
        return SIDES.forEach((side) => this.panels[side].settle(reply.nonce));
      case "notice":
        return panel.toast(reply.text);
      case "inline":
        return panel.hearInline(reply.nonce, reply.text);
      case "form":
        return panel.hearForm(reply);
      case "suggestions":
        return SIDES.forEach((side) => this.panels[side].hearSuggestions(reply.ask, reply.items));
      case "went":
        return panel.show(reply.place);
      case "not_done":
        if (reply.nonce) SIDES.forEach((side) => this.panels[side].settle(reply.nonce));
        return (panel ?? this.panels.left).toast(t(reply.key, { about: reply.about }));
      default:
        return undefined;
    }
  }

  hearShape(shape) {
    this.connected = shape.connected;
    this.showState();
    for (const side of shape.sides) {
      sessionStorage.setItem(`person-${side.side}`, side.you);
      this.panels[side.side].hearShape(side);
      document.querySelector(`[data-side-tab="${side.side}"] span`).textContent = this.panels[side.side].spaceName();
    }
    document.body.classList.add("ready");
  }

  stands(standing) {
    this.standing = standing;
    this.showState();
    for (const side of SIDES) this.panels[side].composer?.refresh();
  }

  showState() {
    const key = !this.standing ? "page-away" : this.connected ? "bot-here" : "bot-away";
    this.state.dataset.state = key;
    this.state.textContent = t(key);
  }

  // One chat at a time on a phone

  buildSideTabs() {
    this.sideTabs = SIDES.map((side) => {
      const tab = document.querySelector(`[data-side-tab="${side}"]`);
      tab.addEventListener("click", () => this.showSide(side));
      tab.addEventListener("keydown", (event) => {
        if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
        const other = SIDES.find((name) => name !== side);
        this.showSide(other);
        document.querySelector(`[data-side-tab="${other}"]`).focus();
      });
      return tab;
    });
    this.showSide("left");
  }

  showSide(side) {
    this.shownSide = side;
    document.body.dataset.shown = side;
    for (const tab of this.sideTabs) {
      const chosen = tab.dataset.sideTab === side;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) tab.classList.remove("news");
    }
  }

  hasNews(side) {
    if (side !== this.shownSide) document.querySelector(`[data-side-tab="${side}"]`).classList.add("news");
  }

  // Languages

  buildLanguages() {
    const choice = document.getElementById("language");
    choice.value = spoken();
    choice.addEventListener("change", async () => {
      localStorage.setItem("language", choice.value);
      await speak(choice.value);
      this.showState();
      this.say({ type: "speak", locale: choice.value });
    });
  }

  followHash() {
    const found = POST.exec(location.hash);
    if (found && this.goTo(found[1])) history.replaceState(null, "", location.pathname);
  }

  /** Shows a message, on whichever side it stands; false when nobody sees it. */
  goTo(id) {
    const side = SIDES.find((name) => this.panels[name].side && this.panels[name].goTo(id));
    if (side) this.showSide(side);
    return side !== undefined;
  }

  /** A link to a message of this page goes there, and opens no other page. */
  buildLinks() {
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      const found = link && new URL(link.href).pathname === "/" && POST.exec(new URL(link.href).hash);
      if (found && this.goTo(found[1])) event.preventDefault();
    });
  }
}

const choice = document.getElementById("language");
const wanted = localStorage.getItem("language");
await speak([...choice.options].some((option) => option.value === wanted) ? wanted : document.documentElement.lang);
window.addEventListener("error", () => document.body.append(el("p", { class: "broken", role: "alert" }, t("page-broken"))), { once: true });
new App();
