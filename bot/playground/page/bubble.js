// One message as it stands in the chat.

import {fa, timeOfDay} from "./words.js";

export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null) continue;
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined));
  return element;
}

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}

const PLAIN = {bold: "b", italic: "i", underline: "u", strikethrough: "s"};
const BLOCKS = ["pre", "blockquote", "expandable_blockquote", "note"];

function styled(run, hands) {
  const marks = new Set(run.marks);
  let node = document.createTextNode(run.text);
  if (marks.has("code")) {
    // A code is what people carry elsewhere: a tap copies it, as in both messengers.
    node = make("code", {dir: "ltr", tabIndex: 0, role: "button", title: "رونوشت"}, node);
    const copy = () => hands.copy(run.text);
    node.addEventListener("click", copy);
    node.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); copy(); } });
  }
  if (run.url) node = make("a", {href: run.url, onclick: event => hands.follow(event, run.url)}, node);
  else if (marks.has("url")) node = make("a", {href: run.text, dir: "ltr", onclick: event => hands.follow(event, run.text)}, node);
  else if (marks.has("bot_command")) node = make("button", {type: "button", className: "command", onclick: () => hands.type(run.text)}, node);
  else if (marks.has("mention") || marks.has("hashtag")) node = make("span", {className: "mention"}, node);
  for (const [mark, tag] of Object.entries(PLAIN)) if (marks.has(mark)) node = make(tag, {}, node);
  if (marks.has("spoiler")) node = make("span", {className: "spoiler", tabIndex: 0, onclick: event => event.currentTarget.classList.add("open")}, node);
  return node;
}

/** The styled text of a message. Runs that share a block (quotation, listing, note) stand in it together. */
export function rich(runs, hands) {
  const out = make("div", {className: "text", dir: "auto"});
  let block = null, into = out;
  for (const run of runs) {
    const kind = BLOCKS.find(name => run.marks.includes(name)) ?? null;
    const same = kind === block && (kind !== "note" || into.title === (run.title ?? ""));
    if (!same) {
      block = kind;
      if (kind === null) into = out;
      else if (kind === "note") {
        into = make("div", {className: "note-body"});
        into.title = run.title ?? "";
        out.append(make("details", {className: "note"}, make("summary", {dir: "auto"}, run.title ?? ""), into));
      } else {
        into = make(kind === "pre" ? "pre" : "blockquote", {dir: kind === "pre" ? "ltr" : "auto"});
        if (kind === "expandable_blockquote") into.className = "folded";
        out.append(into);
      }
    }
    into.append(styled(run, hands));
  }
  return out;
}

function place([lat, lon]) {
  // A map would need an address outside this machine: a drawn sheet with the numbers says the same.
  return make("div", {className: "place"}, icon("pin"), make("span", {dir: "ltr"}, `${lat.toFixed(4)}, ${lon.toFixed(4)}`));
}

const SAID = {sticker: ["sticker", "استیکر"], voice: ["voice", "پیام صوتی"], other: ["file", "پیامی که این‌جا نشان داده نمی‌شود"]};

function content(message, persona, hands) {
  const file = id => `/play/file/${persona.messenger}/${encodeURIComponent(id)}`;
  const parts = [];
  if (message.forwarded) parts.push(make("p", {className: "forwarded"}, icon("forward"), "بازفرستاده"));
  if (message.kind === "photo" && message.photo) {
    const picture = make("img", {src: file(message.photo), alt: message.plain || "عکس", className: "photo", decoding: "async"});
    picture.addEventListener("load", () => hands.grown());
    parts.push(make("button", {type: "button", className: "photo-open", "aria-label": "بزرگ دیدن عکس", onclick: () => hands.look(picture.src)}, picture));
  } else if (message.kind === "document" && message.document) {
    parts.push(make("a", {className: "document", href: file(message.document), download: message.file_name ?? ""},
      make("span", {className: "disc"}, icon("file")),
      make("span", {}, make("b", {dir: "auto"}, message.file_name ?? "فایل"), make("small", {}, "دریافت فایل"))));
  } else if (message.kind === "contact" && message.contact) {
    parts.push(make("div", {className: "contact"}, make("span", {className: "disc"}, icon("contact")),
      make("span", {}, make("b", {dir: "auto"}, message.contact.name), make("small", {dir: "ltr"}, message.contact.phone))));
  } else if (message.kind === "location" && message.location) parts.push(place(message.location));
  else if (message.kind in SAID) parts.push(make("div", {className: `said ${message.kind}`}, icon(SAID[message.kind][0]), make("span", {}, SAID[message.kind][1])));
  if (message.runs.length) parts.push(rich(message.runs, hands));
  return parts;
}

function inlineKey(key, message, row, column, hands) {
  const at = {className: "key", "data-at": `${row}.${column}`, dir: "auto"};
  if (key.url) {
    return make("a", {...at, href: key.url, onclick: event => hands.follow(event, key.url)}, make("span", {}, key.text), icon("link"));
  }
  const button = make("button", {...at, type: "button"}, make("span", {}, key.text));
  if (key.copy) {
    button.append(icon("copy"));
    button.addEventListener("click", () => hands.copy(key.copy, key.text));
  } else if (key.data !== null) {
    button.dataset.data = key.data;
    button.addEventListener("click", () => hands.tap(message, key));
  } else {
    button.addEventListener("click", () => hands.toast("این دکمه در میدان تمرین کاری نمی‌کند.", false));
  }
  return button;
}

/** The element of a message. `hands` are what a person can do with it: tap, copy, follow, type, look, edit, toast, grown. */
export function bubble(message, persona, hands) {
  const at = new Date(message.at);
  const foot = make("span", {className: "foot"}, message.edited ? make("i", {}, "ویرایش‌شده") : null,
    make("time", {dateTime: message.at}, timeOfDay(at)));
  const body = make("div", {className: "bubble"}, ...content(message, persona, hands), foot);
  if (message.mine && message.kind === "text") {
    body.append(make("button", {type: "button", className: "icon edit", tabIndex: -1, "aria-label": "ویرایش این پیام", onclick: () => hands.edit(message)}, icon("edit")));
  }
  const element = make("article", {className: `message ${message.mine ? "mine" : "theirs"} of-${message.kind}`, "data-id": message.id,
    "aria-label": `${message.mine ? "شما" : "ربات"}، ${fa(timeOfDay(at))}`}, body);
  if (message.keys.length) {
    const rows = message.keys.map((row, r) => make("div", {className: "row"}, ...row.map((key, c) => inlineKey(key, message, r, c, hands))));
    element.append(make("div", {className: "keys", role: "group", "aria-label": "دکمه‌های پیام"}, ...rows));
  }
  return element;
}
