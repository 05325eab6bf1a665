"""What a page sends while its case is edited, and what it is told."""

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from relnet.case.messages import RelnetError
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.case.vocabulary import Status, Strength
from relnet.editing.operations import operation_values
from relnet.editing.perform import perform
from relnet.storage.contract import Library, LibraryTrouble
from relnet.storage.opening import memory_library
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.editing.some_operations import MAKERS, operation_on
from tests.network.small import small_case
from tests.web.cases import A_NAME
from tests.web.libraries import BY, SAM, client_of, message, told
from tests.web.nasty import nasty_case
from tests.web.views import Tags

KIM = {"key": "another-key-that-nobody-guesses", "name": "Kim"}
LOOK = {"stage": "1", "as": ""}
RENAME = {"do": "set_fields", "section": "people", "id": "kayla", "fields": {"name": "Kay"}}


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


@pytest.fixture
def key(library: Library) -> str:
    return library.create(small_case(), SAM).line.id


def sent(client: FlaskClient, key: str, what: str = "edit", **values: Any) -> TestResponse:  # noqa: ANN401 - any JSON value
    """Send as assets/edit_live.js does; ``seen`` 1 and Sam unless told otherwise."""
    everything = {"seen": 1, "told": 1, "touched": [], "look": LOOK, "by": BY}
    return client.post(f"/case/{key}/{what}", json={**everything, **values})


def state_of(kayla: str, **fields: object) -> dict[str, object]:
    return {"do": "set_state", "relationship": kayla, "stage": "before", "fields": fields}


def words_of(answer: dict[str, Any]) -> list[str]:
    return [notice["words"] for notice in answer["notices"]]


@pytest.mark.parametrize("do", MAKERS)
def test_every_operation_does_what_it_means_or_says_why_not(
    client: FlaskClient, library: Library, do: str
) -> None:
    done = 0
    for seed in range(6):
        key = library.create(small_case(), SAM).line.id
        case = library.get(key).case
        operation = operation_on(case, seed, do)
        answer = sent(client, key, operation=operation_values(operation))
        told_now = answer.get_json()
        after = done_to(case, operation)
        assert library.get(key).case == (after or case)
        assert ("parts" in told_now) == (after is not None), (do, seed)
        if after is None:
            assert message(answer) if answer.status_code != 200 else told_now["refusals"]
        else:
            done += 1
    assert done


def done_to(case: Case, operation: Any) -> Case | None:  # noqa: ANN401 - any operation
    try:
        return perform(case, operation)
    except RelnetError:
        return None


def test_an_edit_is_one_version_and_can_be_undone_and_redone(
    client: FlaskClient, library: Library, key: str
) -> None:
    answer = told(sent(client, key, operation=RENAME))
    assert answer["number"] == 2
    assert answer["steps"] == {"undo": True, "redo": False}
    assert answer["refs"] == answer["stages"] == {}
    answer = told(sent(client, key, "undo"))
    assert answer["steps"] == {"undo": False, "redo": True}
    assert library.get(key).case == library.at(key, 1)
    answer = told(sent(client, key, "redo"))
    assert answer["steps"] == {"undo": True, "redo": False}
    assert library.get(key).case == library.at(key, 2)
    assert answer["number"] == 4


def test_nothing_to_undo_is_said(client: FlaskClient, key: str) -> None:
    for what in ("undo", "redo"):
        answer = sent(client, key, what)
        assert answer.status_code == 422
        assert message(answer)


def test_an_edit_that_changes_nothing_is_no_version(
    client: FlaskClient, library: Library, key: str
) -> None:
    same = RENAME | {"fields": {"name": "Kayla"}}
    assert told(sent(client, key, operation=same))["number"] == 1
    assert library.line(key).number == 1


