"""The tables as a Markdown page."""

Row = tuple[str, float | None, str]  # what, seconds a call, what was checked


Size = tuple[str, int, int, int]  # what, lines, lines of code, lines of the largest file


def page(subject: str, tables: dict[str, list[Row]], own: list[tuple[str, float]], sizes: list[Size]) -> str:
    """Return the page: a table for each heading, our own times in milliseconds, and how large the library is."""
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`, never by hand. One run, one machine, one thread; best of several rounds.",
        "",
        subject,
        "",
    ]
    for heading, rows in tables.items():
        lines += [f"## {heading}", "", *_table(rows)]
    lines += ["## Load, compile, prove, compare", "", "| what | milliseconds |", "|---|--:|"]
    lines += [f"| {name} | {seconds * 1000:,.0f} |" for name, seconds in own]
    lines += ["", "## Size of the library, without its tests", ""]
    lines += ["| | lines | of code: no docstring, comment or blank | largest file |", "|---|--:|--:|--:|"]
    lines += [f"| {name} | {all:,} | {code:,} | {largest} |" for name, all, code, largest in sizes]
    return "\n".join([*lines, ""])


def _table(rows: list[Row]) -> list[str]:
    first = rows[0][1] or 1.0
    lines = ["| | microseconds | times ours | checked |", "|---|--:|--:|---|"]
    for name, seconds, note in rows:
        figures = f"{seconds * 1e6:,.1f} | {seconds / first:,.1f}" if seconds else "– | –"
        lines.append(f"| {name} | {figures} | {note} |")
    return [*lines, ""]
