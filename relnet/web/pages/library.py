"""The library on the start page: the cases that are kept, to search, open and put away."""

from markupsafe import Markup

from relnet.case.models import MAX_NAME
from relnet.storage.contract import Library, LibraryTrouble, Line
from relnet.web import ids
from relnet.web.addresses import NEW
from relnet.web.case_file import FILE_KINDS
from relnet.web.edit.asked import NoLibrary
from relnet.web.edit.who import who_dialog
from relnet.web.looks import Looks
from relnet.web.pages.library_cards import Listing, library_card, listing_of
from relnet.wording import _, ngettext

SAVE = "save-"
"""How a menu's line for saving begins; the kind of file follows."""

FIRST_CARDS = 24
"""How many cards the page begins with; the others come when they are asked for."""

_SECTION = Markup(
    '<section id="{library}" class="library" aria-labelledby="{title_id}"{texts}>'
    '<div class="library-head"><h2 id="{title_id}">{title}</h2>{search}'
    '<p id="{count_id}" class="quiet" role="status">{count}</p></div>'
    '<ul id="{cards_id}" class="cards"><li class="card card-new">'
    '<a class="card-link" href="{new}"><span class="plus" aria-hidden="true">+</span>'
    "<strong>{new_words}</strong><span>{new_told}</span></a></li>{cards}</ul>"
    '<p id="{more_id}"{more_hidden}><button type="button" class="button">{more}</button></p>'
    "{archived}{deleted}</section>"
)


def library_section(library: Library | None, looks: Looks, *, hidden: bool) -> Markup:
    """Write the part of the page for the library; where it cannot be read, it says why."""
    if library is None:
        return _without(str(NoLibrary()))
    try:
        lines = library.lines()
        aside = len(library.lines(archived=True)), len(library.lines(deleted=True))
    except LibraryTrouble as trouble:
        return _without(str(trouble))
    listing = listing_of(library, looks, hidden=hidden)
    return _section(listing, lines, aside) + library_dialogs(hidden=hidden)


def count_words(count: int, search: str) -> str:
    """Say how many cases are listed."""
    written = f"{count:,}"
    if search:
        return ngettext("{count} case found", "{count} cases found", count).format(count=written)
    if not count:
        return _("None yet. Begin one, or copy a sample case to edit.")
    return ngettext("{count} case", "{count} cases", count).format(count=written)


def _without(reason: str) -> Markup:
    return Markup(
        '<section class="library" aria-labelledby="{id}"><h2 id="{id}">{title}</h2>'
        '<p class="quiet">{reason}</p></section>'
    ).format(id=ids.LIBRARY_TITLE, title=_("Your cases"), reason=reason)


def _section(listing: Listing, lines: tuple[Line, ...], aside: tuple[int, int]) -> Markup:
    cards = Markup("").join(library_card(listing, line, read=True) for line in lines[:FIRST_CARDS])
    archived, deleted = aside
    return _SECTION.format(
        library=ids.LIBRARY,
        title_id=ids.LIBRARY_TITLE,
        title=_("Your cases"),
        texts=_texts(),
        search=_search(),
        count_id=ids.LIBRARY_COUNT,
        count=count_words(len(lines), ""),
        cards_id=ids.LIBRARY_CARDS,
        new=NEW,
        new_words=_("New case"),
        new_told=_("Four short steps: who, where, when, and who matters"),
        cards=cards,
        more_id=ids.LIBRARY_MORE,
        more_hidden="" if len(lines) > FIRST_CARDS else Markup(" hidden"),
        more=_("Show more cases"),
        archived=_fold(ids.LIBRARY_ARCHIVED, "archived", _("Archived"), archived),
        deleted=_fold(ids.LIBRARY_DELETED, "deleted", _("Deleted"), deleted),
    )


def _texts() -> Markup:
    """Write what the script says, as attributes."""
    texts = {
        "archived": _("“{title}” is under Archived now."),
        "deleted": _("“{title}” is under Deleted now."),
        "back": _("“{title}” is among your cases again."),
        "copied": _("A copy is among your cases: “{title}”"),
        "purged": _("“{title}” and its whole history are removed."),
        "silent": _("relnet does not answer. Is it still running? Nothing was changed."),
    }
    return Markup("").join(
        Markup(' data-{}="{}"').format(name, text) for name, text in texts.items()
    )


