"""Random valid cases of any shape that the format allows, for property tests.

Hypothesis draws the sizes and a seed, so that a failing case shrinks to a small one; the
details come from the seed, so that a case of 60 people is drawn in milliseconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any, TypeVar

from hypothesis import strategies as st

from relnet.case.models import FORMAT, Case
from relnet.case.vocabulary import (
    AreaKind,
    ArrangedBy,
    Blank,
    Certainty,
    Channel,
    Dimension,
    EventCertainty,
    FactorKind,
    Harm,
    Held,
    Influence,
    Level,
    MoveKind,
    Outcome,
    Phase,
    PromptKind,
    RelationshipType,
    SettingKind,
    Status,
    StoryView,
    Strength,
    Track,
    UseKind,
)

NAMES = (
    "Amira",
    "Mum",
    "Gran",
    "Kayla",
    "Mr Okonkwo-Featherstonehaugh of the Youth Justice Service",
    "<b>x</b>",
    '<a href="javascript:alert(1)">x</a>',
    "=cmd()",
    "{{7*7}}",
    "%(name)s {name} %s",
    "&amp; <br> \\n $x^2$",
    "👩‍👩‍👧 🏳️‍🌈",
    "محمد الأمين",
    "שרה כהן",
    "王小明",
    "Zażółć gęślą jaźń",
    "\u202eReversed\u202c",
    "N" * 300,
    "many words " * 27 + "in it",
    "'\"`",
    "0",
)
DATES = ("2025", "2025-06", "2025~", "2018-10-25", "2025-01/2025-05", "2025-12/..", "2025-06?")

Json = dict[str, Any]
Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much there is in a case."""

    people: int = 5
    areas: int = 2
    settings: int = 2
    stages: int = 3
    others: int = 2
    """Ties between others."""


