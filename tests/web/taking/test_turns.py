"""Turns at drawing: no more than there are, no long queue, and all stopped at once."""

import threading
from collections.abc import Iterator

import pytest

from relnet.web.taking.stop import Stop, Stopped
from relnet.web.taking.turns import NoTurn, Turns
from tests.slow_browser import LONGEST


@pytest.fixture
def waiting() -> Iterator[threading.Event]:
    """Give what those who draw wait for; they end with the test."""
    made = threading.Event()
    yield made
    made.set()


def test_nobody_draws_while_all_turns_are_taken() -> None:
    turns = Turns(most=2, patience=0)
    with turns.taken(Stop()):
        with (
            turns.taken(Stop()),
            pytest.raises(NoTurn, match="Other files are being drawn"),
            turns.taken(Stop()),
        ):
            pytest.fail("there are two turns")
        with turns.taken(Stop()):
            pass


def test_a_drawing_that_goes_wrong_gives_its_turn_back() -> None:
    turns = Turns(most=1, patience=0)
    with pytest.raises(ZeroDivisionError), turns.taken(Stop()):
        raise ZeroDivisionError
    with turns.taken(Stop()):
        pass


def test_whoever_waits_has_the_turn_that_becomes_free(waiting: threading.Event) -> None:
    turns, begun, drew = Turns(most=1, patience=LONGEST), threading.Event(), threading.Event()

    def draw() -> None:
        with turns.taken(Stop()):
            begun.set()
            waiting.wait(LONGEST)

    def draw_later() -> None:
        with turns.taken(Stop()):
            drew.set()

    threading.Thread(target=draw, daemon=True).start()
    assert begun.wait(LONGEST)
    threading.Thread(target=draw_later, daemon=True).start()
    waiting.set()
    assert drew.wait(LONGEST)


def test_what_was_stopped_takes_no_turn() -> None:
    turns, stop = Turns(most=1, patience=0), Stop()
    stop.ask()
    with pytest.raises(Stopped), turns.taken(stop):
        pytest.fail("it was stopped")


def test_all_are_stopped_at_once_and_nobody_else_later() -> None:
    turns, drawing, done, later = Turns(most=2, patience=0), Stop(), Stop(), Stop()
    with turns.taken(done):
        pass
    with turns.taken(drawing):
        turns.stop_all()
        with pytest.raises(Stopped):
            drawing.check()
    done.check()
    with turns.taken(later):
        later.check()


def test_who_waits_is_stopped_before_the_turn() -> None:
    turns, first, second = Turns(most=1, patience=LONGEST), Stop(), Stop()
    raised = threading.Event()

    def wait() -> None:
        with pytest.raises(Stopped), turns.taken(second):
            pytest.fail("it was stopped while it waited")
        raised.set()

    with turns.taken(first):
        thread = threading.Thread(target=wait, daemon=True)
        thread.start()
        second.ask()
    assert raised.wait(LONGEST)