def _search() -> Markup:
    return Markup(
        '<label class="search"><span class="unseen">{words}</span>'
        '<input id="{id}" type="search" autocomplete="off" spellcheck="false" maxlength="200"'
        ' placeholder="{words}"></label>'
    ).format(id=ids.LIBRARY_SEARCH, words=_("Find a case by title, name or role"))


def _fold(key: str, name: str, words: str, count: int) -> Markup:
    return Markup(
        '<details id="{key}" class="aside-fold" data-of="{name}"{hidden}><summary>{words} '
        '(<span class="how-many">{count}</span>)</summary><ul class="rows"></ul></details>'
    ).format(
        key=key, name=name, words=words, count=count, hidden="" if count else Markup(" hidden")
    )


def library_dialogs(*, hidden: bool) -> Markup:
    """Write what opens when it is asked for: menus, the new title, the last question."""
    return Markup("{}{}{}{}{}{}").format(
        _menu(hidden=hidden),
        _files_menu(hidden=hidden),
        _rename_form(),
        _purge_dialog(),
        _notice(),
        who_dialog(),
    )


def _menu(*, hidden: bool) -> Markup:
    actions = (
        ("rename", _("Rename")),
        ("duplicate", _("Duplicate")),
        ("archive", _("Archive")),
        ("delete", _("Delete")),
    )
    off = _("Show names to rename a case") if hidden else ""
    buttons = Markup("").join(
        _choice(do, words, off if do == "rename" else "") for do, words in actions
    )
    return _popover(ids.LIBRARY_MENU, buttons + _saving(hidden=hidden))


def _files_menu(*, hidden: bool) -> Markup:
    """Offer to save a case that is only read."""
    return _popover(ids.LIBRARY_FILES, _saving(hidden=hidden))


def _popover(key: str, content: Markup) -> Markup:
    return Markup('<div id="{}" class="card-menu" popover>{}</div>').format(key, content)


def _saving(*, hidden: bool) -> Markup:
    """Offer the kinds of file that a case is saved as; each holds all names."""
    off = _("Show names to save a file") if hidden else ""
    kinds = Markup("").join(
        _choice(f"{SAVE}{name}", kind.words, off) for name, kind in FILE_KINDS.items()
    )
    words = _("Save as a file")
    return Markup(
        '<div role="group" aria-label="{words}"><p aria-hidden="true">{words}</p>{kinds}</div>'
    ).format(words=words, kinds=kinds)


def _choice(do: str, words: str, off: str = "") -> Markup:
    """Write one line of a menu; ``off`` says why it cannot be chosen now."""
    why = Markup(' aria-disabled="true" title="{}"').format(off) if off else ""
    return Markup('<button type="button" data-do="{}"{}>{}</button>').format(do, why, words)


def _rename_form() -> Markup:
    return Markup(
        '<template id="{id}"><form class="rename"><label><span class="unseen">{label}</span>'
        '<input name="title" required maxlength="{most}" autocomplete="off"></label>'
        '<p class="fault" role="alert"></p>'
        '<p class="buttons"><button class="tool strong">{save}</button>'
        '<button type="button" class="tool" data-cancel>{leave}</button></p></form></template>'
    ).format(
        id=ids.LIBRARY_RENAME,
        most=MAX_NAME,
        label=_("Title of the case"),
        save=_("Rename"),
        leave=_("Leave it"),
    )


def _purge_dialog() -> Markup:
    return Markup(
        '<dialog id="{id}" class="dialog" aria-labelledby="{id}-title"><form method="dialog">'
        '<h2 id="{id}-title" data-words="{title}"></h2><p>{what}</p>'
        '<p class="buttons"><button class="button" value="">{no}</button>'
        '<button class="button strong" value="yes">{yes}</button></p></form></dialog>'
    ).format(
        id=ids.LIBRARY_PURGE,
        title=_("Remove “{title}” for good?"),
        what=_("The case and its whole history are taken out of the file. They cannot come back."),
        no=_("Keep it"),
        yes=_("Remove for good"),
    )


def _notice() -> Markup:
    return Markup(
        '<div id="{id}" class="library-notice" role="status" hidden><span></span>'
        '<button type="button" class="tool" data-undo>{undo}</button>'
        '<button type="button" class="tool" data-close>{close}</button></div>'
    ).format(id=ids.LIBRARY_NOTICE, undo=_("Undo"), close=_("Close"))
