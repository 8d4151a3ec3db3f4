"""Rules as data: load a rulebook, assess a person on a day, prove the rulebook right.

What stands here is all that the site uses. Authors call `python -m apps.rules`.
"""

from apps.rules.answers import UNKNOWN, Answers, unanswered
from apps.rules.assessment import Assessment, Finding, assess, reason
from apps.rules.bundles import bundle, fingerprint, recheck_by
from apps.rules.conditions import ALWAYS, NEVER, In
from apps.rules.days import DayError, read_day
from apps.rules.deadlines import Due
from apps.rules.epochs import epoch_on, stretches
from apps.rules.errors import RulebookError
from apps.rules.flows import Flow, Fork, flow
from apps.rules.loading import load
from apps.rules.model import Reading, Rulebook, Span, Step
from apps.rules.ordering import in_order
from apps.rules.questions import Question
from apps.rules.scales import Certainty

__all__ = [
    "ALWAYS",
    "NEVER",
    "UNKNOWN",
    "Answers",
    "Assessment",
    "Certainty",
    "DayError",
    "Due",
    "Finding",
    "Flow",
    "Fork",
    "In",
    "Question",
    "Reading",
    "Rulebook",
    "RulebookError",
    "Span",
    "Step",
    "assess",
    "bundle",
    "epoch_on",
    "fingerprint",
    "flow",
    "in_order",
    "load",
    "read_day",
    "reason",
    "recheck_by",
    "stretches",
    "unanswered",
]
