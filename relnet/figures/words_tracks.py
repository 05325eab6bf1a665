"""The tracks in words: what the picture shows, and each of its rows in a sentence."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from relnet.case.names import Names
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.figures.tracks.options import Scale, Sort
from relnet.figures.tracks.rows import TrackRow
from relnet.figures.words_join import listed, paragraph, with_commas, with_semicolons
from relnet.figures.words_tie import called, short_facts
from relnet.network.graph import CaseNetwork, Tie, is_active
from relnet.network.measures.retention import Turnover, retention
from relnet.wording import _, ngettext

_NUMBERS: tuple[str, ...] = (
    _("no"),
    _("one"),
    _("two"),
    _("three"),
    _("four"),
    _("five"),
    _("six"),
    _("seven"),
    _("eight"),
    _("nine"),
    _("ten"),
)
_SORTS: Mapping[Sort, str] = {
    Sort.MAP: _("Rows as on the map"),
    Sort.CLOSENESS: _("Rows: closest to {name} first"),
    Sort.LOST_FIRST: _("Rows: lost earliest first"),
    Sort.LASTED: _("Rows: at most stages first"),
}
_SCALES: Mapping[Scale, str] = {
    Scale.EQUAL: "",
    Scale.TIME: _("Columns to scale in time where a whole line underlines them"),
}


def number_words(number: int) -> str:
    """Give a small number in words, a greater one in figures."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def tracks_title(network: CaseNetwork, perspective: str, names: Names) -> str:
    """Say what the picture shows: how many stages, and what the first move left.

    Relationships that bring harm alone are not counted; what is not known since the move is
    neither kept nor lost, and is told beside it.
    """
    stages = network.case.stages
    moves = [number for number, stage in enumerate(stages) if stage.move is not None and number]
    first = next(iter(moves), None)
    left = retention(network, first - 1, first, perspective)[0].relationships if first else None
    sentence = _title(len(stages), left, several=len(moves) > 1)
    found = left or Turnover()
    return sentence.format(
        name=names.opening(YOUNG_PERSON),
        stages=number_words(len(stages)),
        kept=len(found.kept),
        all=len(found.kept) + len(found.lost) + len(found.not_known),
        unknown=len(found.not_known),
    )


def _title(stages: int, left: Turnover | None, *, several: bool) -> str:
    if left is None or not (left.kept or left.lost or left.not_known):
        return ngettext(
            "{name}’s relationships at one stage",
            "{name}’s relationships over {stages} stages",
            stages,
        )
    if left.not_known and several:
        return _(
            "{name}’s relationships over {stages} stages: {kept} of {all} kept through the "
            "first move, {unknown} not known"
        )
    if left.not_known:
        return _(
            "{name}’s relationships over {stages} stages: {kept} of {all} kept through the "
            "move, {unknown} not known"
        )
    if several:
        return _(
            "{name}’s relationships over {stages} stages: {kept} of {all} kept through the "
            "first move"
        )
    return _("{name}’s relationships over {stages} stages: {kept} of {all} kept through the move")


def number_of_changes(row: TrackRow) -> int:
    """Count how often a role passed from one person to another while it was active."""
    active = (tie for tie in row.cells if tie is not None and is_active(tie.state))
    return max(0, len(list(groupby(tie.relationship.from_ for tie in active))) - 1)


def role_words(people: int, changes: int) -> str:
    """Say how many people held a role, and how often it changed hands."""
    held = ngettext("one person", "{number} people", people).format(number=number_words(people))
    changed = ngettext("one change", "{number} changes", changes).format(
        number=number_words(changes)
    )
    return with_commas((held, changed))


def row_words(network: CaseNetwork, row: TrackRow, names: Names, left: frozenset[str]) -> str:
    """Tell a row in a sentence: whose it is, and how things stood from stage to stage.

    Args:
        network: the case's network.
        row: the row.
        names: the names to call people and stages by.
        left: the relationships that go on after services end, by their ids.

    """
    told = with_semicolons(_told(network, row, names))
    last = row.cells[-1]
    return paragraph(
        (
            _("{who}: {told}.").format(who=_whose(row, names), told=told),
            _after(last, left) if last is not None else "",
        )
    )


def _whose(row: TrackRow, names: Names) -> str:
    if row.slot is None:
        return called(row.relationships[0].from_, names)
    slot = names.text(row.slot)
    people = len({part.from_ for part in row.relationships})
    return _("{role} ({held})").format(
        role=slot[:1].upper() + slot[1:], held=role_words(people, number_of_changes(row))
    )


def _after(tie: Tie, left: frozenset[str]) -> str:
    if not is_active(tie.state):
        return ""
    return _("It goes on after services end.") if tie.id in left else _("It ends with the service.")


def _told(network: CaseNetwork, row: TrackRow, names: Names) -> Iterator[str]:
    """Tell the stages one after the other; those at which nothing changed in one."""
    facts = [
        (number, _facts(network, row, number, tie, names))
        for number, tie in enumerate(row.cells)
        if tie is not None
    ]
    for told, group in groupby(facts, key=lambda found: found[1]):
        numbers = [number for number, _told_there in group]
        first, last = (names.text(network.case.stages[n].label) for n in (numbers[0], numbers[-1]))
        if len(numbers) == 1:
            yield _("{stage}: {facts}").format(stage=first, facts=told)
        else:
            yield _("{first} to {last}: {facts}").format(first=first, last=last, facts=told)


def _facts(network: CaseNetwork, row: TrackRow, stage: int, tie: Tie, names: Names) -> str:
    facts = short_facts(tie, network, stage, names)
    holder = [names.inside(tie.relationship.from_)] if row.slot is not None else []
    return with_commas([*holder, *facts])


def goes_on_words(member: str, names: Names) -> str:
    """Say that a relationship is left when services end."""
    return _("{who}: goes on after services end").format(who=called(member, names))


def stops_words(member: str, names: Names) -> str:
    """Say that a relationship stops with the service."""
    return _("{who}: ends with the service").format(who=called(member, names))


def sort_words(sort: Sort, names: Names) -> str:
    """Say in which order the rows of a lane stand."""
    return _SORTS[sort].format(name=names.inside(YOUNG_PERSON))


def scale_words(scale: Scale) -> str:
    """Say how wide the columns are, where that tells something."""
    return _SCALES[scale]


def not_told(network: CaseNetwork, perspective: str, names: Names) -> str:
    """Name those of whom a perspective tells nothing, though others do; "" for nobody."""
    silent = [
        names.of(part.from_)
        for part in network.case.relationships
        if part.with_young_person and part.states and not any(network.states(part.id, perspective))
    ]
    if not silent:
        return ""
    people = listed(dict.fromkeys(silent))
    if perspective == TEAM:
        return _("Told by others, not by the team: {people}").format(people=people)
    return _("Told by others, not by {name}: {people}").format(
        name=names.inside(perspective), people=people
    )
