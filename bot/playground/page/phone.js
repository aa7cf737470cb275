// One phone: a person's chat with the bot on one messenger.

import {bubble, icon, make} from "./bubble.js";
import {ask, chooseContact, chooseLocation, lookAt} from "./dialogs.js";
import {fa, jalaliDay, problem} from "./words.js";
import {post, upload} from "./wire.js";

const MESSENGERS = {telegram: "تلگرام", bale: "بله"};
const NEAR = 80; // pixels from the end that still count as reading the newest

/** The payload of a link to this bot, null for any other link. */
function startPayload(url, bot) {
  const link = /^(?:https?:\/\/)?(?:t\.me|telegram\.me|ble\.ir)\/(\w+)\/?\?(?:.*&)?start=([A-Za-z0-9_-]*)/.exec(url);
  return link && (!bot || link[1].toLowerCase() === bot.toLowerCase()) ? link[2] : null;
}

export class Phone {
  /** `told` hears: closed(phone), seen(phone), acted(phone, act, said), shown(phone, message). */
  constructor(persona, bot, told) {
    this.persona = persona;
    this.bot = bot;
    this.told = told;
    this.unread = 0;
    this.visible = true;
    this.messages = new Map();
    this.waiting = new Set();
    this.underway = new Map();
    this.editing = null;
    this.filled = false;
    this.element = document.getElementById("phone").content.firstElementChild.cloneNode(true);
    this.element.dataset.messenger = persona.messenger;
    this.element.dataset.persona = persona.key;
    this.#dress();
    this.#listen();
  }

  $(selector) { return this.element.querySelector(selector); }

