"""Good rulebooks gone wrong: in the small one of these tests, what is changed, and what is complained about.

A row is a name, a table of the rulebook, a field of it, the text that stands instead of the field's line, and the
complaint. Without a field the text is added at the head of the table; `[` is the table's own header, and `*` the table
with all that are inside it.
"""

import re
from pathlib import Path

GOOD = (Path(__file__).parent / "crossing.toml").read_text("utf-8")

Row = tuple[str, str, str, str, str]

# fmt: off
REFUSED: list[Row] = [
    ("anchor_and_fixed_day", "steps.pay.deadline", "", "on = 2026-12-01",
     "needs either `on`, a fixed day, or `anchor`"),
    ("anchor_is_no_date", "steps.pay.deadline", "anchor", 'anchor = "age"', "there is no date question 'age'"),
    ("asks_of_another_group", "exclusive.verdict", "asks", 'asks = ["pay"]',
     "there is no step of this group 'pay'. Known: walk, drive."),
    ("bands_as_a_number", "questions.age", "", 'date_from = "crossed_on"\nbands = 5', "it must be a list of tables"),
    ("bands_that_fall", "questions.age", "",
     'date_from = "crossed_on"\nbands = [{ option = "child", days = 3 }, { option = "adult", days = 1 }, { option = "adult" }]',
     "the bands must rise"),
    ("bands_without_end", "questions.age", "",
     'date_from = "crossed_on"\nbands = [{ option = "child", days = 1 }, { option = "adult", days = 2 }]',
     "the last band must have no `days`"),
    ("bands_that_are_exact_too_late", "questions.age", "",
     'date_from = "crossed_on"\nbands = [{ option = "child", days = 1, unit = "working_day" }, '
     '{ option = "adult", days = 2, exact = true }, { option = "adult" }]',
     "an exact band must stand before those"),
    ("bands_exact_in_working_days", "questions.age", "",
     'date_from = "crossed_on"\nbands = [{ option = "child", days = 1, unit = "working_day", exact = true }]',
     "only a band of so many calendar `days` can be exact"),
    ("bands_with_two_ends", "questions.age", "",
     'date_from = "crossed_on"\nbands = [{ option = "child", days = 1, until = 2026-11-01 }]',
     "a band has either `days` or `until`, not both"),
    ("before_itself", "steps.pay", "", 'before = ["pay"]', "comes before itself (pay -> pay); break the circle"),
    ("before_nothing", "steps.walk", "", 'before = ["pai"]', "there is no step 'pai'. Did you mean 'pay'?"),
    ("calendar_day_of_another_year", "calendar.2026", "days_off", "days_off = [2027-12-31]",
     "which is not a date in 2026"),
    ("calendar_without_year", "calendar.2026", "[", "[calendar.next]", "must be named by its year"),
    ("checked_on_with_a_time", "steps.walk", "checked_on", "checked_on = 2026-11-01T10:00:00",
     "it must be a date such as 2025-09-01 without quotes and time"),
    ("circle", "conditions.free", "when", 'when = "slow"\n\n[conditions.slow]\nwhen = "free"',
     "refers to itself (free -> slow -> free)"),
    ("condition_named_like_a_question", "conditions.free", "[",
     '[conditions.resident]\nwhen = "always"\n\n[conditions.free]',
     "a question has this name too"),
    ("date_in_condition", "steps.walk", "when", 'when = "crossed_on is foot"',
     "there is no question with options 'crossed_on'"),
    ("date_in_quotes", "steps.walk", "checked_on", 'checked_on = "2026-11-01"',
     "it must be a date such as 2025-09-01 without quotes"),
    ("day_off_on_a_weekend", "calendar.2026", "days_off", "days_off = [2026-12-26]",
     "is a Saturday; it would change nothing"),
    ("day_off_with_a_time", "calendar.2026", "days_off", "days_off = [2026-12-31T00:00:00]",
     "it must be a date such as 2025-09-01 without quotes and time"),
    ("deadline_without_reading", "steps.pay.deadline.readings", "*", "", "needs at least one reading"),
    ("endless_term", "steps.pay.deadline.readings.press", "days", "days = 99999999999",
     "it must be a whole number from 0 up to 36500"),
    ("exempting_unknown_option", "questions.vehicle", "exempting", 'exempting = ["fot"]',
     "there is no option 'fot'. Did you mean 'foot'?"),
    ("foreign_sign", "steps.walk", "when", 'when = "free & free"', "is not a condition"),
    ("group_of_another_question", "steps.drive", "when", 'when = "age in wheels"',
     "the group 'wheels' belongs to 'vehicle', not to 'age'"),
    ("group_with_unknown_option", "groups.wheels", "options", 'options = ["bike", "car"]',
     "there is no option 'bike'. Known: foot, bicycle, car."),
    ("in_force_backwards", "conditions.winter", "in_force", "in_force = [2027-03-01, 2026-12-01]",
     "ends on 2026-12-01 before it starts on 2027-03-01"),
    ("in_force_one_date", "conditions.winter", "in_force", "in_force = [2026-12-01]", "must be two dates"),
    ("in_force_with_a_time", "conditions.winter", "in_force", "in_force = [2026-12-01T00:00:00, 2027-03-01]",
     "must be two dates"),
    ("in_force_without_otherwise", "conditions.winter", "otherwise", "", "otherwise: is missing"),
    ("missing_steps", "steps", "*", "", "the table [steps] is missing"),
    ("missing_when", "steps.walk", "when", "", "when: is missing"),
    ("misspelt_field", "steps.walk", "when", 'wehn = "free"', "there is no such field. Did you mean 'when'?"),
    ("negative_days", "steps.pay.deadline.readings.bylaw", "days", "days = -3",
     "it must be a whole number from 0 up to 36500"),
    ("needs_nothing", "steps.walk", "", 'needs = ["pai"]', "there is no step 'pai'. Did you mean 'pay'?"),
    ("needs_itself", "steps.pay", "", 'needs = ["pay"]', "comes before itself (pay -> pay); break the circle"),
    ("no_source", "steps.walk", "sources", "sources = []", "every rule needs a source"),
    ("not_toml", "questions.vehicle", "[", "[questions.vehicle", "is not valid TOML"),
    ("one_option", "questions.age", "options", 'options = ["child"]', "needs at least two options"),
    ("not_with_nothing", "steps.walk", "", 'not_with = ["drife"]', "there is no step 'drife'. Did you mean 'drive'?"),
    ("option_twice", "questions.age", "options", 'options = ["child", "child"]', "names something twice"),
    ("otherwise_not_constant", "conditions.winter", "otherwise", 'otherwise = "free"', "must be 'always' or 'never'"),
    ("reading_with_unknown_source", "steps.pay.deadline.readings.press", "sources", 'sources = ["PRES"]',
     "there is no source 'PRES'. Did you mean 'PRESS'?"),
    ("readings_as_a_number", "steps.pay.deadline.readings", "*", "readings = 5",
     "it must be a table [steps.pay.deadline.readings]"),
    ("screens_of_nobody_known", "calendar.2026", "[", '[screens.free]\nwhen = "fre"\nmost = 1\n\n[calendar.2026]',
     "there is no condition 'fre'. Did you mean 'free'?"),
    ("text_for_number", "steps.walk", "goal", 'goal = "1"', "is '1', but it must be a whole number"),
    ("two_conditions_side_by_side", "steps.walk", "when", 'when = "free resident is yes"',
     "write 'and' or 'or' between two conditions"),
    ("unclosed_bracket", "steps.walk", "when", 'when = "(free or resident is yes"', "a closing bracket is missing"),
    ("under_a_later_question", "questions.resident", "", 'under = "age"',
     "there is no earlier question with options 'age'. Known: vehicle."),
    ("under_an_unknown_option", "questions.age", "", 'under = "vehicle"\nunder_options = ["cra"]',
     "there is no option 'cra'. Did you mean 'car'?"),
    ("under_on_another_screen", "questions.age", "", 'under = "vehicle"\nscreen = "age"',
     "is 'age', but 'vehicle', which it stands under, is on 'vehicle'"),
    ("unfinished_condition", "steps.pay", "when", 'when = "vehicle is"', "after 'vehicle is' something is missing"),
    ("unknown_condition", "steps.drive", "unless", 'unless = "fre"',
     "there is no condition 'fre'. Did you mean 'free'?"),
    ("unknown_exclusive_group", "steps.walk", "exclusive_group", 'exclusive_group = "verdikt"',
     "there is no table [exclusive.NAME] 'verdikt'. Did you mean 'verdict'?"),
    ("unknown_group", "steps.drive", "when", 'when = "vehicle in weels"',
     "there is no group 'weels'. Did you mean 'wheels'?"),
    ("unknown_option", "steps.pay", "when", 'when = "vehicle is cart and age is adult"',
     "there is no option 'cart'. Did you mean 'car'?"),
    ("unknown_question", "steps.pay", "when", 'when = "vehicel is car and age is adult"',
     "there is no question with options 'vehicel'. Did you mean 'vehicle'?"),
    ("unknown_source", "steps.walk", "sources", 'sources = ["BYLAV"]',
     "there is no source 'BYLAV'. Did you mean 'BYLAW'?"),
    ("unknown_table", "calendar.2026", "[", '[stepz.walk]\nkind = "info"\n\n[calendar.2026]',
     "a rulebook has only these tables"),
    ("unknown_time_zone", "rulebook", "time_zone", 'time_zone = "Mars/Base"',
     "is 'Mars/Base', but it must be a time zone"),
    ("wrong_certainty", "steps.walk", "certainty", 'certainty = "oficial"', "is 'oficial'. Did you mean 'official'?"),
    ("wrong_kind", "steps.pay", "kind", 'kind = "most"', "is 'most'. Did you mean 'must'?"),
    ("wrong_unit", "steps.pay.deadline.readings.bylaw", "unit", 'unit = "working_days"',
     "is 'working_days'. Did you mean 'working_day'?"),
]

