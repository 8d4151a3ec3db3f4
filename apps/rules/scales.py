"""How binding a step is, and how sure a rule is: a new kind or level is defined here alone."""

from collections.abc import Iterable
from enum import StrEnum


class Kind(StrEnum):
    """How binding a step is: whether it is a duty, and whether that is something to do, not something to leave."""

    MUST = "must", True, True
    MUST_NOT = "must-not", True, False
    MAY = "may", False, False
    INFO = "info", False, False

    is_duty: bool
    is_to_do: bool

    def __new__(cls, value: str, is_duty: bool, is_to_do: bool) -> "Kind":
        kind = str.__new__(cls, value)
        kind._value_, kind.is_duty, kind.is_to_do = value, is_duty, is_to_do
        return kind


class Certainty(StrEnum):
    """How well a rule is supported by its sources, the surest first."""

    OFFICIAL = "official"
    REPORTED = "reported"
    SOURCES_DIFFER = "sources-differ"
    NO_PUBLIC_ANSWER = "no-public-answer"

    def at_most(self, others: Iterable["Certainty"]) -> "Certainty":
        """Return the least sure of this one and others: what rests on several rules is no surer than any of them."""
        return max([self, *others], key=list(Certainty).index)
