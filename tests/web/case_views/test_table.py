"""The tables hold everything that the map says: compared with the marks of its scene."""

from collections.abc import Iterator
from typing import Any

import pytest

from relnet.case.vocabulary import Influence, Status, Track, UseKind
from relnet.figures.map_scene import map_scene
from relnet.figures.refs import refs_of
from relnet.figures.scene import Mark, MarkKind
from relnet.web.case_view import CaseView
from relnet.web.views.table import table_view, whole_account
from relnet.words import label
from tests.network.small import small_case
from tests.web.views import SAMPLES, entry_of, look, said, sample, walk

PERSPECTIVES = [("amira", "team"), ("amira", "young_person"), ("many-moves", "team")]
PERSPECTIVES += [(key, "") for key in SAMPLES if key not in ("amira", "many-moves")]
every_view = pytest.mark.parametrize(("key", "perspective"), PERSPECTIVES)


class Tables:
    """The tables of one view, to look cells up in."""

    def __init__(self, view: CaseView) -> None:
        self.view = view
        self.by_key: dict[str, Any] = {
            getattr(part, "id", ""): part
            for part in walk(table_view(view))
            if type(part).__name__ == "Table"
        }

    def heads(self, key: str) -> list[str]:
        return [said(head.children) for head in self.by_key[key].children[1].children.children]

    def rows(self, key: str) -> list[Any]:
        return list(self.by_key[key].children[2].children) if key in self.by_key else []

    def texts(self, key: str) -> list[list[str]]:
        return [[said(cell) for cell in row.children] for row in self.rows(key)]

    def row(self, key: str, ref: str) -> Any:  # noqa: ANN401 - a Dash component, which has no types
        (found,) = (row for row in self.rows(key) if getattr(row, "data-ref", None) == ref)
        return found

    def at(self, key: str, ref: str, stage: int) -> str:
        cells = self.row(key, ref).children
        (found,) = (cell for cell in cells if getattr(cell, "data-stage", None) == str(stage))
        return said(found)

    def named(self, key: str, heading: str, column: str) -> str:
        (row,) = (row for row in self.texts(key) if row[0] == heading)
        return row[self.heads(key).index(column)]


def tables_of(key: str, perspective: str) -> Tables:
    return Tables(look(sample(key), 0, perspective or None))


def marks(view: CaseView, *kinds: MarkKind) -> Iterator[tuple[int, Mark]]:
    scene = map_scene(view.network, view.perspective, view.names)
    for number, stage in enumerate(scene.stages):
        for mark in stage.marks:
            if mark.kind in kinds:
                yield number, mark


def values(mark: Mark, group: str) -> list[str]:
    found = [tag.removeprefix(f"{group}-") for tag in mark.tags if tag.startswith(f"{group}-")]
    return [value for value in found if value not in ("unsaid", "none")]


@every_view
def test_every_relationship_of_the_map_is_told_at_its_stage(key: str, perspective: str) -> None:
    found = tables_of(key, perspective)
    number = 0
    for stage, mark in marks(found.view, MarkKind.TIE, MarkKind.ARC):
        number += 1
        assert mark.ref
        assert mark.label
        text = found.at("table-relationships", mark.ref, stage)
        facts = mark.label.rsplit(": ", 1)[-1]
        assert facts in text
    assert number


@every_view
def test_status_influence_uses_and_differences_are_told(key: str, perspective: str) -> None:
    found = tables_of(key, perspective)
    for stage, mark in marks(found.view, MarkKind.TIE):
        text = found.at("table-relationships", mark.ref or "", stage)
        told = [label(Status(value)) for value in values(mark, "status") if value != "active"]
        told += [label(Influence(value)) for value in values(mark, "influence")]
        told += [label(UseKind(value)) for value in values(mark, "use")]
        told += ["seen differently"] if "differs" in mark.tags else []
        assert [word for word in told if word not in text] == []


@every_view
def test_strength_and_strain_are_told(key: str, perspective: str) -> None:
    found = tables_of(key, perspective)
    view = found.view
    refs = refs_of(view.case)
    for number in range(len(view.case.stages)):
        for tie in view.network.ties(number, view.perspective):
            text = found.at("table-relationships", refs[tie.id], number)
            there = tie.state.status in (Status.ACTIVE, Status.WANTED, None)
            strong = [label(tie.state.strength)] if tie.state.strength and there else []
            strain = ["strained"] if tie.state.strained else []
            assert [word for word in (*strong, *strain) if word not in text] == []


@every_view
def test_everybody_on_the_map_is_in_the_tables(key: str, perspective: str) -> None:
    found = tables_of(key, perspective)
    for _stage, mark in marks(found.view, MarkKind.MEMBER, MarkKind.SPINE):
        row = found.row("table-people", mark.ref or "")
        assert found.view.names.of(
            next(part for part, ref in refs_of(found.view.case).items() if ref == mark.ref)
        ) in said(row)


