"""Names shown and hidden: what stands in for them, and that no text lets one through."""

import re
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from relnet.case import names as names_module
from relnet.case.messages import UnknownId
from relnet.case.models import FORMAT, Case
from relnet.case.names import names_of
from relnet.case.spotting import _TOKEN
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
    assert [away.inside(key) for key in ("p1", "young_person", "home", "near")] == [
        "the best friend",
        "the young person",
        "the home area",
        "placement area 1",
    ]
    assert shown.inside("team") == "the team"


def test_a_sentence_opens_with_a_capital_and_a_name_as_it_is() -> None:
    case = small_case(("la Tasha", "best friend", "peer"))
    shown, away = names_of(case), names_of(case, hidden=True)
    assert [shown.opening(key) for key in ("p1", "team")] == ["la Tasha", "The team"]
    assert [away.opening(key) for key in ("p1", "team")] == ["The best friend", "The team"]


@pytest.mark.parametrize(
    ("role", "inside"),
    [
        ("GP", "the GP"),
        ("boys at school", "the boys at school"),
        ("her cousin", "her cousin"),
        ("two older boys", "two older boys"),
        ("the neighbour", "the neighbour"),
        ("Mum’s partner", "the parent’s partner"),
        ("Jan’s partner", "social worker 1’s partner"),
    ],
)
def test_a_stand_in_gets_the_unless_that_would_be_wrong(role: str, inside: str) -> None:
    workers = [(name, "social worker", "practitioner") for name in ("Jan", "Uma")]
    names = names_of(small_case(("Xenia", role, "peer"), MUM, *workers), hidden=True)
    assert names.inside("p1") == inside


@pytest.mark.parametrize(
    ("name", "role", "inside", "line"),
    [
        ("A parent", "parent", "a parent", ""),
        (
            "The social worker",
            "social worker, name not known",
            "the social worker",
            "name not known",
        ),
        ("A Smith", "parent", "A Smith", "parent"),
        ("The Boys", "boys", "The Boys", "boys"),
        ("Gran", "grandparent", "Gran", "grandparent"),
        ("Mum", "Mum’s cousin", "Mum", "Mum’s cousin"),
        ("Peer", "peer mentor", "Peer", "peer mentor"),
    ],
)
def test_a_description_begins_small_and_its_role_is_not_said_twice(
    name: str, role: str, inside: str, line: str
) -> None:
    names = names_of(small_case((name, role, "peer")))
    assert (names.inside("p1"), names.role("p1")) == (inside, line)


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
        ("Kayla rang Coach Osei.", "The best friend rang the football coach."),
        ("KAYLA’S phone, Kayla's coat", "The best friend’S phone, the best friend's coat"),
        ("Saw Osei. Osei saw Ewa", "Saw the football coach. The football coach saw the aunt"),
        ("“Kayla is kind,” says Amira", "“The best friend is kind,” says the young person"),
        ("at Northfield High in Northfield", "at the school in placement area 2"),
        (
            "her Kayla, Mum’s Kayla, ex-Kayla",
            "her best friend, the parent’s best friend, ex-best friend",
        ),
        ("her aunt, the club and Kaylan", "her aunt, the club and Kaylan"),
        ("Aunt  Ewa\nand Mum", "The aunt\nand the parent"),
    ],
)
def test_names_in_texts(text: str, expected: str) -> None:
    assert hidden(text, KAYLA, OSEI, EWA, MUM) == expected


