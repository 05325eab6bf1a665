"""The stage in words: the small case by hand, and every sample case by what must be in it."""

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.models import Case
from relnet.case.names import Names, names_of
from relnet.case.reading import read_case
from relnet.case.timeline import opening_perspective, perspectives
from relnet.figures.words import (
    announcement,
    date_words,
    member_words,
    relationship_words,
    stage_title,
    stage_words,
)
from relnet.figures.words_dates import short_date_words
from relnet.figures.words_join import listed, paragraph, with_semicolons, without_stop
from relnet.figures.words_summary import miles_words, travel_words
from relnet.figures.words_tie import place_words
from relnet.network.graph import CaseNetwork, build_network
from relnet.resources import sample_cases_folder
from tests.network.small import circle, small_network, state
from tests.strategies import cases

SAMPLES = sorted(sample_cases_folder().glob("*.relnet.json"))


def shown(network: CaseNetwork) -> Names:
    """Give the names of the small case."""
    return names_of(network.case)


def summary_of(stage: int, perspective: str = "team", **more: object) -> str:
    """Give the summary of a stage of the small case."""
    network = small_network(**more)
    return stage_words(network, stage, perspective, shown(network)).summary


def items_of(stage: int, perspective: str = "team", **more: object) -> tuple[str, ...]:
    """Give the list of a stage of the small case."""
    network = small_network(**more)
    return stage_words(network, stage, perspective, shown(network)).items


def lines_of(stage: int, perspective: str = "team", **more: object) -> list[str]:
    """Give the map's labels of a stage of the small case."""
    network = small_network(**more)
    ties = network.ties(stage, perspective)
    return [relationship_words(tie, network, stage, shown(network)) for tie in ties]


def test_titles_of_the_small_case() -> None:
    network = small_network()
    names = shown(network)
    assert [stage_title(network, stage, names) for stage in range(3)] == [
        "At home: one track in practice, two not recorded",
        "Foster home, Northfield: one of three tracks in practice",
        "Later: one track not in practice, two not recorded",
    ]
    assert announcement(network, 1, names) == stage_title(network, 1, names)


def test_there_is_a_title_for_every_count() -> None:
    ends = ("dawn", "gran", "kayla")
    tracks = ("trusted", "parent_child", "community_peer")
    found = set()
    for states in product(("practice", "empty", "unknown"), repeat=3):
        told = dict(zip(ends, states, strict=True))
        uses = [
            {"stage": "later", "relationship": f"r-{end}", "use": "safety", "level": "practice"}
            for end, known in told.items()
            if known == "practice"
        ]
        recorded = [track for track, known in zip(tracks, states, strict=True) if known == "empty"]
        stage = {"id": "later", "label": "Now", "phase": "after", "uses_recorded": recorded}
        before = [{"id": key, "label": key, "phase": "before"} for key in ("before", "foster")]
        network = small_network(uses=uses, stages=[*before, stage])
        found.add(stage_title(network, 2, shown(network)))
    # (0 to 3 in practice) × (0 to 3 not recorded), not more than 3 together.
    assert len(found) == 10


def test_labels_on_the_map() -> None:
    assert lines_of(1) == [
        "Dawn, social worker: strong, consistency in practice, safety planned",
        (
            "Gran, grandparent: broken, close to Amira (middle circle), in nobody’s plan, seen "
            "differently by Amira"
        ),
        (
            "Kayla, best friend: not known since the move, close to Amira (inner circle), in "
            "nobody’s plan"
        ),
        "Tee, older peer: not known since the move, harmful, close to Amira (middle circle)",
        "Boxing club, club: ended",
        "Dawn and Gran: active",
        "Gran and Kayla: active",
    ]


def test_a_label_never_says_in_nobodys_plan_where_uses_were_not_recorded() -> None:
    assert [line for line in lines_of(0) if "plan" in line] == []


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (state("before", strained=True, strength="strong"), "strong, strained"),
        (
            state("before", influence=["harmful"], certainty="suspected"),
            "active, harmful, suspected",
        ),
        (
            state("before", "wanted", influence=["protective", "harmful"]),
            "wanted, both protective and harmful",
        ),
        (state("before", None, strength="weak"), "status not recorded, weak"),
        (state("before", "broken", strength="strong"), "broken"),
        (state("before", "not_known"), "not known"),
        (state("before", "never_formed"), "never formed"),
    ],
)
def test_states_in_words(told: dict[str, object], expected: str) -> None:
    tie = {"id": "r", "from": "dawn", "tracks": ["trusted"], "states": [told]}
    assert lines_of(0, relationships=[tie], uses=[]) == [f"Dawn, social worker: {expected}"]


