"""The tracks in words: the title, the sentence of a row, and what is not told."""

import pytest

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.figures.tracks.options import Roles, TracksOptions
from relnet.figures.words_tracks import (
    not_told,
    number_words,
    role_words,
    row_words,
    tracks_title,
)
from relnet.network.graph import build_network
from tests.figures.scenes import Values, case_with, own, person, stage, told
from tests.figures.tracks.drawn import rows_of, sample_case


def title_of(case: Case, perspective: str = "team") -> str:
    """Give the title of a case."""
    return tracks_title(build_network(case), perspective, names_of(case))


def test_the_title_counts_what_the_first_move_left() -> None:
    """Worked by hand: 13 are active at home, Tee's brings harm alone and is left out.

    Kept of the twelve: Marcus, Dawn, PC Lowe and Mum.
    """
    assert title_of(sample_case("amira")) == (
        "Amira’s relationships over five stages: 4 of 12 kept through the first move"
    )


def moved(*states: Values, second_move: bool = False) -> Case:
    """Give a case of three stages with a move, and one peer for each state at the second."""
    people = [person(f"peer-{n}") for n in range(len(states))]
    return case_with(
        stages=[
            stage("s0"),
            stage("s1", move={}),
            stage("s2", move={} if second_move else None),
        ],
        people=people,
        relationships=[
            own(part["id"], told("s0"), *([state] if state else []))
            for part, state in zip(people, states, strict=True)
        ],
    )


@pytest.mark.parametrize(
    ("case", "title"),
    [
        (case_with(), "Amira’s relationships at one stage"),
        (
            case_with(stages=[stage("s0"), stage("s1")]),
            "Amira’s relationships over two stages",
        ),
        (
            case_with(stages=[stage("s0"), stage("s1", move={})]),
            "Amira’s relationships over two stages",
        ),
        (
            moved(told("s1"), told("s1", "broken")),
            "Amira’s relationships over three stages: 1 of 2 kept through the move",
        ),
        (
            moved(told("s1"), told("s1", "ended"), {}),
            "Amira’s relationships over three stages: 1 of 3 kept through the move, 1 not known",
        ),
        (
            moved(told("s1"), {}, second_move=True),
            (
                "Amira’s relationships over three stages: 1 of 2 kept through the first move, "
                "1 not known"
            ),
        ),
        (
            moved(told("s1", "broken"), second_move=True),
            "Amira’s relationships over three stages: 0 of 1 kept through the first move",
        ),
    ],
)
def test_the_title_says_no_more_than_is_known(case: Case, title: str) -> None:
    assert title_of(case) == title


def sentence(case: Case, roles: Roles = Roles.PEOPLE, left: tuple[str, ...] = ()) -> str:
    """Give the sentence of the first row."""
    row = rows_of(case, TracksOptions(roles=roles))[0]
    return row_words(build_network(case), row, names_of(case), frozenset(left))


def test_a_row_tells_stages_at_which_nothing_changed_in_one() -> None:
    case = case_with(
        stages=[stage("s0", label="At home"), stage("s1", label="Later"), stage("s2", label="Now")],
        people=[person("kayla")],
        relationships=[own("kayla", told("s0", strength="strong"), told("s2", "broken"))],
    )
    assert sentence(case) == "Kayla, friend: At home to Later: strong; Now: broken."


@pytest.mark.parametrize(
    ("left", "words"),
    [(("r-kayla",), "It goes on after services end."), ((), "It ends with the service.")],
)
def test_a_row_tells_what_is_left_after_services_end(left: tuple[str, ...], words: str) -> None:
    case = case_with(people=[person("kayla")], relationships=[own("kayla", told())])
    assert sentence(case, left=left).endswith(words)


def test_the_row_of_a_role_names_who_held_it() -> None:
    worker = {"kind": "practitioner", "role_slot": "social worker"}
    case = case_with(
        stages=[stage("s0"), stage("s1")],
        people=[person("ann", **worker), person("bea", **worker)],
        relationships=[
            own("ann", told("s0"), told("s1", "ended"), track="trusted"),
            own("bea", told("s1"), track="trusted"),
        ],
    )
    words = sentence(case, Roles.SLOTS)
    assert words.startswith("Social worker (two people, one change): s0: Ann, active; s1: Bea,")


def test_how_often_a_role_changed_hands() -> None:
    assert role_words(4, 3) == "four people, three changes"
    assert role_words(2, 1) == "two people, one change"
    assert role_words(2, 0) == "two people, no changes"
    assert number_words(11) == "11"


def test_those_of_whom_a_perspective_tells_nothing_are_named() -> None:
    case = case_with(
        people=[person("kayla"), person("tee")],
        relationships=[own("kayla", told()), own("tee", told(), told(perspective="young_person"))],
    )
    network, names = build_network(case), names_of(case)
    assert not_told(network, "team", names) == ""
    assert not_told(network, "young_person", names) == "Told by others, not by Amira: Kayla"
    only_hers = case_with(
        people=[person("kayla")],
        relationships=[own("kayla", told(perspective="young_person"))],
    )
    words = not_told(build_network(only_hers), "team", names_of(only_hers))
    assert words == "Told by others, not by the team: Kayla"
