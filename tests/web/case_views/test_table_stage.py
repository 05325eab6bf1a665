"""One stage of the table: its own rows of the page's tables, and nothing of other stages."""

from collections.abc import Sequence

import pytest
from dash import html
from dash.development.base_component import Component

from relnet.figures.words import stage_words
from relnet.web.case_view import CaseView
from relnet.web.views.table import table_view
from relnet.web.views.table_stage import stage_table_view
from tests.case.small import parsed
from tests.web.views import SAMPLES, entry_of, look, said, sample, walk


def tables(view: CaseView) -> dict[str, Component]:
    """Give what stands under each heading of a stage."""
    _title, _words, *parts = vars(stage_table_view(view))["children"]
    return {said(title): part for title, part in zip(parts[::2], parts[1::2], strict=True)}


def rows(table: Component) -> Sequence[Component]:
    return [part for part in walk(table) if isinstance(part, html.Tr)][1:]


def heads(table: Component) -> list[str]:
    return [said(part) for part in walk(table) if vars(part).get("scope") == "col"]


def cells(row: Component) -> list[str]:
    return [said(cell) for cell in vars(row)["children"]]


def test_it_begins_with_the_stage_in_words() -> None:
    view = look(sample("amira"), 1)
    title, words, *_parts = vars(stage_table_view(view))["children"]
    told = stage_words(view.network, 1, view.perspective, view.names)
    assert (said(title), said(words)) == (told.title, told.summary)


@pytest.mark.parametrize("key", SAMPLES)
def test_its_rows_are_those_of_the_page(key: str) -> None:
    """Every row that names its stage stands in one stage, and in no other."""
    opened = look(sample(key))
    page = {
        vars(part)["id"]: part for part in walk(table_view(opened)) if isinstance(part, html.Table)
    }
    for name, staged in (
        ("table-uses", 1),
        ("table-events", 2),
        ("table-prompts", 2),
        ("table-safety", 1),
        ("table-factors", 2),
    ):
        whole = [cells(row) for row in rows(page[name])] if name in page else []
        found = []
        for number, stage in enumerate(opened.case.stages):
            view = look(sample(key), number)
            parts = [part for part in tables(view).values() if vars(part).get("id") == name]
            told = [cells(row) for part in parts for row in rows(part)]
            found += [[*row[:staged], stage.label, *row[staged:]] for row in told]
        named = {stage.label for stage in opened.case.stages}
        assert sorted(found) == sorted(row for row in whole if row[staged] in named)


def test_no_table_names_the_stage_again() -> None:
    for table in tables(look(sample("amira"), 1)).values():
        assert "Stage" not in heads(table)


def test_relationships_are_those_that_are_there() -> None:
    view = look(sample("amira"), 1)
    table = tables(view)["Relationships"]
    assert heads(table) == ["Relationship", "Track", "How it stands"]
    assert len(rows(table)) == len(view.network.ties(1, view.perspective))
    assert "nothing recorded" not in said(table)
    assert "The relationships of this stage, as the team sees them." in said(table)


def test_what_was_not_recorded_is_said() -> None:
    case = {
        "format": "relnet-case/1",
        "title": "Nothing yet",
        "young_person": {"name": "Ash"},
        "areas": [{"id": "here", "name": "Here", "kind": "home"}],
        "stages": [{"id": "now", "label": "Now", "phase": "before", "area": "here"}],
        "people": [],
        "relationships": [],
    }
    told = tables(look(entry_of(parsed(case))))
    assert {said(part) for part in told.values()} == {"None recorded."}
    assert len(told) == 6
