"""Whatever the forms of people and places offer to do can be done, or is refused in words."""

from collections.abc import Iterator
from functools import cache
from itertools import cycle

import pytest

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.editing.draft import CannotDo
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.web.case_view import CaseView
from relnet.web.edit.people import member_form, relationship_form, young_person_form
from tests.web.edit.written import Offer, offers_of
from tests.web.views import SAMPLES, look, sample

PERFORMED = 60
"""How many operations of each sample are done: a spread of all."""


def views(key: str) -> list[CaseView]:
    """Look at every stage, as the team and as the young person see it."""
    entry = sample(key)
    stages = range(len(entry.network.case.stages))
    return [look(entry, stage, view) for stage in stages for view in (TEAM, YOUNG_PERSON)]


def forms(key: str) -> Iterator[str]:
    """Write every form once, each at the next view, so that all of them have their turn."""
    case = sample(key).network.case
    turns = cycle(views(key))
    for view in views(key):
        yield young_person_form(view)
    for member in sample(key).network.members:
        yield member_form(next(turns), member)
    for tie in case.relationships:
        yield relationship_form(next(turns), tie.id)


@cache
def offers(key: str) -> list[Offer]:
    found = {str(offer.values): offer for form in forms(key) for offer in offers_of(form)}
    return list(found.values())


@pytest.mark.parametrize("key", SAMPLES)
def test_every_offer_is_an_operation(key: str) -> None:
    found = offers(key)
    for offer in found:
        assert read_operation(offer.values).do == offer.values["do"]
    assert {"set_state", "set_fields", "set_young_person", "remove_entry", "set_use"} <= {
        offer.values["do"] for offer in found
    }


@pytest.mark.parametrize("key", SAMPLES)
def test_a_spread_of_them_leaves_a_valid_case_or_says_why_not(key: str) -> None:
    case = sample(key).network.case
    told = offers(key)
    done = sum(is_done(case, offer) for offer in told[:: max(len(told) // PERFORMED, 1)])
    assert done > PERFORMED * 0.7


def is_done(case: Case, offer: Offer) -> bool:
    """Do an operation; ``perform`` gives a valid case, or says in one of two ways why not."""
    try:
        perform(case, read_operation(offer.values))
    except (CannotDo, CaseFaults):
        return False
    return True
