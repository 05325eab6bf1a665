"""The focus in words: what a cell holds and by whom, and how two grids stand to each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from relnet.case.names import Names
from relnet.case.vocabulary import Blank, Level, Phase, RelationshipType, Track
from relnet.figures.words_join import listed, paragraph, with_commas, with_semicolons
from relnet.network.focus import FocusCell, HeldUse, Line, Standing, standing
from relnet.network.graph import CaseNetwork
from relnet.network.measures.resting import holders
from relnet.wording import _, ngettext
from relnet.words import label

_TYPES: Mapping[RelationshipType, str] = {
    RelationshipType.PRACTITIONER: _("Practitioners"),
    RelationshipType.FAMILY: _("Family"),
    RelationshipType.PEER: _("Peers"),
    RelationshipType.COMMUNITY: _("Community"),
}
_PHASES: Mapping[Phase, str] = {
    Phase.BEFORE: _("Before"),
    Phase.DURING: _("During"),
    Phase.AFTER: _("After"),
}
_MOST_NAMED = 3


class Empty(StrEnum):
    """Why a cell shows no use at a stage: different things, drawn as different things."""

    NONE = "none"
    NOT_RECORDED = "not_recorded"
    NOT_ASKED = "not_asked"
    ASKED_NONE = "asked_none"
    NOT_HELD = "not_held"
    NOT_TOLD = "not_told"


_EMPTY: Mapping[Empty, str] = {
    Empty.NONE: _("none"),
    Empty.NOT_RECORDED: _("not recorded"),
    Empty.NOT_ASKED: label(Blank.NOT_ASKED),
    Empty.ASKED_NONE: label(Blank.ASKED_NONE),
    Empty.NOT_HELD: label(Blank.NOT_HELD),
    Empty.NOT_TOLD: _("no stage told"),
}
_STANDINGS: Mapping[Standing, str] = {
    Standing.BOTH: _("in both"),
    Standing.OTHER_LEVEL: _("other level"),
    Standing.ONLY: _("only here"),
    Standing.NOT_RECORDED: _("not recorded beside"),
}
_ONE_SIDED = (Standing.ONLY, Standing.NOT_RECORDED)


def line_words(line: Line) -> str:
    """Give the heading of a row."""
    return label(line) if isinstance(line, Track) else _TYPES[line]


def phase_words(phase: Phase) -> str:
    """Give the short heading of a phase."""
    return _PHASES[phase]


def standing_words(found: Standing) -> str:
    """Say how a use stands to the other grid."""
    return _STANDINGS[found]


def empties(cell: FocusCell) -> dict[Empty, tuple[int, ...]]:
    """Give why a cell shows no use, each with the stages of which it is so.

    A cell that holds a use says only what was not recorded at its other stages.
    """
    if not cell.stages:
        return {} if cell.held else {Empty.NOT_TOLD: ()}
    if cell.held:
        return {Empty.NOT_RECORDED: cell.not_recorded} if cell.not_recorded else {}
    found: dict[Empty, tuple[int, ...]] = {}
    for stage in cell.stages:
        kind = _empty(cell, stage)
        found[kind] = (*found.get(kind, ()), stage)
    return found


def _empty(cell: FocusCell, stage: int) -> Empty:
    blank = cell.blanks.get(stage)
    if blank is not None:
        return Empty(blank.value)
    return Empty.NOT_RECORDED if stage in cell.not_recorded else Empty.NONE


def empty_words(cell: FocusCell) -> list[tuple[Empty, str]]:
    """Say why a cell shows no use, and at how many of its stages."""
    return [
        (kind, _at_stages(_EMPTY[kind], len(stages), len(cell.stages)))
        for kind, stages in empties(cell).items()
    ]


def _at_stages(words: str, number: int, of: int) -> str:
    if number == of:
        return words
    return ngettext(
        "{words} at {number} stage of {of}", "{words} at {number} stages of {of}", number
    ).format(words=words, number=number, of=of)


def by_whom(network: CaseNetwork, held: HeldUse, names: Names) -> str:
    """Say in few words by whom a use is held, and with whom."""
    told = [use for use in held.told if use.level is held.level]
    who = dict.fromkeys(person for use in told for person in holders(network, use))
    ends = dict.fromkeys(network.relationships[use.relationship].from_ for use in told)
    with_whom = [end for end in ends if end not in who]
    if not who:
        return _("with {people}, not said by whom").format(people=_few(with_whom, names))
    if not with_whom:
        return _("by {people}").format(people=_few(who, names))
    return _("by {people}, with {others}").format(
        people=_few(who, names), others=_few(with_whom, names)
    )


def _few(members: Iterable[str], names: Names) -> str:
    """Name the first few; a list that is longer says how many more there are."""
    people = [names.inside(member) for member in members]
    more = len(people) - _MOST_NAMED
    if more < 2:  # noqa: PLR2004 - "and 1 more" is no shorter than the name
        return listed(people)
    return _("{people} and {number} more").format(
        people=with_commas(people[:_MOST_NAMED]), number=more
    )


def cell_words(network: CaseNetwork, cell: FocusCell, names: Names) -> Iterator[str]:
    """Tell a cell whole: each use with whom, by whom and when, then who is there with none."""
    for held in cell.held:
        for level in Level:
            told = [use for use in held.told if use.level is level]
            for relationship in dict.fromkeys(use.relationship for use in told):
                yield _use_sentence(network, cell, held, (level, relationship), names)
    for _kind, words in empty_words(cell):
        yield _("Uses: {words}.").format(words=words)
    used = used_in(cell)
    there = [part for part in cell.there if part not in used]
    if there:
        yield _("Active, with no use here: {people}.").format(people=_people(network, there, names))
    if cell.harmful:
        yield _("Active and bringing only harm, counted apart: {people}.").format(
            people=_people(network, cell.harmful, names)
        )


def _use_sentence(
    network: CaseNetwork,
    cell: FocusCell,
    held: HeldUse,
    which: tuple[Level, str],
    names: Names,
) -> str:
    level, relationship = which
    told = [use for use in held.told if (use.level, use.relationship) == which]
    who = dict.fromkeys(person for use in told for person in holders(network, use))
    facts = [
        label(level),
        _("held by {people}").format(people=listed(names.inside(p) for p in who))
        if who
        else _("not said by whom"),
    ]
    if len(cell.stages) > 1:
        stages = dict.fromkeys(use.stage for use in told)
        labels = [names.text(s.label) for s in network.case.stages if s.id in stages]
        facts.append(_("at: {stages}").format(stages=with_semicolons(labels)))
    return _("{use} with {name}: {facts}.").format(
        use=capital(label(held.use)),
        name=names.inside(network.relationships[relationship].from_),
        facts=with_commas(facts),
    )


def capital(words: str) -> str:
    """Begin words with a capital."""
    return words[:1].upper() + words[1:]


def used_in(cell: FocusCell) -> tuple[str, ...]:
    """Give the relationships that a use of the cell goes through, as ids."""
    return tuple(dict.fromkeys(use.relationship for held in cell.held for use in held.told))


def _people(network: CaseNetwork, relationships: Iterable[str], names: Names) -> str:
    ends = dict.fromkeys(network.relationships[part].from_ for part in relationships)
    return listed(names.inside(end) for end in ends)


def compared_words(here: FocusCell, there: FocusCell, called: tuple[str, str]) -> str:
    """Say of two cells what is in both, and what is in one of them alone.

    Args:
        here: one cell.
        there: the cell beside it.
        called: what both stand for, inside a sentence ("this case", "the published pattern").
    """
    one, other = called
    both = [_both(held, there) for held in here.held if standing(held, there) not in _ONE_SIDED]
    return paragraph(
        (
            _("In both: {uses}.").format(uses=with_commas(both)) if both else "",
            *_one_sided(here, there, one, other),
            *_one_sided(there, here, other, one),
            _neither(here, there),
        )
    )


def _both(held: HeldUse, other: FocusCell) -> str:
    found = other.use(held.use)
    if found is None or found.level is held.level:
        return _use_at(held)
    return _("{use} (first {level}, beside it {other})").format(
        use=label(held.use), level=label(held.level), other=label(found.level)
    )


def _use_at(held: HeldUse) -> str:
    return _("{use} ({level})").format(use=label(held.use), level=label(held.level))


def _one_sided(one: FocusCell, other: FocusCell, where: str, elsewhere: str) -> Iterator[str]:
    alone = [_use_at(held) for held in one.held if standing(held, other) is Standing.ONLY]
    open_ = [_use_at(held) for held in one.held if standing(held, other) is Standing.NOT_RECORDED]
    if alone:
        yield _("Only in {where}: {uses}.").format(where=where, uses=with_commas(alone))
    if open_:
        yield _("In {where}, and not recorded in {elsewhere}: {uses}.").format(
            where=where, elsewhere=elsewhere, uses=with_commas(open_)
        )


def _neither(here: FocusCell, there: FocusCell) -> str:
    if here.held or there.held:
        return ""
    if not here.stages or not there.stages:
        return _("No use is told.")
    if here.is_recorded and there.is_recorded:
        return _("None in either.")
    return _("No use is told, and not everything was recorded.")


def people_compared(
    network: CaseNetwork, cells: tuple[FocusCell, FocusCell], voices: Sequence[str], names: Names
) -> Iterator[tuple[Standing, str, str]]:
    """Say of two views of a cell who is there in both, and who in one of them alone.

    Gives for each that names anybody: how it stands, its heading, and the people.
    """
    one, other = (tuple(dict.fromkeys((*cell.there, *cell.harmful))) for cell in cells)
    both = [part for part in one if part in other]
    groups = (
        (Standing.BOTH, _("Active in both"), both),
        (Standing.ONLY, _only_as(voices[0], names), [p for p in one if p not in other]),
        (Standing.ONLY, _only_as(voices[1], names), [p for p in other if p not in one]),
    )
    for found, heading, parts in groups:
        if parts:
            yield found, heading, _people(network, parts, names)


def _only_as(voice: str, names: Names) -> str:
    return _("Active only as {name} sees it").format(name=names.inside(voice))
