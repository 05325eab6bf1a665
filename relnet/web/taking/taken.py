"""What a file is made of, and what it says of itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Protocol

from relnet.figures.text import drawable
from relnet.figures.words_dates import date_words
from relnet.web.case_view import CaseView
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.taking.stop import Stop
from relnet.wording import _, ngettext


def _to_nobody(_number: int, _many: int) -> None:
    """Tell nobody how far a file is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is taken away.

    Attributes:
        view: the case without what is hidden on screen, and how it is looked at.
        args: the query string of the page's address.
        left_out: how many relationships of the case are hidden, and not in it.
        tell: is told before each slide or page its number, from 1, and how many there are.
        fresh: says of questions and actions, by id, which are of today; of none where the case
            has no history.
        others: gives the cases of which one may stand beside this one.
        stop: stops the work from outside, also while a browser draws.
    """

    view: CaseView
    args: Mapping[str, str]
    left_out: int
    tell: Callable[[int, int], None] = _to_nobody
    fresh: Callable[[], Mapping[str, str]] = dict
    others: Callable[[], tuple[ShelfEntry, ...]] = tuple
    stop: Stop = field(default_factory=Stop)


def today() -> date:
    """Give the day on which a file is made, here."""
    return datetime.now(UTC).astimezone().date()


class Properties(Protocol):
    """What a Word or PowerPoint file says of itself, as both libraries have it."""

    title: str
    author: str
    last_modified_by: str
    created: datetime
    modified: datetime


def describe(told: Properties, view: CaseView) -> None:
    """Say of an Office file whose it is not: the template names its own author."""
    told.title = drawable(view.names.text(view.case.title))[:255]
    told.author = told.last_modified_by = "relnet"
    told.created = told.modified = datetime.combine(today(), time(), UTC)


def aid_words() -> str:
    """Say what a file is, and what it is not."""
    return _("A discussion aid, not a case record")


def made_words(view: CaseView, made: date) -> str:
    """Say what a file is, whose view, whether names are hidden, and from which day."""
    told = (
        aid_words(),
        _("As {name} sees it").format(name=view.names.inside(view.perspective)),
        _("Names are hidden") if view.names.hidden else _("Names are shown"),
        _("Made with relnet on {date}").format(date=date_words(made.isoformat())),
    )
    return " · ".join(told)


def foot_lines(taken: Taken) -> list[str]:
    """Say below a picture or a page whose case it is, what the file is, and what it leaves out."""
    view = taken.view
    told = (
        view.names.text(view.case.title),
        made_words(view, today()),
        left_out_words(taken.left_out),
    )
    return [line for line in told if line]


def left_out_words(number: int) -> str:
    """Say how many relationships a file does not hold; "" where it holds all."""
    if not number:
        return ""
    return ngettext(
        "{number} relationship is not in this view. It is left out, and so is every text that"
        " names whom it is with; the rest is counted.",
        "{number} relationships are not in this view. They are left out, and so is every text"
        " that names whom they are with; the rest is counted.",
        number,
    ).format(number=number)
