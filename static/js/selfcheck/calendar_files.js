// A step as a calendar file: the same events as apps/selfcheck/calendar_files.py, made on the phone.
import { applying } from "./assessment.js";
import { iso } from "./deadlines.js";
import { flat } from "./lists.js";
import { card, forCalendar } from "./results.js";

const OCTETS = 75, FIRST_MINUTE = Date.UTC(2025, 0, 1);
const ZONE = `BEGIN:VTIMEZONE
TZID:Europe/Moscow
BEGIN:STANDARD
DTSTART:20141026T020000
TZNAME:MSK
TZOFFSETFROM:+0400
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE`.split("\n");

// A reminder of a step for its day, or for every day from `on` where `day` is null.
/** @type {(phrases: Phrasebook, card: Card, day: number | null, on: number, made: number, at: string) => Reminder} */
export function reminder(phrases, card, day, on, made, page) {
  const { href: address } = new URL(card.entry ? card.entry.address : phrases.urls.check, page);
  const checked = phrases.checked_on.replace("%(day)s", card.checked_on);
  const when = card.when ? card.when.text : "";
  const lines = [card.body, when, `${card.certainty_label}. ${checked}`, address];
  return { step: card.id, day, on, made, title: card.title, text: lines.filter(Boolean).join("\n"), address };
}

/** @type {(all: Reminder[], language: string) => string} */
export function calendar(all, language) {
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//Amina Guide//${language.toUpperCase()}`, "METHOD:PUBLISH",
    ...(all.some(({ day }) => day === null) ? ZONE : []), ...flat(all.map(event)), "END:VCALENDAR", "",
  ];
  return lines.map(folded).join("\r\n");
}

// The file of a step, or of all that have a day to come or are done every day.
/** @type {(view: View, step: string) => void} */
export function download(view, step) {
  const { phrases, found } = view, { on } = found, made = Date.now() - (Date.now() % 1000);
  const wanted = applying(found).filter((one) => forCalendar(one, on) && [one.step.id, "all"].includes(step));
  const reminders = wanted.map((finding) => {
    const due = finding.due ? finding.due.day : null;
    return reminder(phrases, card(view, finding), due, on, made, location.origin);
  });
  save(calendar(reminders, phrases.language), step === "all" ? "amina" : step);
}

// Hands the file to the reader; throws where a browser cannot.
/** @type {(text: string, name: string) => void} */
function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/calendar" }));
  link.download = `${name}.ics`;
  if (!("download" in HTMLAnchorElement.prototype)) throw new Error("This browser saves no files of its own.");
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** @type {(one: Reminder) => string[]} */
function event(one) {
  /** @type {(day: number) => string} */
  const plain = (day) => iso(day).replace(/-/g, "");
  const times = one.day === null
    ? [`DTSTART;TZID=Europe/Moscow:${plain(one.on)}T090000`, "DURATION:PT15M", "RRULE:FREQ=DAILY"]
    : [`DTSTART;VALUE=DATE:${plain(one.day)}`, `DTEND;VALUE=DATE:${plain(one.day + 1)}`];
  const triggers = one.day === null ? ["PT0S"] : ["-PT6H", "PT9H"];
  /** @type {(trigger: string) => string[]} */
  const alarm = (trigger) => [
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${escaped(one.title)}`, `TRIGGER:${trigger}`, "END:VALARM",
  ];
  return [
    "BEGIN:VEVENT", `UID:${one.step}@amina-guide`, `SEQUENCE:${Math.floor((one.made - FIRST_MINUTE) / 60000)}`,
    `DTSTAMP:${new Date(one.made).toISOString().replace(/[-:]|\.\d+/g, "")}`, ...times,
    `SUMMARY:${escaped(one.title)}`, `DESCRIPTION:${escaped(one.text)}`, `URL:${one.address}`, "TRANSP:TRANSPARENT",
    ...flat(triggers.map(alarm)), "END:VEVENT",
  ];
}

/** @type {(text: string) => string} */
const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replace(/\n/g, "\\n");

// A line holds at most 75 octets; it is never cut inside a letter.
/** @type {(line: string) => string} */
function folded(line) {
  const encoder = new TextEncoder();
  let found = "", octets = 0;
  for (const letter of line) {
    const size = encoder.encode(letter).length;
    if (octets + size > OCTETS) { found += "\r\n "; octets = 1; }
    found += letter;
    octets += size;
  }
  return found;
}
