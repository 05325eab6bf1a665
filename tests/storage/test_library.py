"""What every library promises: the same tests for each kind."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.editing.revision import Change
from relnet.storage.contract import (
    Kind,
    Library,
    LibraryTrouble,
    NoSuchCase,
    NoSuchVersion,
    NothingToTakeBack,
    Steps,
)
from relnet.storage.opening import open_library
from tests.case.small import parsed, small_case
from tests.storage.editing import (
    ANN,
    BOB,
    OPERATION,
    by_tree,
    edit,
    note_of,
    noted,
    people,
    small,
    tied,
    titled,
    with_person,
    without_person,
)

ASKING: dict[str, Callable[[Library], object]] = {
    "line": lambda library: library.line("gone"),
    "get": lambda library: library.get("gone"),
    "at": lambda library: library.at("gone", 1),
    "history": lambda library: library.history("gone"),
    "since": lambda library: library.since("gone", 0),
    "edit": lambda library: edit(library, "gone", titled("New")),
    "steps": lambda library: library.steps("gone", ANN),
    "undo": lambda library: library.undo("gone", ANN),
    "redo": lambda library: library.redo("gone", ANN),
    "restore": lambda library: library.restore("gone", 1, ANN),
    "put_back": lambda library: library.put_back("gone", 1, ANN),
    "archive": lambda library: library.archive("gone"),
    "delete": lambda library: library.delete("gone"),
    "purge": lambda library: library.purge("gone"),
}
"""What can be asked of a library, by name."""

WRITING: dict[str, Callable[[Library, str], object]] = {
    "edit": lambda library, case: edit(library, case, titled("New")),
    "undo": lambda library, case: library.undo(case, ANN),
    "redo": lambda library, case: library.redo(case, ANN),
    "restore": lambda library, case: library.restore(case, 1, ANN),
    "put_back": lambda library, case: library.put_back(case, 1, ANN),
    "archive": lambda library, case: library.archive(case),
}
"""What writes a new state of a case, by name."""


@pytest.fixture
def case_id(library: Library) -> str:
    return library.create(small(), ANN).line.id


class TestKeeping:
    def test_a_case_comes_back_as_it_was(self, library: Library) -> None:
        kept = library.create(small(), ANN)

        assert library.get(kept.line.id) == kept
        assert kept.case == small()
        assert library.line(kept.line.id) == kept.line

    def test_its_first_version_says_who_and_when(self, library: Library, case_id: str) -> None:
        (version,) = library.history(case_id)

        assert (version.number, version.kind, version.by) == (1, Kind.CREATED, ANN)
        assert version.changes == ()
        assert version.at == library.line(case_id).created_at
        assert version.at.tzinfo is UTC
        assert abs((datetime.now(UTC) - version.at).total_seconds()) < 60

    def test_events_are_kept_with_an_id(self, library: Library) -> None:
        events = [{"text": "Mum rang Jo."}, {"text": "Sam rang Jo."}]
        kept = library.create(parsed(small_case(events=events)), ANN)

        assert [event.id for event in kept.case.events] == ["event-1", "event-2"]
        assert library.get(kept.line.id).case == kept.case

    def test_ids_cannot_be_guessed(self, library: Library) -> None:
        ids = {library.create(small(), ANN).line.id for _ in range(20)}

        assert len(ids) == 20
        assert all(len(case_id) == 32 for case_id in ids)

    @pytest.mark.parametrize("asked", ASKING)
    def test_a_case_that_is_not_there(self, library: Library, asked: str) -> None:
        with pytest.raises(NoSuchCase, match="not in the library any more"):
            ASKING[asked](library)


class TestListing:
    def test_the_one_changed_last_comes_first(self, library: Library) -> None:
        first, second = (library.create(small(), ANN).line.id for _ in range(2))
        edit(library, first, titled("Changed"), BOB)

        lines = library.lines()

        assert [line.id for line in lines] == [first, second]
        assert (lines[0].title, lines[0].changed_by, lines[0].number) == ("Changed", "Bob", 2)

    @pytest.mark.parametrize(
        ("search", "found"),
        [
            ("", True),
            ("SMALL case", True),
            ("kayla friend", True),
            ("amira", True),
            ("social worker small", True),
            ("kayla nobody", False),
            ("riverside", False),
            ("%", False),
            pytest.param("x" * 100_000, False, id="a long word"),
            pytest.param(" ".join(map(str, range(5000))), False, id="many words"),
        ],
    )
    def test_every_word_must_be_found(
        self, library: Library, case_id: str, search: str, *, found: bool
    ) -> None:
        assert [line.id for line in library.lines(search)] == ([case_id] if found else [])

    @pytest.mark.parametrize("search", ["STRASSE", "Żó", "żółty", "ﬁne", "100%"])
    def test_letters_of_any_script_are_found(
        self, library: Library, case_id: str, search: str
    ) -> None:
        edit(library, case_id, titled("Straße, ŻÓŁTY, fine, 100% \\ _"))

        assert len(library.lines(search)) == 1

    def test_an_edit_changes_what_is_found(self, library: Library, case_id: str) -> None:
        edit(library, case_id, with_person("zuzanna"))

        assert [line.id for line in library.lines("zuzanna")] == [case_id]

    def test_archived_cases_stand_apart(self, library: Library, case_id: str) -> None:
        assert library.archive(case_id).archived

        assert library.lines() == ()
        assert [line.id for line in library.lines("small", archived=True)] == [case_id]
        assert not library.archive(case_id, archived=False).archived
        assert [line.id for line in library.lines()] == [case_id]

    def test_a_deleted_case_can_be_taken_back(self, library: Library, case_id: str) -> None:
        at = library.delete(case_id).deleted_at

        assert at is not None
        assert library.lines() == library.lines(archived=True) == ()
        assert [line.id for line in library.lines(deleted=True)] == [case_id]
        assert library.get(case_id).case == small()
        assert library.delete(case_id).deleted_at == at
        assert library.delete(case_id, deleted=False).deleted_at is None
        assert [line.id for line in library.lines()] == [case_id]

    @pytest.mark.parametrize("asked", WRITING)
    def test_a_deleted_case_is_not_edited(self, library: Library, case_id: str, asked: str) -> None:
        library.delete(case_id)

        with pytest.raises(NoSuchCase):
            WRITING[asked](library, case_id)

    def test_a_purged_case_is_gone(self, library: Library, case_id: str) -> None:
        other = library.create(small(), ANN).line.id
        library.purge(case_id)

        assert [line.id for line in library.lines()] == [other]
        with pytest.raises(NoSuchCase):
            library.get(case_id)
        assert len(library.history(other)) == 1


class TestEditing:
    def test_an_edit_is_a_version(self, library: Library, case_id: str) -> None:
        outcome = edit(library, case_id, titled("New"), BOB)

        version = outcome.version
        assert version is not None
        assert (version.number, version.kind, version.by) == (2, Kind.EDIT, BOB)
        assert version.operation == OPERATION
        assert version.changes == (Change(("title",), "A small case", "New"),)
        assert outcome.kept == library.get(case_id)
        assert outcome.kept.case.title == "New"
        assert library.history(case_id)[0] == version

    def test_an_edit_that_changes_nothing_is_none(self, library: Library, case_id: str) -> None:
        outcome = edit(library, case_id, titled("A small case"))

        assert outcome.version is None
        assert outcome.kept == library.get(case_id)
        assert library.line(case_id).number == 1

    def test_what_an_edit_raises_goes_through(self, library: Library, case_id: str) -> None:
        with pytest.raises(CaseFaults):
            edit(library, case_id, without_person("sam"))

        assert library.line(case_id).number == 1

    def test_an_edit_is_put_onto_the_newest_version(self, library: Library, case_id: str) -> None:
        edit(library, case_id, noted("mum", "from Ann"), ANN, seen=1)
        outcome = edit(library, case_id, noted("kayla", "from Bob"), BOB, seen=1)

        assert note_of(outcome.kept.case, "mum") == "from Ann"
        assert note_of(outcome.kept.case, "kayla") == "from Bob"
        assert outcome.overridden == ()

    def test_who_replaces_what_they_had_not_seen_is_told(
        self, library: Library, case_id: str
    ) -> None:
        theirs = edit(library, case_id, noted("mum", "from Ann"), ANN).version
        outcome = edit(library, case_id, noted("mum", "from Bob"), BOB, seen=1)

        assert outcome.version is not None
        assert outcome.version.overrides == (2,)
        assert outcome.overridden == (theirs,)
        assert library.since(case_id, 2)[0].overrides == (2,)
        assert note_of(outcome.kept.case, "mum") == "from Bob"

    @pytest.mark.parametrize(
        ("change", "seen"),
        [
            pytest.param(noted("mum", "from Bob"), 2, id="seen"),
            pytest.param(noted("mum", "from Bob"), None, id="not said"),
            pytest.param(titled("New"), 1, id="something else"),
        ],
    )
    def test_who_has_seen_it_or_changes_something_else_is_not(
        self, library: Library, case_id: str, change: Callable[[Case], Case], seen: int | None
    ) -> None:
        edit(library, case_id, noted("mum", "from Ann"), ANN)

        assert edit(library, case_id, change, BOB, seen).overridden == ()

    def test_who_removes_what_others_changed_is_told(self, library: Library, case_id: str) -> None:
        edit(library, case_id, noted("kayla", "from Ann"), ANN)

        outcome = edit(library, case_id, without_person("kayla"), BOB, seen=1)

        assert [version.number for version in outcome.overridden] == [2]

    def test_only_what_stood_until_then_is_overridden(self, library: Library, case_id: str) -> None:
        edit(library, case_id, noted("mum", "first"), ANN)
        edit(library, case_id, noted("mum", "second"), ANN)

        outcome = edit(library, case_id, noted("mum", "third"), BOB, seen=1)

        assert [version.number for version in outcome.overridden] == [3]

    def test_ones_own_edits_are_not_overridden(self, library: Library, case_id: str) -> None:
        edit(library, case_id, noted("mum", "first"), ANN)

        assert edit(library, case_id, noted("mum", "second"), ANN, seen=1).overridden == ()

    def test_many_at_once_lose_nothing(self, library: Library) -> None:
        case_id = library.create(small(), ANN).line.id

        def add(number: int) -> int:
            outcome = edit(library, case_id, with_person(f"friend-{number}"))
            assert outcome.version is not None
            return outcome.version.number

        with ThreadPoolExecutor(8) as pool:
            numbers = list(pool.map(add, range(24)))

        assert sorted(numbers) == list(range(2, 26))
        found = people(library.get(case_id).case)
        assert {f"friend-{number}" for number in range(24)} < set(found)


class TestHistory:
    def test_versions_come_newest_first_in_pages(self, library: Library, case_id: str) -> None:
        for number in range(2, 8):
            edit(library, case_id, titled(f"Title {number}"))

        def numbers(**asked: int) -> list[int]:
            return [version.number for version in library.history(case_id, **asked)]

        assert numbers() == [7, 6, 5, 4, 3, 2, 1]
        assert numbers(most=3) == [7, 6, 5]
        assert numbers(before=5, most=3) == [4, 3, 2]
        assert numbers(before=1) == []
        assert [version.number for version in library.since(case_id, 5)] == [6, 7]
        assert library.since(case_id, 7) == ()

    def test_each_version_can_be_read(self, library: Library, case_id: str) -> None:
        made = [library.get(case_id).case]
        for number in range(2, 120):
            change = titled(f"Title {number}") if number % 3 else with_person(f"person-{number}")
            made.append(edit(library, case_id, change).kept.case)

        for number in (1, 2, 49, 50, 51, 99, 100, 101, 118, 119):
            assert library.at(case_id, number) == made[number - 1]

    @pytest.mark.parametrize("number", [-1, 0, 2, 10**12])
    def test_a_version_that_is_not_there(self, library: Library, case_id: str, number: int) -> None:
        asked: list[Callable[[], object]] = [
            lambda: library.at(case_id, number),
            lambda: library.restore(case_id, number, ANN),
            lambda: library.put_back(case_id, number, ANN),
        ]
        for ask in asked:
            with pytest.raises(NoSuchVersion, match="no such version"):
                ask()

    def test_an_older_version_is_restored_as_a_new_one(
        self, library: Library, case_id: str
    ) -> None:
        edit(library, case_id, titled("New"))
        edit(library, case_id, with_person("zuzanna"))

        outcome = library.restore(case_id, 1, BOB)

        assert outcome.version is not None
        assert (outcome.version.number, outcome.version.kind) == (4, Kind.RESTORED)
        assert (outcome.version.target, outcome.version.by) == (1, BOB)
        assert outcome.kept.case == library.at(case_id, 1) == small()
        assert "zuzanna" in people(library.at(case_id, 3))
        assert library.restore(case_id, 4, BOB).version is None

    def test_a_value_that_was_replaced_is_put_back(self, library: Library, case_id: str) -> None:
        edit(library, case_id, noted("mum", "from Ann"), ANN)
        edit(library, case_id, noted("mum", "from Bob"), BOB)
        edit(library, case_id, titled("New"), BOB)

        outcome = library.put_back(case_id, 2, ANN)

        assert outcome.version is not None
        assert (outcome.version.kind, outcome.version.target) == (Kind.PUT_BACK, 2)
        assert note_of(outcome.kept.case, "mum") == "from Ann"
        assert outcome.kept.case.title == "New"
        assert library.put_back(case_id, 1, ANN).version is None

    def test_what_no_longer_fits_is_not_put_back(self, library: Library, case_id: str) -> None:
        edit(library, case_id, with_person("zuzanna"))
        edit(library, case_id, tied("zuzanna"))
        edit(
            library,
            case_id,
            by_tree(
                lambda tree: (tree["people"].pop("zuzanna"), tree["relationships"].pop("r-zuzanna"))
            ),
        )

        with pytest.raises(CaseFaults, match="zuzanna"):
            library.put_back(case_id, 3, ANN)
        assert library.line(case_id).number == 4


class TestUndo:
    def test_an_edit_is_undone_and_done_again(self, library: Library, case_id: str) -> None:
        edit(library, case_id, titled("New"))

        undone = library.undo(case_id, ANN)
        assert undone.version is not None
        assert (undone.version.kind, undone.version.target) == (Kind.UNDO, 2)
        assert undone.kept.case == small()
        assert library.steps(case_id, ANN) == Steps(undo=None, redo=2)

        again = library.redo(case_id, ANN)
        assert again.version is not None
        assert (again.version.kind, again.version.target) == (Kind.REDO, 2)
        assert again.kept.case.title == "New"
        assert library.steps(case_id, ANN) == Steps(undo=2, redo=None)

    def test_ten_times_back_and_forth(self, library: Library, case_id: str) -> None:
        titles = [f"Title {number}" for number in range(10)]
        for title in titles:
            edit(library, case_id, titled(title))

        back = [library.undo(case_id, ANN).kept.case.title for _ in titles]
        forth = [library.redo(case_id, ANN).kept.case.title for _ in titles]

        assert back == [*reversed(titles[:-1]), "A small case"]
        assert forth == titles
        assert library.line(case_id).number == 31

    def test_the_beginning_is_not_undone(self, library: Library, case_id: str) -> None:
        with pytest.raises(NothingToTakeBack, match="nothing to undo"):
            library.undo(case_id, ANN)
        with pytest.raises(NothingToTakeBack, match="nothing to redo"):
            library.redo(case_id, ANN)
        assert library.steps(case_id, ANN) == Steps(None, None)

    def test_an_edit_ends_what_can_be_done_again(self, library: Library, case_id: str) -> None:
        edit(library, case_id, titled("One"))
        library.undo(case_id, ANN)
        edit(library, case_id, titled("Two"))

        assert library.steps(case_id, ANN) == Steps(undo=4, redo=None)
        with pytest.raises(NothingToTakeBack):
            library.redo(case_id, ANN)

    def test_everybody_undoes_their_own(self, library: Library, case_id: str) -> None:
        edit(library, case_id, noted("mum", "from Ann"), ANN)
        edit(library, case_id, noted("kayla", "from Bob"), BOB)

        undone = library.undo(case_id, ANN)

        assert note_of(undone.kept.case, "mum") is None
        assert note_of(undone.kept.case, "kayla") == "from Bob"
        assert library.steps(case_id, BOB) == Steps(undo=3, redo=None)

    def test_what_others_changed_since_stays(self, library: Library, case_id: str) -> None:
        both = by_tree(
            lambda tree: [tree["people"][name].update(note="Ann") for name in ("mum", "kayla")]
        )
        edit(library, case_id, both, ANN)
        edit(library, case_id, noted("mum", "from Bob"), BOB)

        undone = library.undo(case_id, ANN)

        assert note_of(undone.kept.case, "mum") == "from Bob"
        assert note_of(undone.kept.case, "kayla") is None
        assert undone.left == (Change(("people", "mum", "note"), None, "Ann"),)
        assert note_of(library.redo(case_id, ANN).kept.case, "kayla") == "Ann"

    def test_nothing_is_left_where_others_changed_it_all(
        self, library: Library, case_id: str
    ) -> None:
        edit(library, case_id, titled("From Ann"), ANN)
        edit(library, case_id, titled("From Bob"), BOB)

        with pytest.raises(NothingToTakeBack, match="Somebody else has changed this"):
            library.undo(case_id, ANN)
        assert library.line(case_id).number == 3

    def test_what_the_work_of_others_rests_on_stays(self, library: Library, case_id: str) -> None:
        edit(library, case_id, with_person("zuzanna"), ANN)
        edit(library, case_id, tied("zuzanna"), BOB)

        with pytest.raises(NothingToTakeBack, match="needs this, so it stays"):
            library.undo(case_id, ANN)
        assert "zuzanna" in people(library.get(case_id).case)

    def test_somebody_removed_comes_back_in_their_place(
        self, library: Library, case_id: str
    ) -> None:
        edit(library, case_id, without_person("kayla"), ANN)
        edit(library, case_id, with_person("zuzanna"), BOB)

        assert people(library.undo(case_id, ANN).kept.case) == ["mum", "kayla", "sam", "zuzanna"]

    def test_a_step_that_others_replaced_does_not_bar_the_way(
        self, library: Library, case_id: str
    ) -> None:
        edit(library, case_id, titled("from Ann"), ANN)
        edit(library, case_id, noted("mum", "from Ann"), ANN)
        edit(library, case_id, noted("mum", "from Bob"), BOB)

        undone = library.undo(case_id, ANN)

        assert note_of(undone.kept.case, "mum") == "from Bob"
        assert undone.kept.case.title == small().title
        assert library.redo(case_id, ANN).kept.case.title == "from Ann"
        with pytest.raises(NothingToTakeBack, match="nothing to redo"):
            library.redo(case_id, ANN)

    def test_a_restored_version_and_a_value_put_back_are_undone(
        self, library: Library, case_id: str
    ) -> None:
        edit(library, case_id, titled("New"), BOB)
        library.restore(case_id, 1, ANN)
        library.put_back(case_id, 2, ANN)

        assert library.undo(case_id, ANN).kept.case.title == "A small case"
        assert library.undo(case_id, ANN).kept.case.title == "New"


class TestTheWhole:
    def test_a_copy_is_a_library(self, library: Library, case_id: str, tmp_path: Path) -> None:
        edit(library, case_id, titled("New"))
        (tmp_path / "copy").mkdir()
        library.backup(tmp_path / "copy" / "library.sqlite3")
        edit(library, case_id, titled("Later"))

        copy = open_library(None, tmp_path / "copy")

        assert copy.get(case_id).case.title == "New"
        assert [version.number for version in copy.history(case_id)] == [2, 1]
        copy.close()

    def test_a_copy_replaces_no_file(self, library: Library, tmp_path: Path) -> None:
        there = tmp_path / "there.sqlite3"
        there.write_text("something else", encoding="utf-8")

        with pytest.raises(LibraryTrouble, match="a file of this name already"):
            library.backup(there)
        with pytest.raises(LibraryTrouble, match="cannot write the copy there"):
            library.backup(tmp_path / "no such folder" / "copy.sqlite3")
        assert there.read_text(encoding="utf-8") == "something else"
