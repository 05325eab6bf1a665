"""What differs at two stages of the small case, in words."""

from relnet.case.names import names_of
from relnet.case.vocabulary import TEAM
from relnet.figures.words_compared import ComparedRow, compared_rows, counted
from relnet.network.comparing import Side
from relnet.network.graph import build_network
from tests.network.small import small_network

NETWORK = small_network()
SIDES = (Side(NETWORK, TEAM, 0), Side(NETWORK, TEAM, 1))


def rows(*, hidden: bool = False) -> tuple[ComparedRow, ...]:
    names = names_of(NETWORK.case, hidden=hidden)
    return compared_rows(*SIDES, names, names)


def test_each_difference_is_a_row() -> None:
    told = {row.about: (row.left, row.right) for row in rows()}
    assert told == {
        "Where Amira lives": ("Riverside", "Northfield"),
        "Tracks in practice": (
            "Parent–child and family; not recorded: Trusted relationships and Community and peers",
            "Trusted relationships",
        ),
        "Dawn": (
            "weak, uses not recorded",
            "strong, consistency (in practice) and safety (planned)",
        ),
        "Gran": (
            "active, strong, collaboration (in practice)",
            "broken, nothing done through it",
        ),
        "Kayla": ("active, steady", "not known"),
        "Tee": ("active", "not known"),
        "Boxing club": ("active", "ended"),
    }


def test_a_row_names_the_marks_of_both_sides() -> None:
    dawn = next(row for row in rows() if row.about == "Dawn")
    assert dawn.left_refs == dawn.right_refs == ("r0", "p0")


def test_hidden_names_stay_hidden() -> None:
    told = " ".join(f"{row.about} {row.left} {row.right}" for row in rows(hidden=True))
    for name in ("Amira", "Dawn", "Kayla", "Tee", "Riverside", "Northfield"):
        assert name not in told


def test_they_are_counted() -> None:
    assert counted(0) == "No difference at this stage"
    assert counted(1) == "1 difference at this stage"
    assert counted(7) == "7 differences at this stage"


def test_nothing_is_told_of_two_areas_that_are_called_alike_with_names_hidden() -> None:
    case = NETWORK.case
    areas = tuple(area.model_copy(update={"name": f"{area.name} too"}) for area in case.areas)
    other = build_network(case.model_copy(update={"areas": areas}))
    sides = (Side(NETWORK, TEAM, 0), Side(other, TEAM, 0))

    def told(*, hidden: bool) -> list[str]:
        names = [names_of(side.network.case, hidden=hidden) for side in sides]
        return [row.about for row in compared_rows(*sides, names[0], names[1])]

    assert told(hidden=False) == ["Where Amira lives"]
    assert told(hidden=True) == []