@pytest.mark.parametrize(
    ("operation", "field"),
    [
        (RENAME | {"fields": {"name": " "}}, "name"),
        (RENAME | {"fields": {"name": "x" * 5000}}, "name"),
        (RENAME | {"fields": {"role": ""}}, "role"),
        ({"do": "set_stage", "stage": "before", "fields": {"label": ""}}, "label"),
        ({"do": "set_case", "fields": {"title": ""}}, "title"),
        (
            {
                "do": "set_fields",
                "section": "areas",
                "id": "away",
                "fields": {"distance_miles": -1},
            },
            "distance_miles",
        ),
        (state_of("r-kayla", closeness=9), "closeness"),
    ],
)
def test_a_refusal_is_told_at_its_field(
    client: FlaskClient, library: Library, key: str, operation: dict[str, Any], field: str
) -> None:
    (refusal,) = told(sent(client, key, operation=operation))["refusals"]
    assert refusal["field"] == field
    assert refusal["message"].endswith(".")
    assert library.line(key).number == 1
    assert told(sent(client, key, "preview", operation=operation))["refusals"] == [refusal]


def test_a_date_is_typed_in_words(client: FlaskClient, library: Library, key: str) -> None:
    fields = {"when": {"@date": "June 2025"}}
    told(sent(client, key, operation={"do": "set_stage", "stage": "before", "fields": fields}))
    assert library.get(key).case.stages[0].when == "2025-06"
    wrong = {"do": "set_stage", "stage": "before", "fields": {"when": {"@date": "soonish"}}}
    answer = sent(client, key, operation=wrong)
    assert answer.status_code == 422
    assert message(answer)
    assert library.line(key).number == 2


@pytest.mark.parametrize(
    "operation",
    [
        RENAME | {"id": "nobody"},
        state_of("r-nobody", strength="weak"),
        {"do": "set_stage", "stage": "nowhere", "fields": {"label": "x"}},
    ],
)
def test_what_somebody_took_out_meanwhile_is_said(
    client: FlaskClient, key: str, operation: dict[str, Any]
) -> None:
    answer = sent(client, key, operation=operation)
    assert answer.status_code == 409
    assert "taken this out meanwhile" in message(answer)


@pytest.mark.parametrize("what", ["edit", "preview", "undo", "redo", "news", "restore", "put-back"])
def test_a_case_that_is_gone_is_told(
    client: FlaskClient, library: Library, key: str, what: str
) -> None:
    told(sent(client, key, operation=RENAME))
    library.delete(key)
    for gone in (key, "nothing"):
        answer = sent(client, gone, what, operation=RENAME, number=1)
        assert answer.status_code == 404
        assert message(answer)
    library.delete(key, deleted=False)
    told(sent(client, key, operation=RENAME, seen=2))


def test_a_sample_case_and_an_older_version_are_not_edited(
    client: FlaskClient, library: Library, key: str
) -> None:
    told(sent(client, key, operation=RENAME))
    for read_only in ("amira", f"{key}~1"):
        assert sent(client, read_only, operation=RENAME).status_code == 404
        assert sent(client, read_only, "undo").status_code == 404
    assert library.line(key).number == 2


@pytest.mark.parametrize(
    ("what", "method"), [("edit", "edit"), ("undo", "undo"), ("redo", "redo"), ("news", "line")]
)
def test_trouble_with_the_library_is_told(
    client: FlaskClient,
    library: Library,
    key: str,
    monkeypatch: pytest.MonkeyPatch,
    what: str,
    method: str,
) -> None:
    def locked(*_args: object, **_kwargs: object) -> None:
        raise LibraryTrouble("The disk is full.")

    monkeypatch.setattr(library, method, locked)
    answer = sent(client, key, what, operation=RENAME)
    assert (answer.status_code, message(answer)) == (503, "The disk is full.")


def test_another_site_is_refused(client: FlaskClient, library: Library, key: str) -> None:
    values = {"seen": 1, "look": LOOK, "by": BY, "operation": RENAME}
    for what in ("edit", "preview", "undo", "redo", "news", "restore", "put-back"):
        answer = client.post(
            f"/case/{key}/{what}", json=values, headers={"Origin": "https://example.org"}
        )
        assert answer.status_code == 403
    assert library.line(key).number == 1


