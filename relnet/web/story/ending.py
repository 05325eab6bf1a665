"""The end of a story: what was told, and what one can do now. It stands behind the last step."""

from urllib.parse import urlencode

from markupsafe import Markup

from relnet.web.addresses import (
    case_address,
    compare_address,
    story_page_address,
    tally_address,
)
from relnet.web.case_view import CaseView, offered_perspectives
from relnet.web.compare.offered import twin_of
from relnet.web.story.handed_out import has_story_page
from relnet.web.story.steps import ShownStep
from relnet.wording import _, ngettext

_END = Markup(
    '<article class="story-step story-end" data-step="{number}" data-stage="{stage}"'
    ' data-view="{view}" data-lit="" hidden><p class="story-count">{count}</p>'
    '<h1>{title}</h1><p>{over}</p><ul class="story-next">'
    '<li><button type="button" class="button" data-again>{again} <kbd>{home}</kbd></button></li>'
    '<li><button type="button" class="button" data-case>{back} <kbd>{escape}</kbd></button></li>'
    '<li data-twin hidden></li><li><a class="button" href="{tally}">{tally_words}</a></li>'
    '{page}<li><a class="button" href="{handout}" data-handout>{handout_words}</a></li>'
    "</ul></article>"
)


def story_end(view: CaseView, steps: tuple[ShownStep, ...]) -> Markup:
    """Write what the room reads after the last step, over the picture of that step.

    The place for two sides is filled by a script (``twin_part``): which other cases there are
    need not be found before the page is there.

    Args:
        view: the case, and how it is looked at.
        steps: all steps of its story; there is at least one.
    """
    last = steps[-1]
    ref = offered_perspectives(view).get(view.perspective)
    whose = {"as": ref} if ref else {}
    return _END.format(
        number=len(steps) + 1,
        stage=last.stage,
        view=last.view.value,
        count=_seen(len(steps)),
        title=view.names.text(view.case.title),
        over=_("This is the end of the story."),
        again=_("Start again"),
        home=_("Home"),
        back=_("Back to the case"),
        escape=_("Esc"),
        tally=tally_address(view.entry.key, **whose, story=str(len(steps) + 1)),
        tally_words=_("The room’s tally: count what the room says"),
        page=_page_part(view),
        handout=f"{case_address(view.entry.key)}/handout.html?{urlencode(whose)}",
        handout_words=_("Save the case as a file to hand out (HTML)"),
    )


def twin_part(view: CaseView, steps: tuple[ShownStep, ...], whose: str) -> Markup:
    """Offer the same young person's other story beside this one; nothing where there is none.

    Args:
        view: the case, and how it is looked at.
        steps: all steps of its story.
        whose: the short name of whose view was asked for; empty for the one shown unasked.
    """
    twin = twin_of(view.entry, hidden=view.names.hidden)
    if twin is None or not steps:
        return Markup("")
    last = steps[-1]
    address = compare_address(
        view.entry.key,
        twin.key,
        left_as=whose,
        view=last.view.value,
        stage=str(last.stage + 1),
    )
    return Markup('<a class="button" href="{}">{}</a>').format(
        address, _("Side by side with “{title}”").format(title=twin.title)
    )


def _page_part(view: CaseView) -> Markup:
    """Offer the page to hand out, which is written with names."""
    if view.names.hidden or not has_story_page(view.entry):
        return Markup("")
    return Markup('<li><a class="button" href="{}">{}</a></li>').format(
        story_page_address(view.entry.key), _("The page to hand out")
    )


def _seen(steps: int) -> str:
    told = ngettext("{number} of {count} step", "{number} of {count} steps", steps)
    return told.format(number=steps, count=steps)
