// Small questions that the page asks before it acts.

/** Opens a dialog of the page; gives its fields when a button with a value closed it, null after "cancel" and Escape. */
export function ask(id, prepare) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector("form");
  prepare?.(form);
  // Escape leaves the last value or none, depending on the browser: none is where every question begins.
  dialog.returnValue = "";
  dialog.showModal();
  return new Promise(resolve => {
    dialog.addEventListener("close", () => {
      const answer = dialog.returnValue;
      resolve(["", "cancel"].includes(answer) ? null : {...Object.fromEntries(new FormData(form)), answer});
    }, {once: true});
  });
}

/** The same for a form that may be refused: stays open and shows what `attempt` says is wrong. */
export function askUntil(id, prepare, attempt) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector("form");
  const trouble = form.querySelector(".problem");
  trouble.textContent = "";
  prepare?.(form);
  return new Promise(resolve => {
    const submit = async event => {
      if (event.submitter?.value !== "ok") return;
      event.preventDefault();
      const wrong = await attempt(Object.fromEntries(new FormData(form)));
      if (wrong) trouble.textContent = wrong; else dialog.close("ok");
    };
    form.addEventListener("submit", submit);
    dialog.addEventListener("close", () => { form.removeEventListener("submit", submit); resolve(dialog.returnValue === "ok"); }, {once: true});
    dialog.returnValue = "";
    dialog.showModal();
  });
}

/** {own: true}, {phone, name} of somebody else, or null. */
export async function chooseContact() {
  const said = await ask("contact-dialog", form => { form.querySelector("details").open = false; });
  if (!said) return null;
  return said.answer === "own" ? {own: true} : {phone: said.number, name: said.name, forwarded: Boolean(said.forwarded)};
}

const PLACES = [
  ["کرمان، میدان آزادی", 30.2839, 57.0534],
  ["جیرفت، میدان مرکزی", 28.6751, 57.7371],
  ["کهنوج", 27.9469, 57.7063],
  ["عنبرآباد", 28.4783, 57.8414],
  ["سیرجان", 29.452, 55.6814],
  ["تهران، بازار بزرگ", 35.6739, 51.4206],
  ["مشهد", 36.297, 59.6062],
  ["دور از هر جا (خلیج گینه)", 0, 0],
];

const decimal = text => {
  const latin = text.trim().replace(/[۰-۹]/g, d => "۰۱۲۳۴۵۶۷۸۹".indexOf(d)).replace(/[٫/,]/g, ".");
  return /^-?\d+(\.\d+)?$/.test(latin) ? Number(latin) : NaN;
};

/** {lat, lon} in degrees, or null. */
export async function chooseLocation() {
  let chosen = null;
  const done = await askUntil("location-dialog", form => {
    if (!form.place.options.length) {
      for (const [name] of PLACES) form.place.add(new Option(name));
      form.place.addEventListener("change", () => fill(form));
      fill(form);
    }
  }, said => {
    const lat = decimal(said.lat), lon = decimal(said.lon);
    if (!(Math.abs(lat) <= 90 && Math.abs(lon) <= 180)) return "عرض از ۹۰- تا ۹۰ و طول از ۱۸۰- تا ۱۸۰ است. نمونه: 28.6751";
    chosen = {lat, lon};
    return null;
  });
  return done ? chosen : null;
}

function fill(form) {
  const [, lat, lon] = PLACES[form.place.selectedIndex];
  form.lat.value = lat;
  form.lon.value = lon;
}

/** Shows a picture large. */
export function lookAt(address) {
  const dialog = document.getElementById("picture-dialog");
  dialog.querySelector("img").src = address;
  dialog.onclick = event => { if (event.target === dialog) dialog.close(); };
  dialog.showModal();
}
