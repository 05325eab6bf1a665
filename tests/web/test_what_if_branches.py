"""What ifs in memory: how many, for how long, and what is left of one that is gone."""

import time
from threading import Thread

import pytest

from relnet.case.models import MAX_NAME
from relnet.storage.contract import LibraryTrouble
from relnet.web.keeping import Store
from relnet.web.kept_cases import version_key
from relnet.web.shelf import shelf_of
from relnet.web.shelf_entry import UnknownCase
from relnet.web.what_if import branches
from relnet.web.what_if.branches import LONGEST, MOST, ForgottenWhatIf, WhatIfs, tried_title
from tests.web.libraries import SAM, small_case

CASE = small_case(title="Small")


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def begun(all_of_them: WhatIfs) -> str:
    return all_of_them.begin("small", CASE, SAM).key


def test_one_is_found_under_its_key_and_those_of_its_versions() -> None:
    found = WhatIfs(Store(), Clock())
    made = found.begin("small", CASE, SAM)
    assert found.find(made.key) is made
    assert found.find(version_key(made.key, 1)) is made
    assert made.origin == "small"
    assert made.cases.entry(made.key).case == made.library.get(made.key).case


def test_two_of_the_same_case_know_nothing_of_each_other() -> None:
    found = WhatIfs(Store(), Clock())
    one, other = begun(found), begun(found)
    assert one != other
    found.drop(one)
    assert found.find(other) is not None


@pytest.mark.parametrize("key", ["amira", "", "what-if-amira", "0" * 32, "~"])
def test_other_keys_are_none_of_them(key: str) -> None:
    assert WhatIfs(Store(), Clock()).find(key) is None


def test_the_one_that_was_not_looked_at_for_longest_goes_first() -> None:
    found = WhatIfs(Store(), Clock())
    first, second = begun(found), begun(found)
    for _ in range(MOST - 2):
        begun(found)
    found.find(first)
    begun(found)
    assert found.find(first) is not None
    with pytest.raises(ForgottenWhatIf):
        found.find(second)


def test_it_is_forgotten_after_eight_hours_however_often_it_is_looked_at() -> None:
    clock = Clock()
    found = WhatIfs(Store(), clock)
    key = begun(found)
    clock.now += LONGEST
    assert found.find(key) is not None
    clock.now += 1
    with pytest.raises(ForgottenWhatIf, match="after eight hours"):
        found.find(key)


def test_it_is_forgotten_even_if_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branches, "LONGEST", 0.05)
    made = WhatIfs(Store(), time.monotonic).begin("small", CASE, SAM)
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            made.library.line(made.key)
        except LibraryTrouble:
            return
        time.sleep(0.01)
    pytest.fail("it is still in memory")


def test_nothing_is_left_of_one_that_was_dropped() -> None:
    store = Store()
    found = WhatIfs(store, Clock())
    made = found.begin("small", CASE, SAM)
    entry = made.cases.entry(made.key)
    entry.kept("drawn", lambda: "a picture")
    found.drop(made.key)
    found.drop(made.key)
    assert entry.if_kept("drawn") is None
    with pytest.raises(LibraryTrouble):
        made.library.get(made.key)
    with pytest.raises(ForgottenWhatIf):
        found.find(made.key)


def test_it_has_tried_something_when_it_is_other_than_it_began() -> None:
    made = WhatIfs(Store(), Clock()).begin("small", CASE, SAM)
    assert not made.has_tried()
    made.library.edit(
        made.key, lambda case: case.model_copy(update={"about": "Tried"}), {"do": "try"}, SAM
    )
    assert made.has_tried()
    made.library.undo(made.key, SAM)
    assert not made.has_tried()


def test_its_title_says_what_it_is_and_fits() -> None:
    assert tried_title("Amira") == "Amira: what if"
    assert len(tried_title("x" * MAX_NAME)) == MAX_NAME
    assert tried_title("x" * MAX_NAME).endswith("x: what if")


def test_a_shelf_finds_it_and_says_where_one_is_gone() -> None:
    shelf = shelf_of(())
    made = shelf.what_ifs.begin("amira", CASE, SAM)
    assert shelf.get(made.key).trying
    assert shelf.keeping(made.key) is made.cases
    assert shelf.keeping("amira") is shelf.kept
    assert not shelf.get(version_key(made.key, 1)).trying
    assert all(entry.key != made.key for entry in shelf.entries())
    shelf.what_ifs.drop(made.key)
    with pytest.raises(UnknownCase, match="on the screen alone"):
        shelf.get(made.key)


def test_several_threads_begin_and_drop_them_at_the_same_time() -> None:
    found = WhatIfs(Store(), time.monotonic)
    faults: list[Exception] = []

    def come_and_go() -> None:
        try:
            for _ in range(5):
                found.drop(begun(found))
        except (LookupError, LibraryTrouble) as fault:
            faults.append(fault)

    threads = [Thread(target=come_and_go) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
