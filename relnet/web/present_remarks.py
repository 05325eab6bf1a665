"""Remarks on the whole screen: the field for one, and what offers those that only the page holds.

``assets/case_present_remarks.js`` wires them. It keeps a remark through the form of the stage,
so nothing here names what names may hide.
"""

import json

from markupsafe import Markup

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.web import ids
from relnet.web.case_view import CaseView
from relnet.web.meeting.remarks import MAX_OWNER, action_words, owned_words, question_words
from relnet.wording import _, ngettext

_MOST = 600
"""The longest remark: a longer one hides the picture to which it is pinned."""

_FIELD = Markup(
    '<dialog id="{id}" class="dialog remark-field" aria-labelledby="{title_id}"'
    ' data-about="{about}" data-stage="{stage}" data-pinned="{pinned}"{kept}>'
    '<form method="dialog"><h2 id="{title_id}"></h2>'
    '<label>{words} <input name="text" maxlength="{most}" autocomplete="off" required></label>'
    '<fieldset class="remark-kinds"><legend>{keep_as}</legend>'
    '<label><input type="radio" name="kind" value="question" checked> {question}</label>'
    '<label><input type="radio" name="kind" value="action"> {action}</label></fieldset>'
    '<label>{who} <input name="owner" maxlength="{most_owner}" autocomplete="off"'
    ' list="{owners_id}"></label>'
    '<datalist id="{owners_id}">{owners}</datalist><p class="quiet">{where}</p>'
    '<p class="buttons"><button class="button" type="button" data-cancel>{cancel}</button>'
    '<button class="button strong" value="yes">{pin}</button></p></form></dialog>'
)
_PINS = Markup(
    '<aside id="{id}" class="remark-list" aria-label="{words}" data-question="{question}"'
    ' data-action="{action}" data-owned="{owned}" data-off="{off}" data-kept="{kept}"'
    ' data-held="{held}" data-refused="{refused}" hidden></aside>'
    '<p id="{said}" class="remark-said" role="status"></p>'
)
_LEFT = Markup(
    '<dialog id="{id}" class="dialog remarks-left" aria-labelledby="{title_id}"'
    ' data-words="{words}" data-file="{file}" data-line="{line}">'
    '<form method="dialog"><h2 id="{title_id}" data-words="title"></h2><p data-words="told"></p>'
    '<ul class="plain"></ul><p class="quiet" role="status"></p>'
    '<p class="buttons"><button class="button" type="button" data-copy data-words="copy"></button>'
    '<button class="button" type="button" data-save>{save}</button>'
    '<button class="button" value="go" data-go data-words="go"></button>'
    '<button class="button strong" value="" data-words="leave"></button></p></form></dialog>'
)


def remark_room(view: CaseView) -> Markup:
    """Give the field for a remark, the place of those without a mark, and the offer at the end."""
    return _field(view) + _pins() + _left()


def _field(view: CaseView) -> Markup:
    keys = (YOUNG_PERSON, *(person.id for person in view.case.people))
    kept = view.entry.editable and not view.names.hidden
    return _FIELD.format(
        id=ids.REMARK,
        title_id=ids.REMARK_TITLE,
        owners_id=ids.REMARK_OWNERS,
        kept=Markup(" data-kept") if kept else "",
        about=_("Remark: {name}"),
        stage=_("Remark on this stage"),
        pinned=_("{name}: {remark}"),
        words=_("What was said"),
        most=_MOST,
        most_owner=MAX_OWNER,
        keep_as=_("Keep it as"),
        question=_("question"),
        action=_("action"),
        who=_("Who takes it on, if anybody"),
        owners=Markup("").join(
            Markup('<option value="{}"></option>').format(view.names.of(key)) for key in keys
        ),
        where=_where(view),
        cancel=_("Leave it"),
        pin=_("Pin it"),
    )


def _where(view: CaseView) -> str:
    """Say beforehand where a remark goes."""
    if not view.entry.editable:
        return _(
            "This case is only read here, so the remark stays in this page alone. You can copy"
            " or save all remarks when you leave."
        )
    if view.names.hidden:
        return _(
            "Names are hidden, so the remark stays in this page alone. You can copy or save all"
            " remarks when you leave."
        )
    return _("It is kept with the questions and actions of this stage.")


def _pins() -> Markup:
    return _PINS.format(
        id=ids.REMARK_LIST,
        words=_("Remarks on this stage"),
        question=question_words(),
        action=action_words(),
        owned=owned_words(),
        off=_("Take this remark off: {remark}"),
        kept=_("Kept with the questions and actions of this stage."),
        held=_("This page holds the remark. It offers it to you when you leave."),
        refused=_("The case did not take the remark: {why} This page holds it."),
        said=ids.REMARK_SAID,
    )


def _left() -> Markup:
    """Make the dialog; the script fills it for what is asked, and for one remark or several."""
    words = {"end": [_at_the_end(1), _at_the_end(2)], "hiding": [_hiding(1), _hiding(2)]}
    return _LEFT.format(
        id=ids.REMARKS_LEFT,
        title_id=ids.REMARKS_LEFT_TITLE,
        words=json.dumps(words, ensure_ascii=False),
        file="remarks.txt",
        line=_("{stage} – {remark}"),
        save=_("Save as a text file"),
    )


def _at_the_end(count: int) -> dict[str, str]:
    """Say what the whole screen leaves behind, where this page alone holds so many remarks."""
    return _taking(count) | {
        "title": ngettext(
            "{count} remark is in this page alone", "{count} remarks are in this page alone", count
        ),
        "told": ngettext(
            "This tab holds it until the tab is closed or names are hidden. Meanwhile “Take away”"
            " puts it into the Word files and the page for the end of the meeting.",
            "This tab holds them until it is closed or names are hidden. Meanwhile “Take away” puts"
            " them into the Word files and the page for the end of the meeting.",
            count,
        ),
        "leave": ngettext("Leave it here", "Leave them here", count),
    }


def _hiding(count: int) -> dict[str, str]:
    """Ask whether names are hidden all the same, and so many remarks go."""
    return _taking(count) | {
        "title": ngettext(
            "Hiding names would drop {count} remark",
            "Hiding names would drop {count} remarks",
            count,
        ),
        "told": ngettext(
            "This page alone holds it, and there may be names in it. To keep it, copy or save it"
            " first.",
            "This page alone holds them, and there may be names in them. To keep them, copy or save"
            " them first.",
            count,
        ),
        "go": ngettext("Hide names without it", "Hide names without them", count),
        "leave": ngettext("Keep names and the remark", "Keep names and remarks", count),
    }


def _taking(count: int) -> dict[str, str]:
    """Offer to take so many remarks along, and say what came of it."""
    return {
        "copy": ngettext("Copy it", "Copy them", count),
        "copied": _("Copied."),
        "saved": _("Saved as a text file."),
        "notCopied": ngettext(
            "The browser did not let it be copied. Save it as a text file.",
            "The browser did not let them be copied. Save them as a text file.",
            count,
        ),
        "notWritten": ngettext(
            "relnet could not write the file. Copy the remark, or save it as a text file.",
            "relnet could not write the file. Copy the remarks, or save them as a text file.",
            count,
        ),
    }
