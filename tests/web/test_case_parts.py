"""Header, map and timeline in the first response, of a small case and of Amira's."""

import re
from collections import Counter

import pytest

from relnet.case.models import Case
from relnet.figures.refs import refs_of
from relnet.resources import assets_folder
from relnet.web import ids
from relnet.web.addresses import compare_address, tally_address
from relnet.web.case_parts import SCRIPTS, body, head
from relnet.web.case_view import CaseView
from relnet.web.fragments import VIEW_WORDS
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.taking.takeaways import TAKEAWAYS
from relnet.web.timeline_part import stop_words
from tests.network.small import small_case
from tests.web.nasty import NASTY, nasty_case
from tests.web.views import SAMPLES, Tags, entry_of, look, sample


@pytest.fixture(scope="module")
def small() -> ShelfEntry:
    return entry_of(small_case())


@pytest.fixture(scope="module")
def nasty() -> ShelfEntry:
    return entry_of(Case.model_validate(nasty_case()))


def tags(view: CaseView) -> Tags:
    return Tags(str(body(view, "/assets/case_wiring.js")))


def named(found: Tags, key: str, value: str) -> list[dict[str, str | None]]:
    return [attributes for _tag, attributes in found.all if attributes.get(key) == value]


@pytest.mark.parametrize("key", SAMPLES)
def test_every_id_stands_once_and_is_one_of_ours(key: str) -> None:
    counted = Counter(found["id"] for _tag, found in tags(look(sample(key))).all if "id" in found)
    assert set(counted.values()) == {1}
    assert set(counted) <= {value for name, value in vars(ids).items() if name.isupper()}


def test_the_skip_link_leads_to_the_view(small: ShelfEntry) -> None:
    found = tags(look(small))
    assert found.with_class("skip")[0]["href"] == f"#{ids.MAIN}"
    assert found.with_id(ids.MAIN)["tabindex"] == "-1"


def test_the_stages_are_drawn_once_each_and_one_is_seen(small: ShelfEntry) -> None:
    found = tags(look(small, 1)).with_class("stage")
    assert [item["data-stage"] for item in found] == ["0", "1", "2"]
    assert [item["class"] for item in found] == ["stage", "stage now", "stage"]


def test_the_slider_speaks_the_stage(small: ShelfEntry) -> None:
    rail = tags(look(small, 1)).with_id(ids.RAIL)
    values = {key: rail[f"aria-value{key}"] for key in ("min", "max", "now", "text")}
    assert values == {"min": "1", "max": "3", "now": "2", "text": "Foster home, Northfield"}
    assert (rail["role"], rail["tabindex"], rail["aria-label"]) == ("slider", "0", "Stage")


def test_a_stop_is_spoken_with_its_date() -> None:
    view = look(sample("amira"))
    words = [stop_words(view, stage) for stage in view.case.stages]
    assert words[:2] == [
        "At home, Riverside, Jan – May 2024",
        "Foster placement, Northfield, Jun – Aug 2024",
    ]
    stops = tags(view).with_class("stop")
    assert [stop["data-words"] for stop in stops] == words
    assert stops[1]["data-title"] == (
        "Foster placement, Northfield: one of three tracks in practice"
    )


def test_a_stage_without_a_date_says_so(small: ShelfEntry) -> None:
    assert "no date" in tags(look(small)).texts
    assert stop_words(look(small), small.network.case.stages[0]) == "At home"


def test_phases_are_bands_over_their_stages(small: ShelfEntry) -> None:
    bands = [(band["class"], band["style"]) for band in tags(look(small)).with_class("band")]
    assert bands == [
        ("band band-before", "--first:0;--end:1"),
        ("band band-during", "--first:1;--end:3"),
    ]


def test_a_phase_that_comes_again_has_a_band_again() -> None:
    stages = [
        {"id": f"s{number}", "label": f"S{number}", "phase": phase, "area": "home"}
        for number, phase in enumerate(("before", "during", "during", "before"))
    ]
    case = small_case(stages=stages, relationships=[], uses=[])
    bands = [band["style"] for band in tags(look(entry_of(case))).with_class("band")]
    assert bands == ["--first:0;--end:1", "--first:1;--end:3", "--first:3;--end:4"]


def test_moves_are_marked_with_their_distance(small: ShelfEntry) -> None:
    found = tags(look(small))
    assert [move["style"] for move in found.with_class("move")] == ["--at:1"]
    assert "62 miles" in found.texts


def test_events_are_ticks_and_hollow_where_they_did_not_happen() -> None:
    ticks = [tick for tick in tags(look(sample("amira"))).with_class("tick") if "style" in tick]
    first = [tick for tick in ticks if re.match(r"--at:0\.", tick["style"] or "")]
    # Six at home: the first and the fifth were not answered.
    hollow = [tick["class"] == "tick hollow" for tick in first]
    assert hollow == [True, False, False, False, True, False]
    # Between the ends of the stage's stretch, at sevenths of it.
    assert (first[0]["style"], first[5]["style"]) == ("--at:0.143", "--at:0.857")
    # 6, 8, 6, 5 and 3 of them; five of the eight in the foster home did not happen.
    assert len(ticks) == 28


