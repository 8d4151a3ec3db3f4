"""What the command line does. Exit codes: 0 done, 1 a proof failed, 2 the input is wrong."""

import argparse
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from apps.rules import comparing, graph, mutating, printing, printout, recording, wording
from apps.rules.answers import UNKNOWN
from apps.rules.assessment import assess
from apps.rules.epochs import epoch_on
from apps.rules.errors import AnswerError, RulebookError, nearest
from apps.rules.loading import load
from apps.rules.model import Rulebook
from apps.rules.people import load_people
from apps.rules.proofs import prove

Command = Callable[[Rulebook, argparse.Namespace], int]


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    options = _options(arguments)
    command: Command = options.command
    try:
        return command(load(options.rulebook), options)
    except (RulebookError, AnswerError) as error:
        print(error, file=sys.stderr)
        return 2


def check(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Print every proof of a rulebook; 1 if one failed."""
    started = time.perf_counter()
    report = prove(rulebook, options.on)
    more = list(recording.outdated(rulebook, options.record)) if options.record else []
    more += wording.unworded(rulebook, options.words) if options.words else []
    report = replace(report, failures=(*report.failures, *more))
    seconds = time.perf_counter() - started
    print(_json(printing.report_data(report, seconds)) if options.json else printing.report(report, seconds))
    return 1 if report.failures else 0


def assess_person(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Print what applies to one person."""
    found = assess(rulebook, _answers(options.answers), options.on or _today(rulebook))
    print(_json(printing.assessment_data(found)) if options.json else printing.assessment(found))
    return 0


def ask(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Hold the interview in the terminal, then print what applies."""
    answers: dict[str, str] = {}
    on = options.on or _today(rulebook)
    found = assess(rulebook, answers, on)
    while found.next_screen:
        for question in found.next_screen:
            print(f"\n{question.id}  (at most {found.at_most} more)")
            print(
                f"  {'a date such as ' + on.isoformat() if question.is_date else ' | '.join(question.options)} | {UNKNOWN}"
            )
            answers[question.id] = _typed(rulebook, question.id, on)
        found = assess(rulebook, answers, on)
    print("\n" + (_json(printing.assessment_data(found)) if options.json else printing.assessment(found)))
    return 0


def draw(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Print the flow to an exclusive group."""
    epoch = epoch_on(rulebook, options.on or _today(rulebook))
    group = options.group or next(iter(rulebook.exclusive), "")
    if group not in rulebook.exclusive:
        raise AnswerError(f"There is no group {group!r}. Known: {', '.join(rulebook.exclusive) or 'none'}.")
    picture = (graph.mermaid if options.mermaid else graph.dot)(epoch, group)
    print(_json({"graph": picture}) if options.json else picture)
    return 0


def compare_rules(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Print whom a change of rules touches."""
    if not options.new and not options.before:
        raise AnswerError("Name a second rulebook, or two days with --before and --on.")
    if options.new:
        changes = comparing.compare(rulebook, load(options.new))
    else:
        changes = comparing.compare_days(rulebook, options.before, options.on or _today(rulebook))
    print(_json(printing.changes_data(changes)) if options.json else printing.changes(changes))
    return 0


def record(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Write what changed for whom, by the dates of the law and since the last record, into a file."""
    file: Path = options.file
    so_far = recording.read_record(file) if file.exists() else None
    old = load(options.old) if options.old else None
    found = recording.renewed(rulebook, so_far, old, options.on or _today(rulebook))
    file.write_text(recording.written(found), "utf-8")
    print(f"{file}: {len(found['days'])} days, {len(found['revisions'])} revisions")
    return 0


def mutate(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Print the small changes that no example person notices."""
    count, missed = mutating.unnoticed(rulebook, load_people(options.people, rulebook))
    data = {"mutants": count, "noticed": count - len(missed), "unnoticed": missed}
    lines = [f"not noticed: {what}" for what in missed]
    lines.append(f"{count - len(missed)} of {count} mutants noticed, {(count - len(missed)) / max(count, 1):.1%}")
    print(_json(data) if options.json else "\n".join(lines))
    return 0


def print_rules(rulebook: Rulebook, options: argparse.Namespace) -> int:
    """Print the rules in a language for a lawyer; or name those that a signed printout states otherwise."""
    words = _words(rulebook, options)
    if options.step and options.step not in rulebook.steps:
        raise AnswerError(f"There is no step {options.step!r}. {nearest(options.step, rulebook.steps)}")
    if not options.signed:
        print(printout.printout(rulebook, words, options.step))
        return 0
    found = printout.unlike(options.signed.read_text("utf-8"), rulebook, words)
    print("\n".join(f"changed since it was printed: {id}" for id in found) or "The printout states the same rules.")
    return 1 if found else 0


def _words(rulebook: Rulebook, options: argparse.Namespace) -> dict[str, str]:
    path = Path(options.rulebook)
    file = wording.words_file(options.words or path.parent / "words", options.language)
    words = wording.read_words(file)
    if missing := [key for key in wording.required(rulebook) if not words.get(key)]:
        raise RulebookError(f"{file.name}: {', '.join(missing[:5])} {'is' if len(missing) == 1 else 'are'} missing.")
    return words


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m apps.rules", description=__doc__)
    commands = parser.add_subparsers(required=True)
    for name, command, help in (
        ("check", check, "run every proof; a failed one prints a witness"),
        ("assess", assess_person, "verdict, steps, dates, reasons and open questions of one person"),
        ("ask", ask, "the interview in the terminal"),
        ("graph", draw, "the flow to the verdict as DOT or Mermaid"),
        ("compare", compare_rules, "whom a change touches: another rulebook, or another day"),
        ("mutate", mutate, "small changes that no example person notices"),
        ("record", record, "write down whom the dates of the law and the latest change touch"),
        ("print", print_rules, "the rules as bullets in a language, for a lawyer to sign"),
    ):
        sub = commands.add_parser(name, help=help)
        sub.set_defaults(command=command)
        sub.add_argument("rulebook", help="a TOML file, or a folder of them")
        sub.add_argument("--on", type=date.fromisoformat, metavar="DATE", help="the day, for example 2026-11-23")
        sub.add_argument("--json", action="store_true", help="print JSON")
        _own_arguments(sub, command)
    return parser


def _own_arguments(sub: argparse.ArgumentParser, command: Command) -> None:
    if command is assess_person:
        sub.add_argument("answers", nargs="*", metavar="question=option", help="a|b for several still possible")
    if command is compare_rules:
        sub.add_argument("new", nargs="?", help="the changed rulebook; without it, the same one on another day")
        sub.add_argument("--before", type=date.fromisoformat, metavar="DATE", help="the day to compare --on with")
    if command is mutate:
        sub.add_argument("people", help="a folder of example people")
    if command is record:
        sub.add_argument("file", type=Path, help="the record, a JSON file")
        sub.add_argument("--old", help="the rulebook as it was recorded last")
    if command is check:
        sub.add_argument("--record", type=Path, metavar="FILE", help="fail if this record lags behind")
    if command is print_rules:
        sub.add_argument("step", nargs="?", default="", help="one step; without it, all of them")
        sub.add_argument("--language", default="en", help="a words file's name, for example ru")
        sub.add_argument("--signed", type=Path, metavar="FILE", help="an earlier printout to compare with")
    if command in (print_rules, check):
        sub.add_argument("--words", type=Path, metavar="FILE", help="a words file or folder")
    if command is draw:
        sub.add_argument("--mermaid", action="store_true", help="Mermaid instead of DOT")
        sub.add_argument("--group", help="the exclusive group to draw")


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = _parser()
    options, rest = parser.parse_known_args(arguments)
    # argparse takes a list of words only in one piece; ours may stand on both sides of an option.
    if rest and not any(word.startswith("-") for word in rest):
        if "answers" in options:
            options.answers, rest = options.answers + rest, []
        elif options.command is print_rules and not options.step:
            options.step, *rest = rest
    if rest:
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    return options


def _answers(pairs: list[str]) -> dict[str, str | list[str]]:
    answers: dict[str, str | list[str]] = {}
    for pair in pairs:
        question, equals, value = pair.partition("=")
        if not equals:
            raise AnswerError(f"{pair!r} is not of the form question=option.")
        if question in answers:
            raise AnswerError(f"{question!r} is answered twice; write a|b if several options are possible.")
        answers[question] = value.split("|") if "|" in value else value
    return answers


def _typed(rulebook: Rulebook, question: str, on: date) -> str:
    while True:
        try:
            value = input("> ").strip() or UNKNOWN
        except EOFError:
            return UNKNOWN
        try:
            assess(rulebook, {question: value}, on)
        except AnswerError as error:
            print(error)
        else:
            return value


def _today(rulebook: Rulebook) -> date:
    return datetime.now(ZoneInfo(rulebook.time_zone)).date()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2, default=str)
