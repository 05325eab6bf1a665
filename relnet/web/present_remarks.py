"""Remarks on the whole screen: the field for one, and what offers those that only the page holds.

``assets/case_present_remarks.js`` wires them. It keeps a remark through the form of the stage,
so nothing here names what names may hide.
"""

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
    ' data-one="{one}" data-several="{several}" data-copied="{copied}"'
    ' data-not-copied="{not_copied}" data-not-written="{not_written}"'
    ' data-file="{file}" data-line="{line}">'
    '<form method="dialog"><h2 id="{title_id}"></h2><p>{told}</p>'
    '<ul class="plain"></ul><p class="quiet" role="status"></p>'
    '<p class="buttons"><button class="button" type="button" data-copy>{copy}</button>'
    '<button class="button" type="button" data-save>{save}</button>'
    '<button class="button" value="go" data-go>{go}</button>'
    '<button class="button strong" value="">{leave}</button></p></form></dialog>'
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
    return _LEFT.format(
        id=ids.REMARKS_LEFT,
        title_id=ids.REMARKS_LEFT_TITLE,
        one=ngettext(
            "{count} remark is in this page alone", "{count} remarks are in this page alone", 1
        ),
        several=ngettext(
            "{count} remark is in this page alone", "{count} remarks are in this page alone", 2
        ),
        told=_(
            "This tab holds them until it is closed or names are hidden. Meanwhile “Take away” puts"
            " them into the Word files and the page for the end of the meeting."
        ),
        not_written=_(
            "relnet could not write the file. Copy the remarks, or save them as a text file."
        ),
        copied=_("Copied."),
        not_copied=_("The browser did not let them be copied. Save them as a file."),
        file="remarks.txt",
        line=_("{stage} – {remark}"),
        copy=_("Copy them"),
        save=_("Save as a text file"),
        go=_("Go on without them"),
        leave=_("Leave them here"),
    )