NONSENSE: list[object] = [
    None,
    [],
    "edit",
    {"operation": RENAME},
    {"by": BY, "operation": RENAME},
    {"by": {"key": SAM.key, "name": "\ud800"}, "seen": 1, "look": LOOK, "operation": RENAME},
    {"by": BY, "seen": -1, "told": 1, "look": LOOK, "operation": RENAME, "number": -1},
    {"by": BY, "seen": True, "look": LOOK, "operation": RENAME, "number": True},
    {"by": BY, "seen": 10**30, "look": LOOK, "operation": RENAME, "number": 10**30},
    {"by": {"key": "short", "name": "x"}, "seen": 1, "look": LOOK, "operation": RENAME},
    {"by": {"key": SAM.key, "name": 1}, "seen": 1, "look": LOOK, "operation": RENAME},
    {"by": {"key": "k" * 5000, "name": "x"}, "seen": 1, "look": LOOK, "operation": RENAME},
]


@pytest.mark.parametrize("what", ["edit", "undo", "redo", "news", "restore", "put-back"])
@pytest.mark.parametrize("number", range(len(NONSENSE)))
def test_nonsense_is_refused(
    client: FlaskClient, library: Library, key: str, what: str, number: int
) -> None:
    answer = client.post(f"/case/{key}/{what}", json=NONSENSE[number])
    assert answer.status_code == 400
    assert "Traceback" not in answer.text
    assert library.line(key).number == 1


@pytest.mark.parametrize(
    "look", [None, [], {"stage": 1}, {"stage": ["1"]}, {"as": None}, {"as": {"x": 1}}]
)
def test_a_look_that_is_none_is_refused(client: FlaskClient, key: str, look: object) -> None:
    for what in ("news", "preview"):
        assert sent(client, key, what, look=look, operation=RENAME).status_code == 400


@pytest.mark.parametrize(
    "look",
    [
        {},
        {"stage": "0", "as": "p999"},
        {"stage": "9" * 6000, "as": "x" * 6000},
        {"stage": "-1"},
        {"stage": "²"},
        {"stage": "99", "as": "s0"},
    ],
)
def test_a_look_at_nothing_is_the_nearest_there_is(
    client: FlaskClient, key: str, look: dict[str, str]
) -> None:
    answer = told(sent(client, key, operation=RENAME, look=look))
    assert len([name for name in answer["parts"] if name.startswith("stage:")]) == 1


@pytest.mark.parametrize(
    "operation",
    [
        None,
        "edit",
        [],
        {},
        {"do": "nothing"},
        {"do": "set_case"},
        {"do": "set_case", "fields": {"@date": "June 2025"}},
        {"@date": "June 2025"},
        {"@date": {"@date": 1}},
        {"do": "set_case", "fields": [], "more": 1},
        {"do": "set_fields", "section": "stages", "id": "before", "fields": {}},
        {"do": "replace_case", "case": {}},
    ],
)
def test_what_is_no_operation_is_refused_in_words(
    client: FlaskClient, library: Library, key: str, operation: object
) -> None:
    for what in ("edit", "preview"):
        answer = sent(client, key, what, operation=operation)
        assert answer.status_code == 422
        assert message(answer)
    assert library.line(key).number == 1


def test_values_nested_too_deep_are_refused(
    client: FlaskClient, library: Library, key: str
) -> None:
    for depth in (200, 900, 5000, 100_000):
        deep = "[" * depth + "]" * depth
        body = json.dumps({"seen": 1, "look": LOOK, "by": BY, "operation": "DEEP"})
        answer = client.post(
            f"/case/{key}/edit",
            data=body.replace('"DEEP"', deep),
            content_type="application/json",
        )
        assert answer.status_code in (400, 422), depth
    assert library.line(key).number == 1


@pytest.mark.parametrize("name", ["", "   ", "\x00", "\u202eKim", "<b>", "x" * 5000])
def test_any_name_of_an_editor_is_kept_readable(
    client: FlaskClient, library: Library, key: str, name: str
) -> None:
    by = {"key": KIM["key"], "name": name}
    told(sent(client, key, operation=RENAME, by=by))
    (version, *_older) = library.history(key)
    assert 0 < len(version.by.name) <= 80
    assert client.get(f"/case/{key}/history").status_code == 200


def test_nothing_of_a_case_is_logged(
    client: FlaskClient, library: Library, caplog: pytest.LogCaptureFixture
) -> None:
    key = library.create(parse_case(json.dumps(nasty_case()).encode()), SAM).line.id
    caplog.set_level(logging.DEBUG)
    fields = {"name": A_NAME, "area": "nowhere"}
    wrong = {"do": "set_fields", "section": "people", "id": "p1", "fields": fields}
    for operation in (
        wrong,
        wrong | {"id": A_NAME},
        {"do": A_NAME},
        {"do": "set_case", "fields": {"title": A_NAME}},
    ):
        for what in ("edit", "preview", "undo"):
            sent(client, key, what, operation=operation)
    client.post(f"/case/{key}/edit", data=f'{{"{A_NAME}', content_type="application/json")
    assert A_NAME not in caplog.text


