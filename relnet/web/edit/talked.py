"""Which tracks have been talked about at a stage, and why one shows nobody."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.case.vocabulary import Blank, Level, Track
from relnet.editing.operations import TalkedAbout
from relnet.figures.words_join import with_commas
from relnet.network.attention import Attention, attention
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, Sets, fault_place, pressed_button, segments
from relnet.web.edit.tie_look import not_recorded
from relnet.wording import _
from relnet.words import label

_LEVELS = {
    Level.PRACTICE: _("{use} in practice"),
    Level.PLANNED: _("{use} planned"),
    Level.AMBITION: _("{use} as an ambition"),
}


def talked_part(view: CaseView) -> Markup:
    """Offer, for each track, that it was talked about; for an empty one, why it is empty."""
    found = attention(view.network, view.stage)
    rows = Markup("").join(_row(view, found, track) for track in Track)
    return Markup(
        '<fieldset class="field talked"><legend>{legend}</legend><p class="quiet">{told}</p>'
        "{rows}</fieldset>"
    ).format(
        legend=_("What professionals do: which tracks have we talked about?"),
        told=_("Where a track was talked about, nothing recorded means that nothing is done."),
        rows=rows,
    )


def _row(view: CaseView, found: Attention, track: Track) -> Markup:
    return Markup(
        '<div class="field talk" role="group" aria-label="{track}">'
        '<span class="name-{key}">{track}</span>{chip}<span class="quiet">{state}</span>'
        "{fault}</div>{blank}"
    ).format(
        track=label(track),
        key=track.value,
        chip=_chip(view, found, track),
        state=_state(found, track),
        fault=fault_place(""),
        blank=_blank(view, track),
    )


def _chip(view: CaseView, found: Attention, track: Track) -> Markup:
    """Offer the press where it says something: a track with uses has been talked about."""
    stage = view.case.stages[view.stage]
    talked = track in stage.uses_recorded
    if not talked and any(_uses(found, track)):
        return Markup("")
    return pressed_button(
        _("Talked about"),
        TalkedAbout(stage=stage.id, track=track, talked=not talked),
        pressed=talked,
        label=_("Talked about: {track}").format(track=label(track)),
        name=f"talked-{track.value}",
    )


def _state(found: Attention, track: Track) -> str:
    told = with_commas(_uses(found, track))
    if told:
        return told
    recorded = any(cell.recorded for cell in found.cells if cell.track is track)
    return _("none: nothing is done here") if recorded else _("not recorded")


def _uses(found: Attention, track: Track) -> Iterable[str]:
    for cell in found.cells:
        if cell.track is track and cell.level is not None:
            yield _LEVELS[cell.level].format(use=label(cell.use))


def _blank(view: CaseView, track: Track) -> Markup:
    """Ask why a track shows nobody; of one that shows somebody only if a reason still stands."""
    stage = view.case.stages[view.stage]
    told = stage.blanks.get(track)
    if told is None and _peopled(view, track):
        return Markup("")
    operation = {"do": "set_blank", "stage": stage.id, "track": track.value}
    return segments(
        _("Nobody in {track}, since").format(track=label(track)),
        f"blank-{track.value}",
        [*(Choice(blank, label(blank)) for blank in Blank), not_recorded()],
        told,
        Sets(operation, "blank"),
    )


def _peopled(view: CaseView, track: Track) -> bool:
    ties = view.network.own_ties(view.stage, view.perspective)
    return any(track in tie.relationship.tracks for tie in ties)
