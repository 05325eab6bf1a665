"""Every id stands once, and the scripts look for none that is not there."""

import re

from relnet.case.reading import MAX_BYTES
from relnet.resources import assets_folder
from relnet.web import ids

KNOWN = {value for name, value in vars(ids).items() if name.isupper()}
DASHS_OWN = {"react-entry-point"}
USES = re.compile(r"""(?:\bbyId|getElementById|set_props|\bpress)\(\s*["'`]([^"'`]+)["'`]""")


def scripts() -> dict[str, str]:
    """Give the text of every script."""
    return {path.name: path.read_text("utf-8") for path in assets_folder().glob("*.js")}


def test_no_two_ids_are_the_same() -> None:
    found = [value for name, value in vars(ids).items() if name.isupper()]
    assert found
    assert sorted(found) == sorted(set(found))
    assert all(isinstance(value, str) for value in found)


def test_the_scripts_look_for_known_ids_alone() -> None:
    used = {(name, found) for name, text in scripts().items() for found in USES.findall(text)}
    assert len(used) > 5
    assert {(name, found) for name, found in used if found not in KNOWN | DASHS_OWN} == set()


def test_the_browser_refuses_what_the_server_would() -> None:
    script = scripts()["opening.js"]
    (most,) = re.findall(r"MAX_FILE = ([0-9_]+);", script)
    assert int(most) == MAX_BYTES
    assert set(re.findall(r'"(open-[a-z-]+)"', script)) <= KNOWN


def test_names_stay_hidden_after_a_link_from_another_site() -> None:
    assert "SameSite=Lax" in scripts()["names_switch.js"]
