"""Foreign hosts, foreign origins, too large requests, error pages and quiet logs."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from relnet.web import ids
from relnet.web.app import create_app
from relnet.web.quiet import log_failure
from relnet.web.security import (
    MAX_REQUEST,
    Asked,
    content_policy,
    host_allowed,
    is_loopback,
    is_ours,
)
from relnet.web.shelf import shelf_of
from tests.web.cases import A_NAME, write_case

UPDATE = "/_dash-update-component"


@pytest.fixture
def server() -> Flask:
    made: Flask = create_app().server
    return made


@pytest.fixture
def client(server: Flask) -> FlaskClient:
    return server.test_client()


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1:8050", "localhost", "LOCALHOST:1", "[::1]:8050", "[::1]"],
)
def test_this_computers_own_names_are_allowed(host: str) -> None:
    assert host_allowed(host, "127.0.0.1")


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example:8050", "localhost.evil.example", "192.168.1.2", "",
     None, "[", "a]:1", "127.0.0.1@evil.example:80@x", "x@127.0.0.1", "127.0.0.1#.evil.example",
     "127.0.0.1/evil.example", "127.0.0.1?x", "127.0.0.1\\x", "127.0.0.1 x"],
)  # fmt: skip
def test_other_names_are_not_allowed(host: str | None) -> None:
    assert not host_allowed(host, "127.0.0.1")


def test_a_server_bound_to_a_name_answers_to_it() -> None:
    assert host_allowed("relnet.office:8050", "relnet.office")
    assert not host_allowed("other.office:8050", "relnet.office")


def test_a_server_bound_to_every_address_answers_to_addresses_not_to_names() -> None:
    assert host_allowed("192.168.1.2:8050", "0.0.0.0")  # noqa: S104 - nothing is bound
    assert not host_allowed("evil.example", "0.0.0.0")  # noqa: S104 - as above


OWN = "http://127.0.0.1:8050"
LINK = ("navigate", "document")


@pytest.mark.parametrize(
    ("method", "origin", "site", "how", "ours"),
    [
        ("POST", None, None, None, True),
        ("POST", OWN, "same-origin", None, True),
        ("POST", OWN, None, None, True),
        ("POST", "http://127.0.0.1:9999", None, None, False),
        ("POST", OWN, "cross-site", None, False),
        ("POST", OWN, "same-site", None, False),
        ("POST", "http://evil.example", None, None, False),
        ("POST", "http://[", None, None, False),
        ("POST", "null", None, None, False),
        ("POST", None, "cross-site", LINK, False),
        ("GET", None, "none", None, True),
        ("GET", None, None, None, True),
        ("GET", "http://evil.example", None, None, False),
        ("OPTIONS", "http://evil.example", None, None, False),
        ("GET", None, "cross-site", ("no-cors", "script"), False),
        ("GET", None, "same-site", ("cors", "empty"), False),
        ("GET", None, "cross-site", ("navigate", "iframe"), False),
        ("GET", None, "cross-site", LINK, True),
        ("HEAD", None, "same-site", LINK, True),
    ],
)
def test_only_our_own_pages_may_ask_and_links_lead_here(
    method: str, origin: str | None, site: str | None, how: tuple[str, str] | None, *, ours: bool
) -> None:
    mode, dest = how or (None, None)
    assert is_ours(Asked(method, "127.0.0.1:8050", origin, site, mode, dest)) is ours


BUNDLE = "/_dash-component-suites/dash/dcc/dash_core_components.js"


@pytest.mark.parametrize("path", ["/", "/case/amira", "/assets/relnet.css", BUNDLE])
def test_no_other_site_gets_a_page_or_its_parts(client: FlaskClient, path: str) -> None:
    foreign = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    with client.get(path, headers=foreign | {"Sec-Fetch-Dest": "script"}) as answer:
        assert answer.status_code == 403
    with client.get(path, headers={"Origin": "http://evil.example"}) as answer:
        assert answer.status_code == 403


def test_a_link_from_another_site_leads_here(client: FlaskClient) -> None:
    headers = {
        "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document",
    }  # fmt: skip
    assert client.get("/case/amira", headers=headers).status_code == 200


@pytest.mark.parametrize("bound", ["fd00::2", "[fd00::2]", "FD00:0::2"])
def test_an_address_in_brackets_is_that_address(bound: str) -> None:
    assert host_allowed("[fd00::2]:8050", bound)
    assert not host_allowed("[fd00::3]:8050", bound)


def test_a_foreign_host_gets_a_page_without_contents(client: FlaskClient) -> None:
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 421
    assert "This address is not relnet’s" in answer.text
    assert "case" not in answer.text


def test_a_foreign_origin_is_refused(client: FlaskClient) -> None:
    answer = client.post(UPDATE, json={}, headers={"Origin": "http://evil.example"})
    assert answer.status_code == 403
    assert "another site" in answer.text


@pytest.mark.parametrize("path", ["/", "/nope", "/assets/relnet.css", "/_dash-layout"])
def test_every_response_is_closed_to_the_outside(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert "://" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_inline_scripts_are_let_in_by_their_hash_alone() -> None:
    assert "script-src 'self' 'sha256-abc';" in content_policy(["'sha256-abc'"])
    assert "script-src 'self';" in content_policy([])


def test_a_too_large_request_is_told(client: FlaskClient) -> None:
    answer = client.post(UPDATE, data=b"x" * (MAX_REQUEST + 1), content_type="application/json")
    assert answer.status_code == 413
    assert "This file is too large" in answer.text


@pytest.mark.parametrize(
    ("status", "path", "method"), [(404, "/nope", "GET"), (405, "/", "DELETE")]
)
def test_error_pages_speak_plainly(
    client: FlaskClient, status: int, path: str, method: str
) -> None:
    answer = client.open(path, method=method)
    assert answer.status_code == status
    assert answer.mimetype == "text/html"
    assert 'href="/"' in answer.text
    assert "Traceback" not in answer.text


@pytest.fixture
def failing(server: Flask) -> Iterator[FlaskClient]:
    def fail() -> str:
        raise KeyError(A_NAME)

    server.add_url_rule("/fail", "fail", fail)
    yield server.test_client()
    server.view_functions["fail"] = lambda: ""


def test_a_failure_shows_and_logs_no_value(
    failing: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = failing.get("/fail")
    assert answer.status_code == 500
    assert "Something went wrong in relnet" in answer.text
    for text in (answer.text, caplog.text):
        assert A_NAME not in text
        assert "Traceback" not in text
    assert "KeyError in " in caplog.text


def asking(**changes: object) -> dict[str, object]:
    """Give what a page asks the router's callback, with changes."""
    asked: dict[str, object] = {
        "output": f"{ids.PAGE}.children",
        "outputs": {"id": ids.PAGE, "property": "children"},
        "inputs": [{"id": ids.ADDRESS, "property": "pathname", "value": "/"}],
        "state": [{"id": ids.ADDRESS, "property": "search", "value": ""}],
        "changedPropIds": [f"{ids.ADDRESS}.pathname"],
    }
    return asked | changes


