"""The parts of the whole screen: every button is named, and the keys are listed."""

import re

from relnet.web import ids
from relnet.web.present import present_room


def test_every_button_of_the_strip_has_a_name() -> None:
    buttons = re.findall(r'<button type="button"[^>]*>', str(present_room()))
    assert len(buttons) == 4
    assert all("aria-label=" in button for button in buttons)


def test_every_key_is_listed_with_what_it_does() -> None:
    listed = dict(re.findall(r"<dt>(.*?)</dt><dd>(.+?)</dd>", str(present_room())))
    assert {"B .", "S", "D", "+ −", "0", "K", "N", "?"} <= set(listed)


def test_the_blank_screen_says_that_it_is_blank() -> None:
    assert f'id="{ids.PRESENT_BLANK}"' in present_room()
    assert 'aria-label="Screen is blank"' in present_room()
