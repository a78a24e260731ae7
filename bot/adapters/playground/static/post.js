// One message: who, what, and all that is known of it (silent, edited, deleted, only for you, not shown here).

import { avatar, badges, el, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { rich } from "./rich.js";
import { clock, t } from "./texts.js";

/** Draws a message. `panel` knows the side, its people, and what can be done. */
export function drawPost(post, panel) {
  if (post.service) return serviceLine(post, panel);
  if (post.deleted_by) return deletedLine(post, panel);
  const person = panel.person(post.author);
  const name = post.speaker ?? (post.author === "bot" ? t("bot-name") : (person?.name ?? post.author_name));
  const classes = ["post", post.mine && "mine", post.only_you && "only-you", post.pings_you && "pings-you", post.author === "bot" && "by-bot"];
  return el(
    "article",
    { class: classes.filter(Boolean).join(" "), id: `post-${post.id}`, data: { post: post.id }, tabindex: "-1", "aria-label": t("post-by", { name, time: clock(post.at) }) },
    face(post, person, panel),
    el(
      "div",
      { class: "post-main" },
      el(
        "div",
        { class: "bubble" },
        post.used && el("p", { class: "used" }, icon("reply"), t("used-command", { name: post.used[0], command: post.used[1] })),
        post.reply_to && quote(post, panel),
        head(post, person, name, panel),
        el("div", { class: "post-body" }, body(post)),
        post.losses.length > 0 &&
          el("ul", { class: "losses", "aria-label": t("losses") }, ...post.losses.map((key) => el("li", {}, icon("note"), t(key)))),
        tools(post, name, panel),
      ),
      keys(post, panel),
      reactions(post, panel),
      post.only_you && onlyYou(post, panel),
    ),
  );
}

function head(post, person, name, panel) {
  return el(
    "header",
    { class: "post-head" },
    el("span", { class: person ? `name hue-${person.colour}` : "name", dir: "auto", title: [...name].length > 24 ? name : null }, name),
    person && badges(panel.rolesOf(person)),
    post.author === "bot" && el("span", { class: "tag" }, post.speaker ? t("tag-speaks-as") : t("tag-bot")),
    el("time", { datetime: post.at }, clock(post.at)),
    post.silent && post.author === "bot" && mark("silent", t("silent")),
    post.pinned && mark("pin", t("pinned")),
    post.edited && el("span", { class: "edited" }, t("edited")),
  );
}

function face(post, person, panel) {
  if (post.author === "bot") return post.speaker ? el("span", { class: "avatar hue-3", "aria-hidden": "true" }, [...post.speaker][0]) : avatar(null);
  const label = t("about", { name: person?.name ?? post.author_name });
  return el("button", { type: "button", class: "face", "aria-label": label, title: label, on: { click: () => panel.showPerson(post.author) } }, avatar(person ?? { name: "?", colour: 0 }));
}

function mark(name, label) {
  return el("span", { class: "mark", role: "img", "aria-label": label, title: label }, icon(name));
}

function serviceLine(post, panel) {
  const name = post.author === "bot" ? t("bot-name") : (panel.person(post.author)?.name ?? post.author_name);
  return el("p", { class: "line", id: `post-${post.id}`, data: { post: post.id } }, t(post.service, { name }));
}

function deletedLine(post, panel) {
  const by = post.deleted_by === "bot" ? t("bot-name") : (panel.person(post.deleted_by)?.name ?? "");
  return el("p", { class: "line deleted", id: `post-${post.id}`, data: { post: post.id }, tabindex: "-1" }, t("deleted-by", { name: by }));
}

function quote(post, panel) {
  if (!post.quoted) return el("p", { class: "quoted gone" }, icon("reply"), t("quoted-gone"));
  const [name, words] = post.quoted;
  return el(
    "button",
    { type: "button", class: "quoted", "aria-label": t("go-to-quoted", { name: name || t("bot-name") }), on: { click: () => panel.goTo(post.reply_to) } },
    el("span", { class: "quoted-name", dir: "auto" }, name || t("bot-name")),
    el("span", { class: "quoted-words", dir: "auto" }, words),
  );
}

function body(post) {
  return [
    post.text.length > 0 && el("div", { class: "text", dir: "auto" }, ...rich(post.text)),
    post.card && card(post.card),
    post.files.length > 0 && el("div", { class: "files" }, ...post.files.map(file)),
  ];
}

function card(drawn) {
  const frame = el(
    "section",
    { class: "card" },
    drawn.title && el("h3", {}, drawn.title),
    drawn.body.length > 0 && el("div", { class: "text", dir: "auto" }, ...rich(drawn.body)),
    drawn.fields.length > 0 &&
      el("dl", { class: "card-fields" }, ...drawn.fields.map((field) => el("div", { class: field.inline ? "inline" : "" }, el("dt", {}, field.name), el("dd", { class: "text", dir: "auto" }, ...rich(field.value))))),
    drawn.footer && el("footer", {}, drawn.footer),
  );
  if (drawn.colour) frame.style.setProperty("--card", drawn.colour);
  return frame;
}

function file(kept) {
  const address = `/playground/files/${kept.id}`;
  if (PLAYED[kept.kind] && !kept.picture) return played(kept, address);
  if (!kept.picture) {
    return el("a", { class: "file", href: address, download: kept.name }, icon("file"), el("span", { class: "file-name" }, kept.name), el("span", { class: "file-size" }, size(kept.size)));
  }
  const picture = el("img", { src: address, alt: kept.alt || kept.name, loading: "lazy" });
  if (kept.kind === "sticker") return el("span", { class: "sticker" }, picture);
  if (!kept.spoiler) return el("a", { class: "picture", href: address, target: "_blank", rel: "noopener" }, picture);
  const cover = el("button", { type: "button", class: "picture covered" }, picture, el("span", { class: "cover" }, t("spoiler")));
  cover.addEventListener("click", () => cover.classList.remove("covered"), { once: true });
  return cover;
}

const PLAYED = { video: "video", animation: "video", sticker: "video", voice: "audio", audio: "audio" };

/** A film, something to hear, or what was said into a microphone. */
function played(kept, address) {
  const kind = PLAYED[kept.kind];
  const label = kept.kind === "voice" ? t("voice-message") : kept.name;
  const player = el(kind, { src: address, controls: true, preload: "metadata", "aria-label": kept.alt || label });
  if (kept.kind === "animation") player.loop = player.muted = true;
  return el("figure", { class: `played ${kind}` }, player, el("figcaption", { dir: "auto" }, label));
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function keys(post, panel) {
  if (post.keys.length === 0) return null;
  return el("div", { class: "keys" }, ...post.keys.map((row) => el("div", { class: "key-row" }, ...row.map((key) => drawKey(key, post, panel)))));
}

function drawKey(key, post, panel) {
  if (key.kind === "link") return el("a", { class: "key link", href: key.url, target: "_blank", rel: "noopener noreferrer" }, key.label, icon("link"));
  if (key.kind === "private") return el("button", { type: "button", class: "key private", on: { click: () => panel.openPrivate(key.data) } }, key.label, icon("eye"));
  if (key.kind === "list") return drawList(key, post, panel);
  const button = el("button", { type: "button", class: `key ${key.style}` }, key.label);
  button.addEventListener("click", () => panel.press(post.id, key.data, button));
  return button;
}

function drawList(key, post, panel) {
  const chosen = key.choices.find((choice) => choice.chosen);
  const button = el("button", { type: "button", class: "key list", "aria-haspopup": "menu", "aria-expanded": "false" }, el("span", {}, chosen?.label ?? (key.placeholder || t("pick-one"))), icon("down"));
  const items = key.choices.map((choice) => ({
    label: choice.label,
    note: choice.description,
    checked: choice.chosen,
    action: () => panel.press(post.id, choice.data, button),
  }));
  button.addEventListener("click", () => openMenu(button, key.placeholder || t("pick-one"), items, true));
  return button;
}

function reactions(post, panel) {
  if (post.reactions.length === 0) return null;
  return el(
    "div",
    { class: "reactions" },
    ...post.reactions.map(([emoji, count, yours]) =>
      el(
        "button",
        { type: "button", class: "reaction", "aria-pressed": String(yours), "aria-label": t("reaction", { emoji, count }), on: { click: () => panel.react(post.id, emoji) } },
        el("span", { "aria-hidden": "true" }, emoji),
        el("span", { "aria-hidden": "true" }, String(count)),
      ),
    ),
  );
}

function onlyYou(post, panel) {
  return el(
    "p",
    { class: "only-you-line" },
    icon("eye"),
    el("span", {}, t("only-you")),
    el("button", { type: "button", class: "text-button", on: { click: () => panel.dismiss(post.id) } }, t("dismiss")),
  );
}

function tools(post, name, panel) {
  if (post.only_you) return null;
  const bar = el("div", { class: "tools" });
  const react = iconButton("react", t("react"), () => openPalette(react, post, panel), { "aria-haspopup": "menu", "aria-expanded": "false" });
  const reply = iconButton("reply", t("reply-to", { name }), () => panel.replyTo(post));
  const more = iconButton("more", t("more-on-post"), () => openMenu(more, t("more-on-post"), panel.choicesFor(post)), { "aria-haspopup": "menu", "aria-expanded": "false" });
  bar.append(react, reply, more);
  return bar;
}

function openPalette(button, post, panel) {
  openMenu(
    button,
    t("react"),
    panel.side.powers.reactions.map((emoji) => ({ label: emoji, action: () => panel.react(post.id, emoji) })),
  );
  document.querySelector(".menu")?.classList.add("palette");
}
