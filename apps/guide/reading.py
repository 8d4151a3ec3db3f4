"""How long an entry's sentences are: what a reader with eight years of school can follow."""

import re

MARKED = re.compile(r"^(?:#+ |- |\d+\. )|\*\*", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
END = re.compile(r"(?<=[.!?։՞])[»”\")]*\s+|\n+")


def sentences(text: str) -> list[str]:
    """Cut a text of the guide into sentences; a line of a list counts as one, as it is read."""
    plain = LINK.sub(r"\1", MARKED.sub("", text))
    return [sentence for sentence in END.split(plain) if len(sentence.split()) > 1]


def mean_length(text: str) -> float:
    """Words per sentence."""
    found = sentences(text)
    return sum(len(sentence.split()) for sentence in found) / max(len(found), 1)
