"""The parts of the case page that the first response holds.

They are plain HTML with a small script of ours, so the timeline answers before Dash has
loaded. What is chosen on the map is told by Dash (``relnet.web.chosen``).
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from relnet.case.models import Stage
from relnet.case.vocabulary import Influence, Outcome, Phase, Status, Track, UseKind
from relnet.figures.map_scene import map_scene
from relnet.figures.svg import map_style_sheet, paint_stages, show_stage
from relnet.figures.words import stage_title
from relnet.figures.words_dates import short_date_words
from relnet.figures.words_items import events_at
from relnet.figures.words_summary import miles_words
from relnet.web import ids
from relnet.web.addresses import START
from relnet.web.as_html import as_html
from relnet.web.case_view import CaseView, perspective_refs
from relnet.web.fragments import VIEW_WORDS
from relnet.web.names_switch import names_switch
from relnet.web.panel import side_panel
from relnet.wording import _
from relnet.words import label

SCRIPTS = (
    "case_address.js",
    "names_switch.js",
    "case_filters.js",
    "case_focus.js",
    "case_map.js",
    "case_numbers.js",
    "case_tables.js",
    "case_tracks.js",
    "case_views.js",
    "case_timeline.js",
    "case_panel.js",
    "case_wiring.js",
)
"""The modules of the page; the last one starts them."""

_MOST_DATED = 10
"""How many stages have room for their dates on a laptop's screen."""


def head(asset_address: Sequence[str]) -> Markup:
    """Give what belongs into the head: the line language, and the scripts to fetch early."""
    preload = Markup("").join(
        Markup('<link rel="modulepreload" href="{}">').format(address) for address in asset_address
    )
    return Markup("<style>{}</style>").format(Markup(map_style_sheet())) + preload  # noqa: S704 - our own style table


def body(view: CaseView, start_script: str) -> Markup:
    """Give header, map, timeline and side panel."""
    return Markup(
        '<a class="skip" href="#{main_id}">{skip}</a>{header}{main}{timeline}{side}'
        '<p id="{said}" class="unseen" role="status" aria-live="polite"></p>'
        '<script type="module" async src="{script}"></script>'
    ).format(
        main_id=ids.MAIN,
        skip=_("Skip to the view"),
        header=_header(view),
        main=_main(view),
        timeline=_timeline(view),
        side=_side(view),
        said=ids.SAID,
        script=start_script,
    )


def _side(view: CaseView) -> Markup:
    """Write the side panel; it is written once for each view of a case."""
    return view.entry.kept(
        ("side", view.perspective, view.names.hidden, view.stage),
        lambda: as_html(side_panel(view)),
    )


def _header(view: CaseView) -> Markup:
    title = view.names.text(view.case.title)
    sample = Markup('<span class="badge">{}</span>').format(_("sample case"))
    return Markup(
        '<header class="bar">'
        '<a class="brand" href="{start}" aria-label="{start_label}">relnet</a>'
        '<h1 title="{title}">{title}</h1>{sample}'
        '{views}<div class="tools">{perspectives}{filters}{names}'
        '<button type="button" id="{present}" class="tool strong" aria-pressed="false">'
        "{present_words}</button></div></header>"
    ).format(
        start=START,
        start_label=_("relnet: all cases"),
        title=title,
        sample=sample if view.entry.sample else "",
        views=_tabs(),
        perspectives=_perspectives(view),
        filters=_filters(view),
        names=names_switch(hidden=view.names.hidden),
        present=ids.PRESENT,
        present_words=_("Present"),
    )


def _tabs() -> Markup:
    """Offer the views as links, so that each can be opened in a window of its own."""
    links = Markup("").join(
        Markup('<a class="tool" href="?view={name}" data-view="{name}">{words}</a>').format(
            name=name, words=words
        )
        for name, words in VIEW_WORDS.items()
    )
    return Markup('<nav id="{}" class="segments" aria-label="{}">{}</nav>').format(
        ids.VIEWS, _("Views"), links
    )


def _perspectives(view: CaseView) -> Markup:
    """Offer everybody's view; where one alone tells the case, say whose it is."""
    found = perspective_refs(view.case)
    if len(found) == 1:
        name = view.names.inside(view.perspective)
        return Markup('<span class="whose">{}</span>').format(
            _("As {name} sees it").format(name=name)
        )
    links = Markup("").join(
        Markup(
            '<a class="tool" href="?as={ref}" data-as="{ref}"{current} title="{name}">{name}</a>'
        ).format(
            ref=ref,
            current=Markup(' aria-current="true"') if name == view.perspective else "",
            name=view.names.of(name),
        )
        for name, ref in found.items()
    )
    return Markup(
        '<nav id="{id}" class="whose" aria-label="{words}"><span aria-hidden="true">{words}</span>'
        '<span class="segments">{links}</span></nav>'
    ).format(words=_("As seen by"), id=ids.PERSPECTIVE, links=links)


