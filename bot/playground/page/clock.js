// The clock that the whole program obeys, and how it is moved.

import {MONTHS, fa, jalali, jalaliDate, latin, problem, timeOfDay} from "./words.js";
import {post} from "./wire.js";
import {askUntil} from "./dialogs.js";

let ahead = 0;
let timer = 0;

const now = () => new Date(Date.now() + ahead);

function show() {
  const instant = now();
  const button = document.getElementById("clock-now");
  button.querySelector(".date").textContent = jalaliDate(instant);
  button.querySelector(".time").textContent = timeOfDay(instant);
  clearTimeout(timer);
  timer = setTimeout(show, 60_000 - (instant.getTime() % 60_000) + 50);
}

/** The server says what the time is. */
export function setClock(instant) {
  ahead = new Date(instant).getTime() - Date.now();
  show();
}

async function move(said, notice) {
  const back = await post("clock", said);
  if (back.error) { notice(problem(back.error)); return back; }
  setClock(back.instant);
  notice(`ساعت برنامه: ${jalaliDate(now())}، ${timeOfDay(now())}`);
  return back;
}

function fill(form) {
  const {year, month, day} = jalali(now());
  form.day.replaceChildren(...Array.from({length: 31}, (_, i) => new Option(fa(i + 1), i + 1, false, i + 1 === day)));
  form.month.replaceChildren(...MONTHS.map((name, i) => new Option(name, i + 1, false, i + 1 === month)));
  form.year.replaceChildren(...Array.from({length: 9}, (_, i) => new Option(fa(year - 4 + i), year - 4 + i, false, i === 4)));
  form.time.value = timeOfDay(now());
}

/** Wires the clock's buttons. `notice` shows a line. */
export function startClock(notice) {
  for (const button of document.querySelectorAll("[data-jump]")) {
    button.addEventListener("click", async () => {
      const jump = button.dataset.jump;
      const back = await move(jump === "real" ? {instant: new Date().toISOString()} : {jump}, notice);
      const form = button.closest("form");
      if (form && !back.error) fill(form);
    });
  }
  document.getElementById("clock-now").addEventListener("click", () => askUntil("clock-dialog", fill, async said => {
    const back = await move({jalali: `${said.year}/${said.month}/${said.day}`, time: latin(said.time)}, notice);
    return back.error ? problem(back.error) : null;
  }));
}
