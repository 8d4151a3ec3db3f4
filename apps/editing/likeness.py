"""Questions of readers put together by what the search itself takes them for."""

from dataclasses import dataclass, field

from django.utils import translation

from apps.asking.models import Question
from apps.finding import entries
from apps.finding.shelf import shelf
from apps.search import Document, Index, answer, build, find, of
from apps.translations import languages

ALIKE = 2  # a question belongs to another that explains at least half of it


@dataclass
class Group:
    """Questions that may be one; the entry that the search finds for them, if it is sure."""

    entry: str = ""
    questions: list[Question] = field(default_factory=list)


def grouped(questions: list[Question], language: str) -> list[Group]:
    """The largest groups first."""
    found: dict[str, Group] = {}
    left = []
    for question in questions:
        slug = _entry(question.text, language)
        if slug:
            found.setdefault(slug, Group(slug)).questions.append(question)
        else:
            left.append(question)
    return sorted([*found.values(), *_alike(left, language)], key=lambda group: -len(group.questions))


def _entry(text: str, language: str) -> str:
    with translation.override(language):
        index = shelf().index
    found = answer(index, text)
    return found.ids[0] if found.ids and found.band == "answers" else ""


def _alike(questions: list[Question], language: str) -> list[Group]:
    """Those that no entry answers, by their likeness to one another; how telling a word is, the entries know."""
    written = languages.written(language)
    documents = [Document(question.code, {"asked": question.text}) for question in questions]
    documents += entries.documents(entries.published(written), written)
    index = Index(build(documents, of(written)))
    left = {question.code: question for question in questions}
    found = []
    for question in questions:
        if question.code in left:
            scores = {hit.id: hit.score for hit in find(index, question.text).hits if hit.id in left}
            near = [code for code, score in scores.items() if ALIKE * score >= scores[question.code]]
            found.append(Group("", [left.pop(code) for code in near or [question.code]]))
    return found