@every_view
def test_ports_and_blanks_are_told_at_their_stage(key: str, perspective: str) -> None:
    found = tables_of(key, perspective)
    stages = [found.view.names.text(stage.label) for stage in found.view.case.stages]
    for number, mark in marks(found.view, MarkKind.PORT, MarkKind.BLANK):
        track = label(Track(values(mark, "track")[0]))
        text = found.named("table-stages", stages[number], track)
        words = (mark.label or "").removeprefix(f"{track}: ")
        assert words in text.split("; ")


@every_view
def test_areas_and_distances_are_told(key: str, perspective: str) -> None:
    found = tables_of(key, perspective)
    areas = {row[0]: " ".join(row) for row in found.texts("table-areas")}
    names = {found.view.names.of(area.id): area for area in found.view.case.areas}
    assert list(areas) == list(names)
    for name, area in names.items():
        miles = f"{area.distance_miles:g} mile" if area.distance_miles else ""
        assert miles in areas[name]
        assert label(area.kind) in areas[name]


@every_view
def test_those_who_are_also_named_are_in_the_account(key: str, perspective: str) -> None:
    view = look(sample(key), 0, perspective or None)
    account = " ".join(whole_account(view))
    for _stage, mark in marks(view, MarkKind.NAMED):
        assert (mark.label or "-") in account


@pytest.mark.parametrize("key", SAMPLES)
def test_every_use_event_and_prompt_of_the_file_has_a_row(key: str) -> None:
    found = tables_of(key, "")
    case = found.view.case
    counts = {
        "table-uses": len(case.uses),
        "table-events": len(case.events),
        "table-prompts": len(case.prompts),
        "table-relationships": len(case.relationships),
        "table-people": 1 + len(case.people) + len(case.settings),
        "table-stages": len(case.stages),
        "table-areas": len(case.areas),
        "table-safety": sum(len(stage.safety) for stage in case.stages),
        "table-factors": sum(len(stage.factors) for stage in case.stages),
    }
    assert {name: len(found.rows(name)) for name in counts} == counts


def test_a_row_of_each_table_by_hand() -> None:
    found = Tables(look(entry_of(small_case())))
    assert found.texts("table-uses")[2] == [
        "Dawn",
        "Foster home, Northfield",
        "Trusted relationships",
        "safety",
        "planned",
        "Dawn",
        "",
    ]
    assert found.texts("table-relationships")[1][:4] == [
        "Gran, grandparent",
        "Parent–child and family",
        ("strong, close to Amira (middle circle), collaboration in practice in Riverside"),
        (
            "broken, close to Amira (middle circle), in nobody’s plan, seen differently by Amira"
            " in Riverside"
        ),
    ]
    assert found.texts("table-relationships")[5][:2] == [
        "Dawn and Gran",
        "between others, across: Trusted relationships and Parent–child and family",
    ]
    assert found.texts("table-stages")[1] == [
        "Foster home, Northfield",
        "During relocation",
        "no date",
        "Northfield",
        "out of the area; arranged by the local authority; not planned",
        "worked with",
        "nobody works with these",
        "nobody works with these",
        "",
    ]
    assert found.texts("table-stages")[0][5:8] == [
        "not recorded",
        "worked with",
        "not recorded; not asked",
    ]


def test_a_relationship_that_is_not_there_yet_says_so() -> None:
    found = Tables(look(entry_of(small_case())))
    arc = found.texts("table-relationships")[6]
    assert (arc[0], arc[2]) == ("Gran and Kayla", "nothing recorded")


def test_a_table_with_nothing_in_it_says_so() -> None:
    text = said(table_view(look(entry_of(small_case()))))
    assert "Questions and actions None recorded." in text


def test_the_account_tells_the_whole_case() -> None:
    account = list(whole_account(look(entry_of(small_case()))))
    assert [part.split(".")[0] for part in account if part] == [
        "Amira’s relationships over three stages: 1 of 4 kept through the move, 1 not known",
        "Too little is recorded to say whether one track at a time is worked with",
        "At home",
        "Foster home, Northfield",
        "Later",
        "Also named: Jan",
    ]


def test_stages_are_sorted_in_the_order_of_the_timeline() -> None:
    found = Tables(look(sample("amira")))
    cells = [row.children[1] for row in found.rows("table-uses")]
    assert all(getattr(cell, "data-order", "") for cell in cells)


def test_every_head_sorts_its_column() -> None:
    found = Tables(look(sample("amira")))
    for table in found.by_key.values():
        heads = table.children[1].children.children
        assert [getattr(head, "aria-sort") for head in heads] == ["none"] * len(heads)
        places = [getattr(head.children, "data-sort") for head in heads]
        assert places == [str(place) for place in range(len(heads))]
