"""The room in memory: tables, bounds, devices, and many who press at once; limits and CSV."""

import csv
import io
import threading

import pytest

from relnet.network.study import read_study
from relnet.network.tally import PLACE_OF_KEY, PLACES, Tally
from relnet.web.tally_csv import tally_csv
from relnet.web.tally_grid import press_grid, sign
from relnet.web.tally_limits import Limit
from relnet.web.tally_local import is_local, local_addresses
from relnet.web.tally_room import MAX_PRESSES, MAX_TABLES, CannotCount, NotAtATable, Room

PEER, FAMILY = PLACES[6], PLACES[3]


def test_a_table_takes_back_its_own_last_press() -> None:
    room = Room()
    room.add_table()
    room.press(1, PEER)
    room.press(2, FAMILY)
    now, place = room.undo(1)
    assert place == PEER
    assert now.tally.tables == {1: (), 2: (FAMILY,)}
    version = now.version
    now, place = room.undo(1)
    assert place is None
    assert now.version == version


def test_every_change_has_a_greater_version() -> None:
    room = Room()
    seen = [room.now().version]
    changes = (
        lambda: room.press(1, PEER), room.add_table, room.join, lambda: room.undo(1),
        lambda: room.remove_table(2), room.start_again, room.send_devices_away, room.touch,
    )  # fmt: skip
    for change in changes:
        change()
        seen.append(room.now().version)
    assert seen == sorted(set(seen))


def test_a_removed_table_leaves_its_number_and_its_device() -> None:
    room = Room()
    token, table = room.join()
    assert table == 2
    assert room.table_of(token) == 2
    assert room.now().joined == {2}
    room.remove_table(2)
    with pytest.raises(NotAtATable):
        room.table_of(token)
    assert room.add_table()[1] == 2
    assert room.now().joined == frozenset()


def test_devices_are_sent_away_and_their_presses_stay() -> None:
    room = Room()
    token, table = room.join()
    room.press(table, PEER)
    room.send_devices_away()
    with pytest.raises(NotAtATable):
        room.table_of(token)
    assert room.now().tally.total == 1


def test_the_room_is_bounded() -> None:
    room = Room()
    for _table in range(MAX_TABLES - 1):
        room.join()
    with pytest.raises(CannotCount, match="as many as the room holds"):
        room.join()
    with pytest.raises(CannotCount, match="as many as the room holds"):
        room.add_table()
    for _press in range(MAX_PRESSES):
        room.press(1, PEER)
    with pytest.raises(CannotCount, match="as many as are counted"):
        room.press(1, PEER)
    assert room.press(2, PEER).tally.total == MAX_PRESSES + 1


def test_what_is_not_there_is_told() -> None:
    room = Room()
    for asked in (lambda: room.press(5, PEER), lambda: room.undo(5), lambda: room.remove_table(5)):
        with pytest.raises(CannotCount, match="not in the room any more"):
            asked()
    with pytest.raises(CannotCount, match="needs one table"):
        room.remove_table(1)


def test_starting_again_keeps_the_tables() -> None:
    room = Room()
    room.add_table()
    room.press(2, PEER)
    assert room.start_again().tally.tables == {1: (), 2: ()}


def test_presses_from_many_at_once_are_all_counted() -> None:
    room = Room()
    tables = [room.add_table()[1] for _table in range(7)]

    def press(table: int) -> None:
        for _press in range(50):
            room.press(table, PEER)

    threads = [threading.Thread(target=press, args=(table,)) for table in tables]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert room.now().tally.total == 7 * 50


def test_no_two_tables_have_the_same_sign_and_colour() -> None:
    signs = [str(sign(number)) for number in range(1, MAX_TABLES + 1)]
    assert len(set(signs)) == MAX_TABLES


def test_the_grid_has_a_named_button_for_every_place() -> None:
    grid = str(press_grid("Press", own=True))
    assert grid.count("<button") == 36
    assert all(f'data-place="{key}"' in grid for key in PLACE_OF_KEY)
    assert "Peers, safety, during relocation: " in grid
    assert 'class="own"' not in str(press_grid("Press", own=False))


def test_a_limit_counts_for_each_and_forgets() -> None:
    clock = [0.0]
    limit = Limit(2, 60, lambda: clock[0])
    limit.count("a")
    assert not limit.reached("a")
    limit.count("a")
    assert limit.reached("a")
    assert not limit.reached("b")
    clock[0] = 61.0
    assert not limit.reached("a")


def test_a_limit_knows_only_so_many() -> None:
    limit = Limit(2, 60, lambda: 0.0)
    for number in range(500):
        limit.count(str(number))
    assert limit.reached("somebody new")
    assert not limit.reached("7")


@pytest.mark.parametrize(
    ("address", "local"),
    [("192.168.1.5", True), ("10.0.0.7", True), ("172.16.3.4", True), ("127.0.0.1", False),
     ("8.8.8.8", False), ("0.0.0.0", False)],  # noqa: S104 - nothing is bound
)  # fmt: skip
def test_only_private_addresses_are_listened_at(address: str, *, local: bool) -> None:
    assert is_local(address) is local


def test_this_computers_addresses_are_local_ones() -> None:
    assert all(is_local(address) for address in local_addresses())


def test_the_csv_has_every_number_with_its_unit() -> None:
    tally = Tally({1: (PLACE_OF_KEY["peer.safety.during"],), 3: ()})
    rows = list(csv.DictReader(io.StringIO(tally_csv(tally, read_study()))))
    room = [row for row in rows if row["source"] == "room"]
    assert len(room) == 2 * 36
    assert {row["unit"] for row in room} == {"presses"}
    assert [row for row in room if row["count"] != "0"] == [
        {"source": "room", "table": "1", "type": "peer", "theme": "safety", "phase": "during",
         "unit": "presses", "count": "1"}
    ]  # fmt: skip
    study = [row for row in rows if row["source"] != "room"]
    references = [row for row in study if row["unit"] == "references" and not row["theme"]]
    assert sum(int(row["count"]) for row in references) == 57
    assert "presses" not in {row["unit"] for row in study}