def told(value: object) -> list[dict[str, object]]:
    """Give the router's input with this value for the path."""
    return [{"id": ids.ADDRESS, "property": "pathname", "value": value}]


def choosing(value: object, path: object) -> dict[str, object]:
    """Give what the case page asks when something is chosen."""
    return {
        "output": f"{ids.CHOSEN_PANEL}.children",
        "outputs": {"id": ids.CHOSEN_PANEL, "property": "children"},
        "inputs": [{"id": ids.CHOSEN, "property": "data", "value": value}],
        "state": [{"id": ids.ADDRESS, "property": "pathname", "value": path}],
        "changedPropIds": [f"{ids.CHOSEN}.data"],
    }


MANY = "?" + "&".join(f"a{n}=1" for n in range(201))


@pytest.mark.parametrize(
    "body",
    [
        {}, [], "x", None, 1, {"output": A_NAME, "inputs": [A_NAME]}, {"output": ["x"]},
        asking(inputs=[]), asking(inputs="x"), asking(inputs=told(["/"])), asking(state={}),
        asking(inputs=told({"a": 1})), asking(changedPropIds=[{}]), asking(outputs="x"),
        asking(outputs=[[]]), asking(output="x.y"),
        asking(state=[{"id": ids.ADDRESS, "property": "search", "value": MANY}]),
        asking(state=[{"id": ids.ADDRESS, "property": "search", "value": 1}]),
        choosing(["p"], "/case/amira"), choosing({"ref": "p"}, "/"), choosing({"ref": "p"}, 3),
    ],
    ids=repr,
)  # fmt: skip
def test_nonsense_that_is_asked_is_told_so(
    client: FlaskClient, caplog: pytest.LogCaptureFixture, body: object
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.post(UPDATE, json=body)
    assert answer.status_code == 400
    assert "did not understand" in answer.text
    assert A_NAME not in answer.text + caplog.text


def test_what_a_page_asks_is_answered(client: FlaskClient) -> None:
    assert client.post(UPDATE, json=asking()).status_code == 200
    assert client.post(UPDATE, json=choosing({"ref": "yp"}, "/case/amira")).status_code == 200
    for broken in (b"{", b"[" * 100_000):
        assert client.post(UPDATE, data=broken, content_type="application/json").status_code == 400


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/" + MANY, 400),
        ("/case/amira" + MANY, 400),
        ("/_dash-component-suites/dash/nope.js", 404),
        ("/_dash-component-suites/nope/nope.js", 404),
        ("/case/%2561mira", 404),
    ],
)
def test_what_is_not_there_is_not_our_failure(client: FlaskClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "not your doing" not in answer.text


def test_opening_and_showing_a_case_logs_nothing_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_case(tmp_path, f"{A_NAME}.relnet.json")
    broken = write_case(tmp_path, "broken.relnet.json", stages=[{"id": A_NAME}])
    with caplog.at_level(logging.DEBUG):
        client = create_app(shelf_of([tmp_path, broken])).server.test_client()
        client.get("/")
        client.get(f"/case/{A_NAME}")
        client.post(UPDATE, json=asking(inputs=told(f"/case/{A_NAME}")))
    assert A_NAME not in caplog.text


def test_an_exception_is_logged_by_type_and_place(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ValueError, match=A_NAME) as caught:
        fail_with(A_NAME)
    log_failure(logging.getLogger("test"), caught.value)
    assert "ValueError in tests.web.test_security.fail_with, line " in caplog.text
    assert A_NAME not in caplog.text


def fail_with(value: str) -> None:
    raise ValueError(value)


@pytest.mark.usefixtures("server")
def test_a_foreign_log_loses_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    try:
        fail_with(A_NAME)
    except ValueError:
        logging.getLogger("waitress").exception("Exception while serving %s", A_NAME)
    assert A_NAME not in caplog.text
    assert "ValueError in tests.web.test_security.fail_with" in caplog.text


@pytest.mark.parametrize(
    ("host", "alone"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("[::1]", True),
     ("127.0.0.9", True), ("::", False), ("192.168.1.2", False), ("office", False)],
)  # fmt: skip
def test_which_hosts_are_this_computer_alone(host: str, *, alone: bool) -> None:
    assert is_loopback(host) is alone
