"""No visitor input ends in a 5xx: random forms and random addresses."""

import os
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from apps.amina import current

REQUESTS = int(os.environ.get("FUZZ_REQUESTS", "1000"))
QUESTIONS = current.rulebook().questions

odd_text = st.text(max_size=40)
days = st.dates().map(str)
options = st.sampled_from(sorted({option for question in QUESTIONS.values() for option in question.options}))
values = st.one_of(options, days, odd_text, st.just("unknown"), st.just(""))
fitting = st.fixed_dictionaries(
    {},
    optional={
        question.id: st.sampled_from([*question.options, "unknown"]) if question.options else days
        for question in QUESTIONS.values()
    },
)
odd = st.dictionaries(
    st.sampled_from([*QUESTIONS, "shown", "change", "finish", "not_sure"]) | odd_text,
    st.lists(values | st.sampled_from(list(QUESTIONS)), max_size=4),
    max_size=12,
)
words = st.sampled_from(["ky", "ru", "en", "uz", "q", "topics", "check", "moved", "admin", "static", "..", "%00", "0"])
addresses = st.lists(words | odd_text.map(quote), max_size=5).map(lambda parts: "/" + "/".join(parts).lstrip("/"))


@pytest.mark.django_db
@pytest.mark.usefixtures("one_version")
@settings(max_examples=REQUESTS // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(fitting, odd)
def test_no_form_breaks_the_self_check(client: Client, good: dict[str, str], bad: dict[str, list[str]]) -> None:
    assert client.post("/ky/check/", {**good, **bad}).status_code == 200


@pytest.mark.django_db
@settings(max_examples=REQUESTS // 2, deadline=None, suppress_health_check=list(HealthCheck))
@given(addresses, st.dictionaries(odd_text, odd_text, max_size=3))
def test_no_address_breaks_the_site(client: Client, address: str, query: dict[str, str]) -> None:
    assert client.get(address, query).status_code < 500
