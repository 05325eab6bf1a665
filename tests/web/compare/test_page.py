"""The page of two sides: what its address names, and what it holds."""

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from markupsafe import escape

from relnet.case.reading import parse_case
from relnet.storage.contract import Library
from relnet.storage.opening import memory_library
from relnet.web.addresses import COMPARE, compare_address
from relnet.web.app import create_app
from relnet.web.case_view import perspective_refs
from relnet.web.compare.offered import MOST_OFFERED
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.server import current_shelf
from relnet.web.shelf import shelf_of
from tests.web.cases import A_NAME, write_case
from tests.web.libraries import SAM, client_of
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import SAMPLES, Tags, sample, secret_words

AMIRA, HELD = "amira", "amira-held-together"
UNREAD = "The address puts stages beside each other that these cases do not have."


@pytest.fixture
def library() -> Library:
    return memory_library()


@pytest.fixture
def client(library: Library) -> FlaskClient:
    return client_of(library)


def page(client: FlaskClient, left: str = AMIRA, right: str = HELD, **more: str) -> str:
    return page_at(client, compare_address(left, right, **more))


def page_at(client: FlaskClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.get_data(as_text=True)


def pairs(text: str) -> list[tuple[str | None, str | None]]:
    """Give the stages of each step of the timeline."""
    tags = Tags(text).all
    return [(each["data-left"], each["data-right"]) for _name, each in tags if "data-pair" in each]


def test_all_stages_of_both_sides_are_there(client: FlaskClient) -> None:
    text = page(client)
    assert pairs(text) == [(str(number), str(number)) for number in range(5)]
    assert text.count('<div class="stage') == 10


def test_a_stage_can_be_put_beside_another_one(client: FlaskClient) -> None:
    text = page(client, right=AMIRA, right_as="team", pairs="2-3")
    assert pairs(text) == [("0", "0"), ("1", "2"), ("2", "2"), ("3", "3"), ("4", "4")]
    assert "Match by itself again" in text


@pytest.mark.parametrize("nonsense", ["2-99", "0-1", "x", "2-3-4", "-", "9" * 500, "2-" * 4000])
def test_nonsense_puts_nothing_beside_anything(client: FlaskClient, nonsense: str) -> None:
    text = page(client, pairs=nonsense)
    assert pairs(text) == pairs(page(client))
    assert UNREAD in text


def test_stages_that_are_put_beside_each_other_are_no_nonsense(client: FlaskClient) -> None:
    assert UNREAD not in page(client)
    assert UNREAD not in page(client, pairs="2-3.4-5")
    assert UNREAD in page(client, pairs="2-3.4-9")


def test_a_case_alone_is_compared_in_its_next_view(client: FlaskClient) -> None:
    text = page(client, right="")
    assert "Amira, as it was, as Amira sees it" in text


def test_the_same_on_both_sides_is_said(client: FlaskClient) -> None:
    text = page(client, right=AMIRA, right_as="team")
    assert text.count("No difference at this stage") == 5


def test_harm_alone_stands_apart_in_the_list(client: FlaskClient) -> None:
    apart = "Counted apart: relationships that bring only harm"
    told = page(client).split('<section class="compare-told"')[1:]
    assert [section.count(apart) for section in told] == [0, 1, 1, 1, 1]
    assert told[1].index(">Leila and Kayla</button>") < told[1].index(apart)
    assert told[1].index(apart) < told[1].index(">Tee</button>")


def test_a_stage_counts_what_brings_only_harm_apart(client: FlaskClient) -> None:
    # As many as tests/network/test_comparing.py works out by hand.
    assert '<span class="pair-count">21 differences, 2 with only harm</span>' in page(client)


def test_what_one_side_alone_tells_of_many_unfolds(client: FlaskClient) -> None:
    text = page(client, right=AMIRA, right_as="yp")
    folded = re.findall(r'<details class="told-by-one"><summary>[^<]*: (\d+) relationships', text)
    assert folded
    assert all(int(number) > 6 for number in folded)
    short = re.findall(r'<p class="told-by-one">([^<]*)</p>', text)
    assert short
    assert all(words.count(",") + words.count(";") < 6 for words in short)


def test_the_window_names_both_sides_and_the_way_back_the_left(client: FlaskClient) -> None:
    text = page(client, stage="2")
    title = "Amira, as it was, as the team sees it | Amira, held together, as the team sees it"
    assert f"<title>{title} · relnet</title>" in text
    assert 'href="/case/amira?as=team&amp;stage=2" data-back="left">Back to the map<' in text


def test_it_begins_at_the_stage_that_is_named(client: FlaskClient) -> None:
    assert 'data-now="2"' in page(client, stage="3")


def test_a_case_that_is_not_there_is_said_plainly(client: FlaskClient) -> None:
    answer = client.get(compare_address("nobody", AMIRA))
    assert answer.status_code == 404


def test_hidden_names_are_not_in_the_page(client: FlaskClient) -> None:
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    text = page(client)
    for word in secret_words(sample(AMIRA).network.case):
        assert not re.search(rf"\b{re.escape(word)}\b", text)


def test_names_are_written_as_the_text_they_are(client: FlaskClient, library: Library) -> None:
    case = parse_case(json.dumps(nasty_case()).encode())
    text = page(client, library.create(case, SAM).line.id, AMIRA)
    for nasty in (each for each in NASTY if "<" in each):
        assert nasty not in text
    assert any(str(escape(nasty)) in text for nasty in NASTY if "<" in nasty)


def test_two_stages_of_one_case_are_called_by_their_stages(client: FlaskClient) -> None:
    text = page(client, right=AMIRA, right_as="team", pairs="2-3", stage="2")
    told = [each for _name, each in Tags(text).all if "data-pair" in each][1]
    assert told["data-left-title"] == (
        "Amira, as it was – Foster placement, Northfield, as the team sees it"
    )
    assert told["data-right-title"] == (
        "Amira, as it was – Residential home, Gullhaven, as the team sees it"
    )


def test_another_case_is_shown_in_the_view_that_stands_for_the_left_one(
    client: FlaskClient,
) -> None:
    mum = perspective_refs(sample(AMIRA).network.case)["mum"]
    assert "Amira, held together, as Mum sees it" in page(client, left_as=mum)


def options_of(text: str) -> list[str]:
    """Give what the left list of cases offers."""
    found = re.search(r'<select name="left".*?</select>', text, re.DOTALL)
    assert found is not None
    return re.findall(r'<option value="([^"]*)"', found[0])


def test_the_library_is_offered_the_one_changed_last_first(
    client: FlaskClient, library: Library
) -> None:
    case = sample(AMIRA).network.case
    kept = [library.create(case, SAM).line.id for _number in range(3)]
    found = options_of(page(client))
    assert found[: len(SAMPLES)] == SAMPLES
    assert found[len(SAMPLES) :] == [line.id for line in library.lines()]
    assert set(found[len(SAMPLES) :]) == set(kept)
    assert "data-find" not in page(client)


def test_a_large_library_is_bounded_and_searched(client: FlaskClient, library: Library) -> None:
    case = sample(AMIRA).network.case
    for _number in range(MOST_OFFERED + 5):
        library.create(case, SAM)
    text = page(client)
    assert len(options_of(text)) == len(SAMPLES) + MOST_OFFERED
    assert text.count("data-find") == 2


def test_a_case_that_was_opened_is_offered_to_nobody_else(client: FlaskClient) -> None:
    with client.application.app_context():
        entry = current_shelf().open(json.dumps(nasty_case()).encode())
    assert entry.key in options_of(page(client, entry.key))
    assert entry.key not in options_of(page(client))


def test_who_has_the_address_of_an_opened_case_can_choose_it_again(client: FlaskClient) -> None:
    with client.application.app_context():
        entry = current_shelf().open(json.dumps(nasty_case()).encode())
    text = page(client, entry.key)
    assert '<optgroup label="Opened or tried">' in text
    assert f'<input type="hidden" name="also" value="{entry.key}">' in text
    # It is no side any more, but was one on the page before.
    later = page(client, also=entry.key)
    assert options_of(later)[0] == entry.key
    assert f"also={entry.key}" in later.split("data-swap")[0]


def test_a_what_if_that_was_a_side_can_be_chosen_again(client: FlaskClient) -> None:
    with client.application.app_context():
        case = sample(AMIRA).network.case
        key = current_shelf().what_ifs.begin(AMIRA, case, SAM).key
    later = page(client, HELD, HELD, also=key)
    assert options_of(later)[0] == key
    assert ">Amira, as it was: what if</option>" in later


@pytest.mark.parametrize("nonsense", ["nobody", ".", "..x", "amira", "<b>", "a." * 4000])
def test_nonsense_adds_nothing_to_the_list(client: FlaskClient, nonsense: str) -> None:
    text = page(client, also=nonsense)
    assert options_of(text) == SAMPLES
    assert 'name="also"' not in text


def test_hidden_names_are_not_in_the_list_of_cases(client: FlaskClient, library: Library) -> None:
    library.create(sample(AMIRA).network.case, SAM)
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    assert "A case · changed today" in page(client, left="figure-2", right="figure-2")


def test_a_file_with_faults_keeps_no_other_case_from_being_compared(tmp_path: Path) -> None:
    (tmp_path / "a.relnet.json").write_text("{}")
    write_case(tmp_path, "b.relnet.json")
    text = page_at(create_app(shelf_of([tmp_path])).server.test_client(), COMPARE)
    assert f"{A_NAME} moves, as the team sees it" in text
    assert text.count(f">{A_NAME} moves</option>") == 2
