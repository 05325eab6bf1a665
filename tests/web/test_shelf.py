"""The shelf: which cases there are, under which keys, and for how long."""

import os
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.case.reading import parse_case
from relnet.exchange.csv_writing import write_csv_zip
from relnet.exchange.files import read_content, read_path
from relnet.exchange.template import template
from relnet.exchange.workbook_writing import write_workbook
from relnet.resources import sample_cases_folder
from relnet.web import shelf as shelf_module
from relnet.web import shelf_file
from relnet.web.keeping import Store
from relnet.web.shelf import (
    LONGEST_OPENED,
    MOST_OPENED,
    NoSuchFile,
    Shelf,
    shelf_of,
)
from relnet.web.shelf_entry import ShelfEntry, UnknownCase
from tests.web.cases import A_NAME, small_bytes, write_case


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def titles(shelf: Shelf) -> list[str]:
    return [entry.case.title if entry.case else "" for entry in shelf.entries()]


def test_without_paths_it_holds_the_sample_cases() -> None:
    files = sorted(path.name for path in sample_cases_folder().glob("*.relnet.json"))
    entries = shelf_of([]).entries()
    assert sorted(entry.file_name for entry in entries) == files
    assert all(entry.sample and entry.case for entry in entries)


def test_a_sample_case_is_found_by_its_own_name() -> None:
    assert shelf_of([]).get("amira").file_name == "amira.relnet.json"
    assert shelf_of([sample_cases_folder() / "amira.relnet.json"]).get("amira").sample


def test_cases_stand_in_the_order_of_their_names() -> None:
    keys = [entry.key for entry in shelf_of([]).entries()]
    assert keys == sorted(keys)
    assert keys.index("amira") < keys.index("amira-held-together")


def test_a_folder_stands_for_its_case_files(tmp_path: Path) -> None:
    write_case(tmp_path, "b.relnet.json", title="B")
    write_case(tmp_path, "a.relnet.json", title="A")
    write_case(tmp_path, "notes.json", title="No case file")
    shelf = shelf_of([tmp_path])
    assert titles(shelf) == ["A", "B"]
    write_case(tmp_path, "c.relnet.json", title="C")
    assert titles(shelf) == ["A", "B", "C"]


def test_a_spreadsheet_is_read_where_it_is_named_itself(tmp_path: Path) -> None:
    case = parse_case(small_bytes())
    write_case(tmp_path, "a.relnet.json")
    (tmp_path / "b.xlsx").write_bytes(write_workbook(case))
    (tmp_path / "c.ZIP").write_bytes(write_csv_zip(case))
    assert len(shelf_of([tmp_path]).entries()) == 1
    entries = shelf_of(sorted(tmp_path.iterdir())).entries()
    assert [entry.file_name for entry in entries] == ["a.relnet.json", "b.xlsx", "c.ZIP"]
    assert [entry.case for entry in entries] == [case] * 3


