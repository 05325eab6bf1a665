"""The table of a case: the facts of the map as tables, and the whole story in plain words."""

from collections.abc import Iterator

from dash import html
from dash.development.base_component import Component

from relnet.case.models import Event
from relnet.case.vocabulary import Outcome
from relnet.figures.map_scene import also_named
from relnet.figures.words import stage_words
from relnet.figures.words_siloed import finding_words
from relnet.figures.words_summary import summary
from relnet.figures.words_tracks import tracks_title
from relnet.network.siloed import siloed_pattern
from relnet.web.case_view import CaseView
from relnet.web.views.parts import attributes, fold, paragraphs, plain_list, tool_table
from relnet.web.views.table_happenings import (
    events_table,
    factors_table,
    prompts_table,
    safety_table,
)
from relnet.web.views.table_people import areas_table, people_table, stages_table
from relnet.web.views.table_ties import relationships_table, uses_table
from relnet.wording import _


def table_view(view: CaseView, *, each_stage: bool = True) -> Component:
    """Lay out the tables of a case, and under them the same in words.

    Args:
        view: the case, and whose view of it.
        each_stage: tell in words each stage with everything that the map shows of it, too.
    """
    tables = (
        (_("Relationships at each stage"), relationships_table(view)),
        (_("People and places"), people_table(view)),
        (_("Stages"), stages_table(view)),
        (_("Areas"), areas_table(view)),
        (_("What professionals do"), uses_table(view)),
        (_("What happened, and what did not"), events_table(view)),
        (_("Questions and actions"), prompts_table(view)),
        (_("Safety, as each sees it"), safety_table(view)),
        (_("Push and pull"), factors_table(view)),
    )
    return html.Section(
        [
            html.Header(html.H2(_heading(view)), className="view-head"),
            _contents([(table.key, title) for title, table in tables]),
            *(tool_table(table, title) for title, table in tables),
            _account(view, each_stage=each_stage),
        ],
        className="case-view tables",
        **attributes(data_view="table"),
    )


def _heading(view: CaseView) -> str:
    return tracks_title(view.network, view.perspective, view.names)


def _contents(tables: list[tuple[str, str]]) -> Component:
    """Lead to each table, and to the account in words."""
    links = [html.A(title, href=f"#{key}-title") for key, title in tables]
    links.append(html.A(_("The whole story in words"), href="#in-words-title"))
    return html.Nav(links, className="contents", **attributes(aria_label=_("Tables")))


def _account(view: CaseView, *, each_stage: bool) -> Component:
    """Tell the whole case, then each stage."""
    numbers = range(len(view.case.stages)) if each_stage else ()
    stages = [_stage_account(view, number) for number in numbers]
    return html.Section(
        [
            html.H3(_("The whole story in words"), id="in-words-title"),
            html.Div(paragraphs(whole_account(view)), className="prose"),
            *stages,
        ],
        className="account",
    )


def whole_account(view: CaseView) -> Iterator[str]:
    """Tell the whole case: what it is, what is found, and each stage in a paragraph."""
    network, names = view.network, view.names
    yield names.text(view.case.about or "")
    yield _("{title}.").format(title=tracks_title(network, view.perspective, names))
    yield finding_words(siloed_pattern(network))
    for number, stage in enumerate(view.case.stages):
        yield _("{stage}. {summary}").format(
            stage=names.text(stage.label).rstrip("."),
            summary=summary(network, number, view.perspective, names),
        )
    afterwards = [event for event in view.case.events if event.stage is None]
    for event in afterwards:
        yield _afterwards(view, event)
    yield also_named(view.case, names)


def _afterwards(view: CaseView, event: Event) -> str:
    text = view.names.text(event.text)
    if event.outcome in (None, Outcome.HAPPENED):
        return _("Told afterwards: {text}").format(text=text)
    return _("Told afterwards, of what did not come about: {text}").format(text=text)


def _stage_account(view: CaseView, number: int) -> Component:
    """Tell one stage: a title, a paragraph, and everything that the map shows."""
    words = stage_words(view.network, number, view.perspective, view.names)
    return html.Div(
        fold(words.title, [html.P(words.summary), plain_list(words.items)], name="in-words"),
        **attributes(data_stage=str(number)),
    )
