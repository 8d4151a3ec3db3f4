"""An entry's body: whatever an editor typed, only harmless HTML comes out."""

import pytest
from django.test import Client

from apps.guide.models import Entry

pytestmark = pytest.mark.django_db


def body(client: Client, text: str) -> str:
    entry = Entry.objects.get(slug="moved")
    entry.body_en = text
    entry.save()
    shown: str = client.get("/en/q/moved/").text.partition('<div class="body" lang="en">')[2]
    return shown.partition("</div>")[0].strip()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("<b onclick='x'>bold</b>", "<p>&lt;b onclick='x'&gt;bold&lt;/b&gt;</p>"),
        ("[here](javascript:alert(1))", "<p>[here](javascript:alert(1))</p>"),
        ("[here](//example.org)", "<p>here</p>"),
        ("[here](ftp://example.org)", "<p>here</p>"),
        ("# One\n\n## Two", "<h2>One</h2>\n<h2>Two</h2>"),
        ("- a\n- **b**", "<ul>\n<li>a</li>\n<li><strong>b</strong></li>\n</ul>"),
    ],
)
def test_only_the_markdown_subset_gets_through(client: Client, typed: str, shown: str) -> None:
    assert body(client, typed) == shown


def test_a_mark_says_whose_word_a_sentence_is(client: Client) -> None:
    shown = body(client, "[Our advice:](mark:advice) go **today**, [call](tel:+74995305688)")
    assert shown.startswith(
        '<p><strong class="mark advice">Our advice:</strong> go <strong>today</strong>, <a href="tel:'
    )


def test_a_mark_that_does_not_exist_becomes_plain_words(client: Client) -> None:
    assert body(client, "[Surely:](mark:surely) go") == "<p>Surely: go</p>"


def test_a_link_to_an_entry_keeps_the_readers_language(client: Client) -> None:
    assert 'href="/en/q/landlords/"' in body(client, "[the landlord](entry:landlords)")


@pytest.mark.parametrize("address", ["entry:nothing", "entry:NOTHING", "entry:"])
def test_a_link_to_an_unknown_entry_becomes_plain_words(client: Client, address: str) -> None:
    assert body(client, f"[the **landlord**]({address}) knows") == "<p>the <strong>landlord</strong> knows</p>"


def test_a_link_to_another_site_tells_it_nothing(client: Client) -> None:
    link = '<a href="https://mc.mos.ru/" rel="noopener noreferrer">the centre</a>'
    assert body(client, "[the centre](https://mc.mos.ru/)") == f"<p>{link}</p>"
