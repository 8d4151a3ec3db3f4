"""The ids for which the self-check needs words, derived from the rulebook."""

from apps.rules import Rulebook
from apps.rules.saying import required

OPTIONAL_ENDING = ".help"


def known(rulebook: Rulebook, key: str) -> bool:
    """Say whether a key means something: a required one, or the help text of a question or screen."""
    if not key.endswith(OPTIONAL_ENDING):
        return key in required(rulebook)
    return key.removesuffix(OPTIONAL_ENDING) + ".title" in required(rulebook)


__all__ = ["known", "required"]
