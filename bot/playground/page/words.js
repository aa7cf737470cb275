// Digits, the Jalali calendar, and the words for what the server refuses.

const TEHRAN = "Asia/Tehran";
const DIGITS = "۰۱۲۳۴۵۶۷۸۹";

/** A number or text with its Latin digits made Persian. */
export const fa = value => String(value).replace(/\d/g, digit => DIGITS[digit]);

/** Text with Persian and Arabic digits made Latin. */
export const latin = text => text.replace(/[۰-۹]/g, d => DIGITS.indexOf(d)).replace(/[٠-٩]/g, d => "٠١٢٣٤٥٦٧٨٩".indexOf(d));

const long = new Intl.DateTimeFormat("fa-IR-u-ca-persian", {
  timeZone: TEHRAN, weekday: "long", day: "numeric", month: "long", year: "numeric",
});
const clock = new Intl.DateTimeFormat("fa-IR-u-ca-persian", {timeZone: TEHRAN, hour: "2-digit", minute: "2-digit", hourCycle: "h23"});
const numbers = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {timeZone: TEHRAN, day: "numeric", month: "numeric", year: "numeric"});
const monthName = new Intl.DateTimeFormat("fa-IR-u-ca-persian", {timeZone: TEHRAN, month: "long"});

const parts = (format, instant) => Object.fromEntries(format.formatToParts(instant).map(part => [part.type, part.value]));

/** «سه‌شنبه ۱۰ آذر ۱۴۰۵»; Intl's own order puts the year first. */
export function jalaliDate(instant) {
  const {weekday, day, month, year} = parts(long, instant);
  return `${weekday} ${day} ${month} ${year}`;
}

/** «۱۰ آذر», the line between two days of a chat. */
export function jalaliDay(instant) {
  const {day, month} = parts(long, instant);
  return `${day} ${month}`;
}

/** «۱۰:۳۰» in Tehran. */
export const timeOfDay = instant => clock.format(instant);

/** {year, month, day} as numbers, in the Jalali calendar and in Tehran. */
export function jalali(instant) {
  const {day, month, year} = parts(numbers, instant);
  return {year: parseInt(year, 10), month: parseInt(month, 10), day: parseInt(day, 10)};
}

/** The twelve month names. A day in the middle of each Gregorian-counted thirty finds them all. */
export const MONTHS = Array.from({length: 12}, (_, i) => monthName.format(new Date(Date.UTC(2026, 3, 5) + i * 30.4 * 86400e3)));

const PROBLEMS = {
  "no-such-person": "این گوشی دیگر در برنامه نیست. صفحه را تازه کنید.",
  "date": "چنین روزی در تقویم نیست. شش ماه نخست ۳۱ روز دارد، پنج ماه بعد ۳۰ روز و اسفند ۲۹ یا ۳۰ روز.",
  "time": "ساعت را به این صورت بنویسید: ۱۰:۳۰",
  "number": "شمارهٔ همراه یازده رقم است و با ۰۹ آغاز می‌شود. نمونه: ۰۹۱۲۳۴۵۶۷۸۹",
  "number-taken": "این شماره در همین پیام‌رسان گوشی دیگری دارد.",
  "name": "نام را بنویسید. نمونه: مریم نمونه",
  "too-large": "این فایل از اندازه‌ای که پیام‌رسان می‌پذیرد بزرگ‌تر است.",
  "location": "عرض از ۹۰- تا ۹۰ و طول از ۱۸۰- تا ۱۸۰ است. نمونه: 28.6751",
  "refused": "پیام‌رسان این کار را نپذیرفت.",
  "too-long": "این پیام از ۴۰۹۶ نویسه بلندتر است و پیام‌رسان آن را نمی‌پذیرد.",
  "empty": "پیام خالی فرستاده نمی‌شود.",
  "no-answer": "برنامه پاسخ نداد. ببینید هنوز روشن است یا نه.",
};

/** What the page says for a code of the server. */
export const problem = code => PROBLEMS[code] ?? `این کار انجام نشد (${code}).`;
