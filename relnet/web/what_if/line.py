"""What a case page shows of a what if: the button that begins one, and the line over one."""

from markupsafe import Markup

from relnet.case.models import MAX_NAME
from relnet.web import ids
from relnet.web.addresses import asset_address, case_address, compare_address, file_address
from relnet.web.case_view import CaseView
from relnet.web.edit.asked import NoLibrary
from relnet.web.server import current_shelf
from relnet.wording import _


def what_if_tool(view: CaseView) -> Markup:
    """Offer to try something on a case; not on what is tried already."""
    if view.entry.origin:
        return Markup("")
    return Markup(
        '<button type="button" id="{id}" class="tool" data-begin="{address}" data-silent="{silent}"'
        ' title="{title}"{off}>{words}</button><script type="module" async src="{script}"></script>'
    ).format(
        id=ids.WHAT_IF,
        address=f"{case_address(view.entry.key)}/what-if",
        silent=_silent(),
        title=_("Names are hidden. Show names to try something.")
        if view.names.hidden
        else _("The case stays as it is."),
        off=Markup(" data-hidden-names") if view.names.hidden else "",
        words=_("What if… (try something from this stage on)"),
        script=asset_address("case_what_if.js"),
    )


def what_if_line(view: CaseView) -> Markup:
    """Say that this is a what if, and offer what becomes of it; nothing for every other case."""
    if not view.entry.trying:
        return Markup("")
    return Markup(
        '<section class="what-if-line" aria-label="{label}" data-of="{address}"'
        ' data-silent="{silent}"><p>{told}</p>'
        '<a class="tool" href="{compare}" data-compare>{compare_words}</a>'
        '<button type="button" class="tool" data-keep>{keep}</button>'
        '<button type="button" class="tool" data-throw-away>{throw_away}</button>'
        '<p class="notice" role="alert"></p></section>{dialogs}'
        '<script type="module" async src="{script}"></script>'
    ).format(
        label=_("What if"),
        address=f"{case_address(view.entry.key)}/what-if",
        silent=_silent(),
        told=_("What if: only on this screen, kept nowhere."),
        compare=compare_address(view.entry.origin, view.entry.key, stage=str(view.stage + 1)),
        compare_words=_("Compare with the case as it is"),
        keep=_("Keep as a new case…"),
        throw_away=_("Throw away"),
        dialogs=_keep_dialog(view) + _sure_dialog(),
        script=asset_address("case_what_if.js"),
    )


def _silent() -> str:
    return _("Not done. Is relnet still running? Try it once more.")


def _keep_dialog(view: CaseView) -> Markup:
    """Ask for the title of the case to be; where none can be kept, say why."""
    return Markup(
        '<dialog id="{id}" class="dialog" aria-labelledby="{id}-title"><form>'
        '<h2 id="{id}-title">{title}</h2>{body}<p class="fault" role="alert"></p>'
        '<p><a href="{file}">{file_words}</a></p>'
        '<p class="buttons"><button type="button" class="button" data-close>{no}</button>{yes}</p>'
        "</form></dialog>"
    ).format(
        id=ids.WHAT_IF_KEEP,
        title=_("Keep as a new case"),
        file=file_address(view.entry.key, "json"),
        file_words=_("Save it as a case file instead"),
        no=_("Not now"),
        **_asked(view),
    )


def _asked(view: CaseView) -> dict[str, Markup]:
    """Give what a dialog asks, or says instead: ``body``, and the button of it, ``yes``."""
    why = _why_not(view)
    if why:
        return {"body": Markup("<p>{}</p>").format(why), "yes": Markup("")}
    body = Markup(
        '<p>{told}</p><label>{label} <input name="title" value="{title}" maxlength="{most}"'
        ' required autocomplete="off"></label>'
    ).format(
        told=_("The case that you began from stays as it is."),
        most=MAX_NAME,
        label=_("Title"),
        title=view.names.text(view.case.title),
    )
    yes = Markup('<button class="button strong">{}</button>').format(_("Keep it"))
    return {"body": body, "yes": yes}


def _why_not(view: CaseView) -> str:
    """Say why this cannot be kept as a case; "" where it can."""
    if view.names.hidden:
        return _("Names are hidden. Show names to keep this as a case.")
    return "" if current_shelf().kept.library else str(NoLibrary())


def _sure_dialog() -> Markup:
    return Markup(
        '<dialog id="{id}" class="dialog" aria-labelledby="{id}-title"><form method="dialog">'
        '<h2 id="{id}-title">{title}</h2><p>{told}</p>'
        '<p class="buttons"><button class="button" value="no">{no}</button>'
        '<button class="button strong" value="yes">{yes}</button></p></form></dialog>'
    ).format(
        id=ids.WHAT_IF_SURE,
        title=_("Throw this away?"),
        told=_("What was tried here is gone then. The case that you began from stays as it is."),
        no=_("Go on trying"),
        yes=_("Throw away"),
    )
