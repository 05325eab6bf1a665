"""The cases of the library as the pages know them."""

from collections.abc import Iterator
from threading import Thread

import pytest

from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.storage.contract import Library, LibraryTrouble, NoSuchVersion
from relnet.storage.opening import memory_library
from relnet.web.keeping import Store
from relnet.web.kept_cases import MOST_READ, KeptCases, version_key
from relnet.web.shelf_entry import UnknownCase
from tests.web.libraries import SAM, client_of, keep

STORED = ("part", "title", "team", False)


@pytest.fixture
def library() -> Iterator[Library]:
    made = memory_library()
    yield made
    made.close()


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def kept(library: Library, store: Store) -> KeptCases:
    return KeptCases(library, store)


def rename(library: Library, key: str, title: str) -> None:
    values = {"do": "set_case", "fields": {"title": title}}
    operation = read_operation(values)
    library.edit(key, lambda case: perform(case, operation), values, SAM)


def test_a_version_is_read_once(kept: KeptCases, library: Library) -> None:
    key = keep(library, "First")
    entry = kept.entry(key)
    assert entry.network.case.title == "First"
    assert entry.editable
    assert kept.entry(key) is entry
    assert kept.seen(key, 1) is entry
    assert kept.seen(key, 2) is None


def test_a_new_version_is_found_and_the_one_before_stays_read(
    kept: KeptCases, library: Library
) -> None:
    key = keep(library, "First")
    first = kept.entry(key)
    rename(library, key, "Second")
    second = kept.entry(key)
    assert second.network.case.title == "Second"
    assert second.line is not None
    assert second.line.number == 2
    assert kept.seen(key, 1) is first


def test_what_the_library_gave_is_not_read_again(
    kept: KeptCases, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keep(library, "First")
    entry = kept.accept(library.get(key))

    def trouble(*_args: object) -> None:
        raise LibraryTrouble("It is read.")

    monkeypatch.setattr(library, "get", trouble)
    assert kept.entry(key) is entry


def test_an_older_version_is_looked_at_and_not_edited(kept: KeptCases, library: Library) -> None:
    key = keep(library, "First")
    rename(library, key, "Second")
    older = kept.entry(version_key(key, 1))
    assert older.network.case.title == "First"
    assert (older.version, older.editable, older.copyable) == (1, False, True)
    assert kept.entry(version_key(key, 1)) is older
    assert kept.at(key, 2).network.case.title == "Second"


@pytest.mark.parametrize("number", ["", "x", "-1", "²", "1" * 10, "1~1"])
def test_what_is_no_version_is_unknown(kept: KeptCases, library: Library, number: str) -> None:
    with pytest.raises(UnknownCase):
        kept.entry(f"{keep(library, 'First')}~{number}")


@pytest.mark.parametrize("number", ["0", "2", "999999999"])
def test_a_version_that_is_not_there_is_said(
    kept: KeptCases, library: Library, number: str
) -> None:
    with pytest.raises(NoSuchVersion):
        kept.entry(f"{keep(library, 'First')}~{number}")


@pytest.mark.parametrize("key", ["nothing", "nothing~1", "", "~", "~1"])
def test_what_is_not_there_is_unknown(kept: KeptCases, key: str) -> None:
    with pytest.raises(UnknownCase):
        kept.entry(key)


def test_without_a_library_all_is_unknown(store: Store) -> None:
    kept = KeptCases(None, store)
    for key in ("nothing", "nothing~1"):
        with pytest.raises(UnknownCase):
            kept.entry(key)
    with pytest.raises(UnknownCase):
        kept.at("nothing", 1)


def test_a_deleted_case_is_unknown_until_it_is_taken_back(
    kept: KeptCases, library: Library
) -> None:
    key = keep(library, "First")
    kept.entry(key)
    library.delete(key)
    with pytest.raises(UnknownCase, match="was deleted"):
        kept.entry(key)
    library.delete(key, deleted=False)
    assert kept.entry(key).editable


def test_the_versions_of_a_deleted_case_are_not_shown(library: Library) -> None:
    key = keep(library, "First")
    client = client_of(library)
    library.delete(key)
    for address in (f"/case/{key}", f"/case/{key}/history", f"/case/{key}~1"):
        assert client.get(address).status_code == 404, address


def test_what_was_looked_at_longest_ago_is_dropped_with_what_was_made_of_it(
    kept: KeptCases, library: Library, store: Store
) -> None:
    key = keep(library, "First")
    first = kept.entry(key)
    first.kept(STORED, lambda: "made")
    for number in range(MOST_READ):
        kept.entry(keep(library, f"Case {number}"))
    assert kept.seen(key, 1) is None
    assert store.if_kept(first, STORED) is None
    first.kept(STORED, lambda: "made late")
    assert store.if_kept(first, STORED) is None
    assert kept.entry(key).network.case.title == "First"


def test_a_line_that_changed_makes_a_new_entry(
    kept: KeptCases, library: Library, store: Store
) -> None:
    key = keep(library, "First")
    first = kept.entry(key)
    first.kept(STORED, lambda: "made")
    library.archive(key)
    again = kept.accept(library.get(key))
    assert again is not first
    assert kept.seen(key, 1) is again
    assert store.if_kept(first, STORED) is None


def test_several_threads_read_one_case(kept: KeptCases, library: Library) -> None:
    key = keep(library, "First")
    found: list[str] = []
    threads = [
        Thread(target=lambda: found.append(kept.entry(key).network.case.title)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["First"] * 8
