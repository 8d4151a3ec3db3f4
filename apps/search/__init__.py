"""Finding what a reader asks for, in any spelling: an index of texts, and the ranking that server and phone share."""

from apps.search.alphabets import Alphabet, of
from apps.search.answering import Answer, answer
from apps.search.building import build
from apps.search.documents import Document
from apps.search.index import Index
from apps.search.ranking import find, parts

__all__ = ["Alphabet", "Answer", "Document", "Index", "answer", "build", "find", "of", "parts"]