def _filters(view: CaseView) -> Markup:
    """Offer what to show and hide: native boxes in a fold, which need nothing to work."""
    groups = (
        (_("Tracks"), [(f"track-{track.value}", label(track)) for track in Track]),
        (_("How it stands"), _statuses(view)),
        (
            _("What it brings"),
            [
                (f"influence-{Influence.PROTECTIVE.value}", _("protective")),
                (f"influence-{Influence.HARMFUL.value}", _("harmful")),
                ("influence-unsaid", _("not recorded")),
            ],
        ),
        (
            _("What professionals do through it"),
            [
                *((f"use-{use.value}", label(use)) for use in UseKind),
                ("use-none", _("nothing yet")),
            ],
        ),
        (_("Between other people"), [("between", _("their relationships"))]),
    )
    shown = Markup("").join(_boxes(title, boxes) for title, boxes in groups)
    only = (
        ("planned", _("Only what is in somebody’s plan")),
        ("changed", _("Only what changed since the last stage")),
    )
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{summary}</summary>'
        '<div class="sheet-menu"><div class="boxes">{shown}</div><div class="only">{only}</div>'
        '<button type="button" id="{all_id}" class="tool">{all}</button></div></details>'
    ).format(
        id=ids.FILTERS,
        summary=_("Show and hide"),
        shown=shown,
        only=Markup("").join(_box("only", value, words, checked=False) for value, words in only),
        all_id=ids.SHOW_ALL,
        all=_("Show everything"),
    )


def _statuses(view: CaseView) -> list[tuple[str, str]]:
    """Give the statuses that the case tells, and what a move may bring."""
    told = {state.status for part in view.case.relationships for state in part.states}
    told |= {Status.NOT_KNOWN}
    found = [(f"status-{status.value}", label(status)) for status in Status if status in told]
    return [*found, *([("status-unsaid", _("not recorded"))] if None in told else [])]


def _boxes(title: str, boxes: Iterable[tuple[str, str]]) -> Markup:
    shown = Markup("").join(_box("show", value, words, checked=True) for value, words in boxes)
    return Markup("<fieldset><legend>{}</legend>{}</fieldset>").format(title, shown)


def _box(name: str, value: str, words: str, *, checked: bool) -> Markup:
    return Markup(
        '<label><input type="checkbox" name="{}" value="{}"{} autocomplete="off"> {}</label>'
    ).format(name, value, Markup(" checked") if checked else "", words)


def _main(view: CaseView) -> Markup:
    """Hold the map of every stage; it is painted once for each view of a case."""
    title = view.names.text(view.case.title)
    return Markup(
        '<main id="{main}" class="stage-room" tabindex="-1" data-failed="{failed}">'
        '<h2 id="{title}" class="unseen">'
        '{words}</h2><p id="{hint}" class="unseen">{hint_words}</p>'
        '<p id="{filtered}" class="filtered" data-words="{filtered_words}" hidden><span></span> '
        '<button type="button" class="tool">{all}</button></p>'
        '<div id="{map}" class="map-room pane" data-key="map" tabindex="-1" '
        'aria-describedby="{hint}">{picture}</div>'
        "</main>"
    ).format(
        main=ids.MAIN,
        failed=_(
            "This view did not come. Is relnet still running? Choose it again to try once more."
        ),
        title=ids.STAGE_TITLE,
        words=stage_title(view.network, view.stage, view.names),
        hint=ids.HINT,
        hint_words=_("Arrow keys go from one to the next on the map; Enter tells more."),
        filtered=ids.FILTERED,
        filtered_words=_("{hidden} of {ties} relationships are hidden."),
        all=_("Show everything"),
        map=ids.MAP,
        picture=_picture(view, _("Map of the relationships: {title}").format(title=title)),
    )


def _picture(view: CaseView, words: str) -> Markup:
    painted = view.entry.kept(
        ("map", view.perspective, view.names.hidden),
        lambda: paint_stages(map_scene(view.network, view.perspective, view.names), label=words),
    )
    return Markup(show_stage(painted, view.stage))  # noqa: S704 - the painter escapes every text


def _timeline(view: CaseView) -> Markup:
    stages = view.case.stages
    return Markup(
        '<section id="{id}" class="timeline{many}" aria-label="{words}" data-stages="{count}" '
        'style="--stages:{count};--now:{now}">'
        '<div class="left"><div class="steps">{play}{back}{on}{leave}</div>'
        '<p class="aid">{aid}</p></div>'
        "{rail}</section>"
    ).format(
        id=ids.TIMELINE,
        many=" many" if len(stages) > _MOST_DATED else "",
        words=_("Timeline"),
        count=len(stages),
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


def _rail(view: CaseView) -> Markup:
    """Draw the one control: a slider whose value is spoken as the stage's label."""
    stages = view.case.stages
    parts = [*_bands(stages), *_moves(view)]
    for number, stage in enumerate(stages):
        parts += _ticks(view, number)
        parts.append(_stop(view, number, stage))
    return Markup(
        '<div id="{id}" class="rail" role="slider" tabindex="0" aria-label="{words}" '
        'aria-valuemin="1" aria-valuemax="{count}" aria-valuenow="{now}" aria-valuetext="{text}">'
        '{parts}<span class="thumb"></span></div>'
    ).format(
        id=ids.RAIL,
        words=_("Stage"),
        count=len(stages),
        now=view.stage + 1,
        text=stop_words(view, stages[view.stage]),
        parts=Markup("").join(parts),
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
