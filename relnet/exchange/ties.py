"""Relationships by stage: from one row a stage to relationships with their states."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from relnet.case.messages import shown
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Track
from relnet.exchange.fields import Desk, Json, missing, other_end, said, split
from relnet.exchange.parts import in_stage_order
from relnet.exchange.rows import Row
from relnet.exchange.tie_sheets import RELATIONSHIPS
from relnet.wording import _

_OWN = frozenset({"from", "to", "tracks", "id"})
_STATUS = RELATIONSHIPS.column("status")


@dataclass(slots=True)
class _Tie:
    """One relationship while its rows are collected."""

    number: int
    fields: Json
    rows: list[Row] = field(default_factory=list)
    states: list[tuple[Row, Json]] = field(default_factory=list)


class Ties:
    """Collects the relationships of a case."""

    def __init__(self, desk: Desk, tracks: Mapping[str, Track], stages: Mapping[str, int]) -> None:
        """Take the tracks that go with people's types, and the numbers of stages, by id."""
        self._desk = desk
        self._tracks = tracks
        self._stages = stages
        self._ties: dict[str, _Tie] = {}
        self._between: defaultdict[frozenset[str], list[str]] = defaultdict(list)

    def relationships(self) -> list[Json]:
        """Give all relationships, in the order of their first rows."""
        rows = [(row, self._desk.fields(row)) for row in self._desk.rows["relationships"]]
        for row, fields in rows:
            self._desk.reader.meanings.reserve(said(row, "id"))
            if "id" in fields:
                self._note_between(str(fields["id"]), row, fields)
        for row, fields in rows:
            self._add(row, fields)
        return [self._finished(key, tie) for key, tie in self._ties.items()]

    def _add(self, row: Row, fields: Json) -> None:
        own, state = split(fields, _OWN)
        key = self._key(row, own)
        tie = self._ties.setdefault(key, _Tie(len(self._ties), own))
        if tie.rows:
            self._check_same(tie, row, own)
            tie.fields = own | tie.fields
        tie.rows.append(row)
        if set(row.cells) - _OWN:
            self._check_state(row, state)
            tie.states.append((row, state))

    def _key(self, row: Row, own: Json) -> str:
        """Give the id of a row's relationship: its own, that of the only one of the two, or new."""
        if "id" in own:
            return str(own["id"])
        known = self._between[_pair(row, own)]
        if len(known) > 1:
            what = _("the two have more than one relationship; write which one: {ids}")
            self._desk.faults.add(row.place("id"), what.format(ids=", ".join(known[:5])))
        if not known:
            made = self._desk.reader.meanings.free_id("relationship", len(self._ties) + 1)
            self._note_between(made, row, own)
        return known[0]

    def _note_between(self, key: str, row: Row, own: Json) -> None:
        known = self._between[_pair(row, own)]
        if key not in known:
            known.append(key)

    def _check_same(self, tie: _Tie, row: Row, own: Json) -> None:
        """Check that two rows of one relationship say the same of it."""
        first = tie.rows[0]
        if "from" in own and _pair(row, own) != _pair(first, tie.fields):
            what = _("the relationship '{id}' is between others in row {row}")
            told = what.format(id=shown(str(own.get("id"))), row=first.number)
            self._desk.faults.add(row.place("from"), told)
        if "tracks" in own and own["tracks"] != tie.fields.get("tracks", own["tracks"]):
            other = next(other for other in tie.rows if "tracks" in other.cells)
            what = _("other tracks than in row {row}; a relationship has the same at every stage")
            self._desk.faults.add(row.place("tracks"), what.format(row=other.number))

    def _check_state(self, row: Row, state: Json) -> None:
        perspective = state.get("perspective", TEAM)
        if "perspective" in row.cells and "perspective" not in state:
            return  # whose view it is could not be read: a fault already
        if "closeness" in state and perspective != YOUNG_PERSON:
            what = _(
                "only the young person says how close somebody is; name them under '{heading}', "
                "or take this out"
            )
            heading = RELATIONSHIPS.column("perspective").heading
            self._desk.faults.add(row.place("closeness"), what.format(heading=heading))
        if perspective == TEAM and "status" not in state:
            self._desk.faults.add(row.place("status"), missing(_STATUS))

    def _finished(self, key: str, tie: _Tie) -> Json:
        first = tie.rows[0]
        found: Json = {"id": key} | tie.fields
        if other_end(found) == YOUNG_PERSON and not found.get("tracks"):
            found["tracks"] = [self._tracks.get(str(found.get("from")), Track.COMMUNITY_PEER)]
        states = in_stage_order(tie.states, self._stages, "perspective")
        where = f"relationships[{tie.number}]"
        self._desk.places.rows[where] = first.place()
        for number, (row, _state) in enumerate(states):
            self._desk.places.rows[f"{where}.states[{number}]"] = row.place()
        meanings = self._desk.reader.meanings
        meanings.add_tie(key, str(found.get("from", "")), other_end(found))
        if "id" not in tie.fields:
            self._desk.places.made[key] = meanings.first_name(key)
        return found | {"states": [state for _row, state in states]}


def _pair(row: Row, own: Json) -> frozenset[str]:
    """Give the two that a row is about, as they were understood, or else as they stand there."""
    first = own.get("from", said(row, "from"))
    second = own.get("to", said(row, "to") or YOUNG_PERSON)
    return frozenset((str(first), str(second)))
