// Turns what was done and seen on the phones into a test to begin from.

import {make} from "./bubble.js";

const button = document.getElementById("record");
const dialog = document.getElementById("record-dialog");
let steps = null;

const quoted = text => JSON.stringify(text).replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g, c => c === "\u200c" ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

const variable = key => /^[a-z]/i.test(key) ? key.toLowerCase().replace(/[^a-z0-9]+/g, "_") : `phone_${key.replace(/\W+/g, "_")}`;

const LINES = {
  type: said => `types(${quoted(said.text)})`,
  tap: said => `taps(${quoted(said.label)})`,
  edit: said => `edits(${said.message_id}, ${quoted(said.text)})`,
  contact: () => "shares_contact()",
  foreign_contact: said => `shares_contact(${quoted(said.phone)}, name=${quoted(said.name)})`,
  location: said => `shares_location(${said.lat}, ${said.lon})`,
  photo: said => `sends_photo(${quoted(said.name)}${said.caption ? `, caption=${quoted(said.caption)}` : ""})`,
  document: said => `sends_document(${quoted(said.name)})`,
  sticker: () => "sends_sticker()",
  voice: () => "sends_voice()",
  forward: said => `forwards(${quoted(said.text)})`,
  block: () => "blocks()",
  unblock: () => "unblocks()",
};

/** A person did something. */
export function recordAct(persona, act, said) {
  if (steps && LINES[act]) steps.push({persona, line: LINES[act](said)});
}

/** The bot showed a message: its first line is enough to know it again. */
export function recordShown(persona, message) {
  const line = message.plain.split("\n").find(text => text.trim());
  if (steps && line) steps.push({persona, line: `sees(${quoted(line.trim())})`});
}

function asTest() {
  const people = new Map(steps.map(({persona}) => [variable(persona.key), persona]));
  const names = [...people.keys()];
  return [
    `async def test_recorded(${names.map(name => `${name}: Phone`).join(", ")}) -> None:`,
    ...steps.map(({persona, line}) => `    await ${variable(persona.key)}.${line}`),
    ...(steps.length ? [] : ["    ..."]),
    "",
  ].join("\n");
}

/** Wires the button. `notice` shows a line. */
export function startRecorder(notice) {
  const label = button.querySelector("span");
  button.addEventListener("click", () => {
    if (steps === null) {
      steps = [];
      button.setAttribute("aria-pressed", "true");
      label.textContent = "پایان ضبط";
      notice("هرچه در گوشی‌ها انجام و دیده شود ضبط می‌شود.");
      return;
    }
    dialog.querySelector("textarea").value = asTest();
    steps = null;
    button.setAttribute("aria-pressed", "false");
    label.textContent = "ضبط";
    dialog.showModal();
    dialog.querySelector("textarea").select();
  });
  const copied = make("p", {className: "hint", role: "status"});
  dialog.querySelector("menu").before(copied);
  dialog.addEventListener("close", () => { copied.textContent = ""; });
  dialog.querySelector('[data-do="copy"]').addEventListener("click", async () => {
    const text = dialog.querySelector("textarea");
    text.select();
    try {
      await navigator.clipboard.writeText(text.value);
      copied.textContent = "رونوشت برداشته شد.";
    } catch {
      copied.textContent = "متن برگزیده شد؛ با Ctrl+C رونوشت بردارید.";
    }
  });
}
