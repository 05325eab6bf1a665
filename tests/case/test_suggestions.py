"""What a role in plain words suggests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relnet.case.models import Person
from relnet.case.reading import read_case
from relnet.case.role_words import ROLES, SLOTS, singular
from relnet.case.suggestions import Suggestion, suggested
from relnet.case.timeline import TRACK_OF_TYPE
from relnet.case.vocabulary import RelationshipType, Track
from relnet.resources import sample_cases_folder

PRACTITIONER, FAMILY, PEER, COMMUNITY = RelationshipType


def type_of(role: str) -> RelationshipType | None:
    found = suggested(role)
    return found.type if found is not None else None


@pytest.mark.parametrize(
    ("role", "suggestion"),
    [
        ("mum", Suggestion(FAMILY, Track.PARENT_CHILD)),
        ("best friend", Suggestion(PEER, Track.COMMUNITY_PEER)),
        ("football coach", Suggestion(COMMUNITY, Track.COMMUNITY_PEER)),
        (
            "Social worker",
            Suggestion(PRACTITIONER, Track.TRUSTED, "social worker", time_limited=True),
        ),
        ("key worker", Suggestion(PRACTITIONER, Track.TRUSTED, "key worker", time_limited=True)),
        ("foster carer", Suggestion(PRACTITIONER, Track.TRUSTED, None, time_limited=True)),
        ("teacher", Suggestion(PRACTITIONER, Track.TRUSTED, None, time_limited=True)),
        ("GP", Suggestion(PRACTITIONER, Track.TRUSTED)),
    ],
)
def test_a_role_suggests_type_and_track(role: str, suggestion: Suggestion) -> None:
    assert suggested(role) == suggestion


@pytest.mark.parametrize(
    ("role", "type_"),
    [
        ("  Mum ", FAMILY),
        ("Mum and Dad", FAMILY),
        ("step-dad", FAMILY),
        ("half-sister, 21", FAMILY),
        ("Grandparents", FAMILY),
        ("great-aunt", FAMILY),
        ("kinship foster carer", FAMILY),
        ("special guardian", FAMILY),
        ("Boyfriend", PEER),
        ("ex-girlfriend", PEER),
        ("group of friends", PEER),
        ("foster brother, 14", PEER),
        ("boys at school", PEER),
        ("boxing club members", PEER),
        ("coaches", COMMUNITY),
        ("family friend", COMMUNITY),
        ("neighbours", COMMUNITY),
        ("shop worker", COMMUNITY),
        ("pastor, chapel lunch club", COMMUNITY),
        ("CAMHS nurse", PRACTITIONER),
        ("youth worker", PRACTITIONER),
        ("foster mum", PRACTITIONER),
        ("head of year", PRACTITIONER),
        ("PC Lowe", PRACTITIONER),
        ("support worker from the family centre", PRACTITIONER),
        ("children’s guardian", PRACTITIONER),
        ("Mr Osei, football coach", COMMUNITY),
    ],
)
def test_words_that_belong_together_count_first_and_then_the_last(
    role: str, type_: RelationshipType
) -> None:
    assert type_of(role) == type_


@pytest.mark.parametrize(
    ("role", "type_"),
    [
        ("his mum", FAMILY),
        ("the young person’s mum", FAMILY),
        ("mum of the young person", FAMILY),
        ("Mum's boyfriend", FAMILY),
        ("mums partner", FAMILY),
        ("Dad’s wife", FAMILY),
        ("Mum’s brother", FAMILY),
        ("Mum’s friend", COMMUNITY),
        ("brother’s friend", PEER),
        ("friend's mum", COMMUNITY),
        ("friends mum", COMMUNITY),
        ("best friend’s brother", PEER),
        ("mother of his best friend", COMMUNITY),
        ("friend’s mum’s boyfriend", COMMUNITY),
        ("Kayla’s friend", PEER),
        ("Dex’s girlfriend", PEER),
        ("friend of Lola’s brother", PEER),
        ("Kayla’s mum", None),
        ("Denise’s husband", None),
        ("foster carer’s son", PEER),
        ("foster carer’s husband", None),
        ("coach’s wife", COMMUNITY),
        ("Kayla’s coach", COMMUNITY),
    ],
)
def test_somebody_of_somebody_is_what_both_make_of_it(
    role: str, type_: RelationshipType | None
) -> None:
    assert type_of(role) == type_


def test_only_the_young_persons_own_worker_has_their_role_slot() -> None:
    slots = {
        role: found.role_slot
        for role in ("his social worker", "Mum’s social worker", "student social worker")
        if (found := suggested(role)) is not None
    }
    assert slots == {
        "his social worker": "social worker",
        "Mum’s social worker": None,
        "student social worker": None,
    }


@pytest.mark.parametrize(
    "role", ["", " ", "’s", "mumbles", "dog", "carer", "manager", "husband", "Kayla", "?"]
)
def test_nothing_is_suggested_where_nothing_is_known(role: str) -> None:
    assert suggested(role) is None


# In these the file knows more than the role says, or says less than there is to know.
UNSAID = {
    "young singers",
    "community and peers",
    "family friend, like an aunt",
    "Shannon’s baby",
    "Denise’s husband",
    "group of skaters",
    "boat builder, Saturday job",
    "unknown sender of messages",
}


def sample_people() -> list[Person]:
    files = sorted(sample_cases_folder().glob("*.relnet.json"))
    return [person for file in files for person in read_case(file).people]


def test_the_roles_of_the_sample_cases_suggest_what_they_are() -> None:
    people = [person for person in sample_people() if person.role not in UNSAID]
    assert len(people) > 90
    wrong = {person.role for person in people if type_of(person.role) != person.type}
    assert wrong == set()


def test_every_word_of_the_table_is_found_as_it_stands() -> None:
    assert {role for role in ROLES if singular(role.split()[-1]) != role.split()[-1]} == set()
    assert ROLES.keys() >= SLOTS.keys()


@given(st.one_of(st.text(), st.lists(st.sampled_from([*ROLES, "'s", "of", ","])).map(" ".join)))
def test_whatever_is_typed_suggests_a_type_with_its_track_or_nothing(role: str) -> None:
    found = suggested(role)
    assert found is None or found.track == TRACK_OF_TYPE[found.type]
