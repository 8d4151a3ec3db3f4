"""Rules as data: load a rulebook, assess a person on a day, prove the rulebook right."""

from apps.rules.answers import UNKNOWN, Answers, read
from apps.rules.assessment import Assessment, Finding, Outcome, assess
from apps.rules.deadlines import Due, DueReading
from apps.rules.epochs import Epoch, epoch_on, epochs
from apps.rules.errors import AnswerError, CalendarError, RulebookError
from apps.rules.loading import load
from apps.rules.model import Certainty, Kind, Question, Rulebook, Step

__all__ = [
    "UNKNOWN",
    "AnswerError",
    "Answers",
    "Assessment",
    "CalendarError",
    "Certainty",
    "Due",
    "DueReading",
    "Epoch",
    "Finding",
    "Kind",
    "Outcome",
    "Question",
    "Rulebook",
    "RulebookError",
    "Step",
    "assess",
    "epoch_on",
    "epochs",
    "load",
    "read",
]
