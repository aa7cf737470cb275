// The page: which phones are open, who is in sight, and the line to the server.

import {make} from "./bubble.js";
import {setClock, startClock} from "./clock.js";
import {askUntil} from "./dialogs.js";
import {showFaults, startFaults} from "./faults.js";
import {Phone} from "./phone.js";
import {recordAct, recordShown, startRecorder} from "./recorder.js";
import {fa, problem} from "./words.js";
import {listen, post, state} from "./wire.js";

const KEPT = "behinyar.phones";
const FIRST = 3; // phones that are open on the first visit
const MESSENGERS = {telegram: "تلگرام", bale: "بله"};
const touch = matchMedia("(pointer: coarse)");
const narrow = matchMedia("(max-width: 719px)");

const main = document.querySelector("main.phones");
const chips = document.querySelector(".chips");
const phones = new Map();
let people = [];
let bots = {};
let front = null;
let stop = () => {};

function notice(text) {
  const line = make("p", {dir: "auto"}, text);
  const box = document.querySelector(".notices");
  box.replaceChildren(line);
  setTimeout(() => line.remove(), 4500);
}

const remember = () => {
  try { localStorage.setItem(KEPT, JSON.stringify({open: [...phones.keys()], front})); } catch { /* a browser without storage forgets */ }
};

function remembered() {
  try { return JSON.parse(localStorage.getItem(KEPT)) ?? {}; } catch { return {}; }
}

// --- opening and closing

const told = {
  closed(phone) {
    phone.element.remove();
    sight.unobserve(phone.element);
    phones.delete(phone.persona.key);
    if (front === phone.persona.key) front = [...phones.keys()].at(-1) ?? null;
    arranged();
    (front ? chip(front) : document.getElementById("add-open"))?.focus();
  },
  seen: () => drawChips(),
  acted: (phone, act, said) => recordAct(phone.persona, act, said),
  shown: (phone, message) => recordShown(phone.persona, message),
};

const sight = new IntersectionObserver(entries => {
  for (const {target, intersectionRatio} of entries) phones.get(target.dataset.persona)?.see(intersectionRatio > 0.6);
}, {threshold: [0, 0.6, 1]});

function open(persona) {
  const phone = new Phone(persona, bots[persona.messenger], told);
  phones.set(persona.key, phone);
  main.append(phone.element);
  sight.observe(phone.element);
  return phone;
}

function arranged() {
  remember();
  drawChips();
  main.dataset.count = Math.min(phones.size, 4);
  main.querySelector(".none")?.remove();
  if (!phones.size) main.append(make("p", {className: "none"}, "هیچ گوشی‌ای باز نیست. از «گوشی دیگر» یکی را برگزینید."));
  for (const phone of phones.values()) phone.element.classList.toggle("front", phone.persona.key === front);
  stop();
  stop = listen([...phones.keys()], heard, linked => { document.querySelector(".link-state").hidden = linked; });
}

function bring(key, focus = true) {
  front = key;
  remember();
  drawChips();
  for (const phone of phones.values()) phone.element.classList.toggle("front", phone.persona.key === key);
  const phone = phones.get(key);
  phone.element.scrollIntoView({block: "nearest", inline: "nearest"});
  // On a touch screen the focus would push up a keyboard over the chat that was just chosen.
  if (focus && !touch.matches) phone.focus();
}

function heard(kind, data) {
  if (kind === "chat") phones.get(data.persona)?.update(data);
  else if (kind === "clock") setClock(data.instant);
  else if (kind === "faults") showFaults(data);
  else if (kind === "people") people = data;
}

// --- the switcher

const chip = key => chips.querySelector(`[data-persona="${CSS.escape(key)}"]`);

