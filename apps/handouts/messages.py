"""A text to send: the question, what to do, how sure that is and of what day, and an address for everybody."""

from collections.abc import Sequence

from django.conf import settings

from apps.handouts.saying import SENTENCE, Said

LONGEST = 480  # signs
LATIN = frozenset(
    "@£$¥èéùìòÇØøÅåÆæßÉÄÖÑÜ§¿äöñüà\n !\"#%&'()*+,-./0123456789:;<=>?¡abcdefghijklmnopqrstuvwxyz"
) | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
PARTS_LATIN, PARTS_OTHER = 3 * 153, 3 * 67  # signs in three parts of an SMS, by the alphabet it is sent in


def text(said: Sequence[Said]) -> str:
    """In one language or several, one below the other, with one address."""
    return "\n\n".join(_one(one) for one in said) + f"\n{address(said[0])}"


def sms(said: Said) -> str:
    """What fits three parts of an SMS: the question, as many whole sentences as there is room for, the address."""
    return f"{text([said])[: signs_of_sms(said)]}\n{address(said)}"


def signs_of_sms(said: Said) -> int:
    """How much of the text is sent in an SMS, before the address."""
    kept = said.title
    for sentence in SENTENCE.split(said.text):
        if not _in_three_parts(longer := f"{kept}\n{sentence}" if kept == said.title else f"{kept} {sentence}", said):
            break
        kept = longer
    return len(kept)


def address(said: Said) -> str:
    return settings.SITE_ADDRESS + said.path


def _one(said: Said) -> str:
    room = LONGEST - len(address(said)) - len(said.title) - len(said.status) - 3
    return "\n".join(line for line in (said.title, _cut(said.text, room), said.status) if line)


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: room - 1].rpartition(" ")[0] + "…"


def _in_three_parts(text: str, said: Said) -> bool:
    whole = f"{text}\n{address(said)}"
    return len(whole) <= (PARTS_LATIN if frozenset(whole) <= LATIN else PARTS_OTHER)