@dataclass(slots=True)
class _Builder:
    """Makes one case as the values of its file."""

    random: Random
    sizes: Sizes
    areas: list[str] = field(init=False)
    settings: dict[str, str | None] = field(default_factory=dict)
    stages: list[str] = field(init=False)
    people: list[str] = field(init=False)
    gone: set[tuple[str, str]] = field(default_factory=set)
    """Relationships that are ended or never formed in the team's view, with the stage."""

    def __post_init__(self) -> None:
        self.areas = [f"area-{n}" for n in range(self.sizes.areas)]
        self.stages = [f"stage-{n}" for n in range(self.sizes.stages)]
        self.people = [f"person-{n}" for n in range(self.sizes.people)]
        for number in range(self.sizes.settings):
            self.settings[f"setting-{number}"] = self.maybe(self.areas)

    def case(self) -> Json:
        relationships = [*self.own_ties(), *self.ties_between_others()]
        own = [tie["id"] for tie in relationships if "tracks" in tie]
        parts = [*self.members(), *(tie["id"] for tie in relationships)]
        return _told(
            format=FORMAT,
            title=self.name(),
            about=self.text(),
            young_person=self.young_person(),
            areas=[self.area(area) for area in self.areas],
            settings=[self.setting(setting) for setting in self.settings],
            stages=self.all_stages([tie["id"] for tie in relationships]),
            people=[self.person(person) for person in self.people],
            relationships=relationships,
            uses=self.uses(own),
            events=[self.event() for _ in range(self.count(4))],
            prompts=[self.prompt() for _ in range(self.count(3))],
            story=[self.story_step(parts) for _ in range(self.count(3))],
        )

    def chance(self, of_ten: int) -> bool:
        return self.random.randrange(10) < of_ten

    def count(self, most: int) -> int:
        return self.random.randint(0, most)

    def one(self, choices: Sequence[Chosen]) -> Chosen:
        return self.random.choice(choices)

    def maybe(self, choices: Sequence[Chosen], of_ten: int = 6) -> Chosen | None:
        return self.one(choices) if choices and self.chance(of_ten) else None

    def some(self, choices: Sequence[Chosen], most: int = 3) -> list[Chosen]:
        return self.random.sample(choices, min(self.count(most), len(choices)))

    def name(self) -> str:
        return self.one(NAMES)

    def text(self) -> str | None:
        return self.maybe((*NAMES, "", "Two\nlines", "A sentence. " * 40), 3)

    def members(self) -> list[str]:
        return [*self.people, *self.settings]

    def perspectives(self) -> list[str]:
        others = self.some(self.people, 2) if self.chance(3) else []
        return [*self.some(["team", "young_person"], 2), *others]

    def place(self) -> Json:
        """Give an area and a setting that do not contradict each other."""
        setting = self.maybe(list(self.settings), 4)
        area = self.maybe(self.areas, 7)
        if setting is not None and self.settings[setting] is not None and area is not None:
            area = self.settings[setting]
        return _told(area=area, setting=setting)

    def young_person(self) -> Json:
        return _told(
            name=self.name(),
            age=self.text(),
            pronouns=self.maybe(("she/her", "they/them")),
            eighteenth_birthday=self.maybe(DATES),
            harms=self.some(list(Harm)),
            note=self.text(),
        )

    def area(self, area: str) -> Json:
        return _told(
            id=area,
            name=self.name(),
            kind=self.one(list(AreaKind)),
            distance_miles=self.maybe((0, 0.5, 34, 25_000)),
            travel_minutes=self.maybe((0, 55, 1000)),
            note=self.text(),
        )

    def setting(self, setting: str) -> Json:
        kind = self.one(list(SettingKind))
        area = self.settings[setting]
        return _told(id=setting, name=self.name(), kind=kind, area=area, note=self.text())

    def all_stages(self, relationships: list[str]) -> list[Json]:
        phases = sorted((self.one(list(Phase)) for _ in self.stages), key=list(Phase).index)
        return [
            self.stage(stage, phase, relationships)
            for stage, phase in zip(self.stages, phases, strict=True)
        ]

    def stage(self, stage: str, phase: Phase, relationships: list[str]) -> Json:
        return _told(
            id=stage,
            label=self.name(),
            phase=phase,
            when=self.maybe(DATES),
            lasted=self.text(),
            **self.place(),
            note=self.text(),
            move=self.move() if self.chance(4) else None,
            placement_count=self.maybe(("14", "several"), 2),
            safety=[
                _told(dimension=dimension, held=self.one(list(Held)), perspective=perspective)
                for perspective in self.perspectives()
                for dimension in self.some(list(Dimension))
            ],
            factors=[
                _told(
                    kind=self.one(list(FactorKind)),
                    text=self.name(),
                    relationship=self.maybe(relationships),
                )
                for _ in range(self.count(2))
            ],
            blanks={track: self.one(list(Blank)) for track in self.some(list(Track))},
            uses_recorded=self.some(list(Track)),
        )

    def move(self) -> Json:
        return _told(
            kinds=self.some(list(MoveKind)),
            arranged_by=self.maybe(list(ArrangedBy)),
            planned=self.maybe((True, False)),
            stated_duration=self.text(),
            reasons=self.some(NAMES),
            note=self.text(),
        )

    def person(self, person: str) -> Json:
        stages = self.some(range(len(self.stages))) if self.chance(3) else []
        return _told(
            id=person,
            name=self.name(),
            role=self.name(),
            type=self.one(list(RelationshipType)),
            role_slot=self.maybe(("Social worker", "Teacher"), 2),
            area=self.maybe(self.areas, 7),
            settings=self.some(list(self.settings), 2),
            where=[{"stage": self.stages[n], **self.place()} for n in sorted(stages)],
            group_size=self.maybe(("6", "about 12"), 2),
            time_limited=self.maybe((True, False)),
            note=self.text(),
        )

    def own_ties(self) -> list[Json]:
        """Give most people, and some settings, one tie with the young person; a few two."""
        members = [member for member in self.members() if self.chance(8)]
        members += self.some(members, 2)
        return [self.own_tie(f"tie-{n}", member) for n, member in enumerate(members)]

    def own_tie(self, tie: str, member: str) -> Json:
        tracks = self.random.sample(list(Track), self.one((1, 1, 1, 2, 3)))
        to = self.maybe(("young_person",), 3)
        states = self.states(tie)
        return _told(id=tie, **{"from": member}, to=to, tracks=tracks) | {"states": states}

    def ties_between_others(self) -> list[Json]:
        members = self.members()
        if len(members) < 2:
            return []
        pairs = [self.random.sample(members, 2) for _ in range(self.sizes.others)]
        return [
            {"id": f"other-{n}", "from": first, "to": second, "states": self.states(f"other-{n}")}
            for n, (first, second) in enumerate(pairs)
        ]

    def states(self, tie: str) -> list[Json]:
        told = [
            self.state(tie, number, perspective)
            for perspective in self.perspectives()
            for number in sorted(self.some(range(len(self.stages))))
        ]
        if self.chance(5):
            told.sort(key=lambda state: self.stages.index(state["stage"]))
        return told

    def state(self, tie: str, number: int, perspective: str) -> Json:
        status = self.maybe(list(Status), 9)
        closeness = None
        if perspective == "team":
            status = status or Status.ACTIVE
            self.note_gone(tie, number, status)
        elif perspective == "young_person":
            closeness = self.maybe((1, 2, 3))
        return _told(
            stage=self.stages[number],
            perspective=None if perspective == "team" and self.chance(8) else perspective,
            status=status,
            strength=self.maybe(list(Strength)),
            strained=self.maybe((True, False), 3),
            influence=self.some(list(Influence), 2),
            closeness=closeness,
            how_often=self.text(),
            how=self.maybe(list(Channel)),
            certainty=self.maybe(list(Certainty), 2),
            source=self.text(),
            note=self.text(),
        )

    def note_gone(self, tie: str, number: int, status: Status) -> None:
        later = {(tie, stage) for stage in self.stages[number:]}
        self.gone -= later
        if status in (Status.ENDED, Status.NEVER_FORMED):
            self.gone |= later

    def uses(self, own: list[str]) -> list[Json]:
        told: dict[tuple[str, ...], Json] = {}
        for _ in range(self.count(3 * len(self.stages)) if own else 0):
            stage, tie, use = self.one(self.stages), self.one(own), self.one(list(UseKind))
            levels = list(Level)[1:] if (tie, stage) in self.gone else list(Level)
            told[stage, tie, use] = _told(
                stage=stage,
                relationship=tie,
                use=use,
                level=self.one(levels),
                held_by=self.some([*self.people, "young_person"], 2),
                note=self.text(),
            )
        return list(told.values())

    def event(self) -> Json:
        somebody = [*self.members(), "young_person"]
        return _told(
            text=self.name(),
            stage=self.maybe(self.stages, 7),
            when=self.maybe(DATES),
            by=self.some(somebody, 2),
            people=self.some(somebody, 2),
            outcome=self.maybe(list(Outcome)),
            certainty=self.maybe(list(EventCertainty)),
            source=self.text(),
        )

    def prompt(self) -> Json:
        return _told(
            stage=self.maybe(self.stages),
            kind=self.one(list(PromptKind)),
            text=self.name(),
            owner=self.maybe([*self.people, "The school"]),
            done=self.maybe((True, False)),
        )

    def story_step(self, parts: list[str]) -> Json:
        return _told(
            title=self.name(),
            text=self.text(),
            stage=self.maybe(self.stages),
            view=self.maybe(list(StoryView)),
            highlight=self.some(parts),
            ask=self.text(),
            guess=self.maybe((True, False)),
            presenter_notes=self.text(),
        )


