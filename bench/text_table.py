"""Tables as plain text: what the report is written with."""

from collections.abc import Sequence

_NONE = "–"


def number(value: float | None, digits: int = 1) -> str:
    """Write a number with so many digits after the point; a dash where there is none."""
    return _NONE if value is None else f"{value:.{digits}f}"


def table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table under its title: the first column from the left, the others to the right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    lines = [
        "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    ]
    return "\n".join([title, "-" * len(title), *lines])