  #dress() {
    const {name, role, messenger} = this.persona;
    this.$(".name").textContent = name;
    this.$(".role").textContent = role;
    this.$(".messenger").textContent = MESSENGERS[messenger];
    this.$(".avatar").textContent = name.trim().charAt(0);
    this.element.setAttribute("aria-label", `گوشی ${name}، ${MESSENGERS[messenger]}`);
    this.$(".close").setAttribute("aria-label", `بستن گوشی ${name}`);
    this.$(".bot-name").textContent = this.bot?.name ?? "بهین‌یار";
    this.log = this.$(".log");
    this.field = this.$("textarea");
  }

  #listen() {
    this.$(".close").addEventListener("click", () => this.told.closed(this));
    this.$(".composer").addEventListener("submit", event => { event.preventDefault(); this.#send(); });
    this.field.addEventListener("keydown", event => this.#key(event));
    this.field.addEventListener("input", () => this.#fit());
    this.field.addEventListener("paste", event => {
      const picture = [...(event.clipboardData?.files ?? [])][0];
      if (picture) { event.preventDefault(); this.#offer(picture); }
    });
    this.$(".start").addEventListener("click", async () => {
      if (this.blocked) await this.act("unblock");
      this.type("/start");
    });
    this.$(".editing .icon").addEventListener("click", () => this.#stopEditing());
    this.$(".keys-toggle").addEventListener("click", () => this.#foldKeys(!this.$(".reply-keys").hidden));
    this.$(".to-end").addEventListener("click", () => this.toEnd());
    this.log.addEventListener("scroll", () => {
      const end = this.#atEnd();
      if (end !== this.stuck) { if (end) this.#read(); else this.#mark(); }
    }, {passive: true});
    for (const opener of this.element.querySelectorAll(".menu-open, .attach-open")) this.#menu(opener);
    for (const item of this.element.querySelectorAll("[data-do]")) item.addEventListener("click", () => this.#do(item.dataset.do));
    for (const act of ["photo", "document"]) {
      const pick = this.$(`.pick-${act}`);
      pick.addEventListener("change", () => { if (pick.files[0]) this.#offer(pick.files[0], act); pick.value = ""; });
    }
    this.element.addEventListener("dragover", event => event.preventDefault());
    this.element.addEventListener("drop", event => { event.preventDefault(); if (event.dataTransfer.files[0]) this.#offer(event.dataTransfer.files[0]); });
    // A keyboard that opens, or a card that grows, must not push the newest message out of sight.
    new ResizeObserver(() => { if (this.stuck) this.toEnd(); }).observe(this.log);
  }

  // --- what the person does

  async act(act, said = {}) {
    this.told.acted(this, act, said);
    const back = await post("act", {persona: this.persona.key, act, ...said});
    if (back.error) this.toast(problem(back.error), false);
    return back;
  }

  type(text) { this.stuck = true; return this.act("type", {text}); }

  async #send() {
    const text = this.field.value;
    if (!text.trim()) return;
    const editing = this.editing;
    this.field.value = "";
    this.#fit();
    this.#stopEditing();
    this.stuck = true;
    const back = editing === null ? await this.act("type", {text}) : await this.act("edit", {message_id: editing, text});
    if (back.error && !this.field.value) { this.field.value = text; this.#fit(); }
  }

  #key(event) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); this.#send(); }
    else if (event.key === "Escape" && this.editing !== null) { event.preventDefault(); this.#stopEditing(); }
    else if (event.key === "ArrowUp" && !this.field.value) {
      const last = [...this.messages.values()].findLast(({message}) => message.mine && message.kind === "text");
      if (last) { event.preventDefault(); this.#edit(last.message); }
    }
  }

  #edit(message) {
    this.editing = message.id;
    this.$(".editing").hidden = false;
    this.field.value = message.plain;
    this.#fit();
    this.field.focus();
  }

  #stopEditing() {
    if (this.editing !== null) this.field.value = "";
    this.editing = null;
    this.$(".editing").hidden = true;
    this.#fit();
  }

  #fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 140)}px`;
  }

  async #offer(file, act = file.type.startsWith("image/") ? "photo" : "document") {
    const said = await ask("upload-dialog", form => { form.closest("dialog").querySelector(".what").textContent = file.name; form.caption.value = ""; });
    if (!said) return;
    this.stuck = true;
    this.told.acted(this, act, {name: file.name, caption: said.caption});
    const back = await upload(this.persona.key, act, file, said.caption);
    if (back.error) this.toast(problem(back.error), false);
  }

  async #do(what) {
    if (what === "start") this.type("/start");
    else if (what === "close") this.told.closed(this);
    else if (what === "link") this.#link();
    else if (what === "photo" || what === "document") this.$(`.pick-${what}`).click();
    else if (what === "contact") this.#contact();
    else if (what === "location") this.#location();
    else if (what === "forward") {
      const said = await ask("forward-dialog", form => { form.text.value = ""; });
      if (said) this.act("forward", {text: said.text});
    } else this.act(what);
  }

  async #contact() {
    const said = await chooseContact();
    if (!said) return;
    this.stuck = true;
    if (said.own) this.act("contact");
    else this.act("foreign_contact", said);
  }

  async #location() {
    const said = await chooseLocation();
    if (said) { this.stuck = true; this.act("location", said); }
  }

  async #link() {
    const said = await ask("link-dialog", form => { form.payload.value = ""; });
    if (!said) return;
    const payload = startPayload(said.payload, null) ?? said.payload.trim();
    this.type(payload ? `/start ${payload}` : "/start");
  }

  async #tap(message, key) {
    const at = `${message.id} ${key.data}`;
    this.underway.set(at, (this.underway.get(at) ?? 0) + 1);
    this.#spin();
    await this.act("tap", {message_id: message.id, data: key.data, label: key.text});
    const left = this.underway.get(at) - 1;
    if (left) this.underway.set(at, left); else this.underway.delete(at);
    this.#spin();
  }

  /** Which buttons turn: those on their way to the bot, and those that it has not answered yet. */
  #spin() {
    for (const button of this.log.querySelectorAll("button.key[data-data]")) {
      const at = `${button.closest(".message").dataset.id} ${button.dataset.data}`;
      const busy = this.underway.has(at) || this.waiting.has(at);
      if (busy === button.classList.contains("busy")) continue;
      button.classList.toggle("busy", busy);
      if (busy) button.setAttribute("aria-busy", "true"); else button.removeAttribute("aria-busy");
    }
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      this.toast(`رونوشت برداشته شد: \u2068${text}\u2069`, false);
    } catch {
      this.toast("مرورگر اجازهٔ رونوشت نداد.", false);
    }
  }

  follow(event, url) {
    event.preventDefault();
    const payload = startPayload(url, this.bot?.username);
    if (payload !== null) this.type(payload ? `/start ${payload}` : "/start");
    else if (/^(https?|mailto|tel):/i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    else this.toast(url, false);
  }

  // --- what the person sees

  /** Takes a change of the chat. The first one, and the first after a broken line, brings the whole chat. */
  update(change) {
    const first = !this.filled;
    if (first) this.log.removeAttribute("aria-live");
    const stay = this.stuck || first || this.#atEnd();
    const focus = this.#focusIn();
    if (change.whole) {
      const here = new Set(change.messages.map(message => message.id));
      for (const id of [...this.messages.keys()]) if (!here.has(id)) this.#remove(id);
    }
    for (const id of change.gone) this.#remove(id);
    const fresh = document.createDocumentFragment();
    for (const message of change.messages) this.#put(message, fresh, first);
    this.log.append(fresh);
    this.#days(change.messages, first);
    this.waiting = new Set(change.waiting);
    this.blocked = change.blocked;
    this.#replyKeys(change.keyboard, change.one_time);
    this.#state(change);
    this.#spin();
    focus?.();
    for (const toast of change.toasts) if (toast.text) this.toast(toast.text, toast.alert);
    this.filled = true;
    if (this.wanted) this.focus();
    if (stay) this.toEnd(); else this.#mark();
    if (first) requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
  }

  #put(message, fresh, first) {
    const known = this.messages.get(message.id);
    const drawn = JSON.stringify(message);
    if (known?.drawn === drawn) return;
    const element = bubble(message, this.persona, {
      tap: (...said) => this.#tap(...said), copy: text => this.copy(text), follow: (...said) => this.follow(...said),
      type: text => this.type(text), look: lookAt, edit: said => this.#edit(said),
      toast: (...said) => this.toast(...said), grown: () => { if (this.stuck) this.toEnd(); },
    });
    this.messages.set(message.id, {message, element, drawn});
    if (known) known.element.replaceWith(element);
    else fresh.append(element);
    if (first || message.mine) return;
    if (!known || !known.message.edited || known.message.plain !== message.plain) this.told.shown(this, message);
    if (!known) this.unread += 1;
    element.classList.add(known ? "changed" : "new");
  }

  #remove(id) {
    this.messages.get(id)?.element.remove();
    this.messages.delete(id);
  }

  #days(messages, first) {
    const last = messages.length && [...this.messages.keys()].at(-1);
    if (!first && !messages.some(message => message.id === last)) return;
    if (first) for (const line of this.log.querySelectorAll(".day")) line.remove();
    let day = first ? null : this.lastDay;
    for (const {message, element} of this.messages.values()) {
      if (!first && element.dataset.dayed) continue;
      const of = jalaliDay(new Date(message.at));
      if (of !== day && !element.previousElementSibling?.classList.contains("day")) element.before(make("p", {className: "day"}, make("span", {}, of)));
      element.dataset.dayed = "1";
      day = of;
    }
    this.lastDay = day;
  }

  /** Where the focus stood inside a message that is about to be drawn anew; gives a way back to it. */
  #focusIn() {
    const at = document.activeElement;
    const message = this.log.contains(at) ? at.closest(".message") : null;
    if (!message) return null;
    const id = Number(message.dataset.id), spot = at.dataset.at;
    return () => {
      if (message.isConnected) return;
      const now = this.messages.get(id)?.element;
      const target = now && ((spot && now.querySelector(`[data-at="${spot}"]`)) || now.querySelector(".key"));
      (target ?? this.field).focus({preventScroll: true});
    };
  }

  #state({blocked, started, action}) {
    const empty = this.messages.size === 0;
    const start = this.$(".start");
    const atStart = start === document.activeElement, atField = this.$(".composer").contains(document.activeElement);
    start.hidden = !(empty || blocked);
    start.textContent = blocked ? "باز کردن راه ربات و شروع" : "شروع";
    this.$(".composer").hidden = !start.hidden;
    // The one that is focused may just have gone.
    if (((atStart && start.hidden) || (atField && !start.hidden)) && !matchMedia("(pointer: coarse)").matches) this.focus();
    this.$('[data-do="block"]').hidden = blocked || !started;
    this.$('[data-do="unblock"]').hidden = !blocked;
    this.$(".bot-state").textContent = blocked ? "راهش بسته است" : action === "typing" ? "در حال نوشتن…" : action ? "در حال فرستادن…" : "ربات";
  }

  #replyKeys(rows, oneTime) {
    const drawn = JSON.stringify(rows ?? null);
    if (drawn === this.drawnKeys) return;
    const first = this.drawnKeys === undefined;
    this.drawnKeys = drawn;
    const box = this.$(".reply-keys"), toggle = this.$(".keys-toggle");
    box.replaceChildren();
    toggle.hidden = !rows;
    for (const row of rows ?? []) {
      box.append(make("div", {className: "row"}, ...row.map(key => {
        const button = make("button", {type: "button", dir: "auto"}, key.contact ? icon("contact") : key.location ? icon("pin") : null, make("span", {}, key.text));
        button.addEventListener("click", async () => {
          if (key.contact) await this.#contact();
          else if (key.location) await this.#location();
          else await this.type(key.text);
          if (oneTime) this.#foldKeys(true);
        });
        return button;
      })));
    }
    this.#foldKeys(!rows);
    if (first) this.stuck = true;
  }

  #foldKeys(folded) {
    this.$(".reply-keys").hidden = folded;
    this.$(".keys-toggle").setAttribute("aria-expanded", String(!folded));
  }

  toast(text, alert) {
    if (alert) {
      const box = this.$(".alert"), button = box.querySelector("button"), before = document.activeElement;
      box.querySelector("p").textContent = text;
      box.hidden = false;
      box.setAttribute("aria-label", text);
      button.onclick = () => { box.hidden = true; (before?.isConnected ? before : this.field).focus({preventScroll: true}); };
      box.onkeydown = event => { if (event.key === "Escape" || event.key === "Tab") { event.preventDefault(); if (event.key === "Escape") button.click(); } };
      button.focus({preventScroll: true});
      return;
    }
    const line = make("p", {dir: "auto"}, text);
    this.$(".toasts").append(line);
    while (this.$(".toasts").children.length > 3) this.$(".toasts").firstChild.remove();
    setTimeout(() => line.remove(), Math.min(9000, 2500 + text.length * 55));
  }

  // --- reading

  #atEnd() { return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR; }

  toEnd() {
    this.stuck = true;
    this.log.scrollTop = this.log.scrollHeight;
    this.#read();
  }

  #read() {
    this.stuck = this.#atEnd();
    if (this.stuck && this.visible && !document.hidden) this.unread = 0;
    this.#mark();
  }

  #mark() {
    this.stuck = this.#atEnd();
    const button = this.$(".to-end");
    button.hidden = this.stuck;
    button.querySelector("b").textContent = this.unread ? fa(this.unread) : "";
    button.setAttribute("aria-label", `رفتن به تازه‌ترین پیام${this.unread ? `، ${fa(this.unread)} پیام نخوانده` : ""}`);
    this.told.seen(this);
  }

  /** The page says whether this phone is in sight. */
  see(visible) {
    this.visible = visible;
    if (visible) { if (this.stuck) this.toEnd(); else this.#read(); }
  }

  /** Puts the focus where the next act begins; waits for the chat when it is not there yet. */
  focus() {
    this.wanted = !this.filled;
    if (this.filled) (this.$(".start").hidden ? this.field : this.$(".start")).focus();
  }

  // --- menus

  #menu(opener) {
    const list = opener.nextElementSibling;
    const fold = back => { list.hidden = true; opener.setAttribute("aria-expanded", "false"); if (back) opener.focus(); };
    opener.addEventListener("click", () => {
      if (!list.hidden) return fold(false);
      list.hidden = false;
      opener.setAttribute("aria-expanded", "true");
      list.querySelector("button:not([hidden])").focus();
    });
    list.addEventListener("click", () => fold(false));
    list.addEventListener("keydown", event => {
      const items = [...list.querySelectorAll("button:not([hidden])")], at = items.indexOf(document.activeElement);
      const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
      if (step) { event.preventDefault(); items.at((at + step) % items.length).focus(); }
      else if (event.key === "Escape") { event.preventDefault(); fold(true); }
    });
    list.parentElement.addEventListener("focusout", event => { if (!list.parentElement.contains(event.relatedTarget)) fold(false); });
  }
}
