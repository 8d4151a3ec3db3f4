"""Whatever is posted, nothing breaks, and nothing is kept that looks like a number or an address of a person."""

import os
import re

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.asking import keeping, tokens
from apps.asking.budget import Budget
from apps.asking.models import Question
from apps.asking.tests.asking import ASK, TEXT, hidden
from apps.asking.tests.test_cleaning import FIVE_DIGITS, made_up

REQUESTS = int(os.environ.get("FUZZ_REQUESTS", "120"))
DAYS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](20)?\d\d")

odd = st.text(max_size=60)
secrets = st.integers(0, 999).map(made_up)
texts = st.lists(odd | secrets | st.just(TEXT), max_size=5).map(" ".join)
names = st.sampled_from(["text", "topic", "language", "entry", "kind", "token", "send", "change", "reason"])
more = st.dictionaries(names | odd, odd | st.sampled_from(["moved", "ky", "wrong", "1"]), max_size=6)


@pytest.mark.django_db
@settings(max_examples=REQUESTS, deadline=None, suppress_health_check=list(HealthCheck))
@given(texts, more)
def test_no_post_breaks_the_form_or_leaves_a_number(client: Client, text: str, more: dict[str, str]) -> None:
    Question.objects.all().delete()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "of_this_worker", Budget(most=10**9))
        patch.setattr(tokens, "SOONEST", 0)
        r = client.post(ASK, {"text": text, **more})
        assert r.status_code in (200, 400)
        if r.context and r.context.get("token"):
            assert client.post(ASK, {**hidden(r), "send": "1", **more}).status_code in (200, 302)
    for (kept,) in Question.objects.values_list("text"):
        assert "@" not in kept and not FIVE_DIGITS.search(DAYS.sub("", kept)), kept
