import pytest
from hypothesis import given

from apps.rules.conditions import All, Any, Condition, In, Is, Named, Not, text
from apps.rules.parsing import parse
from apps.rules.tests.random_rulebooks import conditions, plain_leaves


@given(conditions(plain_leaves))
def test_a_condition_that_is_written_and_read_again_is_the_same(condition: Condition) -> None:
    assert parse(text(condition)) == condition


def test_and_binds_tighter_than_or() -> None:
    assert parse("a is x or b is y and c") == Any((Is("a", "x"), All((Is("b", "y"), Named("c")))))


def test_is_not_and_not_is_mean_the_same() -> None:
    assert parse("a is not x") == parse("not a is x") == Not(Is("a", "x"))


def test_brackets_group() -> None:
    assert parse("(a is x or b in g) and c") == All((Any((Is("a", "x"), In("b", "g"))), Named("c")))


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("", "a question or a condition is missing"),
        ("a is", "after 'a is' an option is missing"),
        ("a in", "after 'a in' a group is missing"),
        ("a is x and", "after 'a is x and' a question or a condition is missing"),
        ("(a is x", "after '\\( a is x' a closing bracket is missing"),
        ("a is x b", "after 'a is x' there is 'b'"),
        ("a == x", "'=' does not belong in a condition"),
    ],
)
def test_a_broken_line_says_what_is_missing_and_where(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse(line)
