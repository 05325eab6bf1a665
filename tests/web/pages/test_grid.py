"""The page of the grid: its rows, what is read of its cells, and what other pages are sent."""

import json
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.storage.contract import Library
from relnet.storage.sql import SqlLibrary
from relnet.web import ids
from relnet.web.edit.grid_people import COLUMNS
from relnet.web.edit.grid_rows import people_rows, whose_views
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from tests.case.small import parsed, small_case
from tests.web.libraries import SAM, asked, client_of, told
from tests.web.views import secret_words

SMALL = parsed(small_case())


@pytest.fixture
def library() -> Iterator[Library]:
    made = SqlLibrary("sqlite://")
    yield made
    made.close()


@pytest.fixture
def key(library: Library) -> str:
    return library.create(SMALL, SAM).line.id


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


def cells(*found: tuple[str, str, str]) -> list[dict[str, str]]:
    return [{"row": row, "column": column, "text": text} for row, column, text in found]


def test_everybody_has_a_row_with_a_cell_for_each_column() -> None:
    rows = people_rows(SMALL)
    assert [row["id"] for row in rows] == ["mum", "kayla", "sam"]
    assert all(row["cells"].keys() == COLUMNS.keys() for row in rows)
    assert rows[0]["cells"]["track"] == "Parent–child and family"
    assert rows[1]["cells"]["track"] == ""
    assert rows[0]["cells"]["area"] == "Riverside"


def test_every_relationship_has_a_row_and_says_what_carries_forward(
    library: Library, key: str
) -> None:
    data = told(client_of(library).get(f"/case/{key}/grid/rows"))
    mum, sam_mum = data["ties"]["rows"]
    assert mum["cells"] == {
        "_who": "Mum, Mother",
        "_track": "Parent–child and family",
        "at-home": "active",
    }
    assert mum["carried"] == {"at-home": "active", "foster": "not known", "later": "not known"}
    assert sam_mum["cells"]["_who"] == "Sam and Mum"
    assert sam_mum["carried"]["later"] == "active"
    assert [column["key"] for column in data["ties"]["columns"]] == [
        "_who",
        "_track",
        "at-home",
        "foster",
        "later",
    ]
    assert (data["number"], data["perspective"]) == (1, TEAM)
    assert data["areas"] == ["Riverside", "Hillford"]


def test_another_view_begins_empty(client: FlaskClient, key: str) -> None:
    data = told(client.get(f"/case/{key}/grid/rows?as=yp"))
    assert data["perspective"] == YOUNG_PERSON
    assert data["ties"]["rows"][0]["carried"] == {}


def test_those_who_tell_stand_first_and_nobody_twice() -> None:
    found = whose_views(SMALL)
    assert list(found) == [TEAM, YOUNG_PERSON, "mum", "kayla", "sam"]
    assert len(set(found.values())) == 5


def test_what_was_typed_comes_back_as_an_operation_that_edits(
    client: FlaskClient, key: str, library: Library
) -> None:
    typed = cells(("r-mum", "foster", "weak"), ("r-mum", "later", "nonsense"))
    values = {"sheet": "ties", "stage": "at-home", "perspective": TEAM}
    read = told(asked(client, f"/case/{key}/grid/read", cells=typed, **values))
    assert [fault["column"] for fault in read["faults"]] == ["later"]
    operation = read["operation"]
    assert operation["do"] == "set_state"
    edit = {"operation": operation, "seen": 1, "look": {"stage": "1"}}
    assert told(asked(client, f"/case/{key}/edit", **edit))["number"] == 2
    assert library.get(key).case.relationships[0].states[1].strength == "weak"


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"sheet": "ties"},
        {"sheet": "ties", "cells": []},
        {"sheet": "nothing", "cells": cells(("a", "b", "c"))},
        {"sheet": "ties", "cells": ["x"]},
        {"sheet": "ties", "cells": [{"row": 1, "column": "b", "text": "c"}]},
        {"sheet": "ties", "cells": cells(("a", "b", "c")), "stage": 3, "perspective": TEAM},
        {"sheet": "ties", "cells": cells(("a", "b", "c")), "stage": "x"},
    ],
)
def test_what_the_page_does_not_send_is_refused(
    client: FlaskClient, key: str, values: dict[str, object]
) -> None:
    assert asked(client, f"/case/{key}/grid/read", **values).status_code == 400


def test_a_case_that_is_gone_is_told(client: FlaskClient) -> None:
    assert client.get("/case/nowhere/grid/rows").status_code == 404


def test_the_page_has_its_tools_and_says_how(client: FlaskClient, key: str) -> None:
    text = client.get(f"/case/{key}/grid").text
    for each in (ids.EDIT_SAVED, ids.EDIT_UNDO, ids.GRID_WHOSE, ids.GRID_FROM, ids.WHO):
        assert f'id="{each}"' in text
    assert f'href="/case/{key}?edit=1"' in text
    assert "<title>A small case: grid · relnet</title>" in text


def test_hidden_names_are_not_in_the_page_and_nothing_can_be_typed(
    client: FlaskClient, key: str
) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = client.get(f"/case/{key}/grid").text
    assert "Show names to edit." in text
    assert not any(f">{name}<" in text for name in secret_words(SMALL))
    assert client.get(f"/case/{key}/grid/rows").status_code == 400
    values = {"sheet": "people", "cells": cells(("mum", "name", "x"))}
    answer = client.post(f"/case/{key}/grid/read", json=values)
    assert answer.status_code == 400


def test_a_sample_can_only_be_read(client: FlaskClient) -> None:
    text = client.get("/case/amira/grid").text
    assert "This case can only be read. Copy it to edit it." in text
    assert f'id="{ids.EDIT_UNDO}"' not in text


def test_no_other_page_is_sent_the_script_of_the_grid(client: FlaskClient, key: str) -> None:
    script = "_dash-component-suites/dash_ag_grid/"
    assert script in client.get(f"/case/{key}/grid").text
    others = ["/", "/new", "/study", f"/case/{key}", "/case/amira/grid"]
    assert not [address for address in others if script in client.get(address).text]


def test_dash_lays_out_the_grids_where_they_can_be_edited(client: FlaskClient, key: str) -> None:
    def laid_out(pathname: str) -> str:
        question = {
            "output": f"{ids.PAGE}.children",
            "outputs": {"id": ids.PAGE, "property": "children"},
            "inputs": [{"id": ids.ADDRESS, "property": "pathname", "value": pathname}],
            "state": [{"id": ids.ADDRESS, "property": "search", "value": ""}],
            "changedPropIds": [],
        }
        return client.post("/_dash-update-component", json=question).text

    whole = json.loads(laid_out(f"/case/{key}/grid"))
    assert ids.GRID_PEOPLE in json.dumps(whole)
    assert ids.GRID_TIES in json.dumps(whole)
    assert ids.GRID_TIES not in laid_out("/case/amira/grid")
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    assert ids.GRID_TIES not in laid_out(f"/case/{key}/grid")


def test_a_case_without_relationships_has_no_rows_and_its_stages(library: Library) -> None:
    stages = [{"id": "s", "label": "Now", "phase": "before", "area": "home"}]
    case = parsed(small_case(stages=stages, relationships=[], uses=[]))
    entry = library.create(case, SAM)
    data = told(client_of(library).get(f"/case/{entry.line.id}/grid/rows"))
    assert data["ties"]["columns"][-1]["words"] == "Now"
    assert data["ties"]["rows"] == []