function drawChips() {
  for (const old of [...chips.children]) if (!phones.has(old.dataset.persona)) old.remove();
  for (const {persona, unread} of phones.values()) {
    let button = chip(persona.key);
    if (!button) {
      button = make("button", {type: "button", "data-persona": persona.key, "data-messenger": persona.messenger, onclick: () => bring(persona.key)},
        make("span", {className: "dot"}), make("span", {className: "name"}, persona.name), make("b", {className: "count"}));
      chips.append(button);
    }
    button.querySelector(".count").textContent = unread ? fa(unread) : "";
    button.setAttribute("aria-label", `${persona.name}، ${MESSENGERS[persona.messenger]}${unread ? `، ${fa(unread)} پیام نخوانده` : ""}`);
    if (persona.key === front) button.setAttribute("aria-current", "true"); else button.removeAttribute("aria-current");
  }
  const unread = [...phones.values()].reduce((sum, phone) => sum + phone.unread, 0);
  document.title = `${unread ? `(${fa(unread)}) ` : ""}بهین‌یار، میدان تمرین`;
}

// --- choosing whom

const picker = document.getElementById("add-dialog");

function drawPeople() {
  const wanted = picker.querySelector("input").value.trim();
  const fit = people.filter(({name, role}) => !wanted || `${name} ${role}`.includes(wanted));
  const button = persona => make("button", {type: "button", className: "person", "data-persona": persona.key, onclick: () => choose(persona)},
    make("b", {}, persona.name), make("small", {}, persona.role), make("i", {}, phones.has(persona.key) ? "باز است" : ""));
  const groups = Object.keys(MESSENGERS).map(messenger => [messenger, fit.filter(persona => persona.messenger === messenger)]).filter(([, list]) => list.length);
  picker.querySelector(".people").replaceChildren(...groups.map(([messenger, list]) =>
    make("section", {"data-messenger": messenger}, make("h3", {}, MESSENGERS[messenger]), ...list.map(button))),
  ...(groups.length ? [] : [make("p", {className: "hint"}, "کسی با این نام یا نقش نیست.")]));
}

function choose(persona) {
  picker.close();
  if (!phones.has(persona.key)) {
    open(persona);
    front = persona.key;
    arranged();
  }
  bring(persona.key);
}

function startPicker() {
  document.getElementById("add-open").addEventListener("click", () => {
    picker.querySelector("input").value = "";
    drawPeople();
    picker.showModal();
  });
  picker.querySelector("input").addEventListener("input", drawPeople);
  picker.querySelector("form").addEventListener("submit", event => {
    event.preventDefault();
    picker.querySelector(".person")?.click();
  });
  document.getElementById("person-open").addEventListener("click", async () => {
    picker.close();
    let made = null;
    await askUntil("person-dialog", form => form.reset(), async said => {
      const back = await post("people", said);
      if (back.error) return problem(back.error);
      made = back;
      return null;
    });
    if (!made) return;
    if (!people.some(({key}) => key === made.key)) people.push(made);
    choose(made);
  });
}

// --- begin

function keys(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[1-9]$/.test(event.code)) return;
  const key = [...phones.keys()][Number(event.code.at(-1)) - 1];
  if (key) { event.preventDefault(); bring(key); }
}

async function begin() {
  for (const button of document.querySelectorAll("[data-close]")) button.addEventListener("click", () => button.closest("dialog").close(button.dataset.close));
  startClock(notice);
  startFaults(() => [...phones.values()].map(({persona}) => persona).sort((one, other) => (other.key === front) - (one.key === front)), () => people);
  startRecorder(notice);
  startPicker();
  addEventListener("keydown", keys);
  main.addEventListener("focusin", event => {
    const key = event.target.closest(".phone")?.dataset.persona;
    if (key && key !== front) { front = key; remember(); drawChips(); }
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) for (const phone of phones.values()) phone.see(phone.visible); });
  narrow.addEventListener("change", () => { if (front) bring(front, false); });
  let now = await state();
  while (now.error) {
    document.querySelector(".link-state").hidden = false;
    await new Promise(resolve => setTimeout(resolve, 1500));
    now = await state();
  }
  ({people, bots} = now);
  setClock(now.clock.instant);
  showFaults(now.faults);
  const kept = remembered();
  const known = key => people.find(persona => persona.key === key);
  const opened = (kept.open ?? []).map(known).filter(Boolean);
  for (const persona of kept.open ? opened : people.slice(0, FIRST)) open(persona);
  front = phones.has(kept.front) ? kept.front : [...phones.keys()][0] ?? null;
  arranged();
}

begin();
