"""The tracks in sentences: who holds and who is overlooked at each stage, and who is left.

The sentences of all stages reach the browser at once; moving the timeline shows others.
"""

import re
from collections.abc import Iterable
from dataclasses import fields

from dash import html
from dash.development.base_component import Component

from relnet.case.names import Names
from relnet.figures.refs import refs_of
from relnet.figures.words_measures import after_services_words, stage_sentences
from relnet.network.measures.together import StageMeasures, stage_measures
from relnet.web.case_view import CaseView
from relnet.web.views.parts import Content, attributes, choose, plain_list
from relnet.wording import _

# Characters that no text of a case can hold: id and name of somebody stand between them.
_MARKED = "\x02{member}\x1f{name}\x03"
_MARKS = re.compile("\x02(.*?)\x1f(.*?)\x03([^\\s\x02]*)", re.DOTALL)


class _MarkedNames(Names):
    """The names of a case, marked inside sentences so that they are found in them again."""

    def inside(self, member_id: str) -> str:
        """Give what somebody is called inside a sentence, and who it is."""
        return _MARKED.format(member=member_id, name=super().inside(member_id))


def tracks_told(view: CaseView) -> Component:
    """Lay out the sentences that belong beside the tracks.

    Args:
        view: the case, and whose view of it.

    Returns:
        a fold with a part for each stage, of which the browser shows one at a time, and a part
        for the whole case: who is left when services end after its last stage.
    """
    stages = range(len(view.case.stages))
    measures = [stage_measures(view.network, stage, view.perspective) for stage in stages]
    return html.Details(
        [
            html.Summary(_("Who holds, who is overlooked, who is left")),
            html.Div(
                [
                    html.Div([_stage_part(view, found) for found in measures]),
                    _after_services_part(view, measures[-1]),
                ]
            ),
        ],
        className="tracks-told",
        open=True,
    )


def _stage_part(view: CaseView, found: StageMeasures) -> Component:
    """Tell of one stage who holds and who is overlooked; who is left is told of the whole case."""
    names = _marked(view.names)
    left = after_services_words(view.network, found.after_services, names)
    told = [one for one in stage_sentences(view.network, found, names) if one != left]
    nothing = html.P(_("Nothing of this kind is recorded at this stage."), className="quiet")
    return html.Section(
        [
            html.H3(view.names.text(view.case.stages[found.stage].label)),
            plain_list(_with_buttons(view, told)) if told else nothing,
        ],
        **attributes(data_stage=str(found.stage)),
    )


def _after_services_part(view: CaseView, last: StageMeasures) -> Component:
    """Tell who is left in the last column of the picture."""
    told = after_services_words(view.network, last.after_services, _marked(view.names))
    return html.Section([html.H3(_("After services end")), plain_list(_with_buttons(view, [told]))])


def _marked(names: Names) -> Names:
    return _MarkedNames(**{field.name: getattr(names, field.name) for field in fields(names)})


def _with_buttons(view: CaseView, sentences: Iterable[str]) -> list[Content]:
    """Make a button of each name in sentences, apart from the young person's."""
    refs = refs_of(view.case)

    def named(member: str, name: str, stop: str) -> Content:
        if member not in view.network.members:
            return [name, stop]
        # No line begins with the comma or the full stop after a button.
        return html.Span([choose(refs[member], name), stop], className="named")

    def parts(sentence: str) -> list[Content]:
        first, *rest = _MARKS.split(sentence)
        found = zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True)
        return [first, *([named(*name), text] for *name, text in found)]

    return [parts(sentence) for sentence in sentences]
