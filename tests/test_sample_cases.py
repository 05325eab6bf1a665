"""The sample cases: that they open, and that they show what they are there to show.

The expected numbers are counted by hand, from the issue, the paper's Fig. 2 and the pictures.
"""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from relnet.case.models import Case
from relnet.case.reading import read_case
from relnet.case.timeline import perspectives, place_at, state_at
from relnet.case.vocabulary import (
    YOUNG_PERSON,
    AreaKind,
    ArrangedBy,
    Blank,
    Influence,
    Level,
    MoveKind,
    Phase,
    SettingKind,
    Status,
    Track,
    UseKind,
)
from relnet.network.attention import attention, overlooked
from relnet.network.changes import ChangeKind, changes
from relnet.network.graph import build_network
from relnet.resources import sample_cases_folder

AMIRA = "amira"
HELD_TOGETHER = "amira-held-together"
FIGURE_2 = "figure-2"
MANY_MOVES = "many-moves"
ONE_VOICE = "one-voice"
WHOLE_FAMILY = "whole-family-move"
ALL = (AMIRA, HELD_TOGETHER, FIGURE_2, MANY_MOVES, ONE_VOICE, WHOLE_FAMILY)

TRUSTED, PARENT_CHILD, COMMUNITY_PEER = Track

# From the wording guide: what these cases must not say, whoever speaks in them.
AVOID = re.compile(
    r"""
    \bsel(f|ves)\ at\ risk\b | \brisky?\b | \b(high|medium|low)[ -]risk\b
    | \b(involved|engaged)\ in\b | \brecruit | \bassociat | \bin\ a\ relationship\ with\b
    | \bgangs?\b | \babscond | \bcontact(s|ed|ing)?\b | \bbirth\ (parent|mother|father|famil)
    | \bchalleng | \bhard\ to\ (place|reach)\b | \bdisengag | \bperpetrat | \bsuspects?\b
    | \bthe\ child\b | \bclients?\b | \bego\b
    | \b(LAC|CSE|CCE|MACE|IRO)\b | \bno\ data\b | \bnull\b | \bN/A\b
    | \b(error|invalid|failed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


@cache
def sample(name: str) -> Case:
    return read_case(sample_cases_folder() / f"{name}.relnet.json")


def texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from texts(part)


def in_practice(name: str) -> dict[str, tuple[Track, ...]]:
    case = sample(name)
    network = build_network(case)
    return {
        stage.id: attention(network, number).in_practice for number, stage in enumerate(case.stages)
    }


def uses(name: str, stage: str) -> set[tuple[str, UseKind, Level]]:
    return {
        (use.relationship, use.use, use.level) for use in sample(name).uses if use.stage == stage
    }


def test_the_folder_holds_these_six_and_the_pages_of_two_stories() -> None:
    found = {path.name for path in sample_cases_folder().iterdir() if path.is_file()}
    pages = {"amira.handout.html", "amira-held-together.handout.html"}
    assert found == {f"{name}.relnet.json" for name in ALL} | pages


@pytest.mark.parametrize("name", [name for name in ALL if name != FIGURE_2])
def test_a_sample_says_that_it_is_invented(name: str) -> None:
    assert "An invented case. Nobody in it is real." in (sample(name).about or "")


@pytest.mark.parametrize("name", ALL)
def test_a_sample_uses_no_word_to_avoid(name: str) -> None:
    found = [text for text in texts(sample(name).model_dump(mode="json")) if AVOID.search(text)]
    assert found == []


@pytest.mark.parametrize(
    "text", ["He absconded", "family contact", "puts herself at risk", "hard to place", "a gang"]
)
def test_the_words_to_avoid_would_be_found(text: str) -> None:
    assert AVOID.search(text)


@pytest.mark.parametrize("name", [AMIRA, HELD_TOGETHER])
def test_amira_has_18_people_and_five_stages_told_by_three(name: str) -> None:
    case = sample(name)
    assert (case.young_person.name, len(case.people)) == ("Amira", 18)
    # Riverside, Northfield and the coast; and what reaches her on the phone is in no area of these.
    assert [area.kind.value for area in case.areas] == ["home", "placement", "placement", "online"]
    assert [stage.phase for stage in case.stages] == [
        Phase.BEFORE,
        Phase.DURING,
        Phase.DURING,
        Phase.DURING,
        Phase.AFTER,
    ]
    assert perspectives(case) == ("team", "young_person", "mum")
    northfield = next(area for area in case.areas if area.id == "northfield")
    assert (northfield.distance_miles, northfield.travel_minutes) == (62, 130)


def test_amira_follows_the_siloed_pattern() -> None:
    assert in_practice(AMIRA) == {
        "at-home": (PARENT_CHILD,),
        "foster": (TRUSTED,),
        "residential": (TRUSTED,),
        "with-gran": (TRUSTED,),
        "after-18": (),
    }
    assert {use for _, use, _ in uses(AMIRA, "at-home")} == {UseKind.COLLABORATION}
    assert ("r-dawn", UseKind.COLLABORATION, Level.PRACTICE) in uses(AMIRA, "with-gran")
    assert uses(AMIRA, "after-18") == {
        ("r-kayla", UseKind.SAFETY, Level.AMBITION),
        ("r-coach-osei", UseKind.SAFETY, Level.AMBITION),
    }


def test_amiras_first_move_is_the_one_in_the_picture() -> None:
    network = build_network(sample(AMIRA))
    found: dict[ChangeKind, set[str]] = {}
    for change in changes(network, 0, 1, "team"):
        found.setdefault(change.kind, set()).add(change.relationship.removeprefix("r-"))
    assert found[ChangeKind.BROKEN] == {
        *("leila", "gran", "dad", "kayla", "ms-ahmed", "coach-osei", "mrs-patel", "jays-group")
    }
    assert found[ChangeKind.NEW] == {"ruth", "sam", "mr-hill", "ebony", "choir"}
    matters = [item.member for item in overlooked(network, 1, "team") if not item.harmful]
    assert matters == ["mum", "leila", "kayla"]


def test_amira_shows_each_kind_of_blank_and_status() -> None:
    case = sample(AMIRA)
    assert case.stages[4].blanks == {TRUSTED: Blank.ASKED_NONE}
    assert attention(build_network(case), 2).not_recorded == (COMMUNITY_PEER,)
    told = {state.status for tie in case.relationships for state in tie.states}
    assert set(Status) <= told
    choir = state_at(case, "r-choir", "residential")
    assert choir is not None
    assert choir.status is Status.NOT_KNOWN
    assert state_at(case, "r-choir", "foster", YOUNG_PERSON) is None


@pytest.mark.parametrize("name", [AMIRA, HELD_TOGETHER])
def test_amira_disagrees_with_the_team_about_tee(name: str) -> None:
    case = sample(name)
    seen = {
        perspective: state.influence
        for perspective in perspectives(case)
        if (state := state_at(case, "r-tee", "at-home", perspective)) is not None
    }
    assert seen == {
        "team": (Influence.HARMFUL,),
        "young_person": (Influence.PROTECTIVE,),
        "mum": (Influence.HARMFUL,),
    }


def test_held_together_has_all_three_tracks_at_every_stage() -> None:
    assert set(in_practice(HELD_TOGETHER).values()) == {tuple(Track)}


@pytest.mark.parametrize("stage", ["at-home", "foster", "residential", "with-gran", "after-18"])
def test_held_together_is_partly_planned_and_partly_hoped_for(stage: str) -> None:
    assert {level for _, _, level in uses(HELD_TOGETHER, stage)} == set(Level)


def test_held_together_is_the_same_young_person_and_people() -> None:
    was, held = sample(AMIRA), sample(HELD_TOGETHER)
    assert was.young_person == held.young_person
    assert (was.people, was.areas, was.settings) == (held.people, held.areas, held.settings)
    assert [(s.id, s.when, s.area) for s in was.stages] == [
        (s.id, s.when, s.area) for s in held.stages
    ]
    own = [[tie.id for tie in case.relationships if tie.with_young_person] for case in (was, held)]
    assert own[0] == own[1]


def test_held_together_still_has_loss_and_harm() -> None:
    case = sample(HELD_TOGETHER)
    choir = state_at(case, "r-choir", "residential")
    tee = state_at(case, "r-tee", "with-gran")
    kayla = state_at(case, "r-kayla", "residential")
    assert choir is not None
    assert tee is not None
    assert kayla is not None
    assert choir.status is Status.BROKEN
    assert (tee.status, tee.influence) == (Status.ACTIVE, (Influence.HARMFUL,))
    assert kayla.strained


def test_figure_2_says_what_the_paper_says() -> None:
    assert in_practice(FIGURE_2) == {"before": (PARENT_CHILD,), "during": (TRUSTED,), "after": ()}
    assert [(use.stage, use.use, use.level) for use in sample(FIGURE_2).uses] == [
        ("before", UseKind.COLLABORATION, Level.PRACTICE),
        ("during", UseKind.CONSISTENCY, Level.PRACTICE),
        ("during", UseKind.COLLABORATION, Level.PRACTICE),
        ("after", UseKind.SAFETY, Level.AMBITION),
    ]
    assert all(set(stage.uses_recorded) == set(Track) for stage in sample(FIGURE_2).stages)


def test_figure_2_names_its_source_and_adds_nothing() -> None:
    case = sample(FIGURE_2)
    assert "Firmin and Owens (2022)" in (case.about or "")
    assert "doi 10.1007/s42448-021-00106-5" in (case.about or "")
    assert (case.young_person.harms, case.events, case.prompts) == ((), (), ())
    states = [state for tie in case.relationships for state in tie.states]
    assert not any(state.closeness or state.influence or state.strength for state in states)


def test_many_moves_is_as_large_as_it_says() -> None:
    case = sample(MANY_MOVES)
    assert (len(case.people), len(case.areas), len(case.stages)) == (60, 5, 9)
    homes = {stage.setting for stage in case.stages}
    kinds = {setting.kind for setting in case.settings if setting.id in homes}
    assert {SettingKind.SECURE, SettingKind.KIN_HOME} <= kinds
    # 60 people, 14 settings and the young person
    assert build_network(case).graph.number_of_nodes() == 75


def test_many_moves_by_stage() -> None:
    counts = {stage: len(tracks) for stage, tracks in in_practice(MANY_MOVES).items()}
    assert counts == {
        "at-home": 2,
        "on-a-plan": 1,
        "foster": 1,
        "short-stays": 1,
        "residential": 1,
        "unplanned-return": 2,
        "secure-home": 2,
        "with-denise": 3,
        "eighteen": 1,
    }


def test_many_moves_has_a_return_that_nobody_planned() -> None:
    moves = [stage.move for stage in sample(MANY_MOVES).stages if stage.move is not None]
    (back,) = [move for move in moves if MoveKind.RETURN in move.kinds]
    assert (back.planned, back.arranged_by) == (False, ArrangedBy.YOUNG_PERSON)


def test_many_moves_has_four_social_workers_one_after_another() -> None:
    case = sample(MANY_MOVES)
    workers = [person.id for person in case.people if person.role_slot == "social worker"]
    assert workers == ["farida", "colm", "tolu", "helen"]
    first = {tie.from_: tie.states[0].stage for tie in case.relationships}
    assert [first[worker] for worker in workers] == [
        *("at-home", "short-stays", "unplanned-return", "with-denise")
    ]


def test_many_moves_has_belonging_and_harm_in_one_relationship() -> None:
    case = sample(MANY_MOVES)
    seen = [
        state_at(case, "r-dex", "on-a-plan", perspective)
        for perspective in ("team", "young_person", "mum")
    ]
    assert [state.influence for state in seen if state is not None] == [
        (Influence.PROTECTIVE, Influence.HARMFUL),
        (Influence.PROTECTIVE,),
        (Influence.HARMFUL,),
    ]


def test_the_whole_family_moves_without_a_placement() -> None:
    case = sample(WHOLE_FAMILY)
    assert [area.kind for area in case.areas] == [AreaKind.HOME, AreaKind.OTHER, AreaKind.OTHER]
    assert [stage.when for stage in case.stages] == [
        *("2023-09/2024-02", "2024-03", "2024~", None, "2025-06")
    ]
    household = {member: place_at(case, member, "at-ewas").area for member in ("mum", "dad")}
    assert household == {"mum": "tarnside", "dad": "harrowby"}
    arcade = state_at(case, "r-eastmoor-arcade", "found-out")
    assert arcade is not None
    assert arcade.influence == (Influence.HARMFUL,)
    assert place_at(case, "eastmoor-arcade", "found-out").area == "eastmoor"


def test_one_voice_is_dads_alone_and_has_no_dates() -> None:
    case = sample(ONE_VOICE)
    assert perspectives(case) == ("dad",)
    dates = [*(stage.when for stage in case.stages), *(event.when for event in case.events)]
    assert not any(dates)
    callum = state_at(case, "r-callum", "foster-home", "dad")
    assert callum is not None
    assert callum.status is Status.NOT_KNOWN
    blanks = [stage.blanks.get(COMMUNITY_PEER) for stage in case.stages]
    assert blanks == [None, Blank.NOT_ASKED, Blank.NOT_ASKED]
