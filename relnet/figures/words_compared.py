"""What is told otherwise at two stages side by side, in words: one row a difference."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from relnet.case.names import Names
from relnet.case.vocabulary import YOUNG_PERSON, Level, Status, Track, UseKind
from relnet.figures.refs import refs_of
from relnet.figures.words_join import listed, with_commas, with_semicolons
from relnet.figures.words_tie import place_words
from relnet.network.attention import Port
from relnet.network.comparing import (
    STATE_FACTS,
    USES,
    Difference,
    Matter,
    OneSided,
    Side,
    Told,
    differences,
    one_sided,
)
from relnet.wording import _, ngettext
from relnet.words import label

_CIRCLES: Mapping[int, str] = {
    1: _("in the inner circle"),
    2: _("in the middle circle"),
    3: _("in the outer circle"),
}
_OPEN: Mapping[str, str] = {
    "status": _("status not recorded"),
    "strength": _("strength not recorded"),
    "strained": _("not said to be strained"),
    "influence": _("protection and harm not recorded"),
    "closeness": _("not asked how close"),
}
"""What is said of a fact that one side leaves open and the other tells."""

_OF_ACTIVE = ("strength", "strained")
"""Facts of which it is news only of a relationship that is there that they were left open."""

_ONE_SIDED: Mapping[tuple[bool, bool], str] = {
    (False, False): _("Told by {side} only: {people}."),
    (False, True): _("Told by {side} only, with only harm: {people}."),
    (True, False): _("Between others, told by {side} only: {people}."),
    (True, True): _("Between others, told by {side} only, with only harm: {people}."),
}
"""What one side alone tells, by whether it is between others and whether it brings harm alone."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One difference: what it is about, what each side says, and the marks that it is about.

    ``left_refs`` and ``right_refs`` are short names (``relnet.figures.refs``). ``harmful`` says
    that it is about a relationship that brings harm alone, which is counted and listed apart.
    """

    matter: Matter
    about: str
    left: str
    right: str
    left_refs: tuple[str, ...] = ()
    right_refs: tuple[str, ...] = ()
    harmful: bool = False


@dataclass(frozen=True, slots=True)
class ToldByOne:
    """What one side alone tells.

    ``short`` is the sentence with their ``number`` instead of the ``names``.
    """

    sentence: str
    short: str
    names: str
    number: int


@dataclass(frozen=True, slots=True)
class _Half:
    """One side, with what everybody is called there and how the marks are named."""

    side: Side
    names: Names
    refs: Mapping[str, str]

    def refs_of(self, *parts: str | None) -> tuple[str, ...]:
        return tuple(self.refs[part] for part in parts if part is not None)


def compared_rows(
    left: Side, right: Side, left_names: Names, right_names: Names
) -> tuple[ComparedRow, ...]:
    """Tell every difference of two stages.

    Args:
        left: the one side.
        right: the other side.
        left_names: what everybody is called on the left.
        right_names: what everybody is called on the right.

    Returns:
        the rows; those of relationships that bring harm alone stand last, and are marked.
    """
    one = _Half(left, left_names, refs_of(left.network.case))
    other = _Half(right, right_names, refs_of(right.network.case))
    rows = (_row(each, one, other) for each in differences(left, right))
    # With names hidden, areas of two cases may be called alike: then nothing differs in words.
    told = [row for row in rows if row.left != row.right]
    return tuple(sorted(told, key=lambda row: row.harmful))


def told_by_one(
    left: Side, right: Side, left_names: Names, right_names: Names
) -> tuple[ToldByOne, ...]:
    """Say of whom one side alone tells, the other being silent: no differences, nor counted.

    Args:
        left: the one side.
        right: the other side.
        left_names: what everybody is called on the left.
        right_names: what everybody is called on the right.

    Returns:
        one sentence for each side and kind of relationship, harm alone apart.
    """
    halves = (_Half(left, left_names, {}), _Half(right, right_names, {}))
    sides = [half.names.inside(half.side.perspective) for half in halves]
    if sides[0] == sides[1]:
        sides = [_("the left side"), _("the right side")]
    found = one_sided(left, right)
    return tuple(
        _told_by(sentence, side, people)
        for half, side, ours in zip(halves, sides, _by_side(found), strict=True)
        for kind, sentence in _ONE_SIDED.items()
        if (people := _people(half, [tie for tie, one in ours if kind == _kind(one)]))
    )


def _told_by(sentence: str, side: str, people: Sequence[str]) -> ToldByOne:
    number = len(people)
    count = ngettext("{count} relationship", "{count} relationships", number).format(count=number)
    # The names of two others hold an "and" already.
    pairs = sentence in (_ONE_SIDED[True, False], _ONE_SIDED[True, True])
    names = with_semicolons(people) if pairs else listed(people)
    whole, short = (sentence.format(side=side, people=words) for words in (names, count))
    return ToldByOne(whole, short, names, number)


def counted(number: int, harmful: int = 0) -> str:
    """Say how many differences there are at a stage.

    Args:
        number: those that are not about a relationship with harm alone.
        harmful: those that are, told apart.
    """
    words = _("No difference at this stage")
    if number:
        words = ngettext(
            "{count} difference at this stage", "{count} differences at this stage", number
        ).format(count=number)
    if not harmful:
        return words
    return _("{differences}; counted apart, with only harm: {count}").format(
        differences=words, count=harmful
    )


def counted_shortly(number: int, harmful: int = 0) -> str:
    """Say the same as ``counted`` in a few words, for a button of the timeline.

    Args:
        number: the differences that are not about a relationship with harm alone.
        harmful: those that are, told apart.
    """
    if not number and not harmful:
        return _("no difference")
    apart = _("{count} with only harm").format(count=harmful)
    if not number:
        return apart
    words = ngettext("{count} difference", "{count} differences", number).format(count=number)
    if not harmful:
        return words
    return _("{differences}, {apart}").format(differences=words, apart=apart)


def _by_side(found: Iterable[OneSided]) -> tuple[list[tuple[str, OneSided]], ...]:
    told = tuple(found)
    return (
        [(each.left_id, each) for each in told if each.left_id is not None],
        [(each.right_id, each) for each in told if each.right_id is not None],
    )


def _kind(found: OneSided) -> tuple[bool, bool]:
    return found.between_others, found.harmful


def _people(half: _Half, ties: Iterable[str]) -> Sequence[str]:
    """Name whom relationships are with, each once; both, where they are between two others."""
    inside, found = half.names.inside, [half.side.network.relationships[tie] for tie in ties]
    return tuple(
        dict.fromkeys(
            inside(tie.from_)
            if tie.with_young_person
            else listed((inside(tie.from_), inside(tie.to)))
            for tie in found
        )
    )


def _with_whom(half: _Half, relationship: str) -> str:
    tie = half.side.network.relationships[relationship]
    if tie.with_young_person:
        return half.names.of(tie.from_)
    return listed((half.names.opening(tie.from_), half.names.inside(tie.to)))


def _row(found: Difference, left: _Half, right: _Half) -> ComparedRow:
    match found.matter:
        case Matter.AREA:
            return ComparedRow(
                found.matter,
                _("Where {name} lives").format(name=left.names.inside(YOUNG_PERSON)),
                _lives(left),
                _lives(right),
            )
        case Matter.IN_PRACTICE:
            return ComparedRow(
                found.matter,
                _("Tracks in practice"),
                _practice(left.side),
                _practice(right.side),
            )
        case Matter.PLACE:
            return ComparedRow(
                found.matter,
                _("Where {name} is").format(name=left.names.inside(found.left_id or "")),
                _is_at(left, found.left_id or ""),
                _is_at(right, found.right_id or ""),
                left.refs_of(found.left_id),
                right.refs_of(found.right_id),
            )
        case Matter.RELATIONSHIP | Matter.BETWEEN_OTHERS:
            return _of_relationship(found, left, right)


def _of_relationship(found: Difference, left: _Half, right: _Half) -> ComparedRow:
    half, tie = (left, found.left_id) if found.left_id is not None else (right, found.right_id)
    return ComparedRow(
        found.matter,
        _with_whom(half, tie or ""),
        _facts(found, found.left, found.right),
        _facts(found, found.right, found.left),
        _marks(left, found.left_id),
        _marks(right, found.right_id),
        harmful=found.harmful,
    )


def _marks(half: _Half, relationship: str | None) -> tuple[str, ...]:
    """Give a relationship's line, and whoever it is with; between two others the line alone."""
    if relationship is None:
        return ()
    tie = half.side.network.relationships[relationship]
    return half.refs_of(relationship, tie.from_ if tie.with_young_person else None)