WRONG: list[Row] = [
    ("dead_condition", "conditions.free", "[", '[conditions.heavy]\nwhen = "vehicle is car"\n\n[conditions.free]',
     "reachability: condition 'heavy' is used nowhere"),
    ("dead_question", "steps.pay", "unless", 'unless = "not winter"', "reachability: question 'resident' never matters"),
    ("dead_step", "steps.pay", "unless", 'unless = "vehicle in wheels"', "reachability: step 'pay' can never apply"),
    ("exclusivity", "steps.drive", "unless", "", "exclusivity"),
    ("exemption_adds_a_duty", "steps.pay", "when", 'when = "vehicle is foot and age is adult"', "monotone exemptions"),
    ("beneath", "questions.age", "", 'under = "resident"', "beneath: walk: age counts though resident does not open it"),
    ("contradiction", "steps.pay", "", 'not_with = ["drive"]', "no contradiction"),
    ("totality", "steps.drive", "when", 'when = "vehicle is car"', "totality"),
    ("unsupported_fact", "steps.drive", "sources", 'sources = ["PRESS"]',
     "citations: drive: none of its sources supports B1"),
]
# fmt: on


def broken(row: Row) -> str:
    """Return the good rulebook with the one thing changed that a row names."""
    _, table, field, text, _ = row
    header = rf"\[{re.escape(table)}\]\n"
    if field == "*":
        return re.sub(rf"(\[{re.escape(table)}\b.*\n(.+\n)*\n*)+", text and f"{text}\n\n", GOOD)
    if field == "[":
        return re.sub(header, f"{text}\n", GOOD)
    lines = rf"({header}(?:(?!\[).*\n)*?){re.escape(field)} = .*\n" if field else rf"({header})"
    return re.sub(lines, lambda match: f"{match[1]}{text}\n", GOOD, count=1)


def named(name: str) -> str:
    """Return the broken rulebook of a name."""
    return broken(next(row for row in REFUSED + WRONG if row[0] == name))
