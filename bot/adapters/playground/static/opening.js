// What stands at the top of a chat, or instead of it: its beginning, the door, what to try first, why one cannot write.

import { avatar, el } from "./dom.js";
import { clock, t } from "./texts.js";

/** The top of a chat, or the door. */
export function opening(chat, panel) {
  const you = panel.you();
  const space = panel.spaceName();
  if (chat.kind === "private") {
    return el("div", { class: "opening" }, avatar(null), el("h3", {}, t("private-title")), el("p", {}, t("private-words")), !panel.inTouch() && button("main", t("start"), () => panel.openPrivate()));
  }
  if (chat.kind === "elsewhere") return el("div", { class: "opening small" }, el("h3", {}, panel.chatLabel(chat)), el("p", {}, t(`elsewhere-${panel.name}`)));
  if (you.member) return el("div", { class: "opening small" }, el("h3", {}, panel.chatLabel(chat)), el("p", {}, t("chat-begins", { space })));
  const [title, words, ...buttons] = door(you, space, panel);
  return el("div", { class: "opening" }, el("img", { class: "opening-scene", src: `/playground/static/${panel.side.space_id}.svg`, alt: "" }), el("h3", {}, title), el("p", {}, words), ...buttons);
}

function door(you, space, panel) {
  const join = (screening) => () => panel.say({ type: "join", screening });
  if (you.banned) return [t("banned-title"), t("banned-words")];
  if (you.asking) return [t("asking-title", { name: you.name }), t("asking-words"), button("quiet", t("ask-back"), () => panel.say({ type: "leave" }))];
  const title = t("outside-title", { name: you.name });
  if (panel.side.asks_first) return [title, t("ask-words"), button("main", t("ask", { space }), join(false))];
  return [title, t("outside-words", { space }), button("main", t("join", { space }), join(false)), button("quiet", t("join-captcha"), join(true))];
}

function button(kind, label, action) {
  return el("button", { type: "button", class: `button ${kind}`, on: { click: action } }, label);
}

/** What a newcomer may try first, until they have written in the introductions; null after. */
export function starter(panel) {
  const you = panel.you();
  const introduces = panel.place === "harbour-introductions" || panel.place === "teahouse/2";
  if (!introduces || !you.newcomer || !panel.canWrite() || panel.inOrder().some((post) => post.mine && !post.service)) return null;
  const choice = (key, greeting, samples) => button("quiet", t(key), () => panel.composer.greet(greeting, samples));
  return el(
    "div",
    { class: "starter" },
    el("p", {}, t("try-it")),
    el("div", { class: "dialog-actions wrap" }, choice("try-hello", "line-hello", []), choice("try-cat", "line-cat", ["cat-photo"]), choice("try-teapot", "line-teapot", ["teapot"])),
  );
}

/** Why a member cannot write in a space's chat, with what helps, where anything does; null when they can. */
export function closedNote(panel) {
  const you = panel.you();
  if (!you.member || ["private", "elsewhere"].includes(panel.chat()?.kind)) return null;
  if (you.screening) return [el("span", {}, t("captcha-words")), button("main", t("captcha-solve"), () => panel.say({ type: "solve" }))];
  if (you.muted) {
    const when = you.muted_until ? t("muted-until", { time: clock(you.muted_until) }) : t("muted-words");
    return [el("span", {}, when), panel.name === "right" && el("span", { class: "hint" }, t("muted-keys"))].filter(Boolean);
  }
  return null;
}
