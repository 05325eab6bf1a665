"""The beginning of a case: from the answers to a few short questions to a valid case.

A room has said who the young person is, where home is, where they were moved, and who
matters to them. Nothing more is known then, and nothing more is said: everybody’s
relationship is active at the first stage, with no strength; at the move it becomes *not
known* by itself (``relnet.case.timeline``), and relnet asks. Only whoever is where the young
person was moved, and is no family, is met there: that relationship begins at the stage there.
"""

import json
from dataclasses import dataclass, field

from relnet.case.beginning_faults import Faults
from relnet.case.limits import MAX_AREAS, MAX_PEOPLE, MAX_STAGES
from relnet.case.messages import CaseFaults, shown
from relnet.case.models import FORMAT, Case
from relnet.case.reading import parse_case
from relnet.case.suggestions import Suggestion, suggested
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.typed_dates import NotADate, typed_date
from relnet.case.vocabulary import AreaKind, MoveKind, Phase, RelationshipType, Status, Track
from relnet.wording import _

HOME = "home"
"""The id of the home area."""

_Values = dict[str, object]


@dataclass(frozen=True, slots=True)
class MovedTo:
    """An area that the young person was moved to, as answered; a line with nothing is none."""

    name: str = ""
    distance_miles: float | str | None = None
    """From home: a number, or what was typed ("34", "about 34 miles")."""


