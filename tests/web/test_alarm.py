"""The alarm: it rings once, may be set again by what it calls, and one that is set stays."""

import threading

from relnet.web.alarm import Alarm

_PATIENCE = 10.0


def test_it_rings_once_and_from_another_thread() -> None:
    rung: list[str] = []
    done = threading.Event()

    def ring() -> None:
        rung.append(threading.current_thread().name)
        done.set()

    Alarm(ring).set(0.0)
    assert done.wait(_PATIENCE)
    assert len(rung) == 1
    assert rung[0] != threading.current_thread().name


def test_what_is_past_rings_at_once() -> None:
    done = threading.Event()
    Alarm(done.set).set(-3600.0)
    assert done.wait(_PATIENCE)


def test_one_that_is_set_stays() -> None:
    done = threading.Event()
    alarm = Alarm(done.set)
    alarm.set(0.05)
    alarm.set(3600.0)
    assert done.wait(_PATIENCE)


def test_it_may_be_set_again_by_what_it_calls() -> None:
    times: list[int] = []
    done = threading.Event()

    def ring() -> None:
        times.append(len(times))
        if len(times) < 3:
            alarm.set(0.0)
        else:
            done.set()

    alarm = Alarm(ring)
    alarm.set(0.0)
    assert done.wait(_PATIENCE)
    assert times == [0, 1, 2]
