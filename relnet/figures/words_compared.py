"""What is told otherwise at two stages side by side, in words: one row a difference."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from relnet.case.names import Names
from relnet.case.vocabulary import Level, Status, Track, UseKind
from relnet.figures.refs import refs_of
from relnet.figures.words_join import listed, with_commas
from relnet.network.attention import Port
from relnet.network.comparing import USES, Difference, Matter, Side, Told, differences
from relnet.wording import _, ngettext
from relnet.words import label

_CIRCLES: Mapping[int, str] = {
    1: _("in the inner circle"),
    2: _("in the middle circle"),
    3: _("in the outer circle"),
}


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One difference: what it is about, what each side says, and the marks that it is about.

    ``left_refs`` and ``right_refs`` are short names (``relnet.figures.refs``).
    """

    about: str
    left: str
    right: str
    left_refs: tuple[str, ...] = ()
    right_refs: tuple[str, ...] = ()


def compared_rows(
    left: Side, right: Side, left_names: Names, right_names: Names
) -> tuple[ComparedRow, ...]:
    """Tell every difference of two stages.

    Args:
        left: the one side.
        right: the other side.
        left_names: what everybody is called on the left.
        right_names: what everybody is called on the right.
    """
    rows = (_row(each, left, right, left_names, right_names) for each in differences(left, right))
    # With names hidden, areas of two cases may be called alike: then nothing differs in words.
    return tuple(row for row in rows if row.left != row.right)


def counted(number: int) -> str:
    """Say how many differences there are at a stage."""
    if number == 0:
        return _("No difference at this stage")
    return ngettext(
        "{count} difference at this stage", "{count} differences at this stage", number
    ).format(count=number)


def _row(
    found: Difference, left: Side, right: Side, left_names: Names, right_names: Names
) -> ComparedRow:
    if found.matter is Matter.AREA:
        name = left_names.inside("young_person")
        return ComparedRow(
            _("Where {name} lives").format(name=name),
            _area(left, left_names),
            _area(right, right_names),
        )
    if found.matter is Matter.IN_PRACTICE:
        return ComparedRow(_("Tracks in practice"), _practice(left), _practice(right))
    return ComparedRow(
        _whose(found, left, right, left_names, right_names),
        _facts(found, found.left),
        _facts(found, found.right),
        _refs(left, found.left_id),
        _refs(right, found.right_id),
    )


def _area(side: Side, names: Names) -> str:
    return names.of(side.area) if side.area else _("not known")


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


def _whose(
    found: Difference, left: Side, right: Side, left_names: Names, right_names: Names
) -> str:
    side, names, tie = (
        (left, left_names, found.left_id)
        if found.left_id is not None
        else (right, right_names, found.right_id)
    )
    return names.of(side.network.relationships[tie or ""].from_)


def _refs(side: Side, relationship: str | None) -> tuple[str, ...]:
    if relationship is None:
        return ()
    refs = refs_of(side.network.case)
    return (refs[relationship], refs[side.network.relationships[relationship].from_])


def _facts(found: Difference, told: Told | None) -> str:
    if told is None:
        return _("not in this case")
    words = [_("not told")]
    if told.there:
        words = [word for fact in found.facts if (word := _fact(told, fact))]
    if USES in found.facts:
        words.append(_uses(told))
    return with_commas(words) or _("not recorded")


def _fact(told: Told, fact: str) -> str:
    match fact:
        case "status":
            return label(told.status) if told.status else _("status not recorded")
        case "strength":
            return _strength(told)
        case "strained":
            return _("strained") if told.strained else ""
        case "influence":
            return listed(label(each) for each in sorted(told.influence))
        case "closeness":
            return _CIRCLES.get(told.closeness or 0, "")
        case _:
            return ""


def _strength(told: Told) -> str:
    """Say how strong; that it was not recorded is news of an active relationship alone."""
    if told.strength:
        return label(told.strength)
    return _("strength not recorded") if told.status is Status.ACTIVE else ""


def _uses(told: Told) -> str:
    if told.uses is None:
        return _("uses not recorded")
    if not told.uses:
        return _("nothing done through it")
    return listed(_use_words(told.uses.items()))


def _use_words(uses: Iterable[tuple[UseKind, Level]]) -> Iterable[str]:
    for use, level in uses:
        yield _("{use} ({level})").format(use=label(use), level=label(level))
