"""The HTML file of a case: its head, what it says of itself, and its views.

It may ask for nothing and run nothing but the one script in it, whose hash stands in its
policy. Without that script all stages and views stand one below the other.
"""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from markupsafe import Markup

from relnet.figures.words_dates import short_date_words
from relnet.resources import assets_folder
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.web.handout.style import style_for
from relnet.web.handout.views import WORDS, views_part
from relnet.web.taking.taken import left_out_words, made_words, today
from relnet.wording import _

_MANY = 12
_MARKED = "is-chosen touch"
"""The classes by which a script marks who is chosen: only a page that can be marked has a use
for their rules."""

_DOCUMENT = Markup(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
{body}
<script>{script}</script>
</body>
</html>
"""
)
_BODY = Markup(
    """<body class="sheet-page" data-view="{view}" data-stage="{stage}">
<a class="skip" href="#{main_id}">{skip}</a>
<header class="sheet-head"><div><h1>{title}</h1><p class="sheet-made">{made}</p>{left_out}</div>
<nav class="segments sheet-views" aria-label="{views_words}">{tabs}</nav></header>
{timeline}
<main id="{main_id}" tabindex="-1">{views}</main>
<p id="{said_id}" class="unseen" role="status"></p>"""
)


@dataclass(frozen=True, slots=True)
class Handout:
    """What is written.

    Attributes:
        view: the case, without what is hidden on screen, whose view, and the stage to begin with.
        opening: the view to begin with: "map", "tracks", "focus" or "table".
        made: the date that it tells.
        left_out: how many relationships of the case it does not hold.
        marked: whether a script outside of it marks in its pictures who is chosen.
    """

    view: CaseView
    opening: str
    made: date
    left_out: int = 0
    marked: bool = False


def handout_of(view: CaseView, opening: str, left_out: int, *, marked: bool = False) -> bytes:
    """Write a case as it is looked at today, as one HTML file.

    Args:
        view: the case, without what is hidden on screen.
        opening: the view to begin with; the map where it is none of the file's.
        left_out: how many relationships of the case it does not hold.
        marked: whether a script outside of it marks in its pictures who is chosen.
    """
    return write_handout(Handout(view, opening, today(), left_out, marked)).encode("utf-8")


def write_handout(handout: Handout) -> str:
    """Write a case as one HTML file that works without relnet and without a network."""
    view = handout.view
    script = (assets_folder() / "handout.js").read_text(encoding="utf-8")
    body = _body(handout)
    marks = _MARKED if handout.marked else ""
    return _DOCUMENT.format(
        policy=_policy(script),
        title=view.names.text(view.case.title),
        style=Markup(style_for(f"{body}{script} {marks}")),  # noqa: S704 - our own style sheets
        body=body,
        script=Markup(script),  # noqa: S704 - our own script
    )


def _body(handout: Handout) -> Markup:
    view = handout.view
    return _BODY.format(
        title=view.names.text(view.case.title),
        view=handout.opening if handout.opening in WORDS else next(iter(WORDS)),
        stage=view.stage,
        main_id=ids.SHEET_MAIN,
        said_id=ids.SHEET_SAID,
        skip=_("Skip to the view"),
        made=made_words(view, handout.made),
        left_out=_left_out(handout.left_out),
        views_words=_("Views"),
        tabs=_tabs(),
        timeline=_timeline(view),
        views=views_part(view, refs=handout.marked),
    )


def _policy(script: str) -> str:
    digest = b64encode(sha256(script.encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _left_out(number: int) -> Markup:
    words = left_out_words(number)
    return Markup('<p class="sheet-left-out">{}</p>').format(words) if words else Markup("")


def _tabs() -> Markup:
    return Markup("").join(
        Markup('<a class="tool" href="#view-{name}" data-turn="{name}">{words}</a>').format(
            name=name, words=words
        )
        for name, words in WORDS.items()
    )


def _timeline(view: CaseView) -> Markup:
    """Lead to each stage; the slider and the buttons are of no use without the script."""
    stages = view.case.stages
    links = Markup("").join(
        Markup(
            '<li><a href="#stage-{place}" data-go="{number}" title="{name}"><b>{name}</b>{when}</a>'
            "</li>"
        ).format(
            place=number + 1,
            number=number,
            name=view.names.text(stage.label),
            when=Markup("<small>{}</small>").format(short_date_words(stage.when))
            if stage.when
            else "",
        )
        for number, stage in enumerate(stages)
    )
    return Markup(
        '<nav class="sheet-time{many}" aria-label="{words}" style="--stages:{count}">'
        '<div class="sheet-steps" hidden><button type="button" class="round" id="{back_id}" '
        'aria-label="{back}"><span class="sign back" aria-hidden="true"></span></button>'
        '<button type="button" class="round" id="{on_id}" aria-label="{on}">'
        '<span class="sign on" aria-hidden="true"></span></button></div>'
        '<div class="sheet-rail"><input type="range" id="{slider_id}" hidden min="1" '
        'max="{count}" value="{now}" aria-label="{stage}"><ol>{links}</ol></div></nav>'
    ).format(
        many=" many" if len(stages) > _MANY else "",
        words=_("Timeline"),
        back_id=ids.SHEET_BACK,
        on_id=ids.SHEET_ON,
        slider_id=ids.SHEET_SLIDER,
        count=len(stages),
        now=view.stage + 1,
        back=_("Previous stage"),
        on=_("Next stage"),
        stage=_("Stage"),
        links=links,
    )
