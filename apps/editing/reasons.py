"""Why a version is there, in words: what the history keeps as short marks."""

import re
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from apps.editing import publishing
from apps.translations import languages

SAID: dict[str, str | Promise] = {
    publishing.STILL_TRUE: gettext_lazy("looked up, still true"),
    publishing.PUBLISHED: gettext_lazy("published"),
    publishing.HIDDEN: gettext_lazy("hidden from readers"),
    publishing.READ: gettext_lazy("read by a second person, who agrees"),
    publishing.WITHDRAWN: gettext_lazy("withdrawn"),
    publishing.GIVEN_BACK: gettext_lazy("shown to readers again"),
    "asked": gettext_lazy("a reader’s question added"),
    "PO": gettext_lazy("from a PO file"),
    "undone": gettext_lazy("undone as one"),
}
MARK = re.compile(
    rf"({'|'.join(sorted(SAID, key=len, reverse=True))}|proposal:\d+|batch:\d+|restored:\d+|day:[\d-]+)(?= |$)"
)


@dataclass(frozen=True)
class Reason:
    text: str
    address: str = ""


def of(why: str) -> list[Reason]:
    """Return what each mark means; which languages a save touched is seen below it.

    >>> [one.text for one in of("ky about")]
    []
    """
    return [_reason(mark, why) for mark in MARK.findall(why)]


def _reason(mark: str, why: str) -> Reason:
    kind, _sep, number = mark.partition(":")
    if kind == "proposal":
        return Reason(_("a proposed change, accepted"), reverse("admin:editing_proposal_change", args=[number]))
    if kind == "batch":
        return Reason(_("with others in one go"), reverse("admin:editing_batch_change", args=[number]))
    if kind == "restored":
        return Reason(_("an earlier version put back"))
    if kind == "day":
        return Reason(_("put back as of %s") % date_format(date.fromisoformat(number), "DATE_FORMAT"))
    names = [languages.OWN_NAMES[word] for word in why.split() if word in languages.TARGETS]
    of_language = mark in (publishing.WITHDRAWN, publishing.GIVEN_BACK)
    return Reason(f"{SAID[mark]}: {', '.join(names)}" if of_language and names else str(SAID[mark]))
