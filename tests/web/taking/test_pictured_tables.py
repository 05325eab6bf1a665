"""Tables and numbers as pictures: every word of the page once, and nothing of what is hidden."""

from collections.abc import Iterator

import pytest
from dash import html
from dash.development.base_component import Component
from flask.testing import FlaskClient

from relnet.figures.page_blocks import Cards, Grid, Heading, Items, Look, Paragraph, Words
from relnet.figures.page_scene import page_picture
from relnet.web.app import create_app
from relnet.web.handout.plain import plain
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.browser import TooLong
from relnet.web.taking.pictured_tables import blocks_in, stage_png, stage_svg, tables_svg
from relnet.web.taking.printed_tables import Build, on_paper
from relnet.web.taking.taken import Taken
from relnet.web.views.numbers import numbers_view
from relnet.web.views.parts import fold, plain_list, unseen
from relnet.web.views.table_stage import stage_table_view
from tests.case.small import parsed
from tests.figures.pages import covered, cut, words_of
from tests.web.nasty import nasty_case
from tests.web.taking.files import secrets_in
from tests.web.taking.test_pictures import SVG, read, told
from tests.web.views import SAMPLES, entry_of, look, sample

FILES = ("table.svg", "numbers.svg")
LOOKED_AT = [
    (key, stage) for key in SAMPLES for stage in range(len(sample(key).network.case.stages))
]


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def taken(key: str, stage: int = 0, *, hidden: bool = False) -> Taken:
    return Taken(look(sample(key), stage, hidden=hidden), {}, 0)


def seen(part: object) -> Iterator[str]:
    """Give the words that components show."""
    if isinstance(part, list | tuple):
        for one in part:
            yield from seen(one)
    elif isinstance(part, Component):
        if getattr(part, "className", "") != "unseen":
            yield from seen(getattr(part, "children", None))
    elif part is not None:
        yield from str(part).split()


def words_of_page(asked: Taken, build: Build) -> list[str]:
    return list(seen(on_paper(plain(build(asked.view)), 7, unfolded=True)))


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize(("key", "stage"), LOOKED_AT)
def test_every_word_of_a_stage_is_in_the_picture_once(
    key: str, stage: int, *, hidden: bool
) -> None:
    asked = taken(key, stage, hidden=hidden)
    picture = page_picture(blocks_in(asked, stage_table_view))
    assert words_of(picture) == words_of_page(asked, stage_table_view)
    assert list(covered(picture)) == []
    assert cut(picture) == []


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("key", SAMPLES)
def test_every_word_of_the_numbers_is_in_the_picture_once(key: str, *, hidden: bool) -> None:
    asked = taken(key, hidden=hidden)
    picture = page_picture(blocks_in(asked, numbers_view), 1330)
    assert words_of(picture) == words_of_page(asked, numbers_view)
    assert cut(picture) == []


def test_each_kind_of_component_has_its_block() -> None:
    cell = [html.Span("2"), fold("of 3", html.P("Mum"), name="who")]
    build = html.Section(
        [
            html.Header(html.H2("Title")),
            html.P(["Told ", html.Strong("twice"), unseen("nothing")]),
            html.Div([fold("What this counts", [html.P("One."), html.P("Two.")])]),
            plain_list(["Mum", ["Gran", html.Small("by phone")]]),
            html.Div(
                html.Section([html.H4("Home"), plain_list(["A"])]), className="sentence-cards"
            ),
            html.Table(
                [
                    html.Caption("All."),
                    html.Thead(html.Tr([html.Th("With"), html.Th("Use")])),
                    html.Tbody([html.Tr([html.Th("Mum"), html.Td(cell)])]),
                ]
            ),
            html.Div("left over"),
        ]
    )
    assert blocks_in(taken("amira"), lambda _view: build) == [
        Heading("Title", 2),
        Paragraph((Words("Told twice"),)),
        Paragraph(tuple(Words(text, Look.QUIET) for text in ("What this counts", "One.", "Two."))),
        Items(("Mum", "Gran by phone")),
        Cards(((Heading("Home", 4), Items(("A",))),)),
        Grid(
            "All.",
            ((Words("With", Look.BOLD),), (Words("Use", Look.BOLD),)),
            (((Words("Mum", Look.BOLD),), (Words("2"), Words("of 3"), Words("Mum", Look.QUIET))),),
        ),
        Paragraph((Words("left over"),)),
    ]


def test_the_table_says_its_stage_and_what_it_is(client: FlaskClient) -> None:
    root = read(client.get("/case/amira/table.svg?stage=2").data)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Foster placement, Northfield: one of three tracks in practice"
    assert desc is not None
    assert "\nMarcus; Trusted relationships; consistency; in practice; Marcus\n" in str(desc.text)
    assert "Dawn drove Amira to Northfield happened 3 June 2024" in told(root)
    assert "Amira, as it was A discussion aid, not a case record · As the team sees it" in told(
        root
    )


def test_the_numbers_have_all_stages(client: FlaskClient) -> None:
    root = read(client.get("/case/amira/numbers.svg?stage=2").data)
    assert "Numbers, each with what it counts" in told(root)
    for stage in sample("amira").network.case.stages:
        assert stage.label in told(root)
    assert "A discussion aid, not a case record" in told(root)


@pytest.mark.parametrize("key", SAMPLES)
@pytest.mark.parametrize("file", FILES)
def test_no_name_is_in_it_where_names_are_hidden(client: FlaskClient, key: str, file: str) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    case = sample(key).network.case
    for stage in range(len(case.stages)):
        assert secrets_in(client.get(f"/case/{key}/{file}?stage={stage + 1}").text, case) == []


@pytest.mark.parametrize("file", FILES)
def test_what_is_filtered_out_is_not_in_it(client: FlaskClient, file: str) -> None:
    assert "Kayla" in client.get(f"/case/amira/{file}").text
    text = client.get(f"/case/amira/{file}?hide=track-community_peer").text
    assert "Kayla" not in text
    assert "not in this view" in text


def test_nasty_texts_are_texts() -> None:
    nasty = Taken(look(entry_of(parsed(nasty_case())), 1), {}, 0)
    for write in (stage_svg, tables_svg(numbers_view)):
        root = read(write(nasty))
        assert {str(part.tag).removeprefix(SVG) for part in root.iter()} <= {
            *("svg", "title", "desc", "style", "rect", "g", "path", "circle", "text"),
        }


@pytest.mark.browser
def test_the_table_of_a_stage_is_dots() -> None:
    content = stage_png(taken("figure-2", 1))
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    # 1064 px and two margins of 18 px, each px two dots.
    assert width == 2 * 1100
    assert height > 400


@pytest.mark.browser
def test_a_stage_that_is_too_long_for_a_picture_is_told() -> None:
    case = sample("amira").network.case
    stages = [case.stages[0].model_copy(update={"note": None}), *case.stages[1:]]
    events = [case.events[0].model_copy(update={"stage": stages[0].id, "id": None})] * 600
    long = case.model_copy(update={"stages": stages, "events": events})
    with pytest.raises(TooLong, match="Take it as PDF"):
        stage_png(Taken(look(entry_of(long)), {}, 0))
