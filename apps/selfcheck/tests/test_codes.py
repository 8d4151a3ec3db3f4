"""Links that were given out are found again after the questions have changed."""

from django.core.management import call_command

from apps.amina import current
from apps.selfcheck import codes


def test_the_layout_of_todays_codes_is_kept() -> None:
    assert codes.published()[codes.current(current.rulebook())] == codes.layout(current.rulebook())


def test_noting_the_layout_again_changes_nothing() -> None:
    before = codes.FILE.read_bytes()
    call_command("keep_share_codes")
    assert codes.FILE.read_bytes() == before