def test_two_editors_of_one_field_are_both_told(
    client: FlaskClient, library: Library, key: str
) -> None:
    told(sent(client, key, operation=state_of("r-kayla", strength="weak"), by=KIM))
    mine = told(sent(client, key, operation=state_of("r-kayla", strength="strong")))
    (notice,) = mine["notices"]
    assert "Kim changed the same" in notice["words"]
    assert "Yours stands now" in notice["words"]
    assert notice["version"] == 2
    theirs = told(sent(client, key, "news", seen=2, told=2, by=KIM))
    assert "Theirs stands now" in words_of(theirs)[0]
    assert theirs["notices"][0]["version"] == 2
    assert strength_of(library, key) is Strength.STRONG
    told(sent(client, key, "put-back", number=2))
    assert strength_of(library, key) is Strength.WEAK


def strength_of(library: Library, key: str) -> Strength | None:
    case = library.get(key).case
    tie = next(tie for tie in case.relationships if tie.id == "r-kayla")
    return tie.states[0].strength


def test_two_editors_of_different_fields_both_keep_theirs(
    client: FlaskClient, library: Library, key: str
) -> None:
    told(sent(client, key, operation=state_of("r-kayla", strength="weak"), by=KIM))
    mine = told(sent(client, key, operation=state_of("r-kayla", status="broken")))
    assert mine["notices"] == []
    state = next(t for t in library.get(key).case.relationships if t.id == "r-kayla").states[0]
    assert (state.strength, state.status) == (Strength.WEAK, Status.BROKEN)


def test_what_a_colleague_did_before_an_own_edit_is_told_all_the_same(
    client: FlaskClient, key: str
) -> None:
    told(sent(client, key, operation=RENAME, by=KIM))
    mine = told(sent(client, key, operation=state_of("r-gran", strength="weak")))
    news = told(sent(client, key, "news", told=mine["number"]))
    assert [words.partition(":")[0] for words in words_of(news)] == ["Kim"]
    assert "Kay" in words_of(news)[0]


def test_of_many_edits_of_colleagues_only_the_number_is_told(client: FlaskClient, key: str) -> None:
    for name in ("One", "Two", "Three", "Four"):
        told(sent(client, key, operation=RENAME | {"fields": {"name": name}}, by=KIM))
    assert words_of(told(sent(client, key, "news"))) == ["Colleagues have made 4 edits."]


def test_without_news_nothing_is_told(client: FlaskClient, key: str) -> None:
    assert told(sent(client, key, "news")) == {}
    first = told(sent(client, key, "news", first=True))
    assert first == {"steps": {"undo": False, "redo": False}}


def test_an_undo_leaves_what_a_colleague_changed_since_and_says_so(
    client: FlaskClient, library: Library, key: str
) -> None:
    both = state_of("r-kayla", strength="weak", status="broken")
    told(sent(client, key, operation=both))
    told(sent(client, key, operation=state_of("r-kayla", strength="strong"), by=KIM, seen=2))
    answer = told(sent(client, key, "undo", seen=2))
    assert any("Left as it is" in words for words in words_of(answer))
    state = next(t for t in library.get(key).case.relationships if t.id == "r-kayla").states[0]
    assert (state.strength, state.status) == (Strength.STRONG, Status.ACTIVE)


def test_a_preview_says_what_is_done_and_does_nothing(
    client: FlaskClient, library: Library, key: str
) -> None:
    remove = {"do": "remove_entry", "section": "people", "id": "kayla"}
    words = told(sent(client, key, "preview", operation=remove))["words"]
    assert "Kayla" in words[0]
    assert len(words) > 1
    assert library.line(key).number == 1


def test_what_is_gone_is_called_by_its_name_in_a_notice(client: FlaskClient, key: str) -> None:
    remove = {"do": "remove_entry", "section": "people", "id": "kayla"}
    told(sent(client, key, operation=remove, by=KIM))
    (words,) = words_of(told(sent(client, key, "news")))
    assert "Kayla" in words


