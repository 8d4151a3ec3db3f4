"""A small shelf of documents: what is found, how sure, and what is not there."""

from apps.search import Document, Index, answer, build, of
from apps.search.ranking import find

DOCUMENTS = [
    Document("lost", {"title": "Телефон потерялся", "asked": "украли телефон"}),
    Document("moved", {"title": "Переезд на другую квартиру", "asked": "сменил адрес\nпереехал"}),
    Document("days", {"title": "Три дня без сигнала", "asked": "что будет через 3 дня"}),
    Document("visit", {"title": "Гость на 90 дней", "asked": "приехал на 90 дней"}),
    Document("elsewhere:jobs", {"asked": "работа вакансии"}, "elsewhere"),
    Document("evading:fake", {"asked": "обмануть подделать геолокацию"}, "evading", ("days",)),
    Document("urgent:held", {"asked": "меня задержали"}, "urgent", ("moved",)),
]
INDEX = Index(build(DOCUMENTS, of("ru")))


def test_a_question_finds_its_entry_first() -> None:
    for query in (
        "украли телефон",
        "ukrali telefon",
        "телефонн украоли",
        "telefon",
        "у меня украли телефон что делать",
    ):
        assert answer(INDEX, query).ids[:1] == ["lost"], query


def test_a_forgotten_keyboard_layout_is_understood() -> None:
    assert answer(INDEX, "ntktajy").ids[:1] == ["lost"]


def test_a_hundred_documents_are_told_apart_and_more() -> None:
    many = [Document(f"entry{number}", {"title": f"ответ {number}"}) for number in range(200)]
    index = Index(build(many, of("ru")))
    for number in (0, 97, 98, 125, 199):  # some are signs that Python takes for spaces or ends of lines
        assert [hit.id for hit in find(index, str(number)).hits] == [f"entry{number}"]


def test_numbers_are_never_like_one_another() -> None:
    assert [hit.id for hit in find(INDEX, "90").hits] == ["visit"]
    assert find(INDEX, "91").hits == []


def test_what_the_guide_does_not_cover_is_never_called_an_answer() -> None:
    assert answer(INDEX, "работа вакансии").band == "close"
    assert answer(INDEX, "жираф").band == "nothing"
    assert answer(INDEX, "").band == "nothing"


def test_who_asks_how_to_cheat_gets_what_the_law_asks() -> None:
    found = answer(INDEX, "подделать геолокацию")
    assert (found.band, found.ids[0]) == ("answers", "days")


def test_whoever_is_held_gets_help_first() -> None:
    assert answer(INDEX, "задержали").urgent
    assert not answer(INDEX, "переехал").urgent


def test_equal_scores_are_in_the_order_of_their_ids() -> None:
    index = Index(build([Document("b", {"title": "слово"}), Document("a", {"title": "слово"})], of("ru")))
    assert answer(index, "слово").ids == ["a", "b"]


def test_an_empty_guide_finds_nothing() -> None:
    assert answer(Index(build([], of("ru"))), "телефон").band == "nothing"


def test_the_question_at_the_end_of_a_long_message_is_still_read() -> None:
    greeting = "здравствуйте добрый день всем кто читает меня зовут азамат живу тут второй год вместе семьей"
    assert find(INDEX, f"{greeting} украли телефон").hits[0].id == "lost"


def test_a_greeting_before_a_question_takes_less_than_half_of_its_sureness() -> None:
    plain, polite = (find(INDEX, query) for query in ("украли телефон", "здравствуйте добрый украли телефон"))
    assert 2 * polite.sureness > plain.sureness


def test_a_slip_at_the_beginning_of_a_word_costs_little() -> None:
    right, slip = (find(INDEX, query).hits[0] for query in ("переезд", "преезд"))
    assert slip.id == "moved"
    assert 3 * slip.score > right.score
