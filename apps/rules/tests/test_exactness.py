"""The engine against brute force over all completions, on random rulebooks."""

from hypothesis import given

from apps.rules import Rulebook, assess, epoch_on, kleene
from apps.rules.assessment import Outcome
from apps.rules.conditions import All, Not
from apps.rules.parsing import parse
from apps.rules.tests.random_rulebooks import (
    DAY,
    QUESTIONS,
    RANDOM_RUNS,
    applies,
    completions,
    partial_answers,
    rulebook_of,
    rulebooks,
)

Partial = dict[str, list[str]]


def truth(rulebook: Rulebook, id: str, answers: Partial) -> set[bool]:
    return {applies(rulebook, rulebook.steps[id], full) for full in completions(answers)}


@RANDOM_RUNS
@given(rulebooks(), partial_answers())
def test_a_step_applies_exactly_if_it_does_for_every_completion(rulebook: Rulebook, answers: Partial) -> None:
    found = {finding.step.id: finding.outcome for finding in assess(rulebook, answers, DAY).findings}
    for id in rulebook.steps:
        possible = truth(rulebook, id, answers)
        expected = Outcome.DEPENDS if len(possible) == 2 else Outcome.APPLIES if possible == {True} else None
        assert found.get(id) == expected


@RANDOM_RUNS
@given(rulebooks(), partial_answers())
def test_a_question_is_asked_exactly_if_its_answer_can_change_something(rulebook: Rulebook, answers: Partial) -> None:
    asked = {id for finding in assess(rulebook, answers, DAY).findings for id in finding.depends_on}
    for id in QUESTIONS:
        matters = any(
            applies(rulebook, step, full) != applies(rulebook, step, {**full, id: option})
            for step in rulebook.steps.values()
            for full in completions(answers)
            for option in answers.get(id, QUESTIONS[id].options)
        )
        assert (id in asked) == matters


def test_equal_rests_are_one_although_only_one_of_them_was_touched() -> None:
    rulebook = rulebook_of(parse("b is yes"), parse("a is a0 and d is yes"), parse("never"))
    (finding,) = assess(rulebook, {"d": "no"}, DAY).findings
    assert finding.depends_on == ("b",)


@RANDOM_RUNS
@given(rulebooks(), partial_answers())
def test_the_reason_alone_decides_and_nothing_in_it_can_be_left_out(rulebook: Rulebook, answers: Partial) -> None:
    for finding in assess(rulebook, answers, DAY).findings:
        if finding.outcome is Outcome.APPLIES:
            kept = {id: answers[id] for id in finding.because}
            assert truth(rulebook, finding.step.id, kept) == {True}
            for id in kept:
                fewer = {other: options for other, options in kept.items() if other != id}
                assert truth(rulebook, finding.step.id, fewer) == {True, False}


@RANDOM_RUNS
@given(rulebooks(), partial_answers())
def test_what_would_change_a_step_is_every_other_answer_that_ends_it(rulebook: Rulebook, answers: Partial) -> None:
    for finding in assess(rulebook, answers, DAY).findings:
        for id in finding.because:
            ending = [
                o for o in QUESTIONS[id].options if truth(rulebook, finding.step.id, {**answers, id: [o]}) == {False}
            ]
            assert list(finding.would_change.get(id, ())) == ending


@RANDOM_RUNS
@given(rulebooks(), partial_answers())
def test_plain_three_valued_evaluation_never_contradicts_the_diagram(rulebook: Rulebook, answers: Partial) -> None:
    epoch = epoch_on(rulebook, DAY)
    possible = {id: frozenset(options) for id, options in answers.items()}
    for id, rule in rulebook.steps.items():
        plain = kleene.evaluate(All((rule.when, Not(rule.unless))), epoch, possible)
        assert plain is None or truth(rulebook, id, answers) == {plain}


@RANDOM_RUNS
@given(rulebooks(), partial_answers())
def test_every_answer_takes_screens_away_and_never_changes_what_is_decided(
    rulebook: Rulebook, answers: Partial
) -> None:
    found = assess(rulebook, answers, DAY)
    decided = {finding.step.id for finding in found.findings if finding.outcome is Outcome.APPLIES}
    while found.next_screen:
        question = found.next_screen[0]
        answers = {**answers, question.id: [question.options[-1]]}
        after = assess(rulebook, answers, DAY)
        assert after.at_most < found.at_most
        assert decided <= {finding.step.id for finding in after.findings if finding.outcome is Outcome.APPLIES}
        found = after
