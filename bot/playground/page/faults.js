// What is made to go wrong.

import {make} from "./bubble.js";
import {fa, problem} from "./words.js";
import {post} from "./wire.js";

const MESSENGERS = {telegram: "تلگرام", bale: "بله"};
const dialog = document.getElementById("faults-dialog");
const form = dialog.querySelector("form");
let people = [];

function name(fault) {
  const option = [...form.kind.options].find(({value}) => value === fault.kind);
  const person = people.find(({messenger, user_id}) => messenger === fault.messenger && user_id === fault.user_id);
  const method = [...form.method.options].find(({value}) => value && value === fault.method)?.textContent;
  const times = fault.times === null ? "تا برداشتن" : `${fa(fault.times)} بار دیگر`;
  return `${option?.textContent ?? fault.kind}، ${person?.name ?? `همه در ${MESSENGERS[fault.messenger]}`}، ${method ? `${method}، ` : ""}${times}`;
}

/** The faults in force, as the server tells them. */
export function showFaults(faults) {
  dialog.querySelector(".active").replaceChildren(...faults.map(fault => make("li", {}, name(fault))));
  const count = document.querySelector("#faults-open .count");
  count.hidden = !faults.length;
  count.textContent = fa(faults.length);
}

async function send(said) {
  const back = await post("faults", said);
  dialog.querySelector(".problem").textContent = back.error ? problem(back.error) : "";
  if (!back.error) showFaults(back.faults);
}

/** Wires the panel. `here` gives the people whose phones are open, the one in front first, `all` the whole list of people. */
export function startFaults(here, all) {
  document.getElementById("faults-open").addEventListener("click", () => {
    people = all();
    // One person is the first choice: a fault for everybody is used up by the next request for updates.
    const before = form.who.value || here().at(0)?.key;
    form.who.replaceChildren(new Option("همه، در هر دو پیام‌رسان", ""), ...Object.entries(MESSENGERS).map(([value, label]) => new Option(`همه در ${label}`, `:${value}`)),
      ...here().map(persona => new Option(`${persona.name} (${MESSENGERS[persona.messenger]})`, persona.key)));
    if ([...form.who.options].some(({value}) => value === before)) form.who.value = before;
    dialog.querySelector(".problem").textContent = "";
    dialog.showModal();
  });
  dialog.querySelector('[data-do="clear"]').addEventListener("click", () => send({clear: true}));
  dialog.querySelector('[data-do="add"]').addEventListener("click", () => {
    const who = form.who.value, seconds = Number(form.seconds.value);
    const said = {kind: form.kind.value, times: form.times.value ? Number(form.times.value) : null, seconds, retry_after: seconds};
    if (who.startsWith(":")) said.messenger = who.slice(1);
    else if (who) said.persona = who;
    if (form.method.value) said.method = form.method.value;
    send(said);
  });
}