@dataclass(frozen=True, slots=True)
class StageLine:
    """A stage, as answered; without a label it takes the usual one of its phase."""

    phase: Phase
    label: str = ""
    area: str | None = None
    """An id of ``area_names``; None: home before, where there is but one place in between."""

    when: str = ""
    """A date in plain typing ("June 2025")."""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who matters, as answered; a line with neither name nor role is nobody.

    Where one of the two is left out the other stands for it ("Mum"); type and track are
    those that the role suggests, unless they are chosen.
    """

    name: str = ""
    role: str = ""
    type: RelationshipType | None = None
    track: Track | None = None
    area: str | None = None
    """An id of ``area_names``; None: not known."""


def usual_stages() -> tuple[StageLine, ...]:
    """Give the stages that a new case begins with: before, during and after."""
    return tuple(StageLine(phase, usual_label(phase)) for phase in Phase)


def usual_label(phase: Phase) -> str:
    """Give what a stage is called until somebody names it."""
    return {
        Phase.BEFORE: _("Before the move"),
        Phase.DURING: _("In the new place"),
        Phase.AFTER: _("Afterwards"),
    }[phase]


@dataclass(frozen=True, slots=True)
class Answers:
    """All answers about a new case."""

    name: str
    """What the young person is called by: a name, a nickname, initials."""

    home: str
    moved_to: tuple[MovedTo, ...] = ()
    stages: tuple[StageLine, ...] = field(default_factory=usual_stages)
    people: tuple[PersonLine, ...] = ()
    title: str = ""
    """Without one the case is called after the young person."""


def area_names(answers: Answers) -> dict[str, str]:
    """Give the id and the name of each area in the answers, home first."""
    away = {
        f"placement-{number}": line.name.strip()
        for number, line in enumerate(answers.moved_to, 1)
        if line.name.strip()
    }
    return {HOME: answers.home.strip()} | away


def begun_case(answers: Answers) -> Case:
    """Make a case of the answers.

    Its ids are neutral: ``home``, ``placement-1``, ``before``, ``during``, ``during-2``,
    ``person-1``, ``relationship-1``.

    Raises:
        CaseFaults: answers that cannot be used; all of them, each with its place in the
            answers (``people[2].role``) and in plain words.
    """
    faults = Faults()
    values = _case(answers, faults)
    case = None
    try:
        case = parse_case(json.dumps(values).encode())
    except CaseFaults as refused:
        faults.add_all(refused.faults)
    if case is None or faults.found:
        raise CaseFaults(faults.in_order())
    return case


def _case(answers: Answers, faults: Faults) -> _Values:
    """Give the values of a case file, with a stand-in for each answer that is a fault."""
    what = _("Write a name, a nickname or initials to call the young person by.")
    name = faults.text("name", answers.name, what)
    faults.made_from("young_person.name", "name")
    faults.made_from("title", "title" if answers.title.strip() else "name")
    stages = _stages(answers, faults)
    people = _people(answers, faults)
    return {
        "format": FORMAT,
        "title": faults.text("title", answers.title, None) or name,
        "young_person": {"name": name},
        "areas": _areas(answers, faults),
        "stages": stages,
        "people": [person for person, _track in people],
        "relationships": [
            {
                "id": f"relationship-{number}",
                "from": person["id"],
                "tracks": [track],
                "states": [{"stage": _met(person, stages)["id"], "status": Status.ACTIVE}],
            }
            for number, (person, track) in enumerate(people, 1)
        ],
    }


def _met(person: _Values, stages: list[_Values]) -> _Values:
    """Give the stage at which a relationship begins: the first, or the one at which they met.

    Those in a placement area are met at the first stage there; where no stage is said to be
    there, at the first one since the move of which the area is not known.
    """
    area = person.get("area", HOME)
    if area == HOME or person["type"] is RelationshipType.FAMILY:
        return stages[0]
    there = [stage for stage in stages if stage.get("area") == area]
    not_known = [
        stage for stage in stages if "area" not in stage and stage["phase"] is not Phase.BEFORE
    ]
    return next(iter(there + not_known), stages[0])


def _areas(answers: Answers, faults: Faults) -> list[_Values]:
    what = _("Write where home is: the name of an area.")
    home: _Values = {"id": HOME, "name": faults.text("home", answers.home, what)}
    areas = [home | {"kind": AreaKind.HOME}]
    faults.made_from("areas[0].name", "home")
    for number, line in enumerate(faults.at_most(MAX_AREAS - 1, "moved_to", answers.moved_to)):
        where = f"moved_to[{number}]"
        miles = faults.miles(f"{where}.distance_miles", line.distance_miles)
        if not line.name.strip() and miles is None:
            continue
        what = _("Write the name of this area, or take its line out.")
        name = faults.text(f"{where}.name", line.name, what)
        faults.made_from(f"areas[{len(areas)}]", where)
        area: _Values = {"id": f"placement-{number + 1}", "name": name}
        far: _Values = {} if miles is None else {"distance_miles": miles}
        areas.append(area | {"kind": AreaKind.PLACEMENT} | far)
    return areas


def _stages(answers: Answers, faults: Faults) -> list[_Values]:
    lines = faults.at_most(MAX_STAGES, "stages", answers.stages)
    if not lines:
        faults.add("stages", _("Keep at least one stage."))
        lines = usual_stages()
    areas = _stage_areas(answers, lines, faults)
    moves = _moves(lines, areas)
    stages: list[_Values] = []
    told: str | None = None
    for number, line in enumerate(lines):
        where = f"stages[{number}]"
        earlier = sum(before.phase is line.phase for before in lines[:number])
        stage: _Values = {
            "id": f"{line.phase}-{earlier + 1}" if earlier else f"{line.phase}",
            "label": faults.text(f"{where}.label", line.label, None) or usual_label(line.phase),
            "phase": line.phase,
        }
        when = _when(f"{where}.when", line.when, told, faults)
        told = when or told
        parts = {"when": when, "area": areas[number], "move": moves[number]}
        stages.append(stage | {name: part for name, part in parts.items() if part is not None})
    return stages


def _when(where: str, typed: str, near: str | None, faults: Faults) -> str | None:
    if not typed.strip():
        return None
    try:
        return typed_date(typed, near)
    except NotADate as refused:
        faults.add(where, str(refused))
        return None


def _stage_areas(
    answers: Answers, lines: tuple[StageLine, ...], faults: Faults
) -> list[str | None]:
    """Give where the young person lives at each stage: as told, or where it can be no other."""
    known = area_names(answers)
    away = [area for area in known if area != HOME]
    during = [line for line in lines if line.phase is Phase.DURING]
    places: list[str | None] = [None] * len(during)
    if len(away) in (1, len(during)):
        places = [*(away * len(during))[: len(during)]]
    in_between = iter(places)
    areas = []
    for number, line in enumerate(lines):
        usual = HOME if line.phase is Phase.BEFORE else None
        if line.phase is Phase.DURING:
            usual = next(in_between)
        areas.append(faults.area(f"stages[{number}].area", line.area, known) or usual)
    return areas


def _moves(lines: tuple[StageLine, ...], areas: list[str | None]) -> list[_Values | None]:
    """Give the move that opens each stage: the first away, and then where the area changes."""
    moves: list[_Values | None] = []
    last: str | None = None
    away = moved = False
    for line, area in zip(lines, areas, strict=True):
        first = line.phase is Phase.DURING and not moved
        moved = moved or first
        if first or (area not in (None, HOME) and last not in (None, area)):
            moves.append({})
        else:
            moves.append({"kinds": [MoveKind.RETURN]} if area == HOME and away else None)
        if area is not None or line.phase is Phase.DURING:
            away, last = area != HOME, area
    return moves


def _people(answers: Answers, faults: Faults) -> list[tuple[_Values, Track]]:
    """Give everybody with their track; lines with nobody are left out."""
    known = area_names(answers)
    lines = [
        (number, line)
        for number, line in enumerate(answers.people)
        if line.name.strip() or line.role.strip()
    ]
    people = []
    for place, (number, line) in enumerate(faults.at_most(MAX_PEOPLE, "people", tuple(lines))):
        where = f"people[{number}]"
        faults.made_from(f"people[{place}]", where)
        person, track = _person(line, where, faults)
        person["id"] = f"person-{place + 1}"
        area = faults.area(f"{where}.area", line.area, known)
        people.append((person | ({"area": area} if area is not None else {}), track))
    return people


def _person(line: PersonLine, where: str, faults: Faults) -> tuple[_Values, Track]:
    name, role = _name_and_role(line, where, faults)
    suggestion = suggested(role)
    kind = line.type or (suggestion.type if suggestion is not None else None)
    if kind is None:
        if not faults.noted(f"{where}.role"):
            what = _(
                "relnet does not know what '{role}' is to the young person. Choose practitioner, "
                "family, peer or community."
            )
            faults.add(f"{where}.type", what.format(role=shown(role)))
        kind = RelationshipType.COMMUNITY
    if suggestion is None or suggestion.type is not kind:
        suggestion = Suggestion(kind, TRACK_OF_TYPE[kind])
    person: _Values = {"name": name, "role": role or name, "type": kind}
    parts = {"role_slot": suggestion.role_slot, "time_limited": suggestion.time_limited}
    person |= {key: part for key, part in parts.items() if part is not None}
    return person, line.track or suggestion.track


def _name_and_role(line: PersonLine, where: str, faults: Faults) -> tuple[str, str]:
    """Give both; where one is left out the other stands for it, if it can."""
    name = faults.text(f"{where}.name", line.name, None)
    role = faults.text(f"{where}.role", line.role, None)
    if not line.name.strip():
        faults.left_out(f"{where}.name", f"{where}.role")
        return role[:1].upper() + role[1:], role
    if not line.role.strip():
        if suggested(name) is not None:
            faults.left_out(f"{where}.role", f"{where}.name")
            return name, name
        what = _(
            "Say who this is to the young person, as in 'mum', 'best friend' or 'social worker'."
        )
        faults.add(f"{where}.role", what)
    return name, role
