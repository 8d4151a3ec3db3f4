"""PO files as a translator would bring them back."""

import polib
from django.core.files.uploadedfile import SimpleUploadedFile

from apps.editing import po


def upload(content: str | bytes, name: str = "texts.po") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def changed_po(language: str) -> SimpleUploadedFile:
    """The file of a language with a new title for one entry."""
    file = polib.pofile(po.write(language))
    for entry in file:
        if entry.msgctxt == "entry:moved:title":
            entry.msgstr = "Из файла"
    return upload(str(file))


def short() -> polib.POFile:
    """The lines of an entry and of the topics; whole files are for the tests of the way out and in."""
    file = polib.pofile(po.write("ky"))
    file[:] = [line for line in file if line.msgctxt.startswith(("entry:mo", "topic:"))]
    return file
