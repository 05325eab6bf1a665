"""A room's tally in words: what it spoke of, and how that stands beside the paper.

Presses and references are different things. Each is told with its unit, and only their
shares, each of its own whole, stand beside each other; nothing is added across units.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from relnet.case.vocabulary import Level, Phase, RelationshipType, Track, UseKind
from relnet.figures.words_focus import line_words
from relnet.figures.words_join import listed, paragraph, with_semicolons
from relnet.network.siloed import PATTERN, Part
from relnet.network.study import Study, Unit
from relnet.network.tally import Place, Tally, TypeBeside, most, types_beside
from relnet.wording import _, ngettext
from relnet.words import label

_TYPES: Mapping[RelationshipType, str] = {
    RelationshipType.PRACTITIONER: _("practitioners"),
    RelationshipType.FAMILY: _("family"),
    RelationshipType.PEER: _("peers"),
    RelationshipType.COMMUNITY: _("community"),
}
_TRACKS: Mapping[Track, str] = {
    Track.TRUSTED: _("trusted relationships"),
    Track.PARENT_CHILD: _("parent–child and family"),
    Track.COMMUNITY_PEER: _("community and peers"),
}
_PHASES: Mapping[Phase, str] = {
    Phase.BEFORE: _("before relocation"),
    Phase.DURING: _("during relocation"),
    Phase.AFTER: _("after relocation"),
}


@dataclass(frozen=True, slots=True)
class TallyWords:
    """What a tally says, as sentences: what was counted, then by type, by use and by phase."""

    counted: tuple[str, ...]
    types: tuple[str, ...]
    uses: tuple[str, ...]
    phases: tuple[str, ...]


def place_words(place: Place) -> str:
    """Name a place of the grid in a few words."""
    return _("{type}, {theme}, {phase}").format(
        type=line_words(place.type), theme=label(place.theme), phase=_PHASES[place.phase]
    )


def presses_words(count: int) -> str:
    """Say how many presses there are."""
    return ngettext("{count} press", "{count} presses", count).format(count=count)


def tally_title(tally: Tally) -> str:
    """Give the title of the picture."""
    tables = len(tally.tables)
    return ngettext(
        "What this room spoke of: {presses} by {tables} table",
        "What this room spoke of: {presses} by {tables} tables",
        tables,
    ).format(presses=presses_words(tally.total), tables=tables)


def tally_words(tally: Tally, study: Study) -> TallyWords:
    """Say what the room spoke of, and what differs from the paper.

    Args:
        tally: what the room has pressed.
        study: the paper's numbers.
    """
    return TallyWords(
        counted=tuple(_counted(tally, study)),
        types=tuple(_types(tally, study)),
        uses=tuple(_uses(tally)),
        phases=(
            _(
                "The study gives no totals of the phases, and no number of the time after a"
                " relocation. Its Figure 2 describes where the focus is, in words."
            ),
            *(_phase(phase, counts) for phase, counts in tally.by_phase().items()),
        ),
    )


def _counted(tally: Tally, study: Study) -> Iterator[str]:
    if not tally.total:
        yield _("Nothing is pressed yet.")
    yield _(
        "This room: {presses}. The study: {references} references, in {interviews} interviews."
    ).format(
        presses=presses_words(tally.total),
        references=study.total(Unit.REFERENCES),
        interviews=study.total(Unit.INTERVIEWS),
    )
    yield _(
        "A press is one mention in this room, a reference a passage in an interview. They are not"
        " the same thing: what stands side by side is the share of each in its own whole."
    )
    yield _("Both tell what was spoken of. Neither tells how often it is done in practice.")


def _types(tally: Tally, study: Study) -> Iterator[str]:
    rows = types_beside(tally, study)
    if not tally.total:
        return
    yield paragraph((_most_here(rows), _most_there(rows)))
    spoken = [row for row in rows if row.presses]
    larger = [_beside(row) for row in spoken if (row.room or 0) > (row.study or 0)]
    smaller = [_beside(row) for row in spoken if (row.room or 0) < (row.study or 0)]
    same = [_beside(row) for row in spoken if row.room == row.study]
    unspoken = [_beside(row) for row in rows if not row.presses]
    if larger:
        yield _("A larger share here than in the study: {types}.").format(
            types=with_semicolons(larger)
        )
    if smaller:
        yield _("A smaller share here than in the study: {types}.").format(
            types=with_semicolons(smaller)
        )
    if same:
        yield _("As large a share here as in the study: {types}.").format(
            types=with_semicolons(same)
        )
    if unspoken:
        yield _("Not spoken of here: {types}.").format(types=with_semicolons(unspoken))


def _most_here(rows: tuple[TypeBeside, ...]) -> str:
    counts = {row.type: row.presses for row in rows}
    first = next(row for row in rows if row.type in most(counts))
    return _("This room speaks most of {types}: {part} of {presses} ({share} %).").format(
        types=_each(most(counts)),
        part=first.presses,
        presses=presses_words(first.of_presses),
        share=first.room,
    )


def _most_there(rows: tuple[TypeBeside, ...]) -> str:
    counts = {row.type: row.references for row in rows}
    first = next(row for row in rows if row.type in most(counts))
    return _("The study speaks most of {types}: {part} of {whole} references ({share} %).").format(
        types=_each(most(counts)),
        part=first.references,
        whole=first.of_references,
        share=first.study,
    )


def _each(kinds: tuple[RelationshipType, ...]) -> str:
    """Name types; where several have as many, the number that follows is of each."""
    names = listed(_TYPES[kind] for kind in kinds)
    return names if len(kinds) == 1 else _("{types}, as often of each").format(types=names)


def _beside(row: TypeBeside) -> str:
    return _("{type} ({room} % of presses, {study} % of references)").format(
        type=_TYPES[row.type], room=row.room, study=row.study
    )


def _uses(tally: Tally) -> Iterator[str]:
    counts = tally.by_theme()
    if tally.total:
        told = [
            _("{use}: {presses}").format(use=label(use), presses=presses_words(count))
            for use, count in counts.items()
        ]
        yield _("In this room: {uses}.").format(uses=with_semicolons(told))
    yield _(
        "The study’s numbers of uses count references, participants or interviews, or do not say"
        " what. They have no common whole, so no share stands beside the room’s."
    )
    absent = (RelationshipType.PEER, RelationshipType.COMMUNITY)
    here = sum(tally.about(UseKind.COLLABORATION, kind) for kind in absent)
    yield _(
        "Collaboration with peers and community: the study calls it noticeably absent. In this"
        " room: {presses}."
    ).format(presses=presses_words(here))


def _phase(phase: Phase, counts: Mapping[Track, int]) -> str:
    named = PATTERN[Part(phase.value)]
    here = most(counts)
    told = _phase_here(phase, counts, here)
    if named.level is Level.AMBITION:
        described = _("The study’s Figure 2 describes {track} here, as an ambition.")
    elif here == (named.track,):
        described = _("The study’s Figure 2 describes the same here: {track}.")
    else:
        described = _("The study’s Figure 2 describes {track} here.")
    return paragraph((told, described.format(track=_TRACKS[named.track])))


def _phase_here(phase: Phase, counts: Mapping[Track, int], here: tuple[Track, ...]) -> str:
    heading = label(phase)
    if not here:
        return _("{phase}: no press.").format(phase=heading)
    if len(here) > 1:
        return _("{phase}, spoken of most: {tracks} ({part} each, of {presses}).").format(
            phase=heading,
            tracks=listed(_TRACKS[track] for track in here),
            part=counts[here[0]],
            presses=presses_words(sum(counts.values())),
        )
    return _("{phase}, spoken of most: {track} ({part} of {presses}).").format(
        phase=heading,
        track=_TRACKS[here[0]],
        part=counts[here[0]],
        presses=presses_words(sum(counts.values())),
    )
