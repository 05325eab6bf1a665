"""The end of a meeting in words."""

import pytest

from relnet.case.models import Case, Prompt
from relnet.case.vocabulary import PromptKind
from relnet.figures.words_meeting import MeetingPart, meeting_parts
from relnet.network.attention import overlooked
from relnet.web.case_view import CaseView
from tests.web.views import SAMPLES, entry_of, look, sample


def parts_of(view: CaseView) -> tuple[MeetingPart, MeetingPart, MeetingPart]:
    return meeting_parts(view.network, view.stage, view.perspective, view.names)


def texts(part: MeetingPart) -> list[str]:
    return [item.text for group in part.groups for item in group.items]


def with_prompts(*prompts: Prompt) -> Case:
    case = sample("amira").case
    assert case is not None
    return case.model_copy(update={"prompts": prompts})


@pytest.mark.parametrize("key", SAMPLES)
def test_every_question_and_action_is_told_once(key: str) -> None:
    view = look(sample(key))
    decided, still_open, _unasked = parts_of(view)
    told = sorted([*texts(decided), *texts(still_open)])
    assert told == sorted(prompt.text for prompt in view.case.prompts)


def test_the_actions_of_the_stage_come_first_with_who_does_them() -> None:
    stages = sample("amira").network.case.stages
    action = PromptKind.ACTION
    case = with_prompts(
        Prompt(kind=action, text="Later", stage=stages[0].id, owner="Ms Reed", done=True),
        Prompt(kind=action, text="Always"),
        Prompt(kind=action, text="Now", stage=stages[1].id, owner="young_person", done=False),
    )
    decided, still_open, _unasked = parts_of(look(entry_of(case), 1))
    told = [(item.text, item.facts) for group in decided.groups for item in group.items]
    assert told == [
        ("Now", "To do by: Amira · not done yet"),
        ("Always", "To do, by nobody yet · not marked as done"),
        ("Later", "To do by: Ms Reed · done"),
    ]
    assert [group.title.split(":")[0] for group in decided.groups] == [
        "This stage",
        "The whole time",
        "At another stage",
    ]
    assert still_open.groups == ()


@pytest.mark.parametrize("stage", range(4))
def test_whoever_is_overlooked_is_asked_about(stage: int) -> None:
    view = look(sample("amira"), stage)
    *_told, unasked = parts_of(view)
    found = overlooked(view.network, stage, view.perspective)
    assert found
    for item in found:
        name = view.names.inside(item.member)
        assert any("in nobody’s plan" in text and name in text for text in texts(unasked))


def test_what_was_not_recorded_is_a_question_and_no_finding() -> None:
    case = with_prompts()
    bare = case.model_copy(
        update={
            "uses": (),
            "stages": tuple(
                stage.model_copy(update={"uses_recorded": ()}) for stage in case.stages
            ),
        }
    )
    *_told, unasked = parts_of(look(entry_of(bare)))
    assert any("Their uses were not recorded" in text for text in texts(unasked))
    assert not any("in nobody’s plan" in text for text in texts(unasked))
