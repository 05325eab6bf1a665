"""Writing a case file: what is read again is equal, and the same case gives the same bytes."""

import json
from itertools import permutations

import pytest
from hypothesis import given, settings

from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.case.schema import case_schema
from relnet.case.writing import write_case
from tests.case.small import parsed, small_case
from tests.strategies import cases


@settings(deadline=None, max_examples=100)
@given(cases())
def test_a_case_comes_back_equal_and_with_the_same_bytes(case: Case) -> None:
    text = write_case(case)
    again = parse_case(text.encode())
    assert again == case
    assert write_case(again) == text


def test_the_file_is_for_people_to_read() -> None:
    values = small_case(title="Zoë & <Amira>", uses=[], events=[], prompts=[], story=[])
    text = write_case(parsed(values))
    assert text.startswith('{\n  "format": "relnet-case/1",\n  "title": "Zoë & <Amira>",\n')
    assert text.endswith("\n}\n")
    assert '"from": "mum"' in text
    for left_out in ("null", "from_", "uses", 'young_person",', '"perspective"', "[]"):
        assert left_out not in text


def test_fields_stand_in_the_order_of_the_format() -> None:
    values = dict(reversed(small_case().items()))
    assert list(json.loads(write_case(parsed(values)))) == list(small_case())


def test_what_is_false_or_zero_is_kept() -> None:
    values = small_case()
    values["stages"][1]["move"] = {"planned": False}
    values["areas"][0]["distance_miles"] = 0
    written = json.loads(write_case(parsed(values)))
    assert written["stages"][1]["move"] == {"planned": False}
    assert written["areas"][0]["distance_miles"] == 0


def test_a_move_of_which_nothing_is_told_is_still_a_move() -> None:
    case = parsed(small_case())
    assert parse_case(write_case(case).encode()).stages[1].move is not None


@pytest.mark.parametrize("tracks", list(permutations(["trusted", "parent_child"])))
def test_the_order_of_blanks_in_the_file_makes_no_difference(tracks: list[str]) -> None:
    values = small_case()
    values["stages"][0]["blanks"] = dict.fromkeys(tracks, "not_asked")
    written = json.loads(write_case(parsed(values)))
    assert list(written["stages"][0]["blanks"]) == ["trusted", "parent_child"]


@pytest.mark.parametrize(("number", "text"), [(34, "34"), (34.0, "34"), (0.5, "0.5")])
def test_a_whole_number_has_no_fraction(number: float, text: str) -> None:
    values = small_case()
    values["areas"][1]["distance_miles"] = number
    assert f'"distance_miles": {text}\n' in write_case(parsed(values))


def test_the_schema_describes_every_part_and_field() -> None:
    schema = case_schema()
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "A relnet case file"
    for part in (schema, *schema["$defs"].values()):
        assert part["description"]
        for field in part.get("properties", {}).values():
            assert field["description"]


def test_the_schema_names_the_words_and_the_bounds() -> None:
    parts = case_schema()["$defs"]
    assert parts["Track"]["enum"] == ["trusted", "parent_child", "community_peer"]
    assert parts["Relationship"]["required"] == ["id", "from", "states"]
    assert not parts["State"]["additionalProperties"]
    assert json.loads(json.dumps(parts)) == parts
