"""What the side panel says of somebody, a place or a relationship that was chosen."""

import pytest
from dash.development.base_component import Component

from relnet.case.models import Case
from relnet.figures.refs import refs_of
from relnet.web.chosen import chosen_panel
from tests.network.small import small_case, state
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import SAMPLES, entry_of, look, of_class, said, sample, walk


def chosen(key: str, member: str) -> Component:
    view = look(sample(key))
    panel = chosen_panel(view, refs_of(view.case)[member])
    assert panel is not None
    return panel


def small(member: str, **more: object) -> Component:
    view = look(entry_of(small_case(**more)))
    panel = chosen_panel(view, refs_of(view.case)[member])
    assert panel is not None
    return panel


def story(panel: Component) -> dict[str, str]:
    """Give what is told of each stage, by its number, of the first relationship."""
    (first, *_others) = of_class(panel, "story")
    return {getattr(line, "data-stage"): said(line) for line in first.children}


@pytest.mark.parametrize("ref", ["", "p5", "r99", "s1", "a0", "gran", "x" * 9999, "<b>", "p-1"])
def test_an_unknown_short_name_is_nothing(ref: str) -> None:
    assert chosen_panel(look(entry_of(small_case())), ref) is None


def test_a_person_is_told_with_role_type_and_story() -> None:
    panel = chosen("amira", "kayla")
    assert said(panel).startswith("Kayla best friend peer")
    told = story(panel)
    # Told at all five stages: active, broken, broken, active, active.
    assert list(told) == ["0", "1", "2", "3", "4"]
    assert told["1"].startswith("Foster placement, Northfield in Riverside (Riverside School)")
    for words in ("Team: broken, protective", "Amira: wanted", "inner circle", "Mum: not known"):
        assert words in told["1"]


def test_each_perspective_speaks_for_itself() -> None:
    told = story(small("gran"))
    assert told == {
        "0": "At home in Riverside Team: strong Amira: middle circle"
        " collaboration, in practice: not said by whom",
        "1": "Foster home, Northfield in Riverside Team: broken Amira: wanted, middle circle",
        "2": "Later in Riverside Team: as before Amira: as before",
    }


def test_a_practitioner_holds_their_own_uses() -> None:
    told = story(small("dawn"))
    assert told["1"].endswith("consistency, in practice: Dawn safety, planned: Dawn")


def test_a_stage_at_which_nothing_is_told_is_left_out() -> None:
    assert list(story(small("r-kayla"))) == ["0", "1", "2"]
    tie = {"id": "late", "from": "jan", "tracks": ["trusted"], "states": [state("later")]}
    assert list(story(small("jan", relationships=[tie], uses=[]))) == ["2"]


def test_source_certainty_and_note_are_told() -> None:
    told = state("before", certainty="suspected", source="the school", note="Seen twice.")
    tie = {"id": "t", "from": "jan", "tracks": ["trusted"], "states": [told]}
    small_texts = [
        said(part)
        for part in walk(small("jan", relationships=[tie], uses=[]))
        if type(part).__name__ == "Small"
    ]
    assert small_texts == ["Seen twice.", "source: the school"]


def test_ties_with_others_are_told_under_their_own_heading() -> None:
    headings = [said(part) for part in walk(small("gran")) if type(part).__name__ == "H3"]
    assert headings == ["Dawn and Gran", "Gran and Kayla"]


def test_a_tie_between_others_is_told_alone() -> None:
    panel = small("t-dawn-gran")
    assert said(panel).startswith("Dawn and Gran")
    assert story(panel) == {
        "0": "At home Team: active",
        "1": "Foster home, Northfield Team: as before",
        "2": "Later Team: as before",
    }


def test_a_setting_is_told() -> None:
    panel = small("club")
    assert said(panel).startswith("Boxing club")
    assert "Team: ended" in story(panel)["1"]


def test_somebody_without_a_relationship_is_told() -> None:
    assert said(small("jan")) == "Jan dentist community"


def test_the_young_person_is_told() -> None:
    assert said(chosen("amira", "young_person")).startswith("Amira Age: 15 to 18 Pronouns: she/her")
    assert said(small("young_person")) == "Amira"


def test_events_are_told_with_those_they_name() -> None:
    events = [
        {"text": "Gran rang Dawn", "by": ["gran"], "people": ["dawn"], "outcome": "unanswered"},
        {"text": "Tee left", "by": ["tee"]},
    ]
    told = "What happened Gran rang Dawn (not answered)"
    for member in ("gran", "dawn", "t-dawn-gran"):
        assert said(small(member, events=events)).endswith(told)
    assert "What happened" not in said(small("kayla", events=events))


@pytest.mark.parametrize("key", SAMPLES)
def test_everything_on_the_map_can_be_told(key: str) -> None:
    view = look(sample(key))
    for ref in refs_of(view.case).values():
        panel = chosen_panel(view, ref)
        assert panel is not None
        assert sum(type(part).__name__ == "H2" for part in walk(panel)) == 1


def test_nasty_texts_stay_texts() -> None:
    view = look(entry_of(Case.model_validate(nasty_case())))
    for number, text in enumerate(NASTY):
        panel = chosen_panel(view, f"p{number}")
        assert panel is not None
        assert said(panel).startswith(said(text))
        assert {type(part).__name__ for part in walk(panel)} <= {
            *("Div", "H2", "H3", "P", "Ol", "Ul", "Li", "Strong", "Small", "Span"),
        }
