"""Files that are being made: how far they are, stopping them, and what is forgotten."""

import threading

import pytest

from relnet.figures.export import CannotDraw
from relnet.web.taking.jobs import (
    GONE_AFTER,
    MAX_JOBS,
    Jobs,
    NoSuchJob,
    Tell,
    TooManyJobs,
    Wanted,
)
from relnet.web.taking.stop import Stop, Stopped
from tests.slow_browser import LONGEST, until
from tests.web.test_follow_rooms import Clock

PDF = Wanted("a.pdf", "application/pdf", hidden=False)


class Work:
    """Work that goes on step by step, as it is told."""

    def __init__(self, steps: int = 3) -> None:
        self.steps = steps
        self.go = threading.Semaphore(0)
        self.told = threading.Semaphore(0)
        self.ended = threading.Event()

    def __call__(self, tell: Tell, stop: Stop) -> bytes:
        try:
            for number in range(1, self.steps + 1):
                tell(number, self.steps)
                self.told.release()
                assert self.go.acquire(timeout=LONGEST)
                stop.check()
        finally:
            self.ended.set()
        return b"made"

    def until_told(self) -> None:
        assert self.told.acquire(timeout=LONGEST)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def jobs(clock: Clock) -> Jobs:
    return Jobs(clock)


def test_it_is_told_how_far_a_file_is_and_given_once(jobs: Jobs) -> None:
    work = Work(2)
    token = jobs.begin(PDF, work)
    for number in (1, 2):
        work.until_told()
        far = jobs.progress(token)
        assert (far.number, far.many, far.done, far.fault) == (number, 2, False, "")
        with pytest.raises(NoSuchJob):
            jobs.fetch(token, hidden=False)
        work.go.release()
    until(lambda: jobs.progress(token).done)
    assert jobs.fetch(token, hidden=False) == (PDF, b"made")
    with pytest.raises(NoSuchJob, match="Take it once again"):
        jobs.progress(token)
    assert jobs.taken() == 0


def test_a_stopped_file_ends_at_its_next_step(jobs: Jobs) -> None:
    work = Work()
    token = jobs.begin(PDF, work)
    work.until_told()
    jobs.stop(token)
    work.go.release()
    assert work.ended.wait(LONGEST)
    assert not work.told.acquire(blocking=False)
    with pytest.raises(NoSuchJob):
        jobs.progress(token)
    jobs.stop(token)


def test_no_more_are_made_than_can_be(jobs: Jobs) -> None:
    works = [Work() for _n in range(MAX_JOBS)]
    tokens = [jobs.begin(PDF, work) for work in works]
    assert len(set(tokens)) == MAX_JOBS
    with pytest.raises(TooManyJobs, match="Wait until one is finished"):
        jobs.begin(PDF, Work())
    for token, work in zip(tokens, works, strict=True):
        jobs.stop(token)
        work.go.release()
    until(lambda: jobs.taken() == 0)


def test_a_stopped_file_keeps_its_place_until_its_work_ends(jobs: Jobs) -> None:
    works = [Work() for _n in range(MAX_JOBS)]
    tokens = [jobs.begin(PDF, work) for work in works]
    for work in works:
        work.until_told()
    for token in tokens:
        jobs.stop(token)
    with pytest.raises(TooManyJobs):
        jobs.begin(PDF, Work())
    works[0].go.release()
    until(lambda: jobs.taken() == MAX_JOBS - 1)
    jobs.begin(PDF, lambda _tell, _stop: b"made")
    for work in works[1:]:
        work.go.release()
    until(lambda: jobs.taken() == 1)


def test_a_page_that_asks_no_more_is_gone_and_its_file_stopped(jobs: Jobs, clock: Clock) -> None:
    work = Work()
    token = jobs.begin(PDF, work)
    work.until_told()
    clock.now += GONE_AFTER - 1
    assert jobs.progress(token).number == 1
    clock.now += GONE_AFTER - 1
    assert not work.ended.is_set()
    assert jobs.taken() == 1
    clock.now += 2
    assert jobs.taken() == 1
    with pytest.raises(NoSuchJob):
        jobs.progress(token)
    work.go.release()
    assert work.ended.wait(LONGEST)
    until(lambda: jobs.taken() == 0)
    assert not work.told.acquire(blocking=False)


def test_a_file_is_stopped_though_nobody_asks_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("relnet.web.taking.jobs.GONE_AFTER", 0.0)
    stopped = threading.Event()

    def wait(_tell: Tell, stop: Stop) -> bytes:
        try:
            with stop.reaching(stopped.set):
                stopped.wait(2 * LONGEST)
        except Stopped:
            stopped.set()
            raise
        return b""

    Jobs().begin(PDF, wait)
    assert stopped.wait(LONGEST)


def test_a_file_that_cannot_be_made_says_why(jobs: Jobs) -> None:
    def cannot(_tell: Tell, _stop: Stop) -> bytes:
        raise CannotDraw("Install one.")

    token = jobs.begin(PDF, cannot)
    until(lambda: bool(jobs.progress(token).fault))
    assert jobs.progress(token).fault == "Install one."


def test_what_goes_wrong_is_told_without_its_text(
    jobs: Jobs, caplog: pytest.LogCaptureFixture
) -> None:
    def wrong(_tell: Tell, _stop: Stop) -> bytes:
        raise ValueError("Amira")

    token = jobs.begin(PDF, wrong)
    until(lambda: bool(jobs.progress(token).fault))
    assert jobs.progress(token).fault.startswith("Something went wrong in relnet.")
    assert "ValueError" in caplog.text
    assert "Amira" not in caplog.text


def test_no_file_with_names_is_given_once_they_are_hidden(jobs: Jobs) -> None:
    token = jobs.begin(PDF, lambda _tell, _stop: b"made")
    until(lambda: jobs.progress(token).done)
    with pytest.raises(NoSuchJob):
        jobs.fetch(token, hidden=True)


def test_what_waits_for_somebody_is_reached() -> None:
    stop, reached = Stop(), threading.Event()
    with stop.reaching(reached.set):
        assert not reached.is_set()
        stop.ask()
        assert reached.is_set()
    with pytest.raises(Stopped, match="No file was made"):
        stop.check()
    with pytest.raises(Stopped), stop.reaching(reached.set):
        pytest.fail("it is stopped already")
