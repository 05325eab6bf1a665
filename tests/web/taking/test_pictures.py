"""SVG files: well-formed, with what they are, and without what is hidden."""

import re
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from flask.testing import FlaskClient

from relnet.web.app import create_app
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.taking.pictures import map_svg, tracks_svg
from relnet.web.taking.taken import Taken
from tests.case.small import parsed
from tests.web.nasty import nasty_case
from tests.web.views import SAMPLES, entry_of, look, sample, secret_words

SVG = "{http://www.w3.org/2000/svg}"
FILES = ("map.svg", "tracks.svg")


@pytest.fixture
def client() -> FlaskClient:
    made: FlaskClient = create_app().server.test_client()
    return made


def read(content: bytes) -> Element:
    found: Element = fromstring(content.decode())
    return found


def told(root: Element) -> str:
    return " ".join(" ".join(part.itertext()) for part in root.iter(f"{SVG}text"))


def test_the_map_says_its_stage_and_what_it_is(client: FlaskClient) -> None:
    root = read(client.get("/case/amira/map.svg?stage=2").data)
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == "Foster placement, Northfield: one of three tracks in practice"
    assert desc is not None
    assert "The local authority arranged the move." in str(desc.text)
    assert "Amira, as it was" in told(root)
    assert "A discussion aid, not a case record · As the team sees it" in told(root)


def test_the_tracks_follow_what_the_page_chooses(client: FlaskClient) -> None:
    first = client.get("/case/amira/tracks.svg").data
    assert client.get("/case/amira/tracks.svg?scale=time").data != first
    assert "A discussion aid, not a case record" in told(read(first))


@pytest.mark.parametrize("key", SAMPLES)
@pytest.mark.parametrize("file", FILES)
def test_no_name_is_in_a_picture_where_names_are_hidden(
    client: FlaskClient, key: str, file: str
) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = client.get(f"/case/{key}/{file}?stage=2").text
    names = "|".join(map(re.escape, secret_words(sample(key).network.case))) or "$^"
    assert re.findall(rf"(?<!\w)(?:{names})(?!\w)", text) == []


def test_what_is_filtered_out_is_not_in_a_picture(client: FlaskClient) -> None:
    for file in FILES:
        assert "Kayla" in client.get(f"/case/amira/{file}").text
        text = client.get(f"/case/amira/{file}?hide=track-community_peer").text
        assert "Kayla" not in text
        assert "not in this view" in text


def test_nasty_texts_are_texts() -> None:
    view = look(entry_of(parsed(nasty_case())), 1)
    for write in (map_svg, tracks_svg):
        root = read(write(Taken(view, {}, 0)))
        assert not [part for part in root.iter() if str(part.tag).endswith(("script", "img"))]
