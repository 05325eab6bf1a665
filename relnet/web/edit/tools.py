"""What a case page has for editing: a button in the header, a bar, and a place for forms."""

from typing import NamedTuple

from markupsafe import Markup

from relnet.web import ids
from relnet.web.addresses import asset_address, history_address
from relnet.web.case_view import CaseView
from relnet.web.edit.story import add_step_button
from relnet.web.edit.who import who_dialog
from relnet.web.files import file_links
from relnet.wording import _


class _SavedWords(NamedTuple):
    """How saving stands, in words."""

    first: str
    saved: str
    saving: str
    trouble: str


_SAVED = _SavedWords(
    _("Choose a person, a line or a stage. Each edit is saved at once."),
    _("Saved {time}"),
    _("Saving …"),
    _("Not saved. relnet does not answer; what you typed is still here."),
)
_TRIED = _SavedWords(
    _("Choose a person, a line or a stage, and try something."),
    _("Tried {time}"),
    _("Trying …"),
    _("Not done. relnet does not answer; what you typed is still here."),
)


def edit_tools(view: CaseView) -> Markup:
    """Offer editing; for a case that is read-only, a copy of it that can be edited."""
    if view.entry.editable:
        return Markup(
            '<button type="button" id="{id}" class="tool" aria-pressed="false"{off}>'
            "{words}</button>"
        ).format(
            id=ids.EDIT,
            words=_("Edit"),
            off=Markup(' data-hidden-names title="{}"').format(_("Show names to edit"))
            if view.names.hidden
            else "",
        )
    if not view.entry.copyable:
        return Markup("")
    return Markup(
        '<button type="button" id="{id}" class="tool" data-key="{key}">{words}</button>'
    ).format(id=ids.KEEP, key=view.entry.key, words=_("Copy to edit"))


def main_data(view: CaseView) -> Markup:
    """Say which version this is, for the scripts."""
    if view.entry.line is None:
        return Markup("")
    return Markup(' data-number="{}"').format(view.entry.line.number)


def edit_room(view: CaseView) -> Markup:
    """Make the bar and the place for forms; they are seen while the case is edited."""
    if view.entry.line is None:
        return _keeping() if view.entry.copyable else Markup("")
    trying = view.entry.trying
    return Markup(
        '<section id="{bar}" class="edit-bar" aria-label="{bar_words}">{saved}'
        '<button type="button" id="{undo}" class="tool" aria-disabled="true" title="Ctrl+Z">'
        "{undo_words}</button>"
        '<button type="button" id="{redo}" class="tool" aria-disabled="true"'
        ' title="Ctrl+Shift+Z">{redo_words}</button>{step}{links}{files}</section>'
        '<section id="{editor}" aria-label="{editor_words}" data-plus="{plus}">'
        '<button type="button" id="{back}" class="tool" hidden>{back_words}</button>'
        '<div id="{form}"></div></section>'
        '<div id="{notices}" class="edit-notices" role="status"'
        ' data-close="{close}" data-look="{look}" data-history="{history}"></div>'
        "{ask}{who}"
    ).format(
        bar=ids.EDIT_BAR,
        bar_words=_("Editing"),
        saved=_saved_words(trying=trying),
        undo=ids.EDIT_UNDO,
        undo_words=_("Undo"),
        redo=ids.EDIT_REDO,
        redo_words=_("Redo"),
        step=add_step_button(),
        links="" if trying else _links(view.entry.key),
        files=_files(view.entry.key),
        editor=ids.EDITOR,
        editor_words=_("Edit what is chosen"),
        plus=_("Add a person"),
        back=ids.EDIT_BACK,
        back_words=_("Back to the stage"),
        form=ids.EDIT_FORM,
        notices=ids.EDIT_NOTICES,
        close=_("Close"),
        look=_("See it in the history"),
        history=history_address(view.entry.key),
        ask=_ask_dialog(),
        # Nobody reads in a history who has tried what.
        who="" if trying else who_dialog(),
    )


def _saved_words(*, trying: bool) -> Markup:
    """Make the place that says how saving stands; of what is tried nothing is saved."""
    words = _TRIED if trying else _SAVED
    return Markup(
        '<span id="{id}" class="saved" role="status" data-saved="{saved}"'
        ' data-saving="{saving}" data-trouble="{trouble}">{first}</span>'
    ).format(id=ids.EDIT_SAVED, **words._asdict())


def _links(key: str) -> Markup:
    """Lead to the grid and to the history."""
    return Markup('<a class="tool" href="{}">{}</a><a class="tool" href="{}">{}</a>').format(
        f"/case/{key}/grid", _("Grid"), history_address(key), _("History")
    )


def _files(key: str) -> Markup:
    """Offer the newest version as a file; it opens without a script, and closes by one."""
    return Markup(
        '<details id="{id}" class="menu"><summary class="tool">{words}</summary>'
        '<div class="files-menu">{links}</div></details>'
        '<script type="module" async src="{script}"></script>'
    ).format(
        id=ids.EDIT_FILES,
        words=_("Save as a file"),
        links=file_links(key),
        script=asset_address("edit_files.js"),
    )


def _keeping() -> Markup:
    return who_dialog() + Markup('<script type="module" async src="{}"></script>').format(
        asset_address("edit_keep.js")
    )


def _ask_dialog() -> Markup:
    """Make the dialog that says what an edit does before it is done."""
    return Markup(
        '<dialog id="{id}" class="dialog" aria-labelledby="{id}-title">'
        '<form method="dialog"><h2 id="{id}-title">{title}</h2><ul class="plain"></ul>'
        '<p class="buttons"><button class="button" value="">{no}</button>'
        '<button class="button strong" value="yes">{yes}</button></p></form></dialog>'
    ).format(
        id=ids.EDIT_ASK,
        title=_("This is what happens"),
        no=_("Leave it as it is"),
        yes=_("Do it"),
    )
