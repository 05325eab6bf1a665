"""Remarks that a page alone holds: on the page of the meeting's end, and in Word."""

from io import BytesIO
from typing import Any

import pytest
from docx import Document
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.meeting.remarks import (
    MAX_REMARKS,
    MAX_TEXT,
    TooManyRemarks,
    read_remarks,
    remarks_part,
)
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.web.taking.files import everything_in, secrets_in
from tests.web.views import look, sample

TITLE = "Remarks from this meeting (not kept in the case)"
WORD = ["minutes.docx", "sheet.docx"]
QUESTION = {"stage": 1, "kind": "question", "text": "Kayla: <b>who</b> rings?", "owner": ""}
ACTION = {"stage": 0, "kind": "action", "text": "Ring the school", "owner": "Dawn"}
NOBODYS = {"stage": 1, "kind": "action", "text": "Find a room", "owner": ""}


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def sent(*remarks: object) -> dict[str, Any]:
    return {"remarks": list(remarks)}


def paragraphs(content: bytes) -> list[str]:
    return [part.text for part in Document(BytesIO(content)).paragraphs]


def test_remarks_are_told_stage_by_stage() -> None:
    view = look(sample("amira"))
    part = remarks_part(view, read_remarks(sent(QUESTION, ACTION, NOBODYS)))
    assert part.title == TITLE
    assert [(group.title, [item.text for item in group.items]) for group in part.groups] == [
        (view.case.stages[0].label, ["Action for Dawn: Ring the school"]),
        (
            view.case.stages[1].label,
            ["Question: Kayla: <b>who</b> rings?", "Action: Find a room"],
        ),
    ]


def test_a_stage_that_is_gone_is_told_as_the_last_one() -> None:
    view = look(sample("amira"))
    part = remarks_part(view, read_remarks(sent({**QUESTION, "stage": 99})))
    assert [group.title for group in part.groups] == [view.case.stages[-1].label]


@pytest.mark.parametrize("name", WORD)
def test_they_stand_at_the_end_of_the_word_file(client: FlaskClient, name: str) -> None:
    answer = client.post(f"/case/amira/{name}?stage=2", json=sent(QUESTION, ACTION))
    assert answer.headers["Cache-Control"] == "no-store"
    assert "attachment" in answer.headers["Content-Disposition"]
    told = paragraphs(answer.data)
    assert told[told.index(TITLE) :] == [
        TITLE,
        sample("amira").network.case.stages[0].label,
        "Action for Dawn: Ring the school",
        sample("amira").network.case.stages[1].label,
        "Question: Kayla: <b>who</b> rings?",
    ]
    assert TITLE not in paragraphs(client.get(f"/case/amira/{name}?stage=2").data)


def test_the_page_is_told_them_as_a_part_of_its_own(client: FlaskClient) -> None:
    answer = client.post("/case/amira/meeting/remarks?stage=2", json=sent(QUESTION, ACTION))
    html = answer.get_json()["html"]
    assert f"<h2>{TITLE}</h2>" in html
    assert "<li>Question: Kayla: &lt;b&gt;who&lt;/b&gt; rings?</li>" in html
    assert "rings?" not in client.get("/case/amira/meeting?stage=2").text


def test_hidden_names_are_hidden_in_them_even_of_those_left_out(client: FlaskClient) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    hides = "hide=track-community_peer"
    told = client.post(f"/case/amira/meeting/remarks?{hides}", json=sent(QUESTION, ACTION))
    assert "The best friend" in told.text
    assert "Kayla" not in told.text
    word = client.post(f"/case/amira/minutes.docx?{hides}", json=sent(QUESTION, ACTION))
    text = everything_in(word.data)
    assert "Ring the school" in text
    assert secrets_in(text, sample("amira").network.case) == []


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"remarks": "all"},
        sent("text"),
        sent({**QUESTION, "stage": -1}),
        sent({**QUESTION, "kind": "order"}),
        sent({**QUESTION, "text": "x" * (MAX_TEXT + 1)}),
        sent({**QUESTION, "owner": "x" * 81}),
        sent({"stage": 1, "kind": "question", "text": "No owner"}),
    ],
)
@pytest.mark.parametrize("place", ["meeting/remarks", "minutes.docx"])
def test_what_no_page_sends_is_refused(
    client: FlaskClient, told: dict[str, Any], place: str
) -> None:
    assert client.post(f"/case/amira/{place}", json=told).status_code == 400


def test_more_than_a_meeting_makes_are_not_taken(client: FlaskClient) -> None:
    many = sent(*([QUESTION] * (MAX_REMARKS + 1)))
    with pytest.raises(TooManyRemarks, match="At most 200 remarks go into a file"):
        read_remarks(many)
    answer = client.post("/case/amira/meeting/remarks", json=many)
    assert answer.status_code == 422
    assert "At most 200" in answer.get_json()["message"]


def test_other_sites_cannot_ask(client: FlaskClient) -> None:
    headers = {"Origin": "https://evil.example"}
    for place in ("meeting/remarks", *WORD):
        answer = client.post(f"/case/amira/{place}", json=sent(), headers=headers)
        assert answer.status_code == 403
