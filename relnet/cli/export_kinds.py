"""What ``relnet export`` can write: one row for each ending of a file, and what it heeds."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.cli.looking import perspective_asked, stage_asked
from relnet.cli.parts import AskedForNothing
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.models import Case
    from relnet.case.names import Names
    from relnet.cli.progress import Tell
    from relnet.network.graph import CaseNetwork
    from relnet.web.taking.taken import Taken

_LOOK = ("hide_names", "perspective", "stage", "view", "hide", "only")
"""The options that say how a case is looked at, as the parser calls them."""

_WITH_STORY = tuple(option for option in _LOOK if option != "stage")
"""A story goes through its own stages."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A case as it is asked to be shown.

    Attributes:
        case: the whole case.
        network: its network, without what is filtered out.
        names: what everybody is called: by name, or by role.
        perspective: whose view it is.
        stage: the number of the stage that was asked for, from 0; None where none was.
        view: the view that was asked for; None where none was.
        left_out: how many relationships are filtered out.
        paper: the paper that was asked for; None where none was.
        tell: is told how far the writing is.
    """

    case: "Case"
    network: "CaseNetwork"
    names: "Names"
    perspective: str
    stage: int | None
    view: str | None
    left_out: int
    paper: str | None
    tell: "Tell"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file.

    Attributes:
        write: gives what stands in the file.
        heeds: the options that it follows, out of ``_LOOK`` and ``paper``; any other is refused.
        views: the views that it can show, where it heeds ``view``.
    """

    write: Callable[[Looked], bytes]
    heeds: tuple[str, ...] = ()
    views: tuple[str, ...] = ()


def _case(looked: Looked) -> bytes:
    from relnet.case.writing import write_case

    return write_case(looked.case).encode("utf-8")


def _workbook(looked: Looked) -> bytes:
    from relnet.exchange.workbook_writing import write_workbook

    return write_workbook(looked.case)


def _tables(looked: Looked) -> bytes:
    from relnet.exchange.csv_writing import write_csv_zip

    return write_csv_zip(looked.case)


def _taken(looked: Looked) -> "Taken":
    from relnet.web.handout.shown import bare_view
    from relnet.web.taking.taken import Taken

    hidden = looked.names.hidden
    view = bare_view(looked.network, looked.perspective, looked.stage or 0, hidden=hidden)
    return Taken(view, {}, looked.left_out, looked.tell)


def _handout(looked: Looked) -> bytes:
    from relnet.web.handout.page import handout_of

    return handout_of(_taken(looked).view, looked.view or "", looked.left_out)


def _picture(looked: Looked) -> bytes:
    from relnet.web.taking.focus_pictures import focus_svg
    from relnet.web.taking.pictured_tables import stage_svg, tables_svg
    from relnet.web.taking.pictures import map_svg, tracks_svg
    from relnet.web.views.numbers import numbers_view

    drawn = {
        "tracks": tracks_svg,
        "focus": focus_svg,
        "table": stage_svg,
        "numbers": tables_svg(numbers_view),
    }
    return drawn.get(looked.view or "", map_svg)(_taken(looked))


def _slides(looked: Looked) -> bytes:
    from relnet.web.taking.deck import write_deck
    from relnet.web.taking.story_deck import write_story_deck

    if looked.view == "story":
        if not looked.case.story:
            raise AskedForNothing(_("This case has no story, so nothing was saved."))
        return write_story_deck(_taken(looked))
    return write_deck(_taken(looked), None if looked.stage is None else (looked.stage,))


def _sheet(looked: Looked) -> bytes:
    from relnet.web.taking.minutes import write_minutes
    from relnet.web.taking.sheet import write_sheet

    return (write_minutes if looked.view == "meeting" else write_sheet)(_taken(looked))


def _pages(looked: Looked) -> bytes:
    from relnet.web.taking.focus_pictures import write_focus_pdf
    from relnet.web.taking.printed import A3, A4, write_pdf
    from relnet.web.taking.printed_tables import table_of, write_tables_pdf
    from relnet.web.taking.printed_tracks import write_tracks_pdf
    from relnet.web.views.numbers import numbers_view

    paper, taken = A3 if looked.paper == "a3" else A4, _taken(looked)
    match looked.view:
        case "tracks":
            return write_tracks_pdf(taken, paper)
        case "focus":
            return write_focus_pdf(taken, paper)
        case "table" | "numbers":
            build = table_of if looked.view == "table" else numbers_view
            return write_tables_pdf(taken, build, paper)
        case _:
            return write_pdf(taken, paper, None if looked.stage is None else (looked.stage,))


