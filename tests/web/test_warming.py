"""Writing views before they are asked for: only where a server is to, and the same views."""

import threading

import pytest

from relnet.web import warming
from relnet.web.app import create_app
from relnet.web.index import RelnetDash


@pytest.fixture
def app() -> RelnetDash:
    return create_app()


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note the views that are written, in place of writing them."""
    found: list[str] = []
    monkeypatch.setattr(warming, "write_view", lambda name, _view, _args: found.append(name))
    monkeypatch.setattr(warming, "_AFTER", 0.0)
    return found


def visit(app: RelnetDash) -> None:
    assert app.server.test_client().get("/case/amira").status_code == 200
    for thread in threading.enumerate():
        if isinstance(thread, threading.Timer) and thread.function is warming._warm:  # noqa: SLF001 - other timers wait for hours
            thread.join()


def test_a_server_that_was_not_told_to_writes_nothing_ahead(
    app: RelnetDash, written: list[str]
) -> None:
    visit(app)
    assert written == []


def test_a_server_for_people_writes_every_view_ahead(app: RelnetDash, written: list[str]) -> None:
    warming.let_warm(app.server)
    visit(app)
    assert tuple(written) == warming.WARMED


def test_a_view_that_was_written_ahead_is_the_one_that_is_asked_for(
    app: RelnetDash, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "_AFTER", 0.0)
    warming.let_warm(app.server)
    visit(app)
    # Nothing of them is made again: what makes them is gone.
    monkeypatch.setattr("relnet.web.views.tracks.tracks_scene", None)
    monkeypatch.setattr("relnet.web.fragments.focus_view", None)
    client = app.server.test_client()
    for name in ("tracks", "focus"):
        assert client.get(f"/case/amira/view/{name}").status_code == 200
