"""Names shown and hidden: what stands in for them, and that no text lets one through."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from relnet.case.messages import UnknownId
from relnet.case.models import FORMAT, Case
from relnet.case.names import names_of
from relnet.resources import sample_cases_folder

SAMPLES = sorted(sample_cases_folder().glob("*.relnet.json"))


def small_case(*people: tuple[str, str, str], young_person: str = "Amira") -> Case:
    """Build a case of people given as (name, role, type); their ids are p1, p2 and so on."""
    return Case.model_validate(
        {
            "format": FORMAT,
            "title": "A case",
            "young_person": {"name": young_person},
            "areas": [
                {"id": "home", "name": "Riverside", "kind": "home"},
                {"id": "near", "name": "Ashby", "kind": "placement"},
                {"id": "far", "name": "Northfield", "kind": "placement"},
            ],
            "settings": [
                {"id": "school", "name": "Northfield High", "kind": "school"},
                {"id": "club", "name": "Club", "kind": "club"},
            ],
            "stages": [{"id": "one", "label": "One", "phase": "before"}],
            "people": [
                {"id": f"p{number}", "name": name, "role": role, "type": kind}
                for number, (name, role, kind) in enumerate(people, start=1)
            ],
        }
    )


def hidden(text: str, *people: tuple[str, str, str], young_person: str = "Amira") -> str:
    """Give a text of the small case with its names hidden."""
    return names_of(small_case(*people, young_person=young_person), hidden=True).text(text)


KAYLA = ("Kayla", "best friend", "peer")
OSEI = ("Coach Osei", "football coach", "community")
EWA = ("Aunt Ewa", "aunt", "family")
MUM = ("Mum", "parent", "family")


def test_shown_names_are_the_files_own() -> None:
    names = names_of(small_case(KAYLA))
    assert (names.of("p1"), names.role("p1")) == ("Kayla", "best friend")
    assert (names.of("young_person"), names.of("team")) == ("Amira", "Team")
    assert (names.of("school"), names.role("school")) == ("Northfield High", "school")
    assert names.text("Kayla rang.") == "Kayla rang."


def test_hidden_names_are_roles_and_the_line_beside_them_says_nothing_twice() -> None:
    names = names_of(small_case(KAYLA, ("Noor", "sister, 10", "family")), hidden=True)
    assert (names.of("p1"), names.role("p1")) == ("Best friend", "")
    assert (names.of("p2"), names.role("p2")) == ("Sister", "10")
    assert names.of("young_person") == "The young person"
    assert (names.of("school"), names.of("home")) == ("School", "Home area")


def test_inside_a_sentence_a_stand_in_begins_small_and_a_name_does_not() -> None:
    shown, away = names_of(small_case(KAYLA)), names_of(small_case(KAYLA), hidden=True)
    assert [shown.inside(key) for key in ("p1", "young_person")] == ["Kayla", "Amira"]
    assert [away.inside(key) for key in ("p1", "young_person")] == [
        "best friend",
        "the young person",
    ]
    assert shown.inside("team") == "the team"


@pytest.mark.parametrize(
    ("name", "role", "inside", "line"),
    [
        ("A parent", "parent", "a parent", ""),
        ("The social worker", "social worker, name not known", "the social worker", None),
        ("A Smith", "parent", "A Smith", None),
        ("The Boys", "boys", "The Boys", None),
    ],
)
def test_a_description_begins_small_and_its_role_is_not_said_twice(
    name: str, role: str, inside: str, line: str | None
) -> None:
    names = names_of(small_case((name, role, "peer")))
    assert (names.inside("p1"), names.role("p1")) == (inside, role if line is None else line)


def test_equal_stand_ins_are_numbered_in_the_order_of_the_file() -> None:
    people = (("Jan", "social worker", "practitioner"), ("Uma", "Social worker", "practitioner"))
    names = names_of(small_case(*people), hidden=True)
    assert [names.of(key) for key in ("p1", "p2")] == ["Social worker 1", "Social worker 2"]
    assert [names.of(key) for key in ("near", "far")] == ["Placement area 1", "Placement area 2"]
    assert names.role("p1") == ""


def test_a_number_that_a_role_has_already_is_not_given_twice() -> None:
    people = (("Ana", "peer", "peer"), ("Ben", "peer 1", "peer"), ("Cy", "peer", "peer"))
    names = names_of(small_case(*people), hidden=True)
    assert len({names.of(key) for key in ("p1", "p2", "p3")}) == 3


def test_a_role_that_holds_a_name_gets_that_persons_stand_in() -> None:
    people = (MUM, ("Paul", "Mum’s partner", "family"), ("Kai", "Kai", "peer"))
    names = names_of(small_case(*people), hidden=True)
    assert names.of("p2") == "Parent’s partner"
    assert names.of("p3") == "Peer"


def test_two_roles_that_name_each_other_come_to_an_end() -> None:
    people = (("Ana", "Ben’s friend", "peer"), ("Ben", "Ana’s brother", "family"))
    names = names_of(small_case(*people), hidden=True)
    assert names.of("p1") == "Family member’s friend"
    assert names.of("p2") == "Peer’s brother"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kayla rang Coach Osei.", "Best friend rang football coach."),
        ("KAYLA’S phone, Kayla's coat", "Best friend’S phone, best friend's coat"),
        ("They saw Osei. Osei saw Ewa", "They saw football coach. Football coach saw aunt"),
        ("“Kayla is kind,” says Amira", "“Best friend is kind,” says the young person"),
        ("a coach from Northfield High in Northfield", "a coach from school in placement area 2"),
        ("her aunt, the club and Kaylan", "her aunt, the club and Kaylan"),
        ("Aunt  Ewa\nand Mum", "Aunt\nand parent"),
    ],
)
def test_names_in_texts(text: str, expected: str) -> None:
    assert hidden(text, KAYLA, OSEI, EWA, MUM) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Boys in the year chat", "The boys chat all year", "The boys chat all year"),
        ("Boys in the year chat", "Two boys in the year chat left", "Two group left"),
        ("The social worker", "A social worker came", "A social worker came"),
        ("Will Mark May", "It will mark the end; Will came", "It will mark the end; group came"),
        ("Ed", "Fed up, ed. said Ed", "Fed up, ed. said group"),
        ("Miss Daley-Price", "Miss Price missed it", "Miss group missed it"),
        ("José", "Jose\u0301 rang", "Group rang"),
        ("李明", "昨天李明来了", "昨天group来了"),
        ("(:", "smile (: smile", "smile group smile"),
        ("A", "A walk, a talk", "A walk, a talk"),
    ],
)
def test_only_names_are_taken_for_names(name: str, text: str, expected: str) -> None:
    assert hidden(text, (name, "group", "peer")) == expected


def test_short_forms_keep_their_capitals() -> None:
    assert hidden("She rang Dr Lund", ("Dr Lund", "GP", "practitioner")) == "She rang GP"


def test_a_stranger_is_told_so() -> None:
    with pytest.raises(UnknownId, match="no person or setting 'kaila'"):
        names_of(small_case(KAYLA)).of("kaila")


def all_texts(part: object) -> Iterator[str]:
    """Give every text of a part of a case, and of the parts in it."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, BaseModel):
        for field in type(part).model_fields:
            yield from all_texts(getattr(part, field))
    elif isinstance(part, tuple):
        for item in part:
            yield from all_texts(item)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_name_comes_through_in_any_sample_case(path: Path) -> None:
    case = Case.model_validate_json(path.read_bytes())
    names = names_of(case, hidden=True)
    known = [case.young_person.name, *(person.name for person in case.people)]
    found = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in known))
    texts = [names.text(text) for text in all_texts(case) if not re.fullmatch(r"[a-z0-9_-]+", text)]
    texts += [names.of(person.id) for person in case.people]
    texts += [names.role(person.id) for person in case.people]
    assert [text for text in texts if found.search(text)] == []
