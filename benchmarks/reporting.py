"""The tables as a Markdown page."""

Row = tuple[str, float | None, str]  # what, seconds a call, what was checked


def page(subject: str, tables: dict[str, list[Row]], own: list[tuple[str, float]]) -> str:
    """Return the page: a table for each heading, and our own times in milliseconds."""
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
    return "\n".join([*lines, *(f"| {name} | {seconds * 1000:,.0f} |" for name, seconds in own), ""])


def _table(rows: list[Row]) -> list[str]:
    first = rows[0][1] or 1.0
    lines = ["| | microseconds | times ours | checked |", "|---|--:|--:|---|"]
    for name, seconds, note in rows:
        figures = f"{seconds * 1e6:,.1f} | {seconds / first:,.1f}" if seconds else "– | –"
        lines.append(f"| {name} | {figures} | {note} |")
    return [*lines, ""]
