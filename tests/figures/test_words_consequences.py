"""What a change of the timeline does, in words, before it is done."""

from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.names import names_of
from relnet.editing.consequences import Consequences, consequences
from relnet.editing.operations import (
    JoinStages,
    MoveStage,
    Operation,
    RemoveEntry,
    RemoveStage,
    SetStage,
    SplitStage,
)
from relnet.editing.perform import perform
from relnet.figures.words_history import consequence_words
from tests.case.small import parsed, small_case, states_case
from tests.editing.some_operations import edits
from tests.editing.test_consequences import with_uses
from tests.editing.test_perform import performed
from tests.editing.test_states import told


def words(case: Case, operation: Operation, *, hidden: bool = False) -> tuple[str, ...]:
    """Say what an operation would do."""
    found = consequences(case, perform(case, operation))
    return consequence_words(found, case, names_of(case, hidden=hidden))


NEW_MOVE = SetStage(stage="s2", fields={"move": {}})


def test_a_new_move_says_who_becomes_not_known() -> None:
    case = states_case(told(0), moves=())
    assert words(case, NEW_MOVE) == ("Not known from “Stage 2” on: Kayla.",)
    assert words(case, NEW_MOVE, hidden=True) == ("Not known from “Stage 2” on: the best friend.",)


def test_it_says_so_for_each_view() -> None:
    case = states_case(told(0), told(0, perspective="young_person"), moves=())
    assert words(case, NEW_MOVE) == (
        "Not known from “Stage 2” on: Kayla.",
        "Not known from “Stage 2” on, as Amira sees it: Kayla.",
    )


def test_other_states_are_told_with_what_they_were() -> None:
    case = states_case(told(1, strength="strong"), told(2, "broken"), moves=())
    assert words(case, MoveStage(stage="s2")) == (
        "Kayla at “Stage 0”: not there → broken.",
        "Kayla at “Stage 3”: broken → active, strong.",
    )


def test_nothing_is_said_where_all_stays() -> None:
    assert words(parsed(small_case()), SplitStage(stage="foster", label="x")) == ()
    assert consequence_words(Consequences(), with_uses(), names_of(with_uses())) == ()


def test_what_goes_is_named() -> None:
    case = with_uses({"stage": "later"})
    assert words(case, RemoveStage(stage="later")) == (
        "What was recorded at “Later” goes, of Mum.",
        "What is done at “Later” goes, with Mum.",
        "1 event stays, but belongs to no stage.",
    )
    assert words(case, RemoveEntry(section="people", id="mum"))[0] == (
        "These relationships go: Mum; Sam and Mum."
    )
    assert words(case, RemoveEntry(section="events", id="event-1")) == ("1 event goes.",)


def test_of_much_only_the_first_is_told() -> None:
    values = small_case(uses=[])
    values["people"] = [
        {"id": f"p{n}", "name": f"P{n}", "role": "Peer", "type": "peer"} for n in range(12)
    ]
    values["relationships"] = [
        {
            "id": f"r{n}",
            "from": f"p{n}",
            "tracks": ["community_peer"],
            "states": [
                {"stage": "foster", "status": "active"},
                {"stage": "later", "status": "ended"},
            ],
        }
        for n in range(12)
    ]
    case = parsed(values)
    found = words(case, JoinStages(stage="foster"))
    assert len(found) == 9
    assert found[0] == "P0 at “Foster home”: active → ended."
    assert found[-1] == "4 more changes of relationships."
    assert words(case, RemoveStage(stage="later")) == (
        "What was recorded at “Later” goes, of P0, P1, P2, P3, P4, P5, P6, P7 and 4 others.",
    )


@given(edits())
@settings(max_examples=80, deadline=None)
def test_any_consequence_is_told(edit: tuple[Case, Operation]) -> None:
    case, operation = edit
    after = performed(case, operation)
    if isinstance(after, str):
        return
    found = consequences(case, after)
    for hidden in (False, True):
        lines = consequence_words(found, case, names_of(case, hidden=hidden))
        assert all(line.strip() for line in lines)
        assert bool(lines) or found.nothing or found.stages_gone
