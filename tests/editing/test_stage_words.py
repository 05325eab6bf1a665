"""What is recorded of a stage: its fields, blanks, safety, push and pull, who is where."""

import pytest

from relnet.case.messages import UnknownId
from relnet.case.models import Case, Factor, Move, SafetyView
from relnet.case.timeline import place_at
from relnet.case.vocabulary import Blank, Dimension, FactorKind, Held, MoveKind, Track
from relnet.editing.draft import CannotDo
from relnet.editing.operations import (
    Fields,
    SetBlank,
    SetFactor,
    SetSafety,
    SetStage,
    SetWhere,
    TalkedAbout,
)
from relnet.editing.perform import perform
from tests.case.small import parsed, small_case


def small() -> Case:
    return parsed(small_case())


def set_stage(case: Case, fields: Fields, stage: str = "foster") -> Case:
    return perform(case, SetStage(stage=stage, fields=fields))


def test_fields_of_a_stage_are_set_and_taken_out() -> None:
    after = set_stage(small(), {"label": " With Jo ", "when": "2025-06", "area": None})
    stage = after.stages[1]
    assert (stage.label, stage.when, stage.area) == ("With Jo", "2025-06", None)
    assert set_stage(after, {"when": "", "area": "away"}).stages[1].when is None


def test_a_move_is_set_as_a_whole() -> None:
    case = small()
    after = set_stage(case, {"move": {"kinds": ["return"], "planned": False, "note": ""}})
    assert after.stages[1].move == Move(kinds=(MoveKind.RETURN,), planned=False)
    assert set_stage(after, {"move": {}}).stages[1].move == Move()
    assert set_stage(after, {"move": None}).stages[1].move is None
    assert set_stage(case, {"move": {}}, "later").stages[2].move == Move()


def test_what_has_operations_of_its_own_is_not_taken() -> None:
    fields = {"id": "x", "safety": [], "factors": 1, "blanks": {}, "uses_recorded": ["trusted"]}
    assert set_stage(small(), fields) == small()


def test_a_place_that_contradicts_its_area_is_refused() -> None:
    with pytest.raises(CannotDo, match="School is in Riverside, but “Foster home” is in Hillford"):
        set_stage(small(), {"setting": "school"})


def test_a_track_has_been_talked_about_until_that_is_taken_back() -> None:
    def talked(case: Case, track: Track, *, talked: bool = True) -> Case:
        return perform(case, TalkedAbout(stage="foster", track=track, talked=talked))

    both = talked(talked(small(), Track.COMMUNITY_PEER), Track.TRUSTED)
    assert both.stages[1].uses_recorded == (Track.TRUSTED, Track.COMMUNITY_PEER)
    assert talked(both, Track.TRUSTED) == both
    assert talked(both, Track.TRUSTED, talked=False).stages[1].uses_recorded == ("community_peer",)
    none = talked(small(), Track.TRUSTED, talked=False)
    assert none == small()


def test_a_blank_says_why_a_track_shows_nobody() -> None:
    def blank(case: Case, blank: Blank | None) -> Case:
        return perform(case, SetBlank(stage="foster", track=Track.TRUSTED, blank=blank))

    after = blank(small(), Blank.NOT_HELD)
    assert after.stages[1].blanks == {Track.TRUSTED: Blank.NOT_HELD}
    assert blank(after, Blank.ASKED_NONE).stages[1].blanks == {Track.TRUSTED: Blank.ASKED_NONE}
    assert blank(after, None) == small()


def set_safety(
    case: Case, held: Held | None, perspective: str = "team", note: str | None = None
) -> Case:
    operation = SetSafety(
        stage="foster",
        dimension=Dimension.RELATIONAL,
        held=held,
        perspective=perspective,
        note=note,
    )
    return perform(case, operation)


def test_each_perspective_says_how_safety_is_held() -> None:
    after = set_safety(set_safety(small(), Held.HELD, note="Jo"), Held.NOT_HELD, "young_person")
    team = SafetyView(dimension=Dimension.RELATIONAL, held=Held.HELD, note="Jo")
    own = team.model_copy(
        update={"held": Held.NOT_HELD, "perspective": "young_person", "note": None}
    )
    assert after.stages[1].safety == (team, own)
    changed = set_safety(after, Held.PARTLY_HELD)
    assert changed.stages[1].safety[0] == team.model_copy(update={"held": Held.PARTLY_HELD})
    assert set_safety(changed, Held.HELD, note="").stages[1].safety[0].note is None
    assert set_safety(after, None).stages[1].safety == (own,)


def test_nobody_who_is_not_there_sees_safety() -> None:
    with pytest.raises(UnknownId):
        set_safety(small(), Held.HELD, "nobody")


PUSH = Factor(kind=FactorKind.PUSH, text="Rows")
PULL = Factor(kind=FactorKind.PULL, text="Friends", relationship="r-mum")


def with_factors() -> Case:
    case = small()
    for factor in (PUSH, PULL):
        values = factor.model_dump()
        case = perform(case, SetFactor.model_validate({"stage": "foster"} | values))
    assert case.stages[1].factors == (PUSH, PULL)
    return case


def set_factor(case: Case, was: Factor | None, now: Factor | None) -> tuple[Factor, ...]:
    values = {"stage": "foster", "was": was and (was.kind, was.text)}
    new = now.model_dump() if now is not None else {}
    return perform(case, SetFactor.model_validate(values | new)).stages[1].factors


def test_a_push_or_a_pull_is_changed_in_its_place() -> None:
    new = Factor(kind=FactorKind.PULL, text="The park")
    assert set_factor(with_factors(), PUSH, new) == (new, PULL)
    assert set_factor(with_factors(), PULL, new) == (PUSH, new)


def test_a_push_or_a_pull_is_taken_out() -> None:
    assert set_factor(with_factors(), PUSH, None) == (PULL,)
    assert set_factor(with_factors(), None, None) == (PUSH, PULL)


def test_one_that_becomes_like_another_is_one_with_it() -> None:
    like_pull = PULL.model_copy(update={"relationship": None})
    assert set_factor(with_factors(), PUSH, like_pull) == (like_pull,)
    like_push = PUSH.model_copy(update={"relationship": "r-mum"})
    assert set_factor(with_factors(), PULL, like_push) == (like_push,)


def test_one_that_somebody_took_out_meanwhile_is_added_anew() -> None:
    assert set_factor(small(), PUSH, PULL) == (PULL,)


def test_somebody_is_elsewhere_from_a_stage_on() -> None:
    operation = SetWhere(person="kayla", stage="later", area="away")
    after = perform(perform(small(), operation), SetWhere(person="kayla", stage="foster"))
    assert [there.stage for there in after.people[1].where] == ["foster", "later"]
    assert [place_at(after, "kayla", stage).area for stage in ("at-home", "foster", "later")] == [
        None,
        None,
        "away",
    ]
    back = perform(after, SetWhere(person="kayla", stage="later", here=False))
    assert [there.stage for there in back.people[1].where] == ["foster"]


def test_nobody_is_in_two_areas_at_once() -> None:
    with pytest.raises(CannotDo, match="School is in Riverside, not in Hillford"):
        perform(small(), SetWhere(person="kayla", stage="later", area="away", setting="school"))
