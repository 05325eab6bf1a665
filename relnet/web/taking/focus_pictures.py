"""The focus as SVG, PNG and PDF: rows, columns and what stands beside it as the page has them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from markupsafe import Markup

from relnet.case.timeline import opening_perspective
from relnet.figures.focus_scene import FocusPart, focus_picture, told_words, width_of
from relnet.figures.footed import with_foot
from relnet.figures.scene import Picture
from relnet.figures.showing import asked_showing, shown_part
from relnet.figures.svg import paint_file, paint_still
from relnet.figures.words_siloed import finding_words
from relnet.network.focus import Columns, columns_of, focus_grid, pattern_grid
from relnet.network.graph import CaseNetwork
from relnet.network.siloed import siloed_pattern
from relnet.web.taking.browser import as_pdf
from relnet.web.taking.printed import (
    A4,
    LARGEST,
    PX_PER_MM,
    SMALLEST,
    Paper,
    page_of,
    paged_title,
    png_of,
)
from relnet.web.taking.taken import Taken, foot_lines
from relnet.web.views.focus_beside import NOT_BY_STAGE, Look, held_line, names_in, title_of
from relnet.web.views.focus_options import PATTERN, focus_options
from relnet.web.views.focus_table import stage_heads
from relnet.wording import _

_SECTION = Markup(
    '<section><h1>{title}</h1><div class="sheet"><div class="map whole" '
    'style="max-width:{width}px">{picture}</div></div><footer>{foot}</footer></section>'
)
_STYLE = ".map.whole{flex:1}.map.whole svg{display:block}"


def focus_svg(taken: Taken) -> bytes:
    """Paint the focus, with rows and columns as the page shows them."""
    parts, finding = focus_parts(taken), _finding(taken)
    told = " ".join(_told(taken, part) for part in parts)
    whole = _whole(taken, parts, finding)
    return paint_file(whole, title=finding, told=told).encode("utf-8")


def focus_png(taken: Taken) -> bytes:
    """Draw the focus, with rows and columns as the page shows them.

    Raises:
        CannotDraw: there is no browser to draw with.
    """
    return png_of(taken, _whole(taken, focus_parts(taken), _finding(taken)))


def focus_pdf_on(paper: Paper) -> Callable[[Taken], bytes]:
    """Give what writes a PDF of the focus on this paper."""
    return lambda taken: write_focus_pdf(taken, paper)


def write_focus_pdf(taken: Taken, paper: Paper = A4) -> bytes:
    """Print the focus: a page for each grid, and more where it has many columns.

    Raises:
        CannotDraw: there is no browser to print with.
    """
    return as_pdf(focus_page(taken, paper), taken.stop)


def focus_page(taken: Taken, paper: Paper) -> str:
    """Write what is printed, as HTML that asks for nothing."""
    pages = list(_pages(taken, paper))
    sections = []
    for number, part in enumerate(pages, 1):
        taken.tell(number, len(pages))
        finding = finding_words(siloed_pattern(part.network or taken.view.network))
        title = paged_title(finding, number, len(pages))
        sections.append(_section(taken, part, title))
    return page_of(taken.view, paper.style() + _STYLE, Markup("").join(sections))


def focus_parts(taken: Taken) -> list[FocusPart]:
    """Give the grid of the case, and that of the published pattern or of a case beside it."""
    view, look = taken.view, _look(taken)
    grid = look.grid()
    own = FocusPart(title_of(view, view.network), held_line(grid), grid, look.heads, view.network)
    if look.options.other:
        return _beside_case(look, own, _shown_of(taken, look.options.other.network))
    if look.options.beside != PATTERN:
        return [own]
    pattern = pattern_grid(view.network, look.rows, look.stages)
    source = _("Firmin and Owens 2022, Fig. 2")
    return [
        replace(own, beside=pattern),
        FocusPart(_("The published siloed pattern"), source, pattern, look.heads, None, grid),
    ]


def _shown_of(taken: Taken, other: CaseNetwork) -> CaseNetwork:
    """Give another case without what is hidden on screen: a file holds nothing of that."""
    showing = asked_showing(taken.args)
    if not (showing.hide or showing.only):
        return other
    stage = min(taken.view.stage, len(other.case.stages) - 1)
    return shown_part(other, opening_perspective(other.case), showing, stage).network


def _beside_case(look: Look, own: FocusPart, other: CaseNetwork) -> list[FocusPart]:
    """Put another case beside this one: compared by phase, since its stages are its own."""
    names = names_in(look.view, other)
    grid = focus_grid(other, look.rows, columns_of(other, look.columns))
    by_phase = look.columns is Columns.PHASE
    line = _("{held} · {more}").format(
        held=held_line(grid),
        more=finding_words(siloed_pattern(other)) if by_phase else NOT_BY_STAGE,
    )
    part = FocusPart(title_of(look.view, other), line, grid, look.heads, other, names=names)
    if not by_phase:
        return [own, replace(part, heads=stage_heads(other, names))]
    return [replace(own, beside=grid), replace(part, beside=own.grid)]


def _told(taken: Taken, part: FocusPart) -> str:
    return _("{title}: {told}").format(title=part.title, told=told_words(part, taken.view.names))


def focus_until(taken: Taken, stage: int) -> FocusPart:
    """Give the grid of the case alone, for a slide: nothing of what comes after a stage."""
    view, look = taken.view, _look(taken)
    columns = [tuple(number for number in part if number <= stage) for part in look.stages]
    shown = 1 + max(place for place, part in enumerate(columns) if part)
    grid = focus_grid(view.network, look.rows, columns[:shown], view.perspective)
    return FocusPart("", held_line(grid), grid, look.heads[:shown], view.network, narrow=True)


def _look(taken: Taken) -> Look:
    options = focus_options(taken.args, taken.view, taken.others())
    return Look(taken.view, options, options.rows, options.columns)


def _whole(taken: Taken, parts: list[FocusPart], finding: str) -> Picture:
    picture = focus_picture(finding, parts, taken.view.names)
    return with_foot(picture, foot_lines(taken))


def _finding(taken: Taken) -> str:
    return finding_words(siloed_pattern(taken.view.network))


def _pages(taken: Taken, paper: Paper) -> Iterator[FocusPart]:
    room = paper.across * PX_PER_MM / SMALLEST
    for part in focus_parts(taken):
        many = len(part.heads)
        fitting = max(
            number for number in range(1, many + 1) if number == 1 or width_of(number) <= room
        )
        for first in range(0, many, fitting):
            yield part.some(first, first + fitting)


def _section(taken: Taken, part: FocusPart, title: str) -> Markup:
    names = taken.view.names
    picture = focus_picture("", [part], names)
    painted = paint_still(picture, names="focus-picture", label=_told(taken, part))
    return _SECTION.format(
        title=title,
        width=f"{picture.width * LARGEST:g}",
        picture=Markup(painted),  # noqa: S704 - the painter escapes every text
        foot=" · ".join(foot_lines(taken)),
    )
