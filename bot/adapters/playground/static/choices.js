// What can be chosen: on a message, on somebody, and in the menus of a panel's head.

import { stateOf, newPersonDialog, personDialog } from "./dialogs.js";
import { avatar } from "./dom.js";
import { nameDialog, rolesDialog } from "./governing.js";
import { openMenu } from "./menu.js";
import { inTheirs, nearest, t } from "./texts.js";

const RANKS = ["everyone", "organiser", "moderator", "admin"];
const MUTE_MINUTES = 10;
const TONGUES = ["en", "zh-Hans", "zh-Hant", "es"];

/** The menu of a message. */
export function choicesFor(post, panel) {
  const moderates = RANKS.indexOf(panel.you().access) >= 2 && !["private", "elsewhere"].includes(panel.chat()?.kind);
  const items = [{ label: t("reply"), action: () => panel.replyTo(post) }];
  if (post.mine) items.push({ label: t("edit"), action: () => panel.composer.edit(post) });
  if (post.mine || moderates) items.push({ label: t("delete"), danger: true, action: () => panel.say({ type: "erase", message: post.id }) });
  const offered = panel.side.menus.filter((menu) => menu.target === "message" && (menu.visiting || panel.chat()?.kind !== "elsewhere"));
  if (offered.length > 0) items.push(null);
  for (const menu of offered) items.push({ label: menu.label, note: t("of-the-bot"), action: () => panel.interact({ type: "menu", place: panel.place, name: menu.name, message: post.id }) });
  return items;
}

/** Who somebody is, and what can be done with them. */
export function showPerson(id, panel) {
  const person = panel.person(id);
  if (!person) return;
  const isYou = id === panel.side.you;
  const choices = isYou ? [] : [{ label: t("be", { name: person.name }), action: () => panel.app.say({ type: "be", person: id }) }];
  for (const menu of panel.side.menus.filter((entry) => entry.target === "member")) choices.push({ label: menu.label, action: () => panel.interact({ type: "menu", place: panel.place, name: menu.name, person: id }) });
  if (isAbove(panel.you(), person)) choices.push(...overPerson(person, panel));
  personDialog(person, isYou, panel.rolesOf(person), choices);
}

function isAbove(you, person) {
  return you.member && RANKS.indexOf(you.access) >= 2 && RANKS.indexOf(person.access) < RANKS.indexOf(you.access);
}

function overPerson(person, panel) {
  const act = (request) => () => panel.say({ ...request, person: person.id });
  const answer = (inside) => act({ type: "answer", inside });
  const restrict = (restricted, minutes) => act({ type: "restrict", restricted, minutes });
  const remove = (how) => act({ type: "remove", how });
  if (person.asking) return [{ label: t("let-in"), action: answer(true) }, { label: t("turn-away"), danger: true, action: answer(false) }];
  if (person.banned) return [{ label: t("pardon"), action: remove("pardon") }];
  if (!person.member) return [];
  const give = (role, given) => act({ type: "give_role", role: role.id, given });
  const roles = panel.you().access === "admin" ? panel.side.roles : [];
  return [
    ...roles.map((role) => (person.roles.includes(role.id) ? { label: t("role-take", { name: role.name }), action: give(role, false) } : { label: t("role-give", { name: role.name }), action: give(role, true) })),
    person.muted ? { label: t("unmute"), action: restrict(false, null) } : { label: t("mute"), action: restrict(true, MUTE_MINUTES) },
    { label: t("remove"), danger: true, action: remove("remove") },
    { label: t("ban"), danger: true, action: remove("ban") },
  ];
}

/** Whom to be. */
export function openPeople(opener, panel) {
  const items = panel.side.people.map((person) => ({
    label: person.name,
    note: `${t(`language-${nearest(person.language)}`)} · ${person.access === "everyone" ? stateOf(person) : t(`rank-${person.access}`)}`,
    before: avatar(person, true),
    checked: person.id === panel.side.you,
    action: () => panel.app.say({ type: "be", person: person.id }),
  }));
  const make = (name, language) => panel.say({ type: "make", name, language });
  openMenu(opener, t("choose-person"), [
    ...items,
    null,
    { label: t("new-person"), action: () => newPersonDialog(make) },
    { label: t("who-am-i"), action: () => showPerson(panel.side.you, panel) },
  ], true);
}

/** Who is inside, who waits at the door, and who may not come. */
export function openMembers(opener, panel) {
  const entry = (person) => ({
    label: person.name,
    note: [`@${person.handle}`, person.member && !person.muted && !person.screening ? t(`rank-${person.access}`) : stateOf(person)].join(" · "),
    before: avatar(person, true),
    badges: panel.rolesOf(person),
    action: () => showPerson(person.id, panel),
  });
  const asking = panel.side.people.filter((person) => person.asking).map(entry);
  const others = panel.side.people.filter((person) => person.member || person.banned).map(entry);
  openMenu(opener, t("members"), asking.length > 0 ? [...asking, null, ...others] : others);
}

/** All else. */
export function openMore(opener, panel) {
  const you = panel.you();
  const space = panel.spaceName();
  const items = [{ label: t("who-am-i"), action: () => showPerson(you.id, panel) }, ...atDoor(you, space, panel)];
  if (you.member && you.access === "admin") items.push(null, ...ofAdmins(panel));
  items.push(null, { label: t("rush"), action: () => panel.say({ type: "rush" }) }, { label: t("rush-hello"), action: () => rush(panel) });
  openMenu(opener, t("more"), items);
}

function atDoor(you, space, panel) {
  const join = (screening) => () => panel.say({ type: "join", screening });
  const leave = (label) => ({ label, danger: true, action: () => panel.say({ type: "leave" }) });
  if (you.member) return [leave(t("leave", { space }))];
  if (you.asking) return [leave(t("ask-back"))];
  if (you.banned) return [];
  if (panel.side.asks_first) return [{ label: t("ask", { space }), action: join(false) }];
  return [{ label: t("join", { space }), action: join(false) }, { label: t("join-captcha"), action: join(true) }];
}

function ofAdmins(panel) {
  const chat = panel.chat();
  const { asks_first: asks, bot_inside: inside } = panel.side;
  const named = panel.chatLabel(chat);
  const items = [];
  if (!["private", "elsewhere"].includes(chat.kind)) items.push({ label: t("rename-chat", { chat: named }), action: () => nameDialog(t("rename-chat", { chat: named }).replace("…", ""), chat.name, (name) => panel.say({ type: "rename_chat", place: chat.place, name })) });
  if (chat.kind === "thread" || /\/\d{6,}$/.test(chat.place)) items.push({ label: t("drop-chat", { chat: named }), danger: true, action: () => panel.say({ type: "drop_chat", place: chat.place }) });
  if (panel.name === "left") items.push({ label: t("roles"), action: () => rolesDialog(panel) });
  else items.push({ label: asks ? t("door-open") : t("door-asks"), action: () => panel.say({ type: "door", asks: !asks }) });
  items.push({ label: inside ? t("bot-out") : t("bot-in"), danger: inside, action: () => panel.say({ type: "invite", inside: !inside }) });
  return items;
}

async function rush(panel) {
  const says = {};
  for (const tag of TONGUES) says[tag] = await inTheirs(tag, "line-hello");
  panel.say({ type: "rush", says });
}