def test_a_spreadsheet_with_faults_is_listed_with_them(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    path.write_bytes(template())
    (entry,) = shelf_of([path]).entries()
    assert entry.case is None
    assert any("Young person’s name" in fault.where for fault in entry.faults)


def test_a_file_named_twice_is_one_case(tmp_path: Path) -> None:
    path = write_case(tmp_path, "a.relnet.json")
    assert len(shelf_of([tmp_path, path]).entries()) == 1


def test_the_key_of_a_file_gives_no_name_away_and_stays(tmp_path: Path) -> None:
    path = write_case(tmp_path, f"{A_NAME}.relnet.json")
    (entry,) = shelf_of([path]).entries()
    assert len(entry.key) == 10
    assert int(entry.key, 16) >= 0
    assert shelf_of([tmp_path]).get(entry.key).case == entry.case


def test_a_file_with_faults_is_listed_with_them(tmp_path: Path) -> None:
    path = write_case(tmp_path, "broken.relnet.json", title="")
    (entry,) = shelf_of([path]).entries()
    assert entry.case is None
    assert [fault.where for fault in entry.faults] == ["title"]
    with pytest.raises(CaseFaults):
        _ = entry.network


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = write_case(tmp_path, "a.relnet.json", title="Old")
    shelf = shelf_of([path])
    (before,) = shelf.entries()
    assert shelf.entries() == (before,)
    assert shelf.entries()[0] is before
    write_case(tmp_path, "a.relnet.json", title="New")
    os.utime(path, ns=(1, 1))
    assert titles(shelf) == ["New"]
    assert shelf.get(before.key) is shelf.entries()[0]


def test_a_vanished_file_is_told(tmp_path: Path) -> None:
    path = write_case(tmp_path, "a.relnet.json")
    shelf = shelf_of([path])
    path.unlink()
    (entry,) = shelf.entries()
    assert entry.case is None
    assert len(entry.faults) == 1


def test_the_network_is_built_once() -> None:
    entry = shelf_of([]).get("amira")
    assert entry.network is entry.network
    assert entry.network.case is entry.case


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match=r"There is no file or folder '.*nowhere'"):
        shelf_of([tmp_path / "nowhere"])


def test_an_unknown_key_says_what_to_do() -> None:
    with pytest.raises(UnknownCase, match="open the file again"):
        shelf_of([]).get("nobody")


def test_an_opened_case_is_found_by_its_key_and_not_listed() -> None:
    shelf = shelf_of([])
    entry = shelf.open(small_bytes())
    assert shelf.get(entry.key) is entry
    assert len(entry.key) >= 20
    assert entry not in shelf.entries()
    assert shelf.open(small_bytes()).key != entry.key


def test_a_spreadsheet_is_opened_like_a_case_file() -> None:
    shelf = shelf_of([])
    case = parse_case(small_bytes())
    for content in (write_workbook(case), write_csv_zip(case)):
        assert shelf.open(content).case == case


def test_nothing_is_kept_of_a_file_with_faults() -> None:
    shelf = shelf_of([])
    with pytest.raises(CaseFaults) as caught:
        shelf.open(small_bytes(stages=[]))
    assert caught.value.faults


def test_an_opened_case_is_forgotten_after_eight_hours() -> None:
    clock = Clock()
    shelf = shelf_of([], clock)
    entry = shelf.open(small_bytes())
    clock.now += LONGEST_OPENED
    assert shelf.get(entry.key) is entry
    clock.now += 1
    with pytest.raises(UnknownCase):
        shelf.get(entry.key)


def test_the_oldest_opened_case_is_dropped_first() -> None:
    shelf = shelf_of([])
    opened = [shelf.open(small_bytes()) for _ in range(MOST_OPENED + 1)]
    with pytest.raises(UnknownCase):
        shelf.get(opened[0].key)
    assert [shelf.get(entry.key) for entry in opened[1:]] == opened[1:]


def test_many_threads_may_open_and_look_at_once(tmp_path: Path) -> None:
    shelf = shelf_of([write_case(tmp_path, "a.relnet.json")])
    found: list[ShelfEntry] = []

    def use() -> None:
        for _ in range(5):
            entry = shelf.open(small_bytes())
            found.extend((shelf.get(entry.key), *shelf.entries()))

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4 * 5 * 2


