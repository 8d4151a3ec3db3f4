"""Bullets say exactly what the condition says: printed and read back, it is the same."""

import pytest
from hypothesis import given

from apps.rules import RulebookError
from apps.rules.conditions import Condition, Named
from apps.rules.model import Rulebook
from apps.rules.parsing import parse
from apps.rules.saying.bullets import Wording
from apps.rules.saying.printout import printout, read_back, unlike
from apps.rules.saying.wording import required
from apps.rules.scales import Certainty, Kind
from apps.rules.tests.random_rulebooks import RANDOM_RUNS, conditions, rulebook_of, rulebooks, with_name

PARTS = (parse("a is a0"), Named("named"), parse("b is yes"))
BULLETS = """\
- all of this:
  - a?: a0
  - not:
    - any of this:
      - c?: some_c
      - the named condition"""


def phrases(rulebook: Rulebook) -> dict[str, str]:
    own = {f"questions.{id}.label": f"{id}?" for id in rulebook.questions}
    own |= {f"groups.{id}": id for id in rulebook.groups}
    own |= {f"conditions.{id}": f"the {id} condition" for id in rulebook.definitions}
    own |= {"rules.all": "all of this:", "rules.any": "any of this:", "rules.not": "not:"}
    return {key: key.rpartition(".")[2] for key in required(rulebook)} | own


@RANDOM_RUNS
@given(rulebooks(), conditions(with_name))
def test_a_condition_printed_and_read_back_is_the_same(rulebook: Rulebook, condition: Condition) -> None:
    wording = Wording(rulebook, phrases(rulebook))
    assert wording.read(wording.write(condition)) == condition


@RANDOM_RUNS
@given(rulebooks())
def test_a_whole_printout_read_back_states_the_same_rules(rulebook: Rulebook) -> None:
    text = printout(rulebook, phrases(rulebook))
    assert read_back(text, rulebook, phrases(rulebook)) == {
        **{id: (step.when, step.unless) for id, step in rulebook.steps.items()},
        **{id: (definition.when, parse("never")) for id, definition in rulebook.definitions.items()},
    }
    assert unlike(text, rulebook, phrases(rulebook)) == []


def test_bullets_are_nested_like_the_condition() -> None:
    rulebook = rulebook_of(*PARTS)
    condition = parse("a is a0 and not (c in some_c or named)")
    assert Wording(rulebook, phrases(rulebook)).write(condition) == BULLETS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BULLETS.replace("a?: a0", "a?: a9"), "no part of the rules has the words 'a?: a9'. Did you mean 'a?: a"),
        (BULLETS.replace("  - a?: a0", "  a?: a0"), "'a?: a0' is not a bullet"),
        (BULLETS.replace("- all of this:", ""), "is not a bullet"),
        ("- a?: a0\n- a?: a1", "one bullet must stand on the left, but there are 2"),
        ("- all of this:", "'all of this:' has 0 bullets below it; it needs one or more"),
        ("- not:\n  - a?: a0\n  - a?: a1", "'not:' has 2 bullets below it; it needs one"),
        ("- a?: a0\n  - a?: a1", "'a?: a0' stands for itself"),
        ("", "there are 0"),
    ],
)
def test_bullets_that_cannot_be_read_say_where(text: str, said: str) -> None:
    rulebook = rulebook_of(*PARTS)
    with pytest.raises(ValueError, match="^") as caught:
        Wording(rulebook, phrases(rulebook)).read(text)
    assert said in str(caught.value)


def test_two_parts_with_the_same_words_are_refused_because_they_could_not_be_read_back() -> None:
    rulebook = rulebook_of(*PARTS)
    with pytest.raises(RulebookError, match="same words: 'a\\?: a0'"):
        printout(rulebook, phrases(rulebook) | {"conditions.named": "a?: a0"})


def test_a_printout_that_states_another_rule_names_it() -> None:
    rulebook = rulebook_of(*PARTS)
    text = printout(rulebook, phrases(rulebook)).replace("- a?: a0", "- a?: a1")
    assert unlike(text, rulebook, phrases(rulebook)) == ["s0"]


def test_every_kind_and_certainty_has_its_phrase() -> None:
    keys = required(rulebook_of(*PARTS))
    assert {f"rules.kinds.{kind}" for kind in Kind} | {f"rules.certainty.{one}" for one in Certainty} <= set(keys)
