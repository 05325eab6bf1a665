"""Whatever the form of the stage offers to do can be done, or is refused in words."""

import json
from collections.abc import Iterator
from functools import cache

import pytest

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Track
from relnet.editing.document import identified
from relnet.editing.draft import CannotDo
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.web.case_view import CaseView
from relnet.web.edit.adding import add_person_form
from relnet.web.edit.stage import stage_form
from tests.web.edit.written import Offer, offers_of
from tests.web.views import SAMPLES, entry_of, look, sample

PERFORMED = 90
"""How many operations of each sample are done: a spread of all, each kind among them."""

ALWAYS = {
    "add_entry", "add_person", "add_stage", "remove_stage", "set_case", "set_factor",
    "set_fields", "set_safety", "set_stage", "split_stage", "talked_about",
}  # fmt: skip
"""What every case can be asked to do at some stage."""


@cache
def case_of(key: str) -> Case:
    """Give a sample as the library keeps it."""
    return identified(sample(key).network.case)


def views(key: str) -> Iterator[CaseView]:
    """Look at every stage, as the team, the young person and somebody else see it."""
    case = case_of(key)
    entry = entry_of(case)
    for stage in range(len(case.stages)):
        for perspective in (TEAM, YOUNG_PERSON, case.people[0].id):
            yield look(entry, stage, perspective)


@cache
def offers(key: str) -> list[Offer]:
    """Give every operation that the forms of a sample can send, once."""
    forms = [form for view in views(key) for form in _forms(view)]
    return list({str(offer.values): offer for form in forms for offer in offers_of(form)}.values())


def _forms(view: CaseView) -> Iterator[str]:
    yield stage_form(view)
    yield add_person_form(view, area=view.case.areas[-1].id, track=Track.COMMUNITY_PEER)
    yield add_person_form(view, area=None, track=None)


@pytest.mark.parametrize("key", SAMPLES)
def test_every_offer_is_an_operation(key: str) -> None:
    found = offers(key)
    for offer in found:
        assert read_operation(offer.values).do == offer.values["do"]
    assert {offer.values["do"] for offer in found} >= ALWAYS


@pytest.mark.parametrize("key", SAMPLES)
def test_a_spread_of_them_leaves_a_valid_case_or_says_why_not(key: str) -> None:
    chosen = spread(offers(key))
    done = sum(is_done(case_of(key), offer) for offer in chosen)
    assert done > len(chosen) * 0.8


def spread(found: list[Offer]) -> list[Offer]:
    """Choose some of each kind: what is done, to which fields."""
    kinds: dict[str, list[Offer]] = {}
    for offer in found:
        kinds.setdefault(kind_of(offer), []).append(offer)
    each = max(PERFORMED // len(kinds), 1)
    return [offer for own in kinds.values() for offer in own[:: -(-len(own) // each)]]


def kind_of(offer: Offer) -> str:
    fields = offer.values.get("fields", {})
    inner = list(fields.get("move") or {})
    return json.dumps([offer.values["do"], offer.values.get("section"), [*fields], inner])


def is_done(case: Case, offer: Offer) -> bool:
    """Do an operation; ``perform`` gives a valid case, or says in one of two ways why not."""
    try:
        perform(case, read_operation(offer.values))
    except (CannotDo, CaseFaults):
        return False
    return True