def test_members_in_words() -> None:
    network = small_network()
    words = [member_words(network, 1, "team", member, shown(network)) for member in ("club", "jan")]
    assert words == [
        "Boxing club, club: ended",
        "Jan, dentist: nothing recorded between them and Amira here",
    ]


def test_two_relationships_with_one_member_stand_in_one_line() -> None:
    ties = [
        {"id": f"r-{track}", "from": "dawn", "tracks": [track], "states": [told]}
        for track, told in (
            ("trusted", state("before", strength="weak")),
            ("community_peer", state("before", "wanted")),
        )
    ]
    network = small_network(relationships=ties, uses=[])
    assert member_words(network, 0, "team", "dawn", shown(network)) == (
        "Dawn, social worker: weak; wanted"
    )


def test_the_summary_of_the_move() -> None:
    assert summary_of(1) == (
        "Amira lives in Northfield. Northfield is 62 miles from home, a journey of 2 hours and "
        "10 minutes. The local authority arranged the move. The move was not planned. Kind of "
        "move: out of the area. Professionals work with trusted relationships, through Dawn "
        "(consistency). "
        "Nobody works with parents and family. Nobody works with the community and peers. "
        "Planned, not in practice: safety through Dawn. Since the stage before, relationships "
        "grew stronger with Dawn; were broken with Gran; ended with Boxing club. Counted apart, "
        "because it brings only harm: the relationship with Tee (not known). Nobody has said "
        "since the move how things stand with Kayla. Close to Amira and in nobody’s plan: Gran "
        "and Kayla."
    )


def test_the_summary_where_little_is_recorded() -> None:
    words = summary_of(2)
    assert words.startswith("It is not known where Amira lives. Whether anybody works with trusted")
    assert "Hoped for, not planned: safety through Kayla." in words
    assert "move." not in words.split("Nobody works", maxsplit=1)[0]


def test_the_summary_of_nothing() -> None:
    words = summary_of(0, people=[], settings=[], relationships=[], uses=[])
    assert words.endswith("No relationship is recorded at this stage.")


def test_what_others_know_is_told_apart_from_what_nobody_has_said() -> None:
    states = [state("before"), state("foster", perspective="gran")]
    tie = {"id": "r", "from": "kayla", "tracks": ["community_peer"], "states": states}
    words = summary_of(1, relationships=[tie], uses=[])
    assert "Not told by the team since the move, but by others: Kayla." in words
    assert "This is how Gran sees it." in summary_of(1, "gran", relationships=[tie], uses=[])


def test_what_was_told_as_not_known_is_told_so() -> None:
    tie = {
        "id": "r",
        "from": "dawn",
        "tracks": ["trusted"],
        "states": [state("foster", "not_known")],
    }
    words = summary_of(1, relationships=[tie], uses=[])
    assert "Recorded as not known: Dawn." in words
    assert "Nobody has said" not in words


def test_the_list_goes_track_by_track() -> None:
    assert items_of(0) == (
        "Trusted relationships: not recorded whether it is in practice.",
        "Dawn, social worker: weak; where: not known; how close: Amira was not asked.",
        "Parent–child and family: in practice.",
        (
            "Gran, grandparent: strong; in Riverside; close to Amira (middle circle); "
            "collaboration in practice, not said by whom."
        ),
        "Community and peers: not recorded whether it is in practice.",
        "Community and peers: not asked who else there is.",
        "Kayla, best friend: steady; in Riverside; close to Amira (inner circle).",
        "Tee, older peer: active, harmful; in Riverside; close to Amira (middle circle).",
        "Boxing club, club: active; in Riverside; how close: Amira was not asked.",
        "Between others, across two tracks: Dawn and Gran: active.",
        "Area where Amira lives now: Riverside, home area.",
        (
            "Area: Northfield, placement area. Northfield is 62 miles from home, a journey of 2 "
            "hours and 10 minutes."
        ),
        "Also named, with no relationship recorded: Jan, dentist.",
    )


