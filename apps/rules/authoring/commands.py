"""What the command line does. Exit codes: 0 done, 1 a proof failed, 2 the input is wrong."""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from apps.rules.answers import UNKNOWN
from apps.rules.assessment import assess
from apps.rules.authoring import comparing, graph, mutating, printing, recording
from apps.rules.days import read_day
from apps.rules.epochs import epoch_on
from apps.rules.errors import AnswerError, RulebookError, nearest
from apps.rules.loading import load
from apps.rules.model import Rulebook
from apps.rules.proofs import prove
from apps.rules.saying import printout, wording
from apps.rules.saying.people import load_people
from apps.rules.saying.record import read_record
from apps.rules.staleness import checked_already

Command = Callable[[Rulebook, Namespace], int]
Argument = tuple[tuple[str, ...], dict[str, Any]]
COMMANDS: dict[str, tuple[Command, tuple[Argument, ...]]] = {}


def argument(*names: str, **settings: Any) -> Argument:
    """Name an argument of a command as argparse does."""
    return names, settings


def command(name: str, *own: Argument) -> Callable[[Command], Command]:
    """Make a function a command, with arguments of its own; its docstring is the help."""

    def register(function: Command) -> Command:
        COMMANDS[name] = function, own
        return function

    return register


RULEBOOK = argument("rulebook", help="a TOML file, or a folder of them")
ON = argument("--on", type=read_day, metavar="DATE", help="the day, for example 2026-11-23")
JSON = argument("--json", action="store_true", help="print JSON")
PHRASES = argument("--phrases", type=Path, metavar="FILE", help="a phrase file or folder")


def main(arguments: list[str]) -> int:
    """Run one command and return its exit code."""
    name, *rest = arguments or ["--help"]
    if name not in COMMANDS:
        known = [f"  {name:<8} {function.__doc__}" for name, (function, _) in COMMANDS.items()]
        print("\n".join(["python -m apps.rules COMMAND RULEBOOK …; COMMAND --help says more", *known]))
        return 0 if name in ("-h", "--help") else 2
    function, own = COMMANDS[name]
    parser = ArgumentParser(prog=f"python -m apps.rules {name}", description=function.__doc__)
    for names, settings in (RULEBOOK, *own, ON, JSON):
        parser.add_argument(*names, **settings)
    options = parser.parse_intermixed_args(rest)
    try:
        return function(load(options.rulebook), options)
    except (RulebookError, AnswerError) as error:
        print(error, file=sys.stderr)
        return 2


@command("check", PHRASES, argument("--record", type=Path, metavar="FILE", help="fail if this record lags behind"))
def check(rulebook: Rulebook, options: Namespace) -> int:
    """Run every proof; a failed one prints a witness."""
    started = time.process_time()
    report = prove(rulebook, options.on)
    more = list(checked_already(rulebook, options.on or _today(rulebook)))
    more += recording.outdated(rulebook, options.record) if options.record else []
    more += wording.unworded(rulebook, options.phrases) if options.phrases else []
    report = replace(report, failures=(*report.failures, *more))
    text = printing.report(report, time.process_time() - started)
    print(printing.json_of(report) if options.json else text)
    return 1 if report.failures else 0


@command("assess", argument("answers", nargs="*", metavar="question=option", help="a|b for several still possible"))
def assess_person(rulebook: Rulebook, options: Namespace) -> int:
    """Verdict, steps, dates, reasons and open questions of one person."""
    found = assess(rulebook, _answers(options.answers), options.on or _today(rulebook))
    print(printing.json_of(printing.data(found)) if options.json else printing.assessment(found))
    return 0


@command("ask")
def ask(rulebook: Rulebook, options: Namespace) -> int:
    """The interview in the terminal, then what applies."""
    answers: dict[str, str] = {}
    on = options.on or _today(rulebook)
    found = assess(rulebook, answers, on)
    while found.next_screen:
        for question in found.next_screen:
            known = f"a date such as {on}" if question.is_date else " | ".join(question.options)
            print(f"\n{question.id}  (at most {found.at_most} more)\n  {known} | {UNKNOWN}")
            answers[question.id] = _typed(rulebook, question.id, on)
        found = assess(rulebook, answers, on)
    print("\n" + (printing.json_of(printing.data(found)) if options.json else printing.assessment(found)))
    return 0


