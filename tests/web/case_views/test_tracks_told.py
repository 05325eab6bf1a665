"""The sentences beside the tracks: those of the side panel and the numbers, with names to click."""

from typing import Any

import pytest
from dash.development.base_component import Component

from relnet.case.models import Case
from relnet.figures.refs import refs_of
from relnet.figures.words_measures import after_services_words, stage_sentences
from relnet.network.measures.together import stage_measures
from relnet.web.as_html import as_html
from relnet.web.case_view import CaseView
from relnet.web.views.tracks_told import tracks_told
from tests.network.small import small_case
from tests.web.case_views.test_all_views import told_names
from tests.web.nasty import nasty_case
from tests.web.views import SAMPLES, Tags, entry_of, look, sample, walk

every_sample = pytest.mark.parametrize("key", SAMPLES)


def parts_of(made: Component) -> list[Any]:
    """Give the part of each stage, and last the one of the whole case."""
    return [part for part in walk(made) if type(part).__name__ == "Section"]


def sentences(part: Component) -> list[str]:
    """Give the sentences of a part as they are read."""
    items = [item for item in walk(part) if type(item).__name__ == "Li"]
    return ["".join(Tags(str(as_html(item))).texts) for item in items]


def buttons(part: Component) -> list[tuple[str, str]]:
    """Give the short names and the words of a part's buttons."""
    found: list[Any] = [each for each in walk(part) if type(each).__name__ == "Button"]
    return [(each.to_plotly_json()["props"]["data-choose"], each.children) for each in found]


def small(**more: object) -> CaseView:
    return look(entry_of(small_case(**more)), perspective="team")


@every_sample
@pytest.mark.parametrize("hidden", [False, True])
def test_every_stage_has_the_sentences_of_its_measures(key: str, *, hidden: bool) -> None:
    view = look(sample(key), hidden=hidden)
    *stages, whole = parts_of(tracks_told(view))
    assert len(stages) == len(view.case.stages)
    for number, part in enumerate(stages):
        found = stage_measures(view.network, number, view.perspective)
        left = after_services_words(view.network, found.after_services, view.names)
        told = list(stage_sentences(view.network, found, view.names))
        assert [*sentences(part), left] == told
        assert part.to_plotly_json()["props"]["data-stage"] == str(number)
    assert sentences(whole) == [left]


@every_sample
def test_hidden_names_stay_hidden(key: str) -> None:
    assert told_names(str(as_html(tracks_told(look(sample(key), hidden=True)))), key) == []


def test_each_name_is_a_button_that_chooses_its_own_person() -> None:
    view = look(sample("amira"))
    refs = refs_of(view.case)
    residential = parts_of(tracks_told(view))[2]
    ids = {short: part for part, short in refs.items()}
    found = buttons(residential)
    assert [name for _ref, name in found] == [
        *("Ebony", "Choir"),
        *("Marcus", "Ruth", "Mum", "Leila", "Gran"),
    ]
    assert all(view.names.inside(ids[ref]) == name for ref, name in found)


def test_two_people_of_one_name_have_a_button_each() -> None:
    people = [
        {**person.model_dump(mode="json", exclude_unset=True), "name": "Sam"}
        for person in small_case().people
    ]
    view = small(people=people)
    first = parts_of(tracks_told(view))[0]
    refs = refs_of(view.case)
    assert buttons(first) == [(refs["dawn"], "Sam"), (refs["gran"], "Sam")]


def test_the_young_person_is_named_without_a_button() -> None:
    foster = parts_of(tracks_told(look(sample("amira"))))[1]
    assert sentences(foster)[-1] == "Close to Amira and in nobody’s plan: Mum, Leila and Kayla."
    assert "Amira" not in [name for _ref, name in buttons(foster)]


def test_a_stage_of_which_there_is_nothing_to_tell_says_so() -> None:
    view = small(relationships=[], uses=[])
    *stages, whole = parts_of(tracks_told(view))
    for part in stages:
        assert sentences(part) == []
        assert "Nothing of this kind is recorded at this stage." in str(as_html(part))
    assert sentences(whole) == [
        "When services end, no relationship that is known to be active is left."
    ]


@pytest.mark.parametrize("hidden", [False, True])
def test_every_text_is_drawn_as_the_text_it_is(*, hidden: bool) -> None:
    view = look(entry_of(Case.model_validate(nasty_case())), hidden=hidden)
    found = Tags(str(as_html(tracks_told(view)))).all
    plain = {"details", "summary", "div", "section", "h3", "ul", "li", "p", "span", "button"}
    assert {tag for tag, _attributes in found} <= plain