def _lives(half: _Half) -> str:
    area, setting = half.side.place.area, half.side.place.setting
    if area is None:
        return half.names.of(setting) if setting else _("not known")
    if setting is None:
        return half.names.of(area)
    return _("{area} ({setting})").format(
        area=half.names.of(area), setting=half.names.inside(setting)
    )


def _is_at(half: _Half, member: str) -> str:
    return place_words(half.side.network, member, half.side.stage, half.names)


def _practice(side: Side) -> str:
    held = [
        label(track) for track, port in zip(Track, side.ports, strict=True) if port is Port.HELD
    ]
    unknown = [
        label(track) for track, port in zip(Track, side.ports, strict=True) if port is Port.UNKNOWN
    ]
    words = listed(held) if held else _("none that is recorded") if unknown else _("none")
    if not unknown:
        return words
    return _("{tracks}; not recorded: {unknown}").format(tracks=words, unknown=listed(unknown))


def _facts(found: Difference, told: Told | None, other: Told | None) -> str:
    """Say what one side tells of what differs; what it leaves open only where the other tells."""
    if told is None:
        return _("not in this case")
    words = []
    if told.there:
        facts = (fact for fact in found.facts if fact != USES)
        words = [word for fact in facts if (word := _fact(told, other, fact))]
    elif set(STATE_FACTS) & set(found.facts):
        words = [_("not there yet")]
    if USES in found.facts and (told.there or told.uses or not words):
        words.append(_uses(told))
    return with_commas(words) or _("not recorded")


def _fact(told: Told, other: Told | None, fact: str) -> str:
    if told.says(fact):
        return _said(told, fact)
    is_news = fact not in _OF_ACTIVE or told.status in (Status.ACTIVE, None)
    return _OPEN[fact] if is_news and other is not None and other.says(fact) else ""


def _said(told: Told, fact: str) -> str:
    match fact:
        case "strained":
            return _("strained") if told.strained else _("not strained")
        case "influence":
            return listed(label(each) for each in sorted(told.influence))
        case "closeness":
            return _CIRCLES[told.closeness or 1]
        case _:
            return label(getattr(told, fact))


def _uses(told: Told) -> str:
    if told.uses is None:
        return _("uses not recorded")
    if not told.uses:
        return _("nothing done through it")
    return listed(_use_words(told.uses.items()))


def _use_words(uses: Iterable[tuple[UseKind, Level]]) -> Iterable[str]:
    for use, level in uses:
        yield _("{use} ({level})").format(use=label(use), level=label(level))
