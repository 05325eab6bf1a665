"""The buttons that copy what is on the screen."""

from relnet.web.copying import copy_tools
from tests.case.small import parsed
from tests.web.nasty import nasty_case
from tests.web.views import Tags, entry_of, look, sample


def test_every_button_says_what_came_of_it() -> None:
    tools = Tags(str(copy_tools(look(sample("amira"), 1))))
    buttons = [item for tag, item in tools.all if tag == "button"]
    assert [item["data-copy-what"] for item in buttons] == ["picture", "words", "save"]
    for item in buttons:
        assert item["data-done"]
        assert str(item["data-failed"]).startswith("Not ")


def test_a_copy_says_whose_view_it_is_and_whether_names_are_hidden() -> None:
    view = look(sample("amira"), hidden=True)
    (room,) = [item for tag, item in Tags(str(copy_tools(view))).all if tag == "div"]
    assert "discussion aid, not a case record" in str(room["data-made"])
    assert "Names are hidden" in str(room["data-made"])


def test_texts_of_a_file_are_text() -> None:
    tools = Tags(str(copy_tools(look(entry_of(parsed(nasty_case()))))))
    assert {tag for tag, _item in tools.all} == {"div", "button", "p"}
