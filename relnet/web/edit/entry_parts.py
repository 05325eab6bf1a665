"""What the forms of questions, events, areas and places share: one entry, one fold."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from relnet.case.vocabulary import YOUNG_PERSON
from relnet.editing.operations import MoveEntry, RemoveEntry, Section, SetFields
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import Choice, Sets, do_button, fault_place
from relnet.wording import _

_SHORT = 70


def sets_field(section: Section, key: str, field: str) -> Sets:
    """Say what a control of a field of an entry sets."""
    return Sets(SetFields(section=section, id=key, fields={}), f"fields.{field}")


def sets_stage(view: CaseView, field: str, more: dict[str, object] | None = None) -> Sets:
    """Say what a control of a field of the stage sets; ``more`` fields are set along with it."""
    stage = view.case.stages[view.stage].id
    operation = {"do": "set_stage", "stage": stage, "fields": more or {}}
    return Sets(operation, f"fields.{field}")


def shortened(text: str) -> str:
    """Give the beginning of a text, as the heading of its fold."""
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else _("{beginning}…").format(beginning=line[:_SHORT])


def members(view: CaseView) -> list[Choice]:
    """Offer the young person, everybody and every place by name."""
    keys = [YOUNG_PERSON, *view.network.members]
    return [Choice(key, view.names.of(key)) for key in keys]


def areas(view: CaseView) -> list[Choice]:
    """Offer the areas, and that it is not known."""
    nothing = Choice(None, _("not known"))
    return [nothing, *(Choice(area.id, view.names.of(area.id)) for area in view.case.areas)]


def remove_button(
    section: Section, key: str, words: str, name: str, *, ask: bool = False
) -> Markup:
    """Offer to take an entry out.

    Args:
        section: its list.
        key: its id.
        words: what stands on the button.
        name: what is taken out, for screen readers.
        ask: say what it does before it is done.
    """
    called = _("{what}: {name}").format(what=words, name=name)
    return do_button(words, RemoveEntry(section=section, id=key), ask=ask, label=called)


def order_buttons(
    section: Section, keys: Sequence[str], key: str, everything: Sequence[str]
) -> Iterable[Markup]:
    """Offer to put an entry before or after its neighbour.

    Args:
        section: its list.
        keys: the entries that are shown together, in their order.
        key: the entry.
        everything: all entries of the list, in their order.
    """
    place = keys.index(key)
    if place > 0:
        before = everything.index(keys[place - 1])
        behind = everything[before - 1] if before else None
        yield _moves(_("Earlier"), section, key, behind)
    if place < len(keys) - 1:
        yield _moves(_("Later"), section, key, keys[place + 1])


def _moves(words: str, section: Section, key: str, behind: str | None) -> Markup:
    return do_button(words, MoveEntry(section=section, id=key, behind=behind))


def presses(buttons: Iterable[Markup]) -> Markup:
    """Set buttons side by side."""
    return Markup('<div class="field"><div class="presses">{}</div>{}</div>').format(
        Markup("").join(buttons), fault_place("")
    )
