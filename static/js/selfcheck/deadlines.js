// Days are numbers, counted from 1 January 1970 in Moscow, which is three hours ahead of UTC all year round.
const DAY = 86400000, MOSCOW = 3 * 3600000;

/** @type {(milliseconds: number) => number} */
export const moscowDay = (milliseconds) => Math.floor((milliseconds + MOSCOW) / DAY);
/** @type {(milliseconds: number) => number} */
export const untilMidnight = (milliseconds) => DAY - ((milliseconds + MOSCOW) % DAY);
/** @type {(day: number) => string} */
export const iso = (day) => new Date(day * DAY).toISOString().slice(0, 10);

// Returns the number of a day written as 2026-11-24, or null for anything else.
/** @type {(text: string) => number | null} */
export function parsed(text) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) / DAY : NaN;
  return Number.isInteger(day) && iso(day) === text ? day : null;
}

// 1 worked, 0 off, ? or nothing where the calendar is not published. Returns null beyond it.
/** @type {(calendar: WorkedDays, day: number, days: number) => number | null} */
export function addWorkingDays(calendar, day, days) {
  while (days > 0) {
    day += 1;
    const sign = calendar.worked[day - calendar.first];
    if (sign !== "0" && sign !== "1") return null;
    if (sign === "1") days -= 1;
  }
  return day;
}

/** @type {(calendar: WorkedDays, day: number) => number | null} */
function nextWorkingDay(calendar, day) {
  for (;;) {
    const sign = calendar.worked[day - calendar.first];
    if (sign === "1") return day;
    if (sign !== "0") return null;
    day += 1;
  }
}

/** @type {(reading: Reading, anchor: number) => number} */
const calendarEnd = (reading, anchor) => anchor - (reading.same ? 1 : 0) + Number(reading.days);

// The last day of a reading's term, or null where it lies beyond the published calendar.
/** @type {(calendar: WorkedDays, reading: Reading, anchor: number) => number | null} */
export function lastDay(calendar, reading, anchor) {
  if (reading.working) return addWorkingDays(calendar, anchor - (reading.same ? 1 : 0), Number(reading.days));
  const day = calendarEnd(reading, anchor);
  return reading.roll ? nextWorkingDay(calendar, day) : day;
}

// By when a step is due: the safe day, and the day of every reading that concerns the person.
/** @type {(calendar: WorkedDays, deadline: Deadline, readings: Reading[], anchor: number | null) => Due} */
export function due(calendar, deadline, readings, anchor) {
  if (deadline.on !== undefined) return { day: deadline.on, readings: [], beyond: false };
  const found = readings.map((reading) => {
    if (anchor === null || reading.days === null) return { reading, day: null, beyond: false };
    const day = lastDay(calendar, reading, anchor);
    return { reading, day, beyond: day === null };
  });
  const day = anchor === null ? null : safeDay(found, anchor);
  return { day, readings: found, beyond: day === null && found.some((one) => one.beyond) };
}

// Steps whose day nobody may rely on now: they stay in the list, with words in the place of the day.
/** @type {(rules: Bundle, ids: string[]) => void} */
export function undate({ steps }, ids) {
  for (const step of steps) {
    if (step.deadline && ids.includes(step.id)) step.deadline = { anchor: step.deadline.anchor, readings: [] };
  }
}

/** @type {(found: DueReading[], anchor: number) => number | null} */
function safeDay(found, anchor) {
  const days = found.map((one) => one.day).filter((day) => day !== null);
  if (days.length === 0) return null;
  const earliest = Math.min(...days);
  // A term of n working days never ends before n calendar days: what cannot be computed cannot be earlier.
  const bounds = found.filter((one) => one.beyond).map((one) => calendarEnd(one.reading, anchor));
  return bounds.every((bound) => earliest <= bound) ? earliest : null;
}

// The options that a known date stands for, as seen on a day; several where the calendar ends before that can be told.
/** @type {(calendar: WorkedDays, bands: Band[], day: number, on: number) => number[]} */
export function bandsOf(calendar, bands, day, on) {
  const options = [];
  for (const band of bands) {
    const reached = reaches(calendar, band, day, on);
    if (reached !== false) options.push(band[0]);
    if (reached === true) break;
  }
  return options;
}

/** @type {(calendar: WorkedDays, band: Band, day: number, on: number) => boolean | null} */
function reaches(calendar, [, days, working, until = null], day, on) {
  if (until !== null) return day <= until;
  if (days === null || on <= day + days) return true;
  if (working === 0) return false;
  const end = addWorkingDays(calendar, day, days);
  return end === null ? null : on <= end;
}