@command(
    "graph",
    argument("--mermaid", action="store_true", help="Mermaid instead of DOT"),
    argument("--group", help="the exclusive group to draw"),
)
def draw(rulebook: Rulebook, options: Namespace) -> int:
    """The flow to the verdict as DOT or Mermaid."""
    epoch = epoch_on(rulebook, options.on or _today(rulebook))
    group = options.group or next(iter(rulebook.exclusive), "")
    if group not in rulebook.exclusive:
        raise AnswerError(f"There is no group {group!r}. Known: {', '.join(rulebook.exclusive) or 'none'}.")
    picture = (graph.mermaid if options.mermaid else graph.dot)(epoch, group)
    print(printing.json_of({"graph": picture}) if options.json else picture)
    return 0


@command(
    "compare",
    argument("new", nargs="?", help="the changed rulebook; without it, the same one on another day"),
    argument("--before", type=read_day, metavar="DATE", help="the day to compare --on with"),
)
def compare_rules(rulebook: Rulebook, options: Namespace) -> int:
    """Whom a change touches: another rulebook, or another day."""
    if options.new:
        changes = comparing.compare(rulebook, load(options.new))
    elif options.before:
        changes = comparing.compare_days(rulebook, options.before, options.on or _today(rulebook))
    else:
        raise AnswerError("Name a second rulebook, or two days with --before and --on.")
    print(printing.json_of(changes) if options.json else printing.changes(changes))
    return 0


@command("mutate", argument("people", help="a folder of example people"))
def mutate(rulebook: Rulebook, options: Namespace) -> int:
    """Small changes that no example person notices."""
    count, missed = mutating.unnoticed(rulebook, load_people(options.people, rulebook))
    data = {"mutants": count, "noticed": count - len(missed), "unnoticed": missed}
    lines = [f"not noticed: {what}" for what in missed]
    lines.append(f"{count - len(missed)} of {count} mutants noticed, {(count - len(missed)) / max(count, 1):.1%}")
    print(printing.json_of(data) if options.json else "\n".join(lines))
    return 0


@command(
    "record",
    argument("file", type=Path, help="the record, a JSON file"),
    argument("--old", help="the rulebook as it was recorded last"),
)
def record(rulebook: Rulebook, options: Namespace) -> int:
    """Write down whom the dates of the law and the latest change touch."""
    file: Path = options.file
    so_far = read_record(file) if file.exists() else None
    old = load(options.old) if options.old else None
    found = recording.renewed(rulebook, so_far, old, options.on or _today(rulebook))
    file.write_text(recording.written(found), "utf-8")
    print(f"{file}: {len(found['days'])} days, {len(found['revisions'])} revisions")
    return 0


@command(
    "print",
    argument("step", nargs="?", default="", help="one step; without it, all of them"),
    argument("--language", default="en", help="a phrase file's name, for example ru"),
    argument("--signed", type=Path, metavar="FILE", help="an earlier printout to compare with"),
    PHRASES,
)
def print_rules(rulebook: Rulebook, options: Namespace) -> int:
    """The rules as bullets in a language, for a lawyer to sign; or those that a signed printout states otherwise."""
    phrases = wording.complete(rulebook, options.phrases or Path(options.rulebook).parent / "phrases", options.language)
    if options.step and options.step not in rulebook.steps:
        raise AnswerError(f"There is no step {options.step!r}. {nearest(options.step, rulebook.steps)}")
    if not options.signed:
        print(printout.printout(rulebook, phrases, options.step))
        return 0
    found = printout.unlike(options.signed.read_text("utf-8"), rulebook, phrases)
    print("\n".join(f"changed since it was printed: {id}" for id in found) or "The printout states the same rules.")
    return 1 if found else 0


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
            assess(rulebook, {question: value}, on)
        except EOFError:
            return UNKNOWN
        except AnswerError as error:
            print(error)
        else:
            return value


def _today(rulebook: Rulebook) -> date:
    return datetime.now(ZoneInfo(rulebook.time_zone)).date()
