"""What holds for every view: names stay hidden, texts stay texts, headings are tied to cells."""

import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from dash.development.base_component import Component

from relnet.case.models import Case
from relnet.network.study import read_study
from relnet.web.as_html import as_html
from relnet.web.case_view import CaseView
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.views.changes import changes_view
from relnet.web.views.focus import focus_view
from relnet.web.views.focus_options import focus_options
from relnet.web.views.numbers import numbers_view
from relnet.web.views.study import study_page
from relnet.web.views.table import table_view
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import SAMPLES, Tags, entry_of, look, said, sample, secret_words, walk

View = Callable[[CaseView], Component]


def focus(view: CaseView, **asked: str) -> Component:
    return focus_view(view, focus_options(asked, view, [sample(key) for key in SAMPLES]))


def beside_another(view: CaseView) -> Component:
    other = "amira" if view.entry.key != "amira" else "many-moves"
    return focus(view, beside=f"case-{other}")


def all_changes(view: CaseView) -> Component:
    return changes_view(view, 0, len(view.case.stages) - 1)


VIEWS: dict[str, View] = {
    "focus": focus,
    "focus beside another case": beside_another,
    "table": table_view,
    "numbers": numbers_view,
    "changes": all_changes,
}
every_view = pytest.mark.parametrize("make", VIEWS.values(), ids=VIEWS.keys())
every_sample = pytest.mark.parametrize("key", SAMPLES)


@every_view
@every_sample
def test_hidden_names_stay_hidden(make: View, key: str) -> None:
    entry = sample(key)
    text = str(as_html(make(look(entry, 1, hidden=True))))
    assert told_names(text, key) == []


def told_names(text: str, key: str) -> list[str]:
    """Give the names of a sample that stand in a text."""
    names = "|".join(map(re.escape, secret_words(sample(key).network.case)))
    return re.findall(rf"(?<!\w)(?:{names or '$^'})(?!\w)", text)


def test_the_names_of_a_case_beside_it_are_hidden_as_well() -> None:
    text = str(as_html(focus(look(sample("many-moves"), hidden=True), beside="case-amira")))
    assert told_names(text, "amira") == []


@every_view
@pytest.mark.parametrize("hidden", [False, True])
def test_every_text_is_drawn_as_the_text_it_is(make: View, *, hidden: bool) -> None:
    view = look(entry_of(Case.model_validate(nasty_case())), 1, hidden=hidden)
    plain = look(sample("amira"), 1)
    written, known = (Tags(str(as_html(make(each)))) for each in (view, plain))
    assert {tag for tag, _found in written.all} <= {tag for tag, _found in known.all} | {"p"}
    keys = {key for _tag, found in written.all for key in found}
    assert not {key for key in keys if key.startswith("on")}
    addresses = [found.get("href") or "#" for _tag, found in written.all]
    assert all(address.startswith("#") for address in addresses)


@pytest.mark.parametrize("make", [focus, table_view], ids=["focus", "table"])
def test_nasty_names_are_there_to_read(make: View) -> None:
    text = "".join(
        Tags(str(as_html(make(look(entry_of(Case.model_validate(nasty_case()))))))).texts
    )
    assert all(name in text for name in NASTY[:3])


@every_view
@every_sample
def test_ids_are_there_once(make: View, key: str) -> None:
    found = Tags(str(as_html(make(look(sample(key), 1)))))
    counts = Counter(attributes["id"] for _tag, attributes in found.all if attributes.get("id"))
    assert not [name for name, number in counts.items() if number > 1]


@every_view
@every_sample
def test_every_heading_says_what_it_heads(make: View, key: str) -> None:
    parts = list(walk(make(look(sample(key), 1))))
    heads = [part for part in parts if type(part).__name__ == "Th"]
    assert {getattr(head, "scope", None) for head in heads} == {"col", "row"}
    tables: list[Any] = [part for part in parts if type(part).__name__ == "Table"]
    assert all(type(table.children[0]).__name__ == "Caption" for table in tables)
    assert all(said(table.children[0]) for table in tables)


@every_view
def test_rows_are_as_long_as_the_heads(make: View) -> None:
    tables = [
        part for part in walk(make(look(sample("amira"), 1))) if type(part).__name__ == "Table"
    ]
    for table in tables:
        rows: list[Any] = [part for part in walk(table) if type(part).__name__ == "Tr"]
        assert len({len(row.children) for row in rows}) == 1


@every_view
def test_what_scrolls_can_be_reached_and_has_a_name(make: View) -> None:
    scrolls = Tags(str(as_html(make(look(sample("amira"), 1))))).with_class("table-scroll")
    assert scrolls
    for found in scrolls:
        assert (found["role"], found["tabindex"]) == ("region", "0")
        assert found.get("aria-label") or found.get("aria-labelledby")


@every_view
def test_buttons_and_selects_have_names(make: View) -> None:
    parts: list[Any] = list(walk(make(look(sample("amira"), 1))))
    buttons = [part for part in parts if type(part).__name__ == "Button"]
    assert all(part.type in ("button", "submit") and said(part) for part in buttons)
    labels = [said(part) for part in parts if type(part).__name__ == "Label"]
    assert all(labels)
    inside = {
        id(inner)
        for part in parts
        if type(part).__name__ == "Label"
        for inner in walk(part)
        if type(inner).__name__ == "Select"
    }
    assert inside == {id(part) for part in parts if type(part).__name__ == "Select"}


@every_view
@every_sample
def test_no_child_is_called_a_risk(make: View, key: str) -> None:
    text = said(make(look(sample(key), 1))).casefold()
    for words in ("high risk", "medium risk", "low risk", "no data", "n/a", "null"):
        assert words not in text


@every_view
def test_a_case_with_nobody_in_it_has_every_view(make: View) -> None:
    empty = {
        "format": "relnet-case/1",
        "title": "Nobody yet",
        "young_person": {"name": "Amira"},
        "areas": [{"id": "home", "name": "Riverside", "kind": "home"}],
        "stages": [{"id": "one", "label": "At home", "phase": "before"}],
    }
    view = look(ShelfEntry("empty", Case.model_validate(empty)))
    assert "<section" in str(as_html(make(view))) or "Choose two" in str(as_html(make(view)))


def test_the_study_has_one_first_heading_and_its_tables_are_tied() -> None:
    parts = list(walk(study_page(read_study())))
    kinds = Counter(type(part).__name__ for part in parts)
    assert (kinds["H1"], kinds["Table"], kinds["Caption"]) == (1, 2, 2)
