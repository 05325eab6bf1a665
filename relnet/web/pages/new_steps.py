"""The four steps of a new case, and the lines that its lists are made of."""

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup

from relnet.case.models import MAX_NAME
from relnet.case.vocabulary import Phase, RelationshipType, Track
from relnet.wording import _
from relnet.words import label

_STEP = Markup(
    '<fieldset class="step" data-step="{number}"{hidden}><legend><h2>{title}</h2></legend>'
    "{parts}</fieldset>"
)
_FIELD = Markup(
    '<label class="field wide"><span>{words}</span><input type="text" name="{name}"'
    ' maxlength="{most}" autocomplete="off"{hint}></label>'
    '<span class="fault" data-fault="{name}"></span>'
)
_CELL = Markup(
    '<span class="new-cell"><input type="text" name="{name}" maxlength="{most}" autocomplete="off"'
    ' aria-label="{words}"{hint}></span>'
)
_LIST = Markup(
    '<div class="lines" data-list="{name}">'
    '<div class="new-line new-line-head" aria-hidden="true">{heads}</div>'
    '<ol data-lines></ol><span class="fault" data-fault="{name}"></span>'
    '<button type="button" class="tool" data-add>{add}</button></div>'
)
_LINE = Markup(
    '<template data-line="{name}"><li class="new-line">{cells}'
    '<span class="new-cell new-tools">{tools}'
    '<button type="button" class="tool" data-remove aria-label="{remove}" title="{remove}">'
    '<span aria-hidden="true">✕</span></button></span><span class="fault" data-fault="line"></span>'
    "</li></template>"
)


class Step(NamedTuple):
    """A step: its name in the indicator, and its questions."""

    title: str
    html: Markup


def steps() -> tuple[Step, ...]:
    """Give the four steps; the first one is shown."""
    found = (
        (_("The young person"), _who()),
        (_("Where"), _where()),
        (_("Stages"), _stages()),
        (_("Who matters"), _people()),
    )
    return tuple(
        Step(
            title,
            _STEP.format(
                number=number,
                hidden=Markup(" hidden") if number else "",
                title=title,
                parts=parts,
            ),
        )
        for number, (title, parts) in enumerate(found)
    )


def templates() -> Markup:
    """Give a line of each list, for the script to fill in."""
    return _move_line() + _stage_line() + _person_line()


def _who() -> Markup:
    words = _("What shall we call the young person?")
    told = _(
        "A name, a nickname or initials: no more than is needed. Every page says it as it is"
        " written here; it can be changed later."
    )
    return _field("name", words) + _told(told)


def _where() -> Markup:
    box = Markup('<label class="check"><input type="checkbox" name="no_move"> {}</label>').format(
        _("No move yet")
    )
    heads = _heads(_("Area"), _("Miles from home"))
    moves = _LIST.format(name="moved_to", heads=heads, add=_("Add a move"))
    return Markup('{}<div class="moves"><h3>{}</h3>{}{}</div>').format(
        _field("home", _("Where is home?"), _("Riverside")),
        _("Where were they moved?"),
        moves,
        box,
    )


def _stages() -> Markup:
    told = _("Name them as the team does. Where much happened in one of them, split it.")
    heads = _heads(_("Called"), _("Phase"), _("Where"), _("When"))
    return _told(told) + _LIST.format(name="stages", heads=heads, add=_("Add a stage"))


def _people() -> Markup:
    told = _(
        "One line for each: family, friends, workers, anybody else. Enter adds the next line."
        " Their relationships begin at the first stage, or where they met in the new place; what a"
        " move did to them is asked later."
    )
    heads = _heads(_("Name"), _("Role"), _("Type"), _("Track"), _("Where"))
    return _told(told) + _LIST.format(name="people", heads=heads, add=_("Add a person"))


def _move_line() -> Markup:
    cells = _cell("name", _("Area"), _("Northfield")) + _cell(
        "distance_miles", _("Miles from home"), "34", most=20
    )
    return _line("moved_to", cells, _("Take this move out"))


def _stage_line() -> Markup:
    cells = [
        _cell("label", _("What this stage is called")),
        _choice("phase", _("Phase"), ((phase.value, label(phase)) for phase in Phase)),
        _choice("area", _("Where they live in this stage"), ()),
        _cell("when", _("When"), _("June 2025"), most=80),
    ]
    split = Markup('<button type="button" class="tool" data-split>{}</button>').format(_("Split"))
    return _line("stages", Markup("").join(cells), _("Take this stage out"), split)


def _person_line() -> Markup:
    kinds = [("", _("type?")), *((kind.value, label(kind)) for kind in RelationshipType)]
    tracks = [("", _("track?")), *((track.value, label(track)) for track in Track)]
    cells = [
        _cell("name", _("Name")),
        _cell("role", _("What they are to the young person"), _("mum, best friend, social worker")),
        _choice("type", _("Type"), kinds),
        _choice("track", _("Track"), tracks),
        _choice("area", _("Where they are"), ()),
    ]
    return _line("people", Markup("").join(cells), _("Take this person out"))


def _field(name: str, words: str, hint: str = "") -> Markup:
    return _FIELD.format(name=name, words=words, hint=_hint(hint), most=MAX_NAME)


def _cell(name: str, words: str, hint: str = "", *, most: int = MAX_NAME) -> Markup:
    return _CELL.format(name=name, words=words, hint=_hint(hint), most=most)


def _choice(name: str, words: str, options: Iterable[tuple[str, str]]) -> Markup:
    written = Markup("").join(
        Markup('<option value="{}">{}</option>').format(value, told) for value, told in options
    )
    return Markup(
        '<span class="new-cell"><select name="{}" aria-label="{}">{}</select></span>'
    ).format(name, words, written)


def _line(name: str, cells: Markup, remove: str, tools: Markup | str = "") -> Markup:
    return _LINE.format(name=name, cells=cells, remove=remove, tools=tools)


def _heads(*words: str) -> Markup:
    return Markup("").join(Markup("<span>{}</span>").format(word) for word in words)


def _told(words: str) -> Markup:
    return Markup('<p class="quiet">{}</p>').format(words)


def _hint(hint: str) -> Markup | str:
    return Markup(' placeholder="{}"').format(hint) if hint else ""
