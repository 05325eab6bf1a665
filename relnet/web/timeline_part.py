"""The timeline of the case page: one slider for all stages, and buttons that step and play."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from relnet.case.models import Stage
from relnet.case.vocabulary import Outcome, Phase
from relnet.figures.words import stage_title
from relnet.figures.words_dates import short_date_words
from relnet.figures.words_items import events_at
from relnet.figures.words_summary import miles_words
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.wording import _
from relnet.words import label

_MOST_DATED = 10
"""How many stages have room for their dates on a laptop's screen."""


def timeline_part(view: CaseView) -> Markup:
    """Write the timeline: its buttons, and the slider that goes from stage to stage."""
    stages = view.case.stages
    return Markup(
        '<section id="{id}" class="timeline{many}" aria-label="{words}" data-stages="{count}" '
        'data-dated="{dated}" '
        'style="--stages:{count};--now:{now}">'
        '<div class="left"><div class="steps">{play}{back}{on}{leave}</div>'
        '<p class="aid">{aid}</p></div>'
        "{rail}</section>"
    ).format(
        id=ids.TIMELINE,
        many=" many" if len(stages) > _MOST_DATED else "",
        words=_("Timeline"),
        count=len(stages),
        dated=_MOST_DATED,
        now=view.stage,
        play=Markup(
            '<button type="button" id="{}" class="round strong" aria-pressed="false" '
            'aria-label="{}"><span class="sign play" aria-hidden="true"></span></button>'
        ).format(ids.PLAY, _("Play the stages")),
        back=_step(ids.STEP_BACK, _("Previous stage"), "back"),
        on=_step(ids.STEP_ON, _("Next stage"), "on"),
        leave=Markup('<button type="button" id="{}" class="tool">{}</button>').format(
            ids.LEAVE, _("Leave")
        ),
        aid=_("A discussion aid, not a case record"),
        rail=_rail(view),
    )


def _step(key: str, words: str, sign: str) -> Markup:
    return Markup(
        '<button type="button" id="{}" class="round" aria-label="{}">'
        '<span class="sign {}" aria-hidden="true"></span></button>'
    ).format(key, words, sign)


def rail_part(view: CaseView) -> Markup:
    """Write what stands on the timeline: phases, moves, events, stages."""
    stages = view.case.stages
    parts = [*_bands(stages), *_moves(view)]
    for number, stage in enumerate(stages):
        parts += _ticks(view, number)
        parts.append(_stop(view, number, stage))
    thumb = Markup('<span class="thumb"></span>')
    return Markup("").join(parts) + thumb


def _rail(view: CaseView) -> Markup:
    """Draw the one control: a slider whose value is spoken as the stage's label."""
    stages = view.case.stages
    return Markup(
        '<div id="{id}" class="rail" data-part="rail" role="slider" tabindex="0" '
        'aria-label="{words}" aria-valuemin="1" aria-valuemax="{count}" aria-valuenow="{now}" '
        'aria-valuetext="{text}">'
        "{parts}</div>"
    ).format(
        id=ids.RAIL,
        words=_("Stage"),
        count=len(stages),
        now=view.stage + 1,
        text=stop_words(view, stages[view.stage]),
        parts=rail_part(view),
    )


def stop_words(view: CaseView, stage: Stage) -> str:
    """Say a stage as the timeline speaks it: its label and its date."""
    name = view.names.text(stage.label)
    if stage.when is None:
        return name
    return _("{stage}, {date}").format(stage=name, date=short_date_words(stage.when))


def _bands(stages: Sequence[Stage]) -> Iterable[Markup]:
    """Draw the phases as bands, each over the stages that follow one another in it."""
    first = 0
    for number, stage in enumerate(stages):
        last = number == len(stages) - 1 or stages[number + 1].phase is not stage.phase
        if last:
            yield _band(stage.phase, first, number + 1)
            first = number + 1


def _band(phase: Phase, first: int, end: int) -> Markup:
    return Markup(
        '<span class="band band-{phase}" style="--first:{first};--end:{end}">'
        '<span class="band-name">{words}</span></span>'
    ).format(phase=phase.value, first=first, end=end, words=label(phase))


def _moves(view: CaseView) -> Iterable[Markup]:
    """Mark every move, with its distance from home where that is recorded."""
    miles = {area.id: area.distance_miles for area in view.case.areas}
    for number, stage in enumerate(view.case.stages):
        if stage.move is not None:
            far = miles.get(stage.area or "")
            words = "" if far is None else miles_words(far)
            yield Markup(
                '<span class="move" style="--at:{at}"><span class="move-name">{words}</span></span>'
            ).format(at=number, words=words)


def _ticks(view: CaseView, number: int) -> Iterable[Markup]:
    """Mark events: hollow ones did not happen, were refused or not answered."""
    events = events_at(view.network, number)
    for place, event in enumerate(events):
        at = number + (place + 1) / (len(events) + 1)
        happened = event.outcome in (None, Outcome.HAPPENED)
        yield Markup('<span class="tick{}" style="--at:{}" title="{}"></span>').format(
            "" if happened else " hollow", f"{at:.3f}", view.names.text(event.text)
        )


def _stop(view: CaseView, number: int, stage: Stage) -> Markup:
    date = short_date_words(stage.when) if stage.when else _("no date")
    return Markup(
        '<span class="stop{now}" data-stop="{number}" data-words="{words}" data-title="{title}" '
        'style="--at:{at}"><span class="dot"></span><span class="stop-text">'
        '<span class="stop-name" title="{name}">{name}</span>'
        '<span class="stop-date">{date}</span></span></span>'
    ).format(
        now=" now" if number == view.stage else "",
        number=number,
        words=stop_words(view, stage),
        title=stage_title(view.network, number, view.names),
        at=f"{number + 0.5}",
        name=view.names.text(stage.label),
        date=date,
    )
