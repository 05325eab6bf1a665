"""What stands above the grid: its sheets, whose view is written, how saving stands, and how."""

import json
from collections.abc import Mapping

from markupsafe import Markup

from relnet.case.vocabulary import RelationshipType, Track
from relnet.web import ids
from relnet.web.addresses import asset_address, history_address
from relnet.web.case_view import CaseView
from relnet.web.edit.grid_people import NO, YES
from relnet.web.edit.grid_rows import whose_views
from relnet.web.edit.grid_state import CIRCLES, EXAMPLES
from relnet.web.edit.who import who_dialog
from relnet.wording import _
from relnet.words import label

SHEETS: Mapping[str, str] = {"people": _("People"), "ties": _("Relationships by stage")}

_TOOLS = Markup(
    '<main id="{main}" class="grid-page" tabindex="-1" data-words="{words}">'
    '<section class="grid-tools" aria-label="{tools_words}">'
    '<div class="segments" role="group" aria-label="{sheets_words}">{sheets}</div>'
    '<label data-of="ties">{whose_words} <select id="{whose}">{whose_options}</select></label>'
    '<label data-of="people">{from_words} <select id="{from_id}">{stages}</select></label>'
    '<span id="{saved}" class="saved" role="status" data-saved="{saved_words}"'
    ' data-saving="{saving}" data-trouble="{trouble}">{all_saved}</span>'
    '<button type="button" id="{undo}" class="tool" aria-disabled="true" title="Ctrl+Z">'
    "{undo_words}</button>"
    '<button type="button" id="{redo}" class="tool" aria-disabled="true" title="Ctrl+Shift+Z">'
    "{redo_words}</button></section>"
    '<p id="{hint}" class="quiet">{hint_words}</p></main>'
    '<p id="{fault}" class="grid-fault" role="alert" hidden></p>'
    '<div id="{notices}" class="edit-notices" role="status" data-close="{close}"'
    ' data-look="{look}" data-history="{history}"></div>'
    "{lists}{who}"
    '<script type="module" async src="{script}"></script>'
)


def grid_tools(view: CaseView, args: Mapping[str, str]) -> Markup:
    """Make the tools and the words of the page; ``args`` are those of its address."""
    sheet = args.get("sheet", "people")
    return _TOOLS.format(
        main=ids.MAIN,
        words=_words(),
        tools_words=_("Tools of the grid"),
        sheets_words=_("Sheet"),
        sheets=_sheet_buttons(sheet if sheet in SHEETS else "people"),
        whose=ids.GRID_WHOSE,
        whose_words=_("As seen by"),
        whose_options=_whose_options(view, args),
        from_id=ids.GRID_FROM,
        from_words=_("New people are there from"),
        stages=_stage_options(view),
        saved=ids.EDIT_SAVED,
        saved_words=_("Saved {time}"),
        saving=_("Saving …"),
        trouble=_("Not saved. relnet does not answer; what you typed is still here."),
        all_saved=_("Each edit is saved at once."),
        undo=ids.EDIT_UNDO,
        undo_words=_("Undo"),
        redo=ids.EDIT_REDO,
        redo_words=_("Redo"),
        hint=ids.GRID_HINT,
        hint_words=_hint(),
        fault=ids.GRID_FAULT,
        notices=ids.EDIT_NOTICES,
        close=_("Close"),
        look=_("See it in the history"),
        history=history_address(view.entry.key),
        lists=_lists(),
        who=who_dialog(),
        script=asset_address("edit_grid.js"),
    )


def _hint() -> str:
    return _(
        "Enter edits a cell, Escape leaves it as it was. Shift and the arrow keys take several,"
        " Ctrl+C copies and Ctrl+V pastes them, from a spreadsheet as well. Grey after an arrow:"
        " carried forward from an earlier stage."
    )


def _words() -> str:
    """Give what the script says by itself, as JSON."""
    words = {
        "addPerson": _("Add a person …"),
        "tooMany": _("{count} rows did not fit: relationships are added on the map."),
        "label": dict(SHEETS),
    }
    return json.dumps(words, ensure_ascii=False)


def _sheet_buttons(shown: str) -> Markup:
    return Markup("").join(
        Markup(
            '<button type="button" class="tool" data-sheet="{}" aria-pressed="{}">{}</button>'
        ).format(sheet, "true" if sheet == shown else "false", words)
        for sheet, words in SHEETS.items()
    )


def _option(value: str, words: str, *, chosen: bool) -> Markup:
    return Markup('<option value="{}"{}>{}</option>').format(
        value, Markup(" selected") if chosen else "", words
    )


def _whose_options(view: CaseView, args: Mapping[str, str]) -> Markup:
    found = whose_views(view.case)
    asked = args.get("as", "")
    chosen = asked if asked in found.values() else found[view.perspective]
    return Markup("").join(
        _option(ref, view.names.of(key), chosen=ref == chosen) for key, ref in found.items()
    )


def _stage_options(view: CaseView) -> Markup:
    return Markup("").join(
        _option(stage.id, view.names.text(stage.label), chosen=number == view.stage)
        for number, stage in enumerate(view.case.stages)
    )


def _lists() -> Markup:
    """Offer what can be written in each kind of cell, while it is edited."""
    lists = {
        "type": [label(kind) for kind in RelationshipType],
        "track": [label(track) for track in Track],
        "time_limited": [YES, NO],
        "area": [],
        "state": EXAMPLES,
        "circles": [*EXAMPLES, *CIRCLES.values()],
    }
    return Markup("").join(
        Markup('<datalist id="grid-list-{}">{}</datalist>').format(
            name, Markup("").join(Markup('<option value="{}">').format(each) for each in offered)
        )
        for name, offered in lists.items()
    )