def test_the_list_says_how_often_how_and_what_others_see() -> None:
    states = [
        state("before", how_often="Every day.", how="phone", certainty="established"),
        state("before", "wanted", perspective="young_person", closeness=3, how="letter"),
    ]
    tie = {"id": "r-dawn", "from": "dawn", "tracks": ["trusted"], "states": states}
    use = {"stage": "before", "relationship": "r-dawn", "use": "safety", "level": "planned"}
    held = {**use, "level": "ambition", "held_by": ["gran", "young_person"]}
    assert items_of(0, relationships=[tie], uses=[use, held])[1] == (
        "Dawn, social worker: active, established; Every day, by phone; where: not known; in "
        "Amira’s outer circle; safety planned, held by Dawn; safety as an ambition, held by Gran "
        "and Amira; Amira sees it differently: wanted, by letter."
    )


def test_events_are_in_the_list() -> None:
    events = [
        {"text": "Gran rang.", "stage": "before"},
        {
            "text": "Amira asked to see Kayla",
            "stage": "before",
            "when": "2025-06~",
            "outcome": "refused",
            "certainty": "disputed",
            "source": "Gran",
        },
        {"text": "Told later"},
    ]
    assert [line for line in items_of(0, events=events) if line.startswith(("Event", "Ref"))] == [
        "Event: Gran rang.",
        "Refused: Amira asked to see Kayla (about June 2025; disputed; told by: Gran).",
    ]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("happened", "Event: Gran came."),
        ("did_not_happen", "Did not happen: Gran came."),
        ("refused", "Refused: Gran came."),
        ("unanswered", "Not answered: Gran came."),
    ],
)
def test_what_came_of_an_event_is_said_first(outcome: str, expected: str) -> None:
    event = {"text": "Gran came", "stage": "before", "outcome": outcome}
    assert expected in items_of(0, events=[event])


def test_each_reason_for_a_move_is_a_sentence() -> None:
    move = {"arranged_by": "young_person", "planned": True, "reasons": ["No bed.", "“I rang.”"]}
    stages = [
        {"id": "before", "label": "Before", "phase": "before"},
        {"id": "foster", "label": "Foster", "phase": "during", "move": move},
        {"id": "later", "label": "Later", "phase": "after"},
    ]
    assert (
        "Amira decided on the move. The move was planned. A reason given: No bed. "
        "Another reason given: “I rang”. "
    ) in summary_of(1, stages=stages)


@pytest.mark.parametrize(
    ("settings", "area", "expected"),
    [
        ([], None, "where: not known"),
        (["gym"], None, "in Riverside (Gym)"),
        (["yard"], None, "in Yard"),
        ([], "near", "in Riverside"),
        (["chat"], None, "in an online space (Chat)"),
        ([], "games", "in an online space"),
    ],
)
def test_where_somebody_is(settings: list[str], area: str | None, expected: str) -> None:
    network = small_network(
        areas=[
            {"id": "near", "name": "Riverside", "kind": "home"},
            {"id": "games", "name": "Games", "kind": "online"},
        ],
        settings=[
            {"id": "gym", "name": "Gym", "kind": "club", "area": "near"},
            {"id": "yard", "name": "Yard", "kind": "other"},
            {"id": "chat", "name": "Chat", "kind": "online"},
        ],
        people=[
            {
                "id": "lee",
                "name": "Lee",
                "role": "friend",
                "type": "peer",
                "area": area,
                "settings": settings,
            }
        ],
        stages=[{"id": "before", "label": "Before", "phase": "before"}],
        relationships=[],
        uses=[],
    )
    assert place_words(network, "lee", 0, shown(network)) == expected
    assert place_words(network, "chat", 0, shown(network)) == "in an online space"


