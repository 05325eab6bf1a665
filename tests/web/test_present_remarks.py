"""The field for remarks: it says where a remark goes, and names nobody who is hidden."""

import json
import re
from html import unescape

from relnet.case.models import Case
from relnet.web.present_remarks import remark_room
from tests.web.nasty import nasty_case
from tests.web.views import entry_of, look, sample, secret_words


def test_a_case_that_is_only_read_says_that_the_page_holds_it() -> None:
    room = str(remark_room(look(sample("amira"))))
    assert "stays in this page alone" in room
    assert " data-kept>" not in room
    assert '<option value="Kayla">' in room


def test_hidden_names_are_not_offered() -> None:
    view = look(sample("amira"), hidden=True)
    room = str(remark_room(view))
    assert '<option value="Best friend">' in room
    assert not any(f'"{name}"' in room for name in secret_words(view.case))


def test_no_name_breaks_out_of_its_place() -> None:
    room = str(remark_room(look(entry_of(Case.model_validate(nasty_case())))))
    assert "<script" not in room
    assert "<img" not in room


def test_what_is_left_says_what_is_asked_of_one_and_of_several() -> None:
    room = str(remark_room(look(sample("amira"))))
    found = re.search(r'data-words="(\{.*?\})"', room)
    assert found
    words = json.loads(unescape(found[1]))
    assert {mode: [said["leave"] for said in both] for mode, both in words.items()} == {
        "end": ["Leave it here", "Leave them here"],
        "hiding": ["Keep names and the remark", "Keep names and remarks"],
    }
    wanted = set(re.findall(r' data-words="(\w+)"', room)) - {"go"}
    assert all(wanted <= set(said) for both in words.values() for said in both)
