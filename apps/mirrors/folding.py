"""Pages of A5, two of them beside each other on A4, in the order in which both sides are printed and folded."""

from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter, Transformation

A4_WIDTH, A4_HEIGHT = 841.89, 595.28  # points, lying


def sheets(count: int) -> list[tuple[int | None, int | None]]:
    """Which pages stand beside each other, sheet by sheet and front before back; None is an empty page.

    >>> sheets(3)
    [(None, 0), (1, 2)]
    """
    whole = -(-count // 4) * 4
    numbers = [number if number < count else None for number in range(whole)]
    pairs = [(numbers[-1 - at], numbers[at]) for at in range(whole // 2)]
    return [pair if at % 2 == 0 else (pair[1], pair[0]) for at, pair in enumerate(pairs)]


def folded(pdf: bytes) -> bytes:
    """A booklet's pages in the order in which its sheets are printed on both sides and folded."""
    pages, writer, found = PdfReader(BytesIO(pdf)).pages, PdfWriter(), BytesIO()
    for pair in sheets(len(pages)):
        sheet = PageObject.create_blank_page(width=A4_WIDTH, height=A4_HEIGHT)
        for at, number in enumerate(pair):
            if number is not None:
                sheet.merge_transformed_page(pages[number], Transformation().translate(at * A4_WIDTH / 2, 0))
        writer.add_page(sheet)
    writer.compress_identical_objects()
    writer.write(found)
    return found.getvalue()