@pytest.mark.parametrize(
    ("text", "shown", "expected"),
    [
        ("Kayla", "Kayla", "the best friend"),
        (
            "Kayla; Osei says no",
            "Kayla; Osei says no",
            "the best friend; the football coach says no",
        ),
        ("Kayla. Osei agreed", "Kayla. Osei agreed", "the best friend. The football coach agreed"),
        ("The school, Mum", "the school, Mum", "the school, the parent"),
        ("school, police", "school, police", "school, police"),
        ("A Levels", "A Levels", "A Levels"),
    ],
)
def test_a_text_goes_on_inside_a_sentence(text: str, shown: str, expected: str) -> None:
    case = small_case(KAYLA, OSEI, EWA, MUM)
    assert names_of(case).text_inside(text) == shown
    assert names_of(case, hidden=True).text_inside(text) == expected


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Boys in the year chat", "The boys chat all year", "The boys chat all year"),
        ("Boys in the year chat", "Two boys in the year chat left", "Two group left"),
        ("The social worker", "A social worker came", "A social worker came"),
        (
            "Will Mark May",
            "It will mark the end; Will came",
            "It will mark the end; the group came",
        ),
        ("Ed", "Fed up, ed. said Ed", "Fed up, ed. said the group"),
        ("Miss Daley-Price", "Miss Price missed it", "Miss group missed it"),
        ("José", "Jose\u0301 rang", "The group rang"),
        ("李明", "昨天李明来了", "昨天group来了"),
        ("(:", "smile (: smile", "smile the group smile"),
        ("A", "A walk, a talk", "A walk, a talk"),
    ],
)
def test_only_names_are_taken_for_names(name: str, text: str, expected: str) -> None:
    assert hidden(text, (name, "group", "peer")) == expected


def test_short_forms_keep_their_capitals() -> None:
    assert hidden("She rang Dr Lund", ("Dr Lund", "GP", "practitioner")) == "She rang the GP"


def test_a_stranger_is_told_so() -> None:
    with pytest.raises(UnknownId, match="no person or setting 'kaila'"):
        names_of(small_case(KAYLA)).of("kaila")


def test_every_sign_that_stands_close_to_others_is_a_word_of_its_own() -> None:
    wide = [chr(code) for code in range(sys.maxunicode) if is_wide_letter(chr(code))]
    assert len(wide) > 10_000
    assert [sign for sign in wide if _TOKEN.findall(f"a{sign}b") != ["a", sign, "b"]] == []


def is_wide_letter(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in {"W", "F"} and re.match(r"\w", sign) is not None


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("Kay O’Brien", "kay  o'brien rang", "The group rang"),
        ("Kay O’Brien", "Kay O\u02bcBrien rang", "The group rang"),
        ("Ann\u02bcs Den", "at Ann's den", "at the group"),
        ("İpek", "ipek rang", "The group rang"),
        ("Straße", "Die STRAẞE dort", "Die the group dort"),
        ("A李", "昨天A李来了", "昨天A李来了"),
        ("李A", "昨天李A 来了", "昨天group 来了"),
        ("Ann Bell Cross", "Ann Bell and Ann Bell Cross", "The group and the group"),
    ],
)
def test_names_are_found_as_they_may_be_written(name: str, text: str, expected: str) -> None:
    assert hidden(text, (name, "group", "peer")) == expected


def test_shown_names_are_never_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names_module, "name_pattern", lambda _case: pytest.fail("it was built"))
    assert names_of(small_case(KAYLA)).text("Kayla rang.") == "Kayla rang."


@pytest.mark.parametrize(
    ("names", "text"),
    [
        ([f"Ka{n}la Smith{n}" for n in range(400)], "Kay la smith and so on " * 170),
        (["A" + " a" * 150 + str(n) for n in range(100)], "A " * 1900),
        ([f"Kayla Smith{n}" for n in range(400)], "Kayla rang. " * 300),
        (["Kayla"], " " * 3000 + "Kayla " + "(" * 900),
    ],
)
def test_many_like_names_are_hidden_quickly(names: list[str], text: str) -> None:
    case = small_case(*((name, "friend", "peer") for name in names))
    start = time.process_time()
    found = names_of(case, hidden=True)
    for _ in range(10):
        found.text(text)
    assert time.process_time() - start < 4


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


def told_names(case: Case) -> list[str]:
    """Give the names of the young person and of everybody else."""
    return [case.young_person.name, *(person.name for person in case.people)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_no_name_comes_through_in_any_sample_case(path: Path) -> None:
    case = Case.model_validate_json(path.read_bytes())
    names = names_of(case, hidden=True)
    # "The social worker" is no name: a stand-in may say the same.
    known = [name for name in told_names(case) if not re.match(r"(The|An?) [a-z]", name)]
    found = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in known) or r"(?!)")
    texts = [names.text(text) for text in all_texts(case) if not re.fullmatch(r"[a-z0-9_-]+", text)]
    texts += [names.of(person.id) for person in case.people]
    texts += [names.role(person.id) for person in case.people]
    assert [text for text in texts if found.search(text)] == []
