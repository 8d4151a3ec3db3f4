"""Steps whose day nobody may rely on now: they stay in the list, with words in the place of the day."""

from collections.abc import Collection
from dataclasses import replace

from apps.rules import Assessment, Due, Finding


class Undated(Finding):
    @property
    def due(self) -> Due | None:  # computed anew each time, which costs nothing here
        return Due(self.step.deadline, None) if self.step.deadline else None


def undated(assessment: Assessment, steps: Collection[str]) -> Assessment:
    """Return the assessment without the days of these steps."""
    found = (
        Undated(one.step, one.left, one.epoch, one.answers) if one.step.id in steps else one
        for one in assessment.findings
    )
    return replace(assessment, findings=tuple(found))
