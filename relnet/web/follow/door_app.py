"""What those who follow from another device are answered: a code, then one page and its place.

The app knows the screen of one case and nothing else: no shelf, no library, no other page.
"""

import secrets
import threading
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from typing import Any

from flask import Flask, Response

from relnet.case.messages import RelnetError
from relnet.resources import assets_folder
from relnet.web.follow.join_page import join_page, refused_page
from relnet.web.follow.rooms import Followers
from relnet.web.follow.screen import Moment, Screen
from relnet.web.lan_app import CodeCheck, TooOften, answering_json, make_lan_app, sent_text
from relnet.web.tally_limits import Limit
from relnet.wording import _

FILES: Mapping[str, str] = {
    "relnet.css": "text/css",
    "follow.css": "text/css",
    "case_follow_join.js": "text/javascript",
    "favicon.svg": "image/svg+xml",
}
"""The files that the join page needs, each with its kind; the app gives no other."""

_TOKEN_BYTES = 18
MOST_TOKENS = 500
"""How many who have given the code are known: more than can follow at once."""

_ASKED, _ASKED_SECONDS = 40, 4
_PAGES, _PAGES_SECONDS = 20, 10
_NO_CONTENT, _UNKNOWN = 204, 401


class NotLetIn(RelnetError):  # noqa: N818 - the name says what happened
    """Somebody asks who has not given the code."""

    def __init__(self) -> None:
        super().__init__(_("Type the code again: it is another one now."))


class Guests:
    """Who has given the code: tokens, and how many of them follow. Safe to use from threads.

    Args:
        clock: gives the time; only tests give another.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._tokens: dict[str, None] = {}
        self._lock = threading.Lock()
        self._followers = Followers(clock)

    def join(self) -> str:
        """Let somebody in, and give the token by which they are known.

        Where many have come and gone, the first of those who are gone is not known any more.

        Raises:
            TooMany: as many follow as can.
        """
        token = secrets.token_urlsafe(_TOKEN_BYTES)
        with self._lock:
            self._followers.note(token)
            if len(self._tokens) >= MOST_TOKENS:
                gone = next(each for each in self._tokens if not self._followers.has(each))
                del self._tokens[gone]
            self._tokens[token] = None
        return token

    def note(self, token: str) -> None:
        """Note that somebody asks.

        Raises:
            NotLetIn: they have not given the code.
            TooMany: as many others follow as can.
        """
        with self._lock:
            if token not in self._tokens:
                raise NotLetIn
        self._followers.note(token)

    def count(self) -> int:
        """Give how many follow."""
        return self._followers.count()


def follow_app(screen: Screen, guests: Guests, code: str, hosts: frozenset[str]) -> Flask:
    """Make the app of an open door.

    Args:
        screen: what is shown.
        guests: who has given the code.
        code: what must be given.
        hosts: what the door is called, each with its port; another name is refused.
    """
    app = make_lan_app("relnet-follow", hosts, (join_page(), refused_page()), FILES, handout_hashes)
    known = CodeCheck(code, _("This is not the code on the screen. Look again."))
    asking, fetching = Limit(_ASKED, _ASKED_SECONDS), Limit(_PAGES, _PAGES_SECONDS)

    @app.post("/join")
    def join() -> Response:
        def joined() -> Mapping[str, Any]:
            known.check()
            return {"token": guests.join()}

        return _answering(joined)

    @app.post("/state")
    def state() -> Response:
        return _answering(lambda: _state(screen, _guest(guests, asking)))

    @app.post("/page")
    def page() -> Response:
        def paged() -> Response:
            _guest(guests, fetching)
            return _page(screen)

        return _answering(paged)

    return app


@cache
def handout_hashes() -> tuple[str, ...]:
    """Let the one script of the shown page run in its frame."""
    script = (assets_folder() / "handout.js").read_bytes()
    return (f"'sha256-{b64encode(sha256(script).digest()).decode('ascii')}'",)


def sign_of(moment: Moment | None) -> str:
    """Give a text that is another one after every change."""
    if moment is None:
        return "-"
    told = f"{moment.page} {moment.view} {moment.stage} {moment.chosen} {moment.refs}"
    return sha256(told.encode(errors="replace")).hexdigest()[:16]


def _guest(guests: Guests, limit: Limit) -> str:
    """Look at who asks, and give what they have seen."""
    token = sent_text("token")
    guests.note(token)
    if limit.reached(token):
        raise TooOften
    limit.count(token)
    return sent_text("seen")


def _state(screen: Screen, seen: str) -> Mapping[str, Any] | Response:
    moment = screen.now()
    sign = sign_of(moment)
    if sign == seen:
        return Response(status=_NO_CONTENT)
    if moment is None:
        return {"sign": sign, "page": None}
    chosen = _("Chosen: {name}").format(name=moment.chosen) if moment.chosen else ""
    return {
        "sign": sign,
        "page": str(moment.page),
        "view": moment.view,
        "stage": moment.stage,
        "chosen": chosen,
        "refs": moment.refs,
    }


def _page(screen: Screen) -> Response:
    found = screen.page()
    if found is None:
        return Response(status=_NO_CONTENT)
    number, packed = found
    response = Response(packed, mimetype="text/html")
    response.headers["Content-Encoding"] = "gzip"
    response.headers["X-Page"] = str(number)
    return response


def _answering(answer: Any) -> Response:  # noqa: ANN401 - a mapping or a response, as answering_json takes them
    return answering_json(answer, {NotLetIn: _UNKNOWN})
