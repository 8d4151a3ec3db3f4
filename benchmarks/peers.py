"""The peers, each in the way that is fastest for it: every rule once, compiled before the clock starts."""

from collections.abc import Callable, Mapping
from typing import Any

from benchmarks import languages
from benchmarks.formulas import Formula

Answers = dict[str, str]
Decide = Callable[[Answers], frozenset[str]]
Formulas = Mapping[str, Formula]


def _named(formulas: Formulas, decide: Callable[[Answers], Any]) -> Decide:
    ids = list(formulas)
    return lambda answers: frozenset(id for id, holds in zip(ids, decide(answers), strict=True) if holds)


def datalogic_py(formulas: Formulas) -> Decide:
    from datalogic_py import Engine

    rule = Engine().compile([languages.json_logic(formula) for formula in formulas.values()])
    return _named(formulas, rule.evaluate)


def zen_engine(formulas: Formulas) -> Decide:
    import zen

    expression = zen.compile_expression(_listed(formulas, "and", "or"))
    return _named(formulas, expression.evaluate)


def panzi_json_logic(formulas: Formulas) -> Decide:
    from json_logic import jsonLogic

    rules = [languages.json_logic(formula) for formula in formulas.values()]
    return _named(formulas, lambda answers: [jsonLogic(rule, answers) for rule in rules])


def business_rules(formulas: Formulas) -> Decide:
    from business_rules import actions, fields, run_all, variables

    questions = sorted({question for formula in formulas.values() for question in _questions(formula)})

    given = {question: variables.string_rule_variable()(_answer_to(question)) for question in questions}
    Asked = type("Asked", (variables.BaseVariables,), given)

    class Note(actions.BaseActions):  # type: ignore[misc]  # the peers ship no types
        def __init__(self) -> None:
            self.found: set[str] = set()

        @actions.rule_action(params={"step": fields.FIELD_TEXT})  # type: ignore[untyped-decorator]
        def note(self, step: str) -> None:
            self.found.add(step)

    always = {id for id, formula in formulas.items() if formula is True}
    rules = [
        {"conditions": _wrapped(formula), "actions": [{"name": "note", "params": {"step": id}}]}
        for id, formula in formulas.items()
        if not isinstance(formula, bool)
    ]

    def decide(answers: Answers) -> frozenset[str]:
        asked, note = Asked(), Note()
        asked.answers = answers
        run_all(rules, asked, note)
        return frozenset(note.found | always)

    return decide


def _answer_to(question: str) -> Callable[[Any], str]:
    def value(self: Any) -> str:
        return str(self.answers[question])

    value.__name__ = question
    return value


def durable_rules(formulas: Formulas) -> Decide:
    from durable import engine

    found: set[str] = set()
    always = {id for id, formula in formulas.items() if formula is True}

    def noting(id: str) -> Callable[[Any], None]:
        return lambda context: found.add(id)

    # All rules in one set are refused with an error without words (113), so each has a set of its own.
    host = engine.Host()
    rulesets = [id for id, formula in formulas.items() if not isinstance(formula, bool)]
    for id in rulesets:
        host.set_rulesets({id: {"rule": {"all": [{"m": languages.durable(formulas[id])}], "run": noting(id)}}})

    def decide(answers: Answers) -> frozenset[str]:
        found.clear()
        for id in rulesets:
            host.assert_fact(id, answers)
            host.retract_fact(id, answers)
        return frozenset(found | always)

    return decide


def rule_engine(formulas: Formulas) -> Decide:
    import rule_engine as peer

    rule = peer.Rule(_listed(formulas, "and", "or"))
    return _named(formulas, rule.evaluate)


def cel_python(formulas: Formulas) -> Decide:
    import celpy

    environment = celpy.Environment()
    program = environment.program(environment.compile(_listed(formulas, "&&", "||")))
    return _named(formulas, lambda answers: program.evaluate(celpy.json_to_cel(answers)))


def _listed(formulas: Formulas, both: str, either: str) -> str:
    return "[" + ", ".join(languages.infix(formula, both, either) for formula in formulas.values()) + "]"


def _wrapped(formula: Formula) -> Any:
    condition = languages.business_rules(formula)
    return condition if {"all", "any"} & condition.keys() else {"all": [condition]}


def _questions(formula: Formula) -> set[str]:
    if isinstance(formula, bool):
        return set()
    parts = getattr(formula, "parts", ())
    return set().union(*map(_questions, parts)) if parts else {formula.question}  # type: ignore[union-attr]
