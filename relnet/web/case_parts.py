"""The parts of the case page that the first response holds.

They are plain HTML with a small script of ours, so the timeline answers before Dash has
loaded. What is chosen on the map is told by Dash (``relnet.web.chosen``).
"""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from relnet.case.vocabulary import Influence, Status, Track, UseKind
from relnet.figures.svg import map_style_sheet, paint_frame, show_stage
from relnet.figures.words import stage_title
from relnet.web import ids
from relnet.web.addresses import START
from relnet.web.case_view import CaseView, offered_perspectives
from relnet.web.compare_menu import compare_menu
from relnet.web.edit.tools import edit_room, edit_tools, main_data
from relnet.web.follow.parts import follow_bar, follow_menu
from relnet.web.fragments import VIEW_WORDS
from relnet.web.names_switch import names_switch
from relnet.web.present import present_room
from relnet.web.present_remarks import remark_room
from relnet.web.stage_parts import afterwards_part, panel_part, scene_of, show_panel, stage_part
from relnet.web.story.screen import story_room, story_tool
from relnet.web.takeaway import takeaway_menu
from relnet.web.timeline_part import timeline_part
from relnet.web.version_line import version_line
from relnet.web.what_if.line import what_if_line
from relnet.wording import _
from relnet.words import label

SCRIPTS = (
    "case_address.js",
    "names_switch.js",
    "case_filters.js",
    "case_focus.js",
    "case_map.js",
    "case_numbers.js",
    "case_panes.js",
    "case_parts.js",
    "case_present.js",
    "case_present_held.js",
    "case_present_lanes.js",
    "case_present_remarks.js",
    "case_present_said.js",
    "case_present_zoom.js",
    "case_saving.js",
    "case_tables.js",
    "case_tracks.js",
    "case_views.js",
    "case_timeline.js",
    "case_panel.js",
    "case_wiring.js",
)
"""The modules of the page; the last one starts them."""


def head(asset_address: Sequence[str]) -> Markup:
    """Give what belongs into the head: the line language, and the scripts to fetch early."""
    preload = Markup("").join(
        Markup('<link rel="modulepreload" href="{}">').format(address) for address in asset_address
    )
    return Markup("<style>{}</style>").format(Markup(map_style_sheet())) + preload  # noqa: S704 - our own style table


def body(view: CaseView, start_script: str) -> Markup:
    """Give header, map, timeline and side panel."""
    return Markup(
        '<a class="skip" href="#{main_id}">{skip}</a>{header}{version}{what_if}{main}'
        "{timeline}{present}{side}{story}{edit}{follow}"
        '<p id="{said}" class="unseen" role="status" aria-live="polite"></p>'
        '<script type="module" async src="{script}"></script>'
    ).format(
        main_id=ids.MAIN,
        skip=_("Skip to the view"),
        header=_header(view),
        version=version_line(view),
        what_if=what_if_line(view),
        main=_main(view),
        timeline=timeline_part(view),
        present=present_room() + remark_room(view),
        side=_side(view),
        story=story_room(view),
        edit=edit_room(view),
        follow=follow_bar(),
        said=ids.SAID,
        script=start_script,
    )


def _side(view: CaseView) -> Markup:
    """Write the side panel: the part of each stage, of which one is seen."""
    panels = (panel_part(view, number) for number in range(len(view.case.stages)))
    return Markup(
        '<aside id="{}" aria-label="{}">{}<div data-part="afterwards">{}</div></aside>'
    ).format(
        ids.SIDE,
        _("About this stage"),
        Markup(show_panel("".join(panels), view.stage)),  # noqa: S704 - written by as_html
        Markup(afterwards_part(view)),  # noqa: S704 - written by as_html
    )


def _header(view: CaseView) -> Markup:
    return Markup(
        '<header class="bar">'
        '<a class="brand" href="{start}" aria-label="{start_label}">relnet</a>'
        '<h1 data-part="title">{title}</h1>{badge}'
        '{views}<div class="tools">{edit}{compare}<span data-part="whose">{perspectives}</span>'
        '{filters}{names}{takeaway}<span data-part="story-tool">{story}</span>{follow}'
        '<button type="button" id="{present}" class="tool strong" aria-pressed="false">'
        "{present_words}</button></div></header>"
    ).format(
        start=START,
        start_label=_("relnet: all cases"),
        title=title_part(view),
        edit=edit_tools(view),
        compare=compare_menu(view),
        badge=_badge(view),
        views=_tabs(),
        perspectives=perspectives_part(view),
        filters=_filters(view),
        names=names_switch(hidden=view.names.hidden),
        takeaway=takeaway_menu(view),
        story=story_tool(view),
        follow=follow_menu(),
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


def _badge(view: CaseView) -> Markup:
    """Say where this is a sample case; of an older version a line of its own tells."""
    if not view.entry.sample:
        return Markup("")
    return Markup('<span class="badge">{}</span>').format(_("sample case"))


def title_part(view: CaseView) -> Markup:
    """Write the title of the case, with that of the browser's window, which follows it."""
    return Markup('<span title="{title}" data-window="{window}">{title}</span>').format(
        title=view.names.text(view.case.title), window=window_title(view)
    )


def window_title(view: CaseView) -> str:
    """Say of which case the browser's window is."""
    return _("{title} · relnet").format(title=view.names.text(view.case.title))


def perspectives_part(view: CaseView) -> Markup:
    """Offer everybody's view; where one alone tells the case, say whose it is."""
    found = offered_perspectives(view)
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


def boxes_part(view: CaseView) -> Markup:
    """Write the boxes of what can be shown and hidden."""
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
    return Markup("").join(_boxes(title, boxes) for title, boxes in groups)


def _filters(view: CaseView) -> Markup:
    """Offer what to show and hide: native boxes in a fold, which need nothing to work."""
    only = (
        ("planned", _("Only what is in somebody’s plan")),
        ("changed", _("Only what changed since the last stage")),
    )
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{summary}</summary>'
        '<div class="sheet-menu"><div class="boxes" data-part="boxes">{shown}</div>'
        '<div class="only">{only}</div>'
        '<button type="button" id="{all_id}" class="tool">{all}</button></div></details>'
    ).format(
        id=ids.FILTERS,
        summary=_("Show and hide"),
        shown=boxes_part(view),
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
        '<main id="{main}" class="stage-room" tabindex="-1" data-failed="{failed}" '
        'data-waiting="{waiting}"{data}>'
        '<h2 id="{title}" class="unseen">'
        '{words}</h2><p id="{hint}" class="unseen">{hint_words}</p>'
        '<p id="{filtered}" class="filtered" data-words="{filtered_words}" hidden><span></span> '
        '<button type="button" class="tool">{all}</button></p>'
        '<div id="{map}" class="map-room pane" data-key="map" tabindex="-1" '
        'aria-describedby="{hint}">{picture}</div>'
        "</main>"
    ).format(
        main=ids.MAIN,
        data=main_data(view),
        failed=_(
            "This view did not come. Is relnet still running? Choose it again to try once more."
        ),
        waiting=_("{view} is on its way …"),
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
    stages = (stage_part(view, number) for number in range(len(view.case.stages)))
    painted = paint_frame(scene_of(view), stages, label=words)
    return Markup(show_stage(painted, view.stage))  # noqa: S704 - the painter escapes every text
