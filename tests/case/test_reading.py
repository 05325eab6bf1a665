"""Reading a case file: a case, or clear messages, never anything else."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from relnet.case import dates
from relnet.case.messages import CaseFaults, Fault
from relnet.case.models import Case
from relnet.case.reading import MAX_BYTES, MAX_FAULTS, parse_case, read_case
from relnet.case.writing import write_case
from relnet.resources import sample_cases_folder
from tests.case.small import faults_of, small_case
from tests.strategies import NAMES, cases

SAMPLES = sorted(sample_cases_folder().glob("*.relnet.json"))

property_settings = settings(deadline=None, max_examples=100)


def said(data: bytes) -> list[str]:
    """Give what is said of bytes that are no case."""
    with pytest.raises(CaseFaults) as refused:
        parse_case(data)
    assert str(refused.value) == "\n".join(str(fault) for fault in refused.value.faults)
    return [str(fault) for fault in refused.value.faults]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_case_reads_and_comes_back_equal(path: Path) -> None:
    case = read_case(path)
    assert parse_case(write_case(case).encode()) == case


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"not json", "line 1, column 1: a value is missing here, or is not JSON"),
        (b'{\n  "a": 1,\n}', "line 3, column 1: a name in double quotes must stand here"),
        (b'{"a": 1 "b": 2}', "line 1, column 9: a comma or a closing bracket is missing here"),
        (b'{"a" 1}', "line 1, column 6: a colon is missing after the name"),
        (b'{"a": "b}', "line 1, column 7: this text has no closing quote"),
        (
            b'{"a": "b\nc"}',
            "line 1, column 9: a text cannot go over a line end or hold a tab",
        ),
        (
            rb'{"a": "C:\Users"}',
            "line 1, column 10: no such escape; a backslash in a text is written \\\\",
        ),
        (b"{} {}", "line 1, column 4: the file goes on after the case has ended"),
        (b"[]", "a part in braces, with named fields, must stand here"),
        (b"9" * 5000, "not a number that relnet can use"),
    ],
)
def test_what_is_not_json(data: bytes, message: str) -> None:
    assert said(data)[0].startswith(message)


def test_a_file_that_is_not_utf_8() -> None:
    assert said('{\n"title": "José"}'.encode("latin-1")) == [
        "line 2: the signs here are not UTF-8 (byte 16 of the file); save it as UTF-8"
    ]
    assert said("{}".encode("utf-16"))[0].startswith("line 1: the signs here are not UTF-8")


def test_a_byte_order_mark_is_no_fault() -> None:
    data = json.dumps(small_case()).encode("utf-8-sig")
    assert parse_case(data).title == "A small case"


def test_a_file_that_is_too_big() -> None:
    data = json.dumps(small_case()).encode()
    assert parse_case(data + b" " * (MAX_BYTES - len(data))) == parse_case(data)
    assert said(data + b" " * (MAX_BYTES + 1 - len(data))) == [
        "the file is bigger than 5 megabytes, the most that relnet reads"
    ]


@pytest.mark.parametrize(
    "data",
    [b"[" * 100_000, b'{"a":' * 100_000, b'{"title":\n' + b"[" * 40 + b"]" * 40 + b"}"],
    ids=["lists", "objects", "closed"],
)
def test_absurd_nesting(data: bytes) -> None:
    (fault,) = said(data)
    assert fault.endswith("nested more than 32 levels deep: this is no case file")


def test_brackets_in_texts_are_not_nesting() -> None:
    values = small_case(about='"\\' + "[{" * 100)
    assert parse_case(json.dumps(values).encode()).about == values["about"]


def test_quotes_without_end_are_read_in_one_go() -> None:
    assert said(b'"' + b'\\"' * 2_400_000) == ["line 1, column 1: this text has no closing quote"]


def test_too_many_values() -> None:
    assert said(b'{"title": [' + b"0," * 200_000 + b"0]}") == [
        "the file holds more than 200000 values: this is no case file"
    ]


def test_a_name_that_stands_twice_is_named() -> None:
    text = json.dumps(small_case()).replace('"name": "Mum"', '"name": "Mam", "name": "Mum"')
    assert said(text.encode()) == [
        "people[0].name: this name stands twice in the same part of the file; keep one of them"
    ]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_numbers_that_are_none(number: str) -> None:
    text = json.dumps(small_case()).replace("34", number)
    assert said(text.encode()) == ["areas[1].distance_miles: not a number that relnet can use"]


@pytest.mark.parametrize(("sign", "code"), [("\\ud83d", "D83D"), ("\\u0000", "0000")])
def test_signs_that_no_screen_can_show(sign: str, code: str) -> None:
    text = json.dumps(small_case()).replace("Kayla", f"Kay{sign}la")
    assert said(text.encode()) == [
        f"people[1].name: has a sign that cannot be shown (U+{code}); take it out"
    ]


def test_foreign_names_in_a_message_are_short_and_on_one_line() -> None:
    (fault,) = faults_of(small_case(**{"line\nbreak" + "x" * 500: 1}))
    assert fault.startswith('["line\\nbreakxxx')
    assert len(fault) < 400


def test_faults_of_all_kinds_are_told_at_once_from_the_top() -> None:
    values = small_case(extra=1)
    values["people"][1]["type"] = "freind"
    values["uses"][0]["relationship"] = "r-mun"
    values["stages"][2]["phase"] = "late"
    text = json.dumps(values).replace('"id": "home"', '"id": "home", "id": "home"')
    assert said(text.encode()) == [
        "areas[0].id: this name stands twice in the same part of the file; keep one of them",
        "stages[2].phase: no word 'late' here; write one of: before, during, after",
        (
            "people[1].type: no word 'freind' here; write one of: practitioner, family, peer, "
            "community"
        ),
        "uses[0].relationship: no relationship 'r-mun'; did you mean 'r-mum'?",
        (
            "extra: no field 'extra' here; the fields are: format, title, about, young_person, "
            "areas, settings, stages, people, relationships, uses, events, prompts, story"
        ),
    ]


def test_numbers_in_places_are_sorted_as_numbers() -> None:
    prompts = [{"kind": "action", "text": "Ring", "stage": "x"}] * 12
    places = [fault.split(":")[0] for fault in faults_of(small_case(prompts=prompts))]
    assert places == [f"prompts[{number}].stage" for number in range(12)]


def test_past_two_hundred_faults_only_their_number_is_told() -> None:
    prompts = [{"kind": "action", "text": "Ring", "stage": "x"}] * 150
    events = [{"text": 3}] * 100
    faults = faults_of(small_case(prompts=prompts, events=events))
    assert len(faults) == MAX_FAULTS + 1
    assert faults[-1] == "and 50 more faults"


def test_a_fault_says_where_and_what() -> None:
    assert str(Fault("stages[2].area", "no area 'x'")) == "stages[2].area: no area 'x'"
    assert str(Fault("", "the file is empty")) == "the file is empty"


def test_a_file_that_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(CaseFaults, match=r"^there is no such file$"):
        read_case(tmp_path / "none.relnet.json")
    with pytest.raises(CaseFaults, match=r"^this is a folder; name a case file in it$"):
        read_case(tmp_path)
    with pytest.raises(CaseFaults, match=r"^the file could not be read"):
        read_case(Path("nul\x00"))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)  # whoever runs the tests may read everything
    with pytest.raises(CaseFaults, match=r"^relnet may not read this file"):
        read_case(tmp_path / "case.relnet.json")


def test_a_case_with_plain_dates_does_not_need_the_date_package(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dates, "_parses", lambda _text: False)
    dates.is_edtf.cache_clear()
    for path in SAMPLES:
        read_case(path)
    dates.is_edtf.cache_clear()


Change = Callable[[Random, Any, Any], None]
"""A change to one entry of a list or an object: random numbers, the container, the key."""

SCRAPS: tuple[Any, ...] = (
    None, True, 0, 1, -1.5, 10**30, "", "x", "young_person", "team", "home", [], {}, [[]], [{}],
    {"id": "x"}, {"trusted": 1}, [None], "2025-02-30", *NAMES,
)  # fmt: skip


def delete(_random: Random, parent: Any, key: Any) -> None:  # noqa: ANN401 - JSON values
    del parent[key]


def replace(random: Random, parent: Any, key: Any) -> None:  # noqa: ANN401 - JSON values
    parent[key] = random.choice(SCRAPS)


def wrap(random: Random, parent: Any, key: Any) -> None:  # noqa: ANN401 - JSON values
    parent[key] = random.choice([[parent[key]], {"id": parent[key]}, str(parent[key])])


def misspell(random: Random, parent: Any, key: Any) -> None:  # noqa: ANN401 - JSON values
    if isinstance(parent[key], str):
        letters = list(parent[key]) or ["x"]
        letters[random.randrange(len(letters))] = random.choice("aeX -_.\n")
        parent[key] = "".join(letters)


def rename(random: Random, parent: Any, key: Any) -> None:  # noqa: ANN401 - JSON values
    if isinstance(parent, dict):
        parent[key + random.choice("sX _")] = parent.pop(key)


def repeat(random: Random, parent: Any, key: Any) -> None:  # noqa: ANN401 - JSON values
    if isinstance(parent, list):
        parent.insert(random.randrange(len(parent)), parent[key])


def swap(random: Random, parent: Any, key: Any) -> None:  # noqa: ANN401 - JSON values
    other = random.choice(list(parent) if isinstance(parent, dict) else range(len(parent)))
    parent[key], parent[other] = parent[other], parent[key]


CHANGES: tuple[Change, ...] = (delete, replace, wrap, misspell, rename, repeat, swap)


def entries(value: Any) -> list[tuple[Any, Any]]:  # noqa: ANN401 - JSON values
    """Give every entry of lists and objects, at any depth, as (container, key)."""
    keys = value if isinstance(value, dict) else range(len(value) if type(value) is list else 0)
    below = [entry for key in keys for entry in entries(value[key])]
    return [(value, key) for key in keys] + below


def is_case_or_faults(data: bytes) -> None:
    """Check that bytes give a case that comes back equal, or messages."""
    case: Case | None = None
    faults: tuple[Fault, ...] = ()
    try:
        case = parse_case(data)
    except CaseFaults as refused:
        faults = refused.faults
    assert (case is None) is bool(faults)
    assert all(fault.what and "\n" not in str(fault) for fault in faults)
    if case is not None:
        assert parse_case(write_case(case).encode()) == case


@property_settings
@given(cases(max_people=12), st.integers(0, 2**32), st.integers(1, 4))
def test_a_changed_case_file_is_a_case_or_told_of(case: Case, seed: int, changes: int) -> None:
    random = Random(seed)  # noqa: S311 - the same seed, the same changes
    values = json.loads(write_case(case))
    for _ in range(changes):
        if found := entries(values):
            random.choice(CHANGES)(random, *random.choice(found))
    is_case_or_faults(json.dumps(values).encode())


@settings(property_settings, max_examples=40)  # the samples are long
@given(st.integers(0, 2**32), st.integers(1, 20))
def test_a_changed_sample_is_a_case_or_told_of(seed: int, changes: int) -> None:
    random = Random(seed)  # noqa: S311 - the same seed, the same changes
    values = json.loads(random.choice(SAMPLES).read_bytes())
    for _ in range(changes):
        random.choice(CHANGES)(random, *random.choice(entries(values)))
    is_case_or_faults(json.dumps(values).encode())


@property_settings
@given(st.integers(0, 10_000), st.binary(max_size=8))
def test_a_file_with_other_bytes_in_it_is_a_case_or_told_of(at: int, scrap: bytes) -> None:
    data = json.dumps(small_case(), ensure_ascii=False).encode()
    at %= len(data)
    is_case_or_faults(data[:at] + scrap + data[at + len(scrap) :])


@property_settings
@given(st.binary())
@example(b"null")
@example(b'{"stages": {"id": []}, "relationships": [{"states": {}}], "uses": [[]]}')
def test_any_bytes_are_told_of(data: bytes) -> None:
    assert said(data)


def test_reading_is_light() -> None:
    """``relnet check`` answers at once: it loads nothing that only pictures need."""
    code = (
        "import sys; from pathlib import Path; from relnet.case.reading import read_case; "
        "read_case(Path(sys.argv[1])); print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, SAMPLES[0]], check=True, capture_output=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "relnet.case.reading" in loaded
    assert loaded.isdisjoint(("networkx", "pandas", "numpy", "plotly", "dash", "edtf"))