def _told(**fields: Any) -> Json:  # noqa: ANN401 - the values of a file have no common type
    """Leave out what is not told."""
    return {name: value for name, value in fields.items() if value not in (None, [], {})}


def random_case(random: Random, sizes: Sizes) -> Case:
    """Make a valid case; the same for the same random numbers and sizes."""
    return Case.model_validate(_Builder(random, sizes).case())


def sizes(
    max_people: int = 60, max_areas: int = 8, max_stages: int = 14
) -> st.SearchStrategy[Sizes]:
    """Draw how much there is in a case: mostly little, now and then the most."""
    few_or_many = st.one_of(st.integers(0, min(6, max_people)), st.integers(0, max_people))
    return st.builds(
        Sizes,
        people=few_or_many,
        areas=st.integers(1, max_areas),
        settings=st.integers(0, 8),
        stages=st.integers(1, max_stages),
        others=st.integers(0, 12),
    )


@st.composite
def cases(draw: st.DrawFn, max_people: int = 60, max_areas: int = 8, max_stages: int = 14) -> Case:
    """Draw a valid case."""
    drawn = draw(sizes(max_people, max_areas, max_stages))
    seed = draw(st.integers(0, 2**32))
    return random_case(Random(seed), drawn)  # noqa: S311 - the same seed, the same case
