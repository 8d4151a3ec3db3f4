"""No shipped text is written as its language's page of house style says it must not be."""

import pytest
from django.conf import settings

from apps.guide import kinds_of_wrong

KINDS = kinds_of_wrong.kinds()


@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_written_so(kind: str) -> None:
    wrong = {
        code: places
        for code, pattern in KINDS[kind].items()
        if (places := kinds_of_wrong.found(settings.BASE_DIR / "apps", code, pattern))
    }
    assert wrong == {}
