"""What a proof says when it does not hold."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Failure:
    """A proof that does not hold, and the answers of a person it fails for, where there is one."""

    proof: str
    message: str
    witness: dict[str, str] | None = None