def test_short_names_are_told_anew_where_they_move(client: FlaskClient, key: str) -> None:
    remove = {"do": "remove_entry", "section": "people", "id": "dawn"}
    answer = told(sent(client, key, operation=remove))
    assert answer["refs"]["p0"] is None
    assert answer["refs"]["p1"] == "p0"
    news = told(sent(client, key, "news", told=2, touched=[0]))
    assert news["refs"] == {}
    earlier = {"do": "add_stage", "label": "Earlier", "phase": "before"}
    answer = told(sent(client, key, operation=earlier, seen=2, told=2, look={"stage": "2"}))
    assert answer["stages"] == {"0": 1, "1": 2, "2": 3}
    assert "stage:2" in answer["parts"]


def test_a_stage_that_was_split_off_is_shown(
    client: FlaskClient, library: Library, key: str
) -> None:
    split = {"do": "split_stage", "stage": library.get(key).case.stages[0].id, "label": "Later"}
    answer = told(sent(client, key, operation=split))
    assert answer["begun"] == 1
    assert "stage:1" in answer["parts"]
    assert "begun" not in told(sent(client, key, "undo", seen=2, look={"stage": "2"}))


@pytest.mark.parametrize("what", ["edit", "preview"])
def test_a_date_that_is_not_understood_is_refused_at_its_field(
    client: FlaskClient, key: str, what: str
) -> None:
    fields = {"text": "A call", "when": {"@date": "soonish"}}
    answer = sent(
        client, key, what, operation={"do": "add_entry", "section": "events", "fields": fields}
    )
    assert answer.status_code == 422
    (refusal,) = answer.get_json()["refusals"]
    assert refusal == {"field": "when", "message": message(answer)}


@pytest.mark.parametrize("what", ["edit", "preview", "undo", "redo"])
def test_hidden_names_are_not_edited(
    client: FlaskClient, library: Library, key: str, what: str
) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    answer = sent(client, key, what, operation=RENAME)
    assert answer.status_code == 422
    assert "Show names" in message(answer)
    assert library.line(key).number == 1
    assert client.get(f"/case/{key}/form").status_code == 400


def test_forms_are_of_what_is_chosen(client: FlaskClient, key: str) -> None:
    def heading(**asked: str) -> str:
        text = client.get(f"/case/{key}/form", query_string={"stage": "2", **asked}).text
        return " ".join(Tags(text).texts)

    assert heading().startswith("Foster home, Northfield")
    assert heading(chosen="p2").startswith("Kayla")
    assert heading(chosen="yp").startswith("Amira")
    assert heading(chosen="r5").startswith("Dawn and Gran")
    assert heading(chosen="p99").startswith("Foster home, Northfield")
    assert heading(add="person", area="1", track="trusted").startswith("Add a person")
    assert heading(add="person", area="x", track="x").startswith("Add a person")


def test_a_form_of_a_case_that_is_gone_is_told(
    client: FlaskClient, library: Library, key: str
) -> None:
    library.delete(key)
    assert client.get(f"/case/{key}/form").status_code == 404


def test_nasty_names_stay_text_in_forms_and_answers(client: FlaskClient, library: Library) -> None:
    case = parse_case(json.dumps(nasty_case()).encode())
    key = library.create(case, SAM).line.id
    chosen = ["", "yp", *(f"p{number}" for number in range(16)), "s0", "r0", "r16"]
    pages = [client.get(f"/case/{key}/form?stage=2&chosen={ref}").text for ref in chosen]
    pages.append(client.get(f"/case/{key}/form?add=person").text)
    operation = {
        "do": "set_use",
        "stage": "away",
        "relationship": "r3",
        "use": "safety",
        "level": None,
    }
    answer = told(sent(client, key, operation=operation))
    pages += answer["parts"].values()
    pages += told(sent(client, key, "news"))["parts"].values()
    for page in pages:
        for tag, attributes in Tags(page).all:
            assert tag not in {"script", "img", "b"}
            assert not [name for name in attributes if name.startswith("on")]
            assert not (attributes.get("href") or "").startswith("javascript:")
