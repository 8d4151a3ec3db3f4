// The shapes of what phone.py hands to the phone, and of what its scripts (static/js/selfcheck) make of it. A day is a
// number, counted from 1 January 1970 in Moscow; `at` is a question's position. Only the type check reads this file.

// apps/mirrors/tiny_inflate, in the one file alone.
declare function inflate(compressed: Uint8Array, whole: Uint8Array): Uint8Array;

type Pair = [label: string, text: string];

// The rulebook's bundle: apps/rules/bundles.py.
interface Bundle {
  version: string;
  code: string;
  codes: Record<string, string[][]>;
  unchecked: string[];
  recheck: number;
  questions: Question[];
  steps: Step[];
  epochs: Epoch[];
  rows: number[][]; // see apps/rules/bundles.py
  calendar: WorkedDays;
  exclusive: Record<string, { asks: string[] }>;
  surest_first: string[];
}
interface Epoch { from: number | null; steps: [at: number, root: number, whens: number[]][] }
interface Question {
  at: number;
  id: string;
  kind: string;
  screen: string;
  lies?: string;
  options: string[];
  date: number; // only where there are bands
  bands?: Band[];
  under?: [parent: number, ...opening: number[]];
}
type Band = [option: number, days: number | null, working: number, until?: number | null, exact?: number];
interface WorkedDays { first: number; worked: string }
interface Step {
  id: string;
  kind: string;
  goal: number;
  timing: string;
  duty: boolean;
  to_do: boolean;
  exclusive_group: string;
  certainty: string;
  sources: string[];
  checked: number;
  not_with?: number[]; // the positions of steps that exclude it, where it is safe
  safe?: boolean; // to be done by whoever does not know whether it applies
  after?: number[]; // the positions of all steps that are to be done before it
  needs?: string[]; // the steps until which it cannot be done
  deadline?: Deadline;
}
interface Deadline { on?: number; anchor: number; readings: Reading[] }
interface Reading { id: string; days: number | null; working: boolean; same: boolean; roll: boolean }

// What the scripts make of it.
type Walk = (root: number, possible: (number[] | undefined)[]) => [outcome: number, open: number[]];
interface Rules extends Bundle { byId: Map<string, Question>; walk: Walk }
type Given = Record<string, string | string[]>;
interface Answers { options: (number[] | undefined)[]; days: (number | null | undefined)[] }
interface Form { given: Given; missing: Set<string>; wrongDates: Set<string> }
interface DueReading { reading: Reading; day: number | null; beyond: boolean }
interface Due { day: number | null; readings: DueReading[]; beyond: boolean }
interface Finding { step: Step; root: number; whens: number[]; outcome: number; open: number[]; due: Due | null }
interface Found { on: number; answers: Answers; findings: Finding[]; screen: Question[]; atMost: number }
interface Standing { path: Question[][]; found: Found }

// The phrases of one language.
interface PhrasesFile {
  version: string;
  rules: string;
  language: string;
  texts: Record<string, string>;
  recheck: string[];
  urls: { check: string; rules: string };
  parts: Record<"question" | "result" | "card" | "helper", { title: Part[]; check: Part[] }>;
  words: Record<"heading" | "unsure" | "day" | "made", Part[]>;
  russian: Spoken | null;
  yes: string;
  no: string;
  unknown: string;
  checked_on: string;
  months: string[];
  brief_months: string[];
  weekdays: string[];
  certainty: Record<string, string>;
  sections: Record<string, string>;
  most_to_find_out: number;
  most_verdicts: number;
  most_lines: number;
  sources: Record<string, Values>;
  entries: Link[];
  entry_of: Record<string, number>;
}
// As much of a language as the list needs.
type Spoken = Pick<PhrasesFile, "language" | "texts" | "months" | "brief_months" | "weekdays" | "words">;
interface Phrasebook extends PhrasesFile {
  text(key: string): string;
  day(number: number): string;
  briefDay(number: number): string;
  weekday(number: number): string;
  label(question: Question): string;
  options(question: Question, chosen: number[]): Pair;
  given(question: Question, answers: Answers): Pair;
}
interface View { rules: Rules; phrases: Phrasebook; found: Found }

// What a page shows: apps/selfcheck/pages.py, results.py. And its markup: apps/selfcheck/parts.py.
type Part = string | [kind: string, ...rest: any[]];
type Condition = true | string | ["not" | "and" | "or" | "==", ...any[]];
type Values = Record<string, any>;
interface Link { address: string; title: string; language: string }
interface When {
  day: string;
  brief: string;
  weekday: string;
  near: string;
  distance: number;
  late: boolean;
  text: string;
  terms: { text: string; day: string; weekday: string; beyond_calendar: boolean }[];
  beyond_calendar: boolean;
  exactly: boolean;
  recheck: boolean;
}
interface Card {
  id: string;
  number: number;
  kind: string;
  pace: string;
  after: number;
  title: string;
  body: string;
  pieces: Pair[];
  certainty: string;
  certainty_label: string;
  when: When | null;
  for_calendar: boolean;
  because: Pair[];
  would_change: Pair[];
  sources: Values[];
  entry: Link | null;
  checked_on: string;
  rule: string;
}
interface Column { language: string; heading: string; verdict: string; lines: Line[]; made: string }
interface Line { language: string; title: string; day: string }
interface Section { id: string; title: string; cards: Card[] }
interface Field {
  id: string;
  kind: string;
  title: string;
  help: string;
  options: { id: string; text: string; chosen: boolean }[];
  value: string;
  missing: boolean;
  wrong_date: boolean;
  earliest: string;
  latest: string;
  under: string;
  leads: boolean;
  opening: string;
}

// A step in a calendar: apps/selfcheck/calendar_files.py.
interface Reminder {
  step: string;
  day: number | null;
  on: number;
  made: number; // milliseconds
  title: string;
  text: string;
  address: string;
}
