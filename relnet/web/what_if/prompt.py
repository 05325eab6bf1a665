"""What a what if asks first: what holding all three tracks would look like at this stage."""

from collections.abc import Iterable, Mapping

from markupsafe import Markup, escape

from relnet.case.timeline import stage_places
from relnet.case.vocabulary import Status, Track
from relnet.figures.refs import refs_of
from relnet.network.attention import Port, attention
from relnet.network.graph import Tie, is_harmful_only
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import op_json
from relnet.wording import _
from relnet.words import label

_OVER = {Status.ENDED, Status.NEVER_FORMED}
"""Where nothing can be in practice."""

_STANDS: Mapping[Port, str] = {
    Port.EMPTY: _("{track}: not in practice here"),
    Port.UNKNOWN: _("{track}: not recorded here"),
}


def all_three_part(view: CaseView) -> Markup:
    """Name the tracks that are not in practice, each with the relationships to try it through.

    Gives nothing where the page shows a case and no what if.
    """
    if not view.entry.trying:
        return Markup("")
    found = attention(view.network, view.stage)
    rows = Markup("").join(
        _row(view, track, _STANDS[port])
        for track in Track
        if (port := found.port(track)) in _STANDS
    )
    return Markup(
        '<section class="all-three" aria-labelledby="all-three"><h3 id="all-three">{title}</h3>'
        "{content}</section>"
    ).format(
        title=_("What would holding all three look like here?"),
        content=_hint() + rows if rows else _all_held(),
    )


def _hint() -> Markup:
    words = _("Choose a relationship, and try what professionals could do through it.")
    return Markup('<p class="quiet">{}</p>').format(words)


def _all_held() -> Markup:
    return Markup("<p>{}</p>").format(_("All three tracks are in practice."))


def _row(view: CaseView, track: Track, words: str) -> Markup:
    """Offer the relationships of a track, and somebody new."""
    refs = refs_of(view.case)
    presses = [
        Markup('<button type="button" class="tool" data-choose="{}">{}</button>').format(
            refs[tie.id], view.names.of(tie.relationship.from_)
        )
        for tie in _ties(view, track)
    ]
    return Markup(
        '<div role="group" aria-label="{group}"><p>{words}</p><div class="presses">{presses}{add}'
        "</div></div>"
    ).format(
        group=label(track),
        words=escape(words).format(track=_name(track)),
        presses=Markup(" ").join([*presses, Markup("")]),
        add=_add(view, track),
    )


def _name(track: Track) -> Markup:
    return Markup('<span class="name-{}">{}</span>').format(track.value, label(track))


def _add(view: CaseView, track: Track) -> Markup:
    """Offer to add somebody where the young person lives at this stage."""
    here = stage_places(view.case)[view.stage].area
    areas = {area.id: str(place) for place, area in enumerate(view.case.areas)}
    form = op_json({"add": "person", "track": track.value, "area": areas.get(here or "", "")})
    return Markup(
        '<button type="button" class="tool" data-form="{}" aria-label="{}">{}</button>'
    ).format(
        form,
        _("Add a person: {track}").format(track=label(track)),
        _("Add a person"),
    )


def _ties(view: CaseView, track: Track) -> Iterable[Tie]:
    """Give those that are counted in a track and through which something could be done here.

    Those that bring harm alone are not offered.
    """
    return (
        tie
        for tie in view.network.own_ties(view.stage, view.perspective)
        if tie.relationship.tracks[0] is track
        and tie.state.status not in _OVER
        and not is_harmful_only(tie.state)
    )
