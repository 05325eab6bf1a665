"""What an edit sends: put together, it is the page as it would be loaded anew."""

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from flask.testing import FlaskClient

from relnet.case.models import Case
from relnet.editing.operations import operation_values
from relnet.figures.refs import refs_of
from relnet.storage.contract import Editor, Library
from relnet.storage.opening import memory_library
from relnet.web.case_view import perspective_refs
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.editing.some_operations import operation_on
from tests.web.edit.shown_page import ShownPage
from tests.web.libraries import BY, SAM, client_of, told
from tests.web.views import SAMPLES, sample, secret_words

KIM = {"key": "another-key-that-nobody-guesses", "name": "Kim"}
ROUNDS = 4


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


def seeded(seed: object) -> Random:
    return Random(str(seed))  # noqa: S311 - the same seed, the same edits


class Editing:
    """One editor's page of a case, and a colleague who edits as well."""

    def __init__(self, library: Library, case: Case, random: Random) -> None:
        self.library = library
        self.client: FlaskClient = client_of(library)
        self.key = library.create(case, SAM).line.id
        self.random = random
        self.page = self.loaded(random.randrange(len(case.stages)), self.somebody())

    @property
    def case(self) -> Case:
        return self.library.get(self.key).case

    def somebody(self) -> str:
        return self.random.choice(["", *perspective_refs(self.case).values()])

    def loaded(self, stage: int, perspective: str) -> ShownPage:
        address = f"/case/{self.key}?stage={stage + 1}&as={perspective}"
        number = self.library.line(self.key).number
        return ShownPage(self.client.get(address).text, number, stage, perspective)

    def sent(self, what: str, by: dict[str, str] = BY, **values: object) -> dict[str, Any]:
        page = self.page
        everything = {"seen": page.whole, "told": page.newest, "look": page.look(), "by": by}
        answer = self.client.post(f"/case/{self.key}/{what}", json={**everything, **values})
        if answer.status_code in (409, 422):
            return {}
        return told(answer)

    def edit(self, do: str | None = None) -> None:
        operation = operation_on(self.case, self.random.getrandbits(32), do)
        self.take(self.sent("edit", operation=operation_values(operation)))

    def take(self, answer: dict[str, Any]) -> None:
        if "parts" in answer:
            self.page.take_edit(answer)

    def colleague(self, do: str | None = None) -> None:
        operation = operation_on(self.case, self.random.getrandbits(32), do)
        self.sent("edit", KIM, operation=operation_values(operation))

    def rest(self) -> None:
        answer = self.sent("news", touched=sorted(self.page.touched))
        self.page.take_news(answer)

    def is_as_loaded(self) -> None:
        page = self.page
        fresh = self.loaded(page.stage, page.perspective)
        assert page.frame == pytest.approx(fresh.frame, abs=0.1)
        assert set(page.parts) == set(fresh.parts)
        for name, html in fresh.parts.items():
            assert page.parts[name] == html, name


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("key", SAMPLES)
def test_after_edits_the_page_is_as_it_would_be_loaded(
    library: Library, key: str, seed: int
) -> None:
    random = seeded(f"{key} {seed}")
    editing = Editing(library, sample(key).network.case, random)
    for _ in range(ROUNDS):
        for _edit in range(random.randint(1, 3)):
            random.choice([editing.edit, editing.edit, editing.colleague])()
        if random.random() < 0.3:
            editing.take(editing.sent("undo"))
        editing.rest()
        editing.is_as_loaded()


@pytest.mark.parametrize("key", SAMPLES)
def test_the_stage_and_the_view_that_are_looked_at_stay(library: Library, key: str) -> None:
    editing = Editing(library, sample(key).network.case, seeded(key))
    stage = editing.case.stages[editing.page.stage].id
    editing.page.chosen = refs_of(editing.case)[editing.case.people[-1].id]
    chosen = editing.case.people[-1].id
    for do in ("add_stage", "move_stage", "remove_entry", "split_stage", "add_person"):
        for _ in range(2):
            editing.edit(do)
            editing.colleague(do)
        if editing.random.random() < 0.5:
            editing.take(editing.sent("undo"))
        editing.rest()
        editing.is_as_loaded()
        assert editing.case.stages[editing.page.stage].id == stage
        assert editing.page.chosen == refs_of(editing.case).get(chosen)


def test_the_parts_of_the_present_stage_come_first(library: Library) -> None:
    editing = Editing(library, sample("amira").network.case, seeded(1))
    page = editing.page = editing.loaded(1, "")
    stage = editing.case.stages[1].id
    operation = {"do": "set_stage", "stage": stage, "fields": {"label": "Another label"}}
    answer = editing.sent("edit", operation=operation)
    assert {name for name in answer["parts"] if ":" in name} == {"stage:1", "panel:1"}
    page.take_edit(answer)
    fresh = editing.loaded(1, "")
    small = {"title", "whose", "boxes", "rail", "afterwards", "panel:1"}
    assert {name: page.parts[name] for name in small} == {name: fresh.parts[name] for name in small}
    assert "Another label" in page.parts["rail"]


def test_only_what_is_other_comes_at_rest(library: Library) -> None:
    editing = Editing(library, sample("amira").network.case, seeded(1))
    editing.page = editing.loaded(0, "")
    for address in ("", "?stage=2"):
        editing.client.get(f"/case/{editing.key}{address}")
    operation = {"do": "add_entry", "section": "story", "fields": {"title": "Unseen"}}
    editing.take(editing.sent("edit", operation=operation))
    answer = editing.sent("news", touched=sorted(editing.page.touched))
    assert {name for name in answer["parts"] if ":" in name} == {"stage:0", "panel:0"}


def test_a_version_that_was_read_too_long_ago_brings_everything(library: Library) -> None:
    editing = Editing(library, sample("amira").network.case, seeded(1))
    editing.page.whole = 0
    answer = editing.sent("news", touched=[])
    stages = range(len(editing.case.stages))
    assert {f"stage:{stage}" for stage in stages} <= set(answer["parts"])
    assert answer["refs"] == {}
    editing.page.take_news(answer)
    editing.is_as_loaded()


def test_hidden_names_stand_in_no_part(library: Library) -> None:
    editing = Editing(library, sample("amira").network.case, seeded(1))
    editing.client.set_cookie(NAMES_COOKIE, HIDDEN)
    editing.page = editing.loaded(0, "")
    library.edit(
        editing.key,
        lambda case: case.model_copy(update={"title": "Amira again"}),
        {"do": "set_case", "fields": {"title": "Amira again"}},
        Editor(KIM["key"], KIM["name"]),
    )
    answer = editing.sent("news", touched=[0, 1, 2])
    editing.page.take_news(answer)
    editing.is_as_loaded()
    names = "|".join(map(re.escape, ["Kim", *secret_words(editing.case)]))
    found = re.findall(rf"(?<!\w)(?:{names})(?!\w)", json.dumps(answer, ensure_ascii=False))
    assert found == []
