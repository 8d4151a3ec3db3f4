"""Pictures, texts and sheets of chosen answers as one file, of parts that are ready or made now and kept."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from apps.handouts import messages, paper, pictures
from apps.handouts.cards import SHAPES
from apps.handouts.choosing import ON_A_SHEET
from apps.handouts.saying import Said

Chosen = Sequence[tuple[str, list[Said]]]
LINE_END = "\r\n"  # for every phone's and computer's own editor


def zipped(chosen: Chosen) -> bytes:
    found = BytesIO()
    with ZipFile(found, "w") as file:
        for name, body in _files(chosen):
            file.writestr(name, body, ZIP_DEFLATED if name.endswith(".txt") else ZIP_STORED)
    return found.getvalue()


def _files(chosen: Chosen) -> Iterator[tuple[str, bytes]]:
    for slug, said in chosen:
        for one in said:
            for shape in SHAPES:
                yield f"{slug}/{slug}.{one.language}.{shape}.png", pictures.of(one, shape).kept()
            yield f"{slug}/{slug}.{one.language}.txt", _text(messages.text([one]))
            yield f"{slug}/{slug}.{one.language}.sms.txt", _text(messages.sms(one))
        for at in range(0, len(said), ON_A_SHEET):
            part = said[at : at + ON_A_SHEET]
            together = "-".join(one.language for one in part)
            yield f"{slug}/{slug}.{together}.pdf", paper.pdf(part)
            if len(part) > 1:
                yield f"{slug}/{slug}.{together}.txt", _text(messages.text(part))


def _text(text: str) -> bytes:
    return (text.replace("\n", LINE_END) + LINE_END).encode("utf-8-sig")