@pytest.mark.parametrize(("perspective", "ref"), [("team", "team"), ("mum", "p7")])
def test_whose_view_it_is_is_marked(perspective: str, ref: str) -> None:
    found = tags(look(sample("amira"), perspective=perspective))
    links = [item for _tag, item in found.all if "data-as" in item]
    assert [link["href"] for link in links] == ["?as=team", "?as=yp", "?as=p7"]
    assert [link["data-as"] for link in links if "aria-current" in link] == [ref]


def test_one_voice_alone_is_named_and_not_offered() -> None:
    found = tags(look(sample("one-voice")))
    assert not [item for _tag, item in found.all if "data-as" in item]
    assert [text for text in found.texts if text.startswith("As ")] == ["As Dad sees it"]


def test_only_a_sample_is_called_so(small: ShelfEntry) -> None:
    assert "sample case" in tags(look(sample("amira"))).texts
    assert "sample case" not in tags(look(small)).texts


def test_the_filters_offer_what_the_case_tells(small: ShelfEntry) -> None:
    boxes = named(tags(look(small)), "type", "checkbox")
    statuses = [box["value"] for box in boxes if (box["value"] or "").startswith("status-")]
    assert statuses == [
        *(f"status-{name}" for name in ("active", "broken", "ended", "wanted", "not_known")),
        "status-unsaid",
    ]
    assert [box["value"] for box in boxes if box["name"] == "only"] == ["planned", "changed"]
    assert all(("checked" in box) is (box["name"] == "show") for box in boxes)


@pytest.mark.parametrize("key", SAMPLES)
def test_every_class_that_can_be_drawn_can_be_filtered(key: str) -> None:
    """No relationship is out of reach of the boxes: each of its groups has one for it."""
    found = tags(look(sample(key)))
    offered = {box["value"] for box in named(found, "type", "checkbox")}
    groups = ("track-", "status-", "influence-", "use-")
    drawn = {
        name
        for tie in found.with_class("kind-tie")
        for name in (tie["class"] or "").split()
        if name.startswith(groups)
    }
    assert drawn
    assert drawn <= offered


@pytest.mark.parametrize("key", SAMPLES)
def test_every_drawn_thing_has_a_short_name_and_words(key: str) -> None:
    entry = sample(key)
    refs = set(refs_of(entry.network.case).values())
    buttons = named(tags(look(entry)), "role", "button")
    assert buttons
    for button in buttons:
        assert button["data-ref"] in refs
        assert button["aria-label"]
        assert set((button.get("data-ends") or "").split()) <= refs


def test_the_same_picture_is_painted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    entry = entry_of(small_case())
    first = body(look(entry), "/x.js")
    monkeypatch.setattr("relnet.web.stage_parts.map_scene", None)
    assert body(look(entry), "/x.js") == first
    for other in (look(entry, hidden=True), look(entry, perspective="young_person")):
        with pytest.raises(TypeError):
            body(other, "/x.js")


def test_the_scripts_are_there_and_named_in_the_head() -> None:
    assert all((assets_folder() / name).is_file() for name in SCRIPTS)
    links = Tags(str(head(["/assets/a.js", "/assets/b.js"]))).all
    assert [link["href"] for tag, link in links if tag == "link"] == [
        "/assets/a.js",
        "/assets/b.js",
    ]


def test_no_text_of_a_case_becomes_markup(nasty: ShelfEntry) -> None:
    """A case of nasty texts has the tags and attributes of the same case in plain words."""
    plain_case = nasty_case(tuple(f"Plain {number}" for number in range(len(NASTY))))
    plain, found = tags(look(entry_of(Case.model_validate(plain_case)))), tags(look(nasty))
    assert {tag for tag, _ in found.all} == {tag for tag, _ in plain.all}
    attributes = {key for _tag, item in plain.all for key in item}
    assert {key for _tag, item in found.all for key in item} == attributes
    names = ("what_if", "compare_menu", "takeaway", "wiring")
    for of_case in (plain, found):
        sources = [item["src"] for tag, item in of_case.all if tag == "script"]
        assert sources == [f"/assets/case_{name}.js" for name in names]
        links = [item["href"] or "" for tag, item in of_case.all if tag == "a"]
        views = {f"?view={name}" for name in VIEW_WORDS}
        files = {link for link in links if link.startswith("/case/opened/")}
        takeaways = [item for item in TAKEAWAYS if not item.of_story]
        assert len(files) == len(takeaways) + 1  # and the page for the end of a meeting
        compared = compare_address("opened", "opened")
        own = {f"#{ids.MAIN}", "/", "?as=team", "?as=p1", compared, tally_address("opened"), *views}
        assert set(links) - files == own


def test_nasty_texts_are_read_as_they_are(nasty: ShelfEntry) -> None:
    found = tags(look(nasty))
    labels = " ".join(item.get("aria-label") or "" for _tag, item in found.all)
    for text in NASTY:
        assert text in labels
    assert found.with_class("stop")[0]["data-words"] == NASTY[13]
    assert "".join(found.texts).startswith(f"Skip to the viewrelnet{NASTY[2]} {NASTY[0]}")
