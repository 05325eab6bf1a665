"""The ways on from a page that is made for paper: its button that prints, a hint, and links."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.wording import _

_WAYS = Markup(
    '<p class="{look}">'
    '<button type="button" class="button" data-print hidden>{print}</button>{links}</p>'
    '<p class="{look} quiet" data-print-hint>{hint}</p>'
)
"""The button is shown by a script (``assets/case_printing.js``), as it works through one alone."""


def print_ways(look: str, ways: Iterable[tuple[str, str]]) -> Markup:
    """Write the ways on.

    Args:
        look: their class, by which a style sheet leaves them off the paper.
        ways: where each link leads, and its words.
    """
    return _WAYS.format(
        look=look,
        print=_("Print"),
        links=Markup("").join(
            Markup('<a class="button" href="{}">{}</a>').format(*way) for way in ways
        ),
        hint=_("To print this page, use your browser’s Print (Ctrl P)."),
    )
