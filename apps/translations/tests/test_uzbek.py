"""Uzbek in Cyrillic: derived letter by letter, with what is not Uzbek left alone."""

import re

import pytest
from django.test import Client

from apps.guide.models import Entry
from apps.translations.uzbek import cyrillic


@pytest.mark.parametrize(
    ("latin", "expected"),
    [
        ("Oʻzbekiston fuqarosi", "Ўзбекистон фуқароси"),
        ("yoʻl, yoʻq, koʻchdim", "йўл, йўқ, кўчдим"),
        ("Yangi manzil yigirma kunda", "Янги манзил йигирма кунда"),
        ("elchixona eʼlon qildi", "элчихона эълон қилди"),
        ("bugun emas, poyezdda", "бугун эмас, поездда"),
        ("maʼlumot va sanʼat", "маълумот ва санъат"),
        ("Isʼhoq", "Исҳоқ"),
        ("geolokatsiya, deportatsiya", "геолокация, депортация"),
        ("27-noyabr kuni, noyabrdan", "27-ноябрь куни, ноябрдан"),
        ("Fikr va maqsad", "Фикр ва мақсад"),
        ("shahar, chet el, ming soʻm", "шаҳар, чет эл, минг сўм"),
        ("Shveysariya, migratsiya konsepsiyasi", "Швейцария, миграция концепцияси"),
        ("«Kommersant» va «Asia-Plus»", "«Коммерсантъ» ва «Азия-Плюс»"),
    ],
)
def test_words_are_spelled_as_in_the_cyrillic_alphabet(latin: str, expected: str) -> None:
    assert cyrillic(latin) == expected


@pytest.mark.parametrize(
    "text",
    [
        "ММЦ «Сахарово» (рабочие дни)",
        "RuStore, iPhone, Android 7.0",
        "Bluetooth, Daily Storm, NUR.KZ, click.md",
        "https://mc.mos.ru/uz",
        "mc.mos.ru",
        "%(n)s",
        "%s",
    ],
)
def test_names_addresses_and_placeholders_stay(text: str) -> None:
    assert cyrillic(text) == text


def test_a_link_keeps_its_target() -> None:
    assert cyrillic("[koʻproq](entry:moved)") == "[кўпроқ](entry:moved)"


def test_an_ending_after_a_name_is_set_apart() -> None:
    assert cyrillic("iPhoneda, RuStoreʼdan, ruIDni") == "iPhone’да, RuStore’дан, ruID’ни"


@pytest.mark.django_db
def test_an_entry_written_in_latin_is_read_in_cyrillic(client: Client) -> None:
    entry = Entry.objects.get(slug="moved")
    entry.title_uz, entry.short_answer_uz, entry.body_uz = "Koʻchdim", "Manzilni oʻzgartiring", "[Batafsil](entry:card)"
    entry.save()
    r = client.get("/uz-cyrl/q/moved/")
    assert "Кўчдим" in r.text and "Манзилни ўзгартиринг" in r.text
    assert 'href="/uz-cyrl/q/card/" rel="noopener noreferrer">Батафсил<' in r.text
    assert '<link rel="canonical" href="http://testserver/uz/q/moved/">' in r.text
    assert re.search(
        r'<a href="/uz-cyrl/q/moved/" lang="uz-cyrl"\s+hreflang="uz-cyrl" aria-current="true">Ўзбекча</a>', r.text
    )


@pytest.mark.django_db
def test_a_reader_of_cyrillic_is_told_too_that_nobody_reviewed_the_translation(client: Client) -> None:
    notice = r'<p class="unreviewed">\s*<small>\s*(.*?)\s*<a href="/ru/q/moved/"'
    told = re.search(notice, client.get("/uz/q/moved/").text)
    assert told
    assert cyrillic(told[1]) in client.get("/uz-cyrl/q/moved/").text
