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
        ("", "after '' something is missing"),
        ("a is", "after 'a is' something is missing"),
        ("a is x and", "after 'a is x and' something is missing"),
        ("(a is x", "in '\\(a is x' a closing bracket is missing"),
        ("a is x)", "after 'a is x' there is '\\)'"),
        ("a is x b", "after 'a is x' there is 'b'; write 'and' or 'or'"),
        ("a == x", "'a == x' is not a condition"),
        ("a is x is y", "'a is x is y' is not a condition"),
        ("a.b is x", "'a.b is x' is not a condition"),
        ("a(b)", "'a\\(b\\)' is not a condition"),
        ("a is x # and b", "'#' does not belong in a condition"),
        ("a is x, b", "'\\(a is x, b\\)' is not a condition"),
        ("a is x if b else c", "'a is x if b else c' is not a condition"),
        ("a is 1", "'a is 1' is not a condition"),
        ("not " * 5000 + "a", "is nested too deeply"),
    ],
)
def test_a_broken_line_says_what_is_missing_and_where(line: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        parse(line)
