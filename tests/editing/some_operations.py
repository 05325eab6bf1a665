"""Random operations on a case: most make sense there, some name what is not there."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar, get_args

from hypothesis import strategies as st
from pydantic import BaseModel

from relnet.case.models import (
    Area,
    Case,
    Event,
    Person,
    Prompt,
    Relationship,
    Setting,
    StoryStep,
    YoungPerson,
)
from relnet.case.vocabulary import (
    Blank,
    Dimension,
    FactorKind,
    Held,
    Level,
    Phase,
    PromptKind,
    RelationshipType,
    Status,
    Strength,
    Track,
    UseKind,
)
from relnet.editing.document import identified
from relnet.editing.operations import MoveAnswer, Operation, Section, read_operation
from tests.strategies import DATES, NAMES, cases

Values = dict[str, Any]
Chosen = TypeVar("Chosen")

_TEXTS = (*NAMES, "", "   ", "x" * 5000, "\x00", "Two\nlines")
_ODD: tuple[object, ...] = (
    None,
    "",
    [],
    {},
    True,
    -1,
    3.5,
    "nothing-like-it",
    ["x", "x"],
    {"a": [1]},
    "\x07",
)
_PARTS: dict[str, type[BaseModel]] = {
    "areas": Area,
    "settings": Setting,
    "people": Person,
    "relationships": Relationship,
    "events": Event,
    "prompts": Prompt,
    "story": StoryStep,
}


@dataclass(frozen=True, slots=True)
class Picker:
    """Makes the values of one operation on a case."""

    random: Random
    case: Case

    def one(self, choices: Sequence[Chosen]) -> Chosen:
        return self.random.choice(choices)

    def maybe(self, choices: Sequence[Chosen]) -> Chosen | None:
        return self.one(choices) if choices and self.random.random() < 0.6 else None

    def id_in(self, section: str) -> str:
        known = [entry.id for entry in getattr(self.case, section)]
        return self.one(known) if known and self.random.random() < 0.95 else "gone-1"

    def stage(self) -> str:
        return self.id_in("stages")

    def behind(self) -> str | None:
        return self.maybe([self.stage()])

    def tie(self) -> str:
        return self.id_in("relationships")

    def member(self) -> str:
        return self.one([self.id_in("people"), self.id_in("settings"), "young_person"])

    def perspective(self) -> str:
        return self.one(["team", "team", "young_person", self.id_in("people")])

    def text(self) -> str:
        return self.one(_TEXTS)

    def state_fields(self) -> Values:
        told = {
            "status": self.maybe(list(Status)),
            "strength": self.maybe(list(Strength)),
            "strained": self.maybe([True, False]),
            "influence": self.maybe([[], ["harmful"], ["protective", "harmful"]]),
            "closeness": self.maybe([1, 3, 7]),
            "note": self.text(),
        }
        return dict(self.random.sample(list(told.items()), self.random.randint(0, 3)))

    def fields_of(self, part: type[BaseModel]) -> Values:
        """Set fields of a part to anything: often to what cannot stand there."""
        known = [field.alias or name for name, field in part.model_fields.items()]
        names = self.random.sample([*known, "no_field"], self.random.randint(0, 3))
        return {name: self.any_value() for name in names}

    def any_value(self) -> object:
        texts = [self.text(), self.text(), self.one(DATES)]
        ids = [self.member(), self.stage(), self.id_in("areas")]
        return self.one([self.one(_ODD), None, self.one([True, 5]), *texts, *ids])

    def stage_fields(self) -> Values:
        told = {
            "label": self.text(),
            "area": self.maybe([self.id_in("areas")]),
            "setting": self.maybe([self.id_in("settings")]),
            "when": self.maybe(DATES),
            "move": self.one([None, {}, {"planned": True, "note": " "}, "no move"]),
        }
        return dict(self.random.sample(list(told.items()), self.random.randint(0, 3)))


def _add_person(pick: Picker) -> Values:
    return {
        "name": pick.text(),
        "role": pick.text(),
        "type": pick.one(list(RelationshipType)),
        "track": pick.one(list(Track)),
        "stage": pick.stage(),
        "area": pick.maybe([pick.id_in("areas")]),
        "setting": pick.maybe([pick.id_in("settings")]),
        "perspective": pick.perspective(),
        "status": pick.one(list(Status)),
    }


def _add_entry(pick: Picker) -> Values:
    whole = {"name": pick.text(), "title": pick.text(), "text": pick.text()}
    kinds = {"areas": "home", "settings": "school", "prompts": pick.one(list(PromptKind))}
    section = pick.one(get_args(Section))
    fields = {"areas": ["name"], "settings": ["name"], "story": ["title"]}.get(section, ["text"])
    told = {name: whole[name] for name in fields} | pick.one([{}, pick.fields_of(_PARTS[section])])
    if section in kinds:
        told["kind"] = kinds[section]
    return {"section": section, "fields": told, "behind": pick.maybe([pick.id_in(section)])}


def _entry(pick: Picker) -> Values:
    section = pick.one(get_args(Section))
    return {"section": section, "id": pick.id_in(section)}


def _set_fields(pick: Picker) -> Values:
    told = _entry(pick)
    return told | {"fields": pick.fields_of(_PARTS[told["section"]])}


def _moved_entry(pick: Picker) -> Values:
    told = _entry(pick)
    return told | {"behind": pick.maybe([pick.id_in(told["section"])])}


def _state(pick: Picker) -> Values:
    return {"relationship": pick.tie(), "stage": pick.stage(), "perspective": pick.perspective()}


def _use(pick: Picker) -> Values:
    return {
        "relationship": pick.tie(),
        "stage": pick.stage(),
        "use": pick.one(list(UseKind)),
        "level": pick.maybe(list(Level)),
        "held_by": pick.maybe([[], [pick.id_in("people")], ["young_person"]]),
        "note": pick.maybe(_TEXTS),
    }


def _factor(pick: Picker) -> Values:
    factors = [factor for stage in pick.case.stages for factor in stage.factors]
    was = [[factor.kind, factor.text] for factor in factors]
    return {
        "stage": pick.stage(),
        "was": pick.maybe(was),
        "kind": pick.one(list(FactorKind)),
        "text": pick.maybe(_TEXTS),
        "relationship": pick.maybe([pick.tie()]),
    }


MAKERS: dict[str, Callable[[Picker], Values]] = {
    "set_case": lambda pick: {"fields": {"title": pick.text(), "about": pick.any_value()}},
    "set_young_person": lambda pick: {"fields": pick.fields_of(YoungPerson)},
    "set_fields": _set_fields,
    "set_stage": lambda pick: {"stage": pick.stage(), "fields": pick.stage_fields()},
    "add_person": _add_person,
    "add_tie": lambda pick: {
        "one": pick.member(),
        "other": pick.one([pick.member(), "young_person"]),
        "tracks": pick.one([[], [pick.one(list(Track))]]),
        "stage": pick.stage(),
        "perspective": pick.perspective(),
    },
    "add_entry": _add_entry,
    "move_entry": _moved_entry,
    "remove_entry": _entry,
    "set_state": lambda pick: (
        _state(pick) | {"fields": pick.state_fields(), "only_here": pick.one([True, False])}
    ),
    "clear_state": _state,
    "answer_move": lambda pick: _state(pick) | {"answer": pick.one(get_args(MoveAnswer))},
    "set_use": _use,
    "talked_about": lambda pick: {
        "stage": pick.stage(),
        "track": pick.one(list(Track)),
        "talked": pick.one([True, False]),
    },
    "set_blank": lambda pick: {
        "stage": pick.stage(),
        "track": pick.one(list(Track)),
        "blank": pick.maybe(list(Blank)),
    },
    "set_safety": lambda pick: {
        "stage": pick.stage(),
        "dimension": pick.one(list(Dimension)),
        "perspective": pick.perspective(),
        "held": pick.maybe(list(Held)),
        "note": pick.maybe(_TEXTS),
    },
    "set_factor": _factor,
    "set_where": lambda pick: {
        "person": pick.id_in("people"),
        "stage": pick.stage(),
        "area": pick.maybe([pick.id_in("areas")]),
        "setting": pick.maybe([pick.id_in("settings")]),
        "here": pick.one([True, True, False]),
    },
    "add_stage": lambda pick: {
        "label": pick.text(),
        "phase": pick.one(list(Phase)),
        "behind": pick.behind(),
        "fields": pick.one([{}, pick.stage_fields()]),
    },
    "split_stage": lambda pick: {"stage": pick.stage(), "label": pick.text()},
    "join_stages": lambda pick: {"stage": pick.stage()},
    "move_stage": lambda pick: {"stage": pick.stage(), "behind": pick.behind()},
    "remove_stage": lambda pick: {"stage": pick.stage()},
    "replace_case": lambda pick: {"case": pick.case.model_dump(mode="json", by_alias=True)},
    "several": lambda pick: {
        "operations": [
            {"do": do, **MAKERS[do](pick)}
            for do in pick.one([["set_state"], ["add_person", "clear_state"], ["set_fields"] * 3])
        ]
    },
}
"""How to make the values of each operation; a test holds them against the operations."""


def operation_on(case: Case, seed: int, do: str | None = None) -> Operation:
    """Make an operation; the same for the same seed."""
    random = Random(seed)  # noqa: S311 - the same seed, the same operation
    chosen = do or random.choice(list(MAKERS))
    return read_operation({"do": chosen, **MAKERS[chosen](Picker(random, case))})


@st.composite
def edits(draw: st.DrawFn, do: str | None = None) -> tuple[Case, Operation]:
    """Draw a case that is kept (all its entries have ids), and an operation on it."""
    case = identified(draw(cases(max_people=8, max_areas=3, max_stages=6)))
    return case, operation_on(case, draw(st.integers(0, 2**32)), do)