def in_threads(work: Callable[[], object], count: int = 4) -> list[object]:
    """Do the same in several threads at once, and give what each made."""
    made: list[object] = []
    threads = [threading.Thread(target=lambda: made.append(work())) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return made


def test_a_picture_is_made_by_one_visitor_and_kept_for_the_others() -> None:
    entry = shelf_of([]).get("amira")
    painted: list[int] = []

    def paint() -> str:
        painted.append(1)
        time.sleep(0.05)
        return "a picture"

    assert in_threads(lambda: entry.kept("map", paint)) == ["a picture"] * 4
    assert len(painted) == 1


def test_names_and_network_are_found_once() -> None:
    entry = shelf_of([]).get("amira")
    for found in (in_threads(lambda: entry.network), in_threads(lambda: entry.names(hidden=True))):
        assert all(one is found[0] for one in found)
    assert entry.names(hidden=True).hidden
    assert not entry.names(hidden=False).hidden


def test_what_was_asked_for_longest_ago_is_dropped_whatever_the_case() -> None:
    store = Store(most=2)
    made: list[str] = []

    def make(text: str) -> Callable[[], str]:
        def note() -> str:
            made.append(text)
            return text

        return note

    one, two = (ShelfEntry(key, None, store=store) for key in ("one", "two"))
    for entry, text in ((one, "a"), (two, "b"), (one, "a"), (two, "c"), (one, "a"), (two, "b")):
        assert entry.kept(text, make(text)) == text
    assert made == ["a", "b", "c", "b"]


def test_large_pictures_make_room_for_each_other() -> None:
    store = Store(most_signs=10)
    entry = ShelfEntry("one", None, store=store)
    for key in ("a", "b", "c"):
        entry.kept(key, lambda: "x" * 6)
    assert entry.kept("c", lambda: "new") == "x" * 6
    assert entry.kept("a", lambda: "new") == "new"
    assert entry.kept("large", lambda: "x" * 11) == "x" * 11
    assert entry.kept("large", lambda: "new") == "new"


def test_nothing_is_kept_of_a_case_that_was_forgotten() -> None:
    entry = ShelfEntry("one", None)
    entry.kept("a", lambda: "old")
    entry.forget()
    assert entry.kept("a", lambda: "new") == "new"
    assert entry.kept("a", lambda: "newer") == "newer"


def test_a_file_that_was_deleted_from_its_folder_is_forgotten(tmp_path: Path) -> None:
    path = write_case(tmp_path, "a.relnet.json")
    shelf = shelf_of([tmp_path])
    (entry,) = shelf.entries()
    entry.kept("a", lambda: "old")
    path.unlink()
    assert shelf.entries() == ()
    with pytest.raises(UnknownCase):
        shelf.get(entry.key)
    assert entry.kept("a", lambda: "new") == "new"


def test_a_case_is_shown_while_another_file_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_case(tmp_path, "slow.relnet.json", title="Slow")
    quick = write_case(tmp_path, "quick.relnet.json", title="Quick")
    shelf = shelf_of([tmp_path])
    (key,) = (entry.key for entry in shelf_of([quick]).entries())
    reading, go_on = threading.Event(), threading.Event()
    read = read_path

    def read_slowly(path: Path) -> Case:
        if path.name.startswith("slow"):
            reading.set()
            assert go_on.wait(5)
        return read(path)

    monkeypatch.setattr(shelf_file, "read_path", read_slowly)
    visitor = threading.Thread(target=shelf.entries)
    visitor.start()
    assert reading.wait(5)
    assert shelf.get(key).file_name == "quick.relnet.json"
    go_on.set()
    visitor.join()


def test_files_that_are_opened_are_checked_one_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    now, most = [0], [0]
    parse = read_content

    def parse_slowly(content: bytes, file_name: str) -> Case:
        now[0] += 1
        most[0] = max(most[0], now[0])
        time.sleep(0.02)
        now[0] -= 1
        return parse(content, file_name)

    monkeypatch.setattr(shelf_module, "read_content", parse_slowly)
    shelf = shelf_of([])
    in_threads(lambda: shelf.open(small_bytes()))
    assert most == [1]


def test_an_opened_case_is_forgotten_although_nobody_asks_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shelf_module, "LONGEST_OPENED", 0.05)
    entry = shelf_of([]).open(small_bytes())
    entry.kept("a", lambda: "old")
    for _ in range(100):
        if entry.kept("a", lambda: "new") == "new":
            return
        time.sleep(0.05)
    pytest.fail("the case is still kept")
