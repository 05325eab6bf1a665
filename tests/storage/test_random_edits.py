"""Any edits, undone and done again by two people: the case stays valid, and nothing is lost."""

from contextlib import closing

from hypothesis import given, settings
from hypothesis import strategies as st

from relnet.case.messages import CaseFaults
from relnet.case.models import Case
from relnet.editing.document import case_of, tree_of
from relnet.editing.revision import applied
from relnet.storage.contract import Editor, Library, NothingToTakeBack
from relnet.storage.opening import memory_library
from tests.storage.editing import (
    ANN,
    BOB,
    Change,
    by_tree,
    edit,
    noted,
    small,
    tied,
    titled,
    with_person,
    without_person,
)

PEOPLE = ("mum", "kayla", "sam", "zuzanna", "ola")

EDITS = st.one_of(
    st.builds(titled, st.sampled_from(("One", "Two", "Three"))),
    st.builds(noted, st.sampled_from(PEOPLE), st.sampled_from(("", "a", "b"))),
    st.builds(with_person, st.sampled_from(PEOPLE)),
    st.builds(without_person, st.sampled_from(PEOPLE)),
    st.builds(tied, st.sampled_from(PEOPLE)),
    st.builds(
        lambda order: by_tree(
            lambda tree: tree.update(people={name: tree["people"][name] for name in order})
        ),
        st.permutations(("mum", "kayla", "sam")),
    ),
)
DOINGS = st.one_of(EDITS, EDITS, st.sampled_from(("undo", "undo", "redo", "restore", "put_back")))
STREAM = st.lists(
    st.tuples(st.sampled_from((ANN, BOB)), DOINGS, st.integers(1, 20)), min_size=3, max_size=25
)


def do(library: Library, case_id: str, by: Editor, doing: Change | str, number: int) -> None:
    """Do one thing, as far as that is possible."""
    last = library.line(case_id).number
    number = min(number, last)
    try:
        match doing:
            case "undo":
                library.undo(case_id, by)
            case "redo":
                library.redo(case_id, by)
            case "restore":
                library.restore(case_id, number, by)
            case "put_back":
                library.put_back(case_id, number, by)
            case str():
                raise AssertionError(doing)
            case change:
                edit(library, case_id, change, by, seen=number)
    except (CaseFaults, KeyError, NothingToTakeBack):
        assert library.line(case_id).number == last


@settings(max_examples=50, deadline=None)  # each of them makes a library
@given(STREAM)
def test_a_stream_of_edits(stream: list[tuple[Editor, Change | str, int]]) -> None:
    with closing(memory_library()) as library:
        case_id = library.create(small(), ANN).line.id
        made: list[Case] = [small()]
        for by, doing, number in stream:
            do(library, case_id, by, doing, number)
            kept = library.get(case_id)
            made += [kept.case] * (kept.line.number - len(made))
            assert made[-1] == kept.case

        _check_history(library, case_id, made)


def _check_history(library: Library, case_id: str, made: list[Case]) -> None:
    versions = library.since(case_id, 0)
    assert [version.number for version in versions] == list(range(1, len(made) + 1))
    assert [library.at(case_id, version.number) for version in versions] == made
    tree = tree_of(made[0])
    for version, case in zip(versions, made, strict=True):
        tree = applied(tree, version.changes)
        assert case_of(tree) == case
        assert set(version.overrides) <= set(range(2, version.number))


@settings(max_examples=25, deadline=None)
@given(st.lists(EDITS, min_size=1, max_size=12))
def test_all_that_one_person_did_can_be_undone_and_done_again(changes: list[Change]) -> None:
    with closing(memory_library()) as library:
        case_id = library.create(small(), ANN).line.id
        for change in changes:
            do(library, case_id, ANN, change, 1)
        made = library.line(case_id).number
        last = library.get(case_id).case

        for _ in range(made - 1):
            library.undo(case_id, ANN)
        assert library.get(case_id).case == small()
        assert library.steps(case_id, ANN).undo is None

        for _ in range(made - 1):
            library.redo(case_id, ANN)
        assert library.get(case_id).case == last
        assert library.steps(case_id, ANN).redo is None