def test_with_names_hidden_a_sentence_has_its_articles() -> None:
    network = small_network()
    words = stage_words(network, 1, "team", names_of(network.case, hidden=True))
    assert words.summary.startswith(
        "The young person lives in the placement area. The placement area is 62 miles from home"
    )
    assert "through the social worker (consistency)" in words.summary
    told = "Between others, across two tracks: The social worker and the grandparent: active."
    assert told in words.items


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025", "2025"),
        ("2025-06", "June 2025"),
        ("2018-10-05", "5 October 2018"),
        ("2025~", "about 2025"),
        ("2025-06?", "perhaps June 2025"),
        ("2025%", "perhaps about 2025"),
        ("2025-01/2025-05", "January 2025 to May 2025"),
        ("2025-01/..", "from January 2025"),
        ("/2025-05~", "until about May 2025"),
        ("2025-21", "spring 2025"),
        ("201X", "201X"),
    ],
)
def test_dates_in_words(edtf: str, expected: str) -> None:
    assert date_words(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2025", "2025"),
        ("2025-05", "May 2025"),
        ("2018-10-05", "5 Oct 2018"),
        ("2025-06~", "about Jun 2025"),
        ("2024-01/2024-05", "Jan – May 2024"),
        ("2024-01/2024-05~", "Jan – about May 2024"),
        ("2023-09/2024-02", "Sep 2023 – Feb 2024"),
        ("2024-01~/2024-05", "about Jan 2024 – May 2024"),
        ("2024-01-05/2024-01-20", "5 Jan 2024 – 20 Jan 2024"),
        ("2024-01/2024-05-20", "Jan 2024 – 20 May 2024"),
        ("2024-01/2024", "Jan 2024 – 2024"),
        ("2024/2025", "2024 – 2025"),
        ("2026-07/..", "from Jul 2026"),
        ("/2025-05", "until May 2025"),
        ("2025-21", "spring 2025"),
        ("../..", "../.."),
    ],
)
def test_dates_in_few_words(edtf: str, expected: str) -> None:
    assert short_date_words(edtf) == expected


def test_lists_and_sentences() -> None:
    assert [listed("ABC"[:number]) for number in range(4)] == ["", "A", "A and B", "A, B and C"]
    assert with_semicolons(("A {x}", "B, C")) == "A {x}; B, C"
    assert paragraph(("One.", "", "Two.")) == "One. Two."
    assert [without_stop(text) for text in ("No.", "“No.”", "No?", "a.b")] == [
        "No",
        "“No”",
        "No?",
        "a.b",
    ]


def test_distances() -> None:
    assert [miles_words(miles) for miles in (0, 0.5, 1, 62)] == [
        "0 miles",
        "0.5 miles",
        "1 mile",
        "62 miles",
    ]
    assert [travel_words(minutes) for minutes in (1, 45, 60, 121)] == [
        "1 minute",
        "45 minutes",
        "1 hour",
        "2 hours and 1 minute",
    ]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_case_says_all_that_its_map_shows(path: Path) -> None:
    network = build_network(read_case(path))
    names = shown(network)
    perspective = opening_perspective(network.case)
    for stage in range(len(network.case.stages)):
        items = stage_words(network, stage, perspective, names).items
        ties = network.ties(stage, perspective)
        starts = [relationship_words(tie, network, stage, names).split(": ")[0] for tie in ties]
        missing = [
            start for start in starts if not any(f"{start}: " in f"{item}: " for item in items)
        ]
        assert missing == []
        assert len(items) >= len(ties) + 3 + len(network.case.areas)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_hidden_names_are_in_no_word_of_any_sample_case(path: Path) -> None:
    network = build_network(read_case(path))
    case = network.case
    names = names_of(case, hidden=True)
    known = [case.young_person.name, *(person.name for person in case.people)]
    # "The social worker" is no name: a stand-in may say the same.
    known = [name for name in known if not re.match(r"(The|An?) [a-z]", name)]
    parts = "|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in known)
    found = re.compile(parts or r"(?!)")
    for stage in range(len(case.stages)):
        words = stage_words(network, stage, opening_perspective(case), names)
        said = [words.title, words.summary, *words.items]
        said += [member_words(network, stage, "team", key, names) for key in network.members]
        assert [line for line in said if found.search(line)] == []


def test_circles_alone_are_told_as_such() -> None:
    tie = {
        "id": "r",
        "from": "dawn",
        "tracks": ["trusted"],
        "states": [circle("before", 1)],
    }
    assert lines_of(0, "young_person", relationships=[tie], uses=[]) == [
        "Dawn, social worker: status not recorded, close to Amira (inner circle)"
    ]


@settings(deadline=None, max_examples=40)
@given(case=cases(max_people=20, max_stages=5), hidden=st.booleans())
def test_any_case_can_be_told(case: Case, *, hidden: bool) -> None:
    network = build_network(case)
    names = names_of(case, hidden=hidden)
    for perspective, stage in product(perspectives(case), range(len(case.stages))):
        words = stage_words(network, stage, perspective, names)
        assert words.title
        assert words.summary
        assert len(words.items) >= len(network.ties(stage, perspective))
