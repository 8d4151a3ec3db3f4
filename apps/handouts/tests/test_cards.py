"""The picture cards: nothing outside its box in any language, small, under addresses that name what they show."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from PIL import Image

from apps.guide.models import Entry
from apps.handouts import cards, everything, painting, typesetting
from apps.handouts.cards import MARGIN, SHAPES, SQUARE, WIDE, Shape
from apps.handouts.saying import Said, in_words
from apps.handouts.typesetting import Box
from apps.translations import languages

pytestmark = pytest.mark.django_db
TAIL = 8  # pixels, of a margin of 56 and a gap of 26
MOST_BYTES, READABLE = 60_000, 7  # the question's letters, where the picture is 200 px wide
LONG = Said(
    "ka", "გზამკვლევი " * 9, "ძალიანგრძელისიტყვა " * 6, "პასუხი " * 40, "სტატუსი " * 20, "", f"/q/{'long-' * 10}"
)


@pytest.fixture(autouse=True)
def folder(settings: Any, tmp_path: Path) -> Path:
    settings.PUBLISHED_ROOT = tmp_path
    return tmp_path


@pytest.fixture(scope="module")
def said(django_db_setup: None, django_db_blocker: Any) -> list[Said]:
    with django_db_blocker.unblock():
        return list(everything.said())


def outside(said: Said, shape: Shape) -> list[str]:
    """Lines that leave the place that they have on a picture, or stand on each other."""
    lines = cards.lines(said, shape)
    page, text_box = Box(MARGIN, 0, shape.width - 2 * MARGIN, shape.height), shape.text()
    boxes = [line.box() for line in lines]
    tops = [(above.top + above.height, below.top) for above, below in zip(boxes, boxes[1:], strict=False)]
    foot = sum(1 for line in lines if line.top >= shape.height - shape.foot)
    text = boxes[1:-foot]
    wrong = [line.text for line, box in zip(lines, boxes, strict=True) if not wider(page).holds(box)]
    wrong += [line.text for line, box in zip(lines[1:-foot], text, strict=True) if not wider(text_box).holds(box)]
    return wrong + [f"line {number} stands on the next" for number, (end, top) in enumerate(tops) if end > top + 2]


def wider(box: Box) -> Box:
    """By the few pixels that a letter's tail or accent may stand out into the margin."""
    return Box(box.left - TAIL, box.top - TAIL, box.width + 2 * TAIL, box.height + TAIL)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_no_text_of_any_card_leaves_its_box(said: list[Said], shape: Shape) -> None:
    assert len(said) > len(languages.OWN_NAMES) * Entry.objects.filter(published=True).count()
    assert {one.language: found for one in said if (found := outside(one, shape))} == {}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_even_what_is_far_too_long_is_cut_and_not_outside(shape: Shape) -> None:
    assert outside(LONG, shape) == []


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_question_is_legible_in_a_picture_of_200_pixels(said: list[Said], shape: Shape) -> None:
    sizes = {one.path: cards.lines(one, shape)[1].style.size * 200 / shape.width for one in said}
    assert min(sizes.values()) >= READABLE, min(sizes, key=lambda path: sizes[path])


def test_whole_answers_fit_the_words_that_a_card_has(said: list[Said]) -> None:
    assert max(len(one.text.split()) for one in said) <= 40
    assert in_words("One two. Three four. Five.", 4) == "One two. Three four."
    assert in_words("one two three four", 3) == "one two …"


def test_the_font_has_every_letter(said: list[Said]) -> None:
    letters = {letter for one in said for letter in one.site + one.title + one.text + one.status + one.address}
    for name in (typesetting.REGULAR, typesetting.BOLD):
        unknown = bytes(typesetting.font(name, 20).getmask("\U0010ffff"))
        drawn = {
            letter: bytes(typesetting.font(name, 20).getmask(letter))
            for letter in letters - {" ", "\N{NO-BREAK SPACE}"}
        }
        assert [letter for letter, mask in drawn.items() if mask == unknown] == []


def test_cards_are_small_pictures_of_the_promised_size(said: list[Said]) -> None:
    longest = sorted(said, key=lambda one: -len(one.title + one.text))[:6]
    for one in longest:
        for shape in SHAPES.values():
            body = painting.png(one, shape)
            assert Image.open(BytesIO(body)).size == (shape.width, shape.height)
            assert len(body) <= MOST_BYTES, (one.path, len(body))


def test_a_picture_stays_the_same_under_its_address_for_ever(client: Client, folder: Path) -> None:
    path = picture_of(client, "/ky/q/moved/")
    r = client.get(path)
    assert (r.status_code, r.headers["Content-Type"]) == (200, "image/png")
    assert "immutable" in r.headers["Cache-Control"]
    assert (folder / "pictures" / path[1:]).read_bytes() == r.content
    assert not r.cookies


def test_a_kept_picture_needs_no_database(client: Client, django_assert_num_queries: Any) -> None:
    path = picture_of(client, "/ky/q/moved/")
    client.get(path)
    with django_assert_num_queries(0):
        assert client.get(path).status_code == 200


def test_other_words_have_another_address_and_the_old_one_leads_there(client: Client) -> None:
    old = picture_of(client, "/ky/q/moved/")
    Entry.objects.filter(slug="moved").update(title_ky="Көчтүм, эмне кылам?")
    new = picture_of(client, "/ky/q/moved/")
    assert new != old
    assert picture_of(client, "/ru/q/moved/") not in (old, new)
    r = client.get(old)
    assert (r.status_code, r.url) == (302, new)


def test_an_entry_without_a_translation_has_the_russian_card(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(languages=["ru"])
    assert picture_of(client, "/ky/q/moved/") == picture_of(client, "/ru/q/moved/")


@pytest.mark.parametrize(
    "path",
    ["ky/q/nothing.wide.0", "xx/q/moved.wide.0", "ky/q/moved.tall.0", "ky/x/moved.wide.0", "ky/site/moved.wide.0"],
)
def test_there_are_no_pictures_of_nothing(client: Client, path: str) -> None:
    assert client.get(f"/p/{path}.png").status_code == 404


def test_a_hidden_entry_has_no_picture(client: Client) -> None:
    Entry.objects.filter(slug="moved").update(published=False)
    assert client.get("/p/ky/q/moved.wide.000000000000.png").status_code == 404


def picture_of(client: Client, page: str) -> str:
    found = re.search(r'og:image" content="http://testserver([^"]+)"', client.get(page).text)
    assert found
    return found[1]


def test_the_shapes_are_what_messengers_ask_for() -> None:
    assert [(shape.width, shape.height) for shape in (WIDE, SQUARE)] == [(1200, 630), (1080, 1080)]
    assert settings.BASE_DIR.joinpath("apps/handouts/fonts/LICENSE").exists()
