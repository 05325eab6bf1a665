"""The first thing that a what if asks: which tracks, and through whom they can be tried."""

import json

from relnet.case.models import Case
from relnet.figures.refs import refs_of
from relnet.web.case_view import CaseView
from relnet.web.edit.forms import form_of
from relnet.web.keeping import Store
from relnet.web.what_if.branches import WhatIfs
from relnet.web.what_if.prompt import all_three_part
from tests.network.small import small_case
from tests.web.libraries import SAM
from tests.web.views import Tags, entry_of, look, sample

BEFORE, FOSTER, LATER = range(3)


def tried(case: Case, stage: int, *, hidden: bool = False) -> CaseView:
    """Look at a case on which something is tried."""
    made = WhatIfs(Store(), lambda: 0.0).begin("small", case, SAM)
    return look(made.cases.entry(made.key), stage, hidden=hidden)


def chosen(view: CaseView) -> dict[str, list[str]]:
    """Give the members whose relationships are offered, by the names of the groups."""
    members = {refs_of(view.case)[tie.id]: tie.from_ for tie in view.case.relationships}
    found: dict[str, list[str]] = {}
    group = ""
    for _tag, item in Tags(str(all_three_part(view))).all:
        group = item["aria-label"] or "" if item.get("role") == "group" else group
        if item.get("role") == "group":
            found[group] = []
        if item.get("data-choose"):
            found[group].append(members[item["data-choose"] or ""])
    return found


def words(view: CaseView) -> str:
    return " ".join("".join(Tags(str(all_three_part(view))).texts).split())


def test_it_names_the_tracks_that_are_not_in_practice_and_who_is_in_them() -> None:
    view = tried(small_case(), FOSTER)
    # A use may stand on what is broken, as Gran's; the club's is ended, Tee's brings harm alone.
    assert chosen(view) == {"Parent–child and family": ["gran"], "Community and peers": ["kayla"]}
    assert "Parent–child and family: not in practice here" in words(view)


def test_what_was_not_recorded_is_told_as_that() -> None:
    assert "Community and peers: not recorded here" in words(tried(small_case(), BEFORE))
    assert "Parent–child and family" not in words(tried(small_case(), BEFORE))


def test_where_all_three_are_in_practice_it_says_so() -> None:
    uses = [
        {"stage": "foster", "relationship": f"r-{name}", "use": "safety", "level": "practice"}
        for name in ("dawn", "gran", "kayla")
    ]
    view = tried(small_case(uses=uses), FOSTER)
    assert words(view).endswith("All three tracks are in practice.")
    assert chosen(view) == {}


def test_somebody_new_can_be_added_to_each_where_the_young_person_lives() -> None:
    view = tried(sample("amira").network.case, 2)
    forms = [
        json.loads(item["data-form"] or "")
        for _tag, item in Tags(str(all_three_part(view))).all
        if "data-form" in item
    ]
    assert [form["track"] for form in forms] == ["parent_child", "community_peer"]
    areas = {form["area"] for form in forms}
    assert areas == {"2"}
    assert view.case.areas[2].name == "Gullhaven"
    for form in forms:
        assert "<h2>Add a person</h2>" in form_of(view, form)


def test_each_offer_leads_to_a_form_with_its_uses() -> None:
    view = tried(sample("amira").network.case, 2)
    refs = [
        item["data-choose"] or ""
        for _tag, item in Tags(str(all_three_part(view))).all
        if item.get("data-choose")
    ]
    assert refs
    for ref in refs:
        assert "What professionals do through it at this stage" in form_of(view, {"chosen": ref})


def test_it_stands_first_in_the_form_of_the_stage_of_a_what_if_alone() -> None:
    view = tried(small_case(), FOSTER)
    form = str(form_of(view, {}))
    assert form.index("all-three") < form.index("<fieldset")
    assert all_three_part(look(entry_of(small_case()), FOSTER)) == ""


def test_hidden_names_stay_hidden() -> None:
    view = tried(sample("amira").network.case, 2, hidden=True)
    assert "Kayla" not in all_three_part(view)
