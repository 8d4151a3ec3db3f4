"""Rules whose `checked_on` a day contradicts: too long ago, or still to come."""

from collections.abc import Iterator
from datetime import date, timedelta

from apps.rules.errors import Failure
from apps.rules.model import Rulebook


def stale(rulebook: Rulebook, on: date) -> Iterator[Failure]:
    """Yield the rules whose `checked_on` lies more than their `recheck_days` calendar days before a day."""
    for step in rulebook.steps.values():
        if on > (due := step.checked_on + timedelta(days=step.recheck_days)):
            yield Failure("staleness", f"{step.id}: was to be checked again by {due}")


def checked_already(rulebook: Rulebook, on: date) -> Iterator[Failure]:
    """Yield the rules that claim to be checked on a day still to come."""
    for step in rulebook.steps.values():
        if step.checked_on > on:
            yield Failure("staleness", f"{step.id}: checked_on {step.checked_on} lies in the future")