def _dots(looked: Looked) -> bytes:
    from relnet.web.taking.focus_pictures import focus_png
    from relnet.web.taking.pictured_tables import stage_png
    from relnet.web.taking.printed import map_png
    from relnet.web.taking.printed_tables import tables_png
    from relnet.web.taking.printed_tracks import tracks_png
    from relnet.web.views.numbers import numbers_view

    drawn = {
        "tracks": tracks_png,
        "focus": focus_png,
        "table": stage_png,
        "numbers": tables_png(numbers_view),
    }
    return drawn.get(looked.view or "", map_png)(_taken(looked))


KINDS: Mapping[str, Kind] = {
    ".html": Kind(_handout, _LOOK, ("map", "tracks", "focus", "table")),
    ".relnet.json": Kind(_case),
    ".svg": Kind(_picture, _LOOK, ("map", "tracks", "focus", "table", "numbers")),
    ".pptx": Kind(_slides, _LOOK, ("map", "story")),
    ".docx": Kind(_sheet, _LOOK, ("map", "meeting")),
    ".pdf": Kind(_pages, (*_LOOK, "paper"), ("map", "tracks", "focus", "table", "numbers")),
    ".png": Kind(_dots, _LOOK, ("map", "tracks", "focus", "table", "numbers")),
    ".xlsx": Kind(_workbook),
    ".zip": Kind(_tables),
}
"""Every kind, by the ending of the file."""


def kind_of(out: Path) -> Kind | None:
    """Give the kind that a file's ending names; None where it names none."""
    name = out.name.lower()
    return next((kind for ending, kind in KINDS.items() if name.endswith(ending)), None)


def out_file(text: str) -> Path:
    """Read where to write from the command line.

    Raises:
        ArgumentTypeError: it ends as nothing that relnet writes.
    """
    path = Path(text)
    if kind_of(path) is None:
        *most, last = KINDS
        raise argparse.ArgumentTypeError(
            _("end the name of the file with {endings} or {last}").format(
                endings=", ".join(most), last=last
            )
        )
    return path


def refuse_unheeded(args: argparse.Namespace) -> Kind:
    """Give the kind of file that is asked for; refuse options that it would not follow.

    Raises:
        AskedForNothing: an option does nothing for this kind, or it has no such view.
    """
    kind = kind_of(args.out)
    assert kind is not None  # noqa: S101 - the parser has taken the ending
    heeded = _WITH_STORY if args.view == "story" else kind.heeds
    for option in (*_LOOK, "paper"):
        if getattr(args, option) and option not in heeded:
            raise AskedForNothing(
                _("{option} does nothing for {file}, so nothing was saved. Leave it out.").format(
                    option=f"--{option.replace('_', '-')}", file=args.out
                )
            )
    if args.view and args.view not in kind.views:
        raise AskedForNothing(
            _("{file} cannot show the view '{view}'. Those that it can: {views}").format(
                file=args.out, view=args.view, views=", ".join(kind.views)
            )
        )
    return kind


def look_at(case: "Case", args: argparse.Namespace, tell: "Tell") -> Looked:
    """Look at a case as the options say.

    Raises:
        UnknownId: there is no such stage or perspective.
        AskedForNothing: the perspective tells nothing.
    """
    from relnet.case.names import names_of
    from relnet.figures.showing import read_showing, shown_part
    from relnet.network.graph import build_network

    network = build_network(case)
    perspective = perspective_asked(case, args.perspective)
    stage = None if args.stage is None else stage_asked(network, args.stage)
    shown = shown_part(network, perspective, read_showing(args.hide, args.only), stage or 0)
    return Looked(
        case,
        shown.network,
        names_of(shown.network.case, hidden=args.hide_names),
        perspective,
        stage,
        args.view,
        shown.left_out,
        args.paper,
        tell,
    )
