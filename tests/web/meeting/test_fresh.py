"""What of a kept case is of today: added or changed since the day began."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.storage.contract import Library
from relnet.storage.opening import memory_library
from relnet.web.app import create_app
from relnet.web.meeting.fresh import fresh_today, marks_between
from relnet.web.shelf import shelf_of
from tests.web.libraries import SAM, client_of, keep, small_case

OLD = {"kind": "action", "text": "Ring Aunt Jo"}
NEW = {"kind": "question", "text": "Who else is there?"}


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


def edit(library: Library, key: str, **values: Any) -> None:  # noqa: ANN401 - an operation's fields
    operation = read_operation(values)
    library.edit(key, lambda case: perform(case, operation), values, SAM)


def met(library: Library) -> str:
    """Keep a case with an action; a meeting adds a question."""
    key = keep(library, "Met", prompts=[OLD])
    edit(library, key, do="add_entry", section="prompts", fields=NEW)
    return key


def test_what_was_added_is_marked_on_the_page_and_in_word(library: Library) -> None:
    key, client = met(library), client_of(library)
    page = client.get(f"/case/{key}/meeting").text
    assert "<li>Who else is there? <em>new today</em></li>" in page
    assert page.count("<em>") == 1
    word = Document(BytesIO(client.get(f"/case/{key}/minutes.docx").data))
    assert "Who else is there? (new today)" in [part.text for part in word.paragraphs]


def test_a_case_that_can_be_edited_leads_to_its_forms(library: Library) -> None:
    key, client = met(library), client_of(library)
    assert f"/case/{key}?edit=1&amp;stage=1" in client.get(f"/case/{key}/meeting").text
    assert "edit=1" not in client.get("/case/amira/meeting").text


def test_nothing_is_new_on_the_day_after(library: Library) -> None:
    key = met(library)
    shelf = shelf_of((), library=library)
    now = datetime.now(UTC)
    with create_app(shelf).server.app_context():
        entry = shelf.get(key)
        assert list(fresh_today(entry, now).values()) == ["new today"]
        assert fresh_today(entry, now + timedelta(days=1)) == {}


def test_a_case_as_it_was_put_into_the_library_has_nothing_new(library: Library) -> None:
    key = keep(library, "Kept", prompts=[OLD])
    assert "new today" not in client_of(library).get(f"/case/{key}/meeting").text


def test_many_versions_of_today_are_gone_through(library: Library) -> None:
    key = met(library)
    for number in range(60):
        edit(library, key, do="set_case", fields={"title": f"Title {number}"})
    assert "<em>new today</em>" in client_of(library).get(f"/case/{key}/meeting").text


def test_what_is_other_than_before_is_told_as_changed() -> None:
    before = small_case(prompts=[OLD | {"id": "q-1"}, NEW | {"id": "q-2"}])
    after = small_case(prompts=[OLD | {"id": "q-1", "done": True}, NEW | {"id": "q-2"}])
    assert marks_between(before, after) == {"q-1": "changed today"}
