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
    content_policy,
    host_allowed,
    is_loopback,
    origin_allowed,
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
     None, "[", "a]:1", "127.0.0.1@evil.example:80@x"],
)  # fmt: skip
def test_other_names_are_not_allowed(host: str | None) -> None:
    assert not host_allowed(host, "127.0.0.1")


def test_a_server_bound_to_a_name_answers_to_it() -> None:
    assert host_allowed("relnet.office:8050", "relnet.office")
    assert not host_allowed("other.office:8050", "relnet.office")


def test_a_server_bound_to_every_address_answers_to_addresses_not_to_names() -> None:
    assert host_allowed("192.168.1.2:8050", "0.0.0.0")  # noqa: S104 - nothing is bound
    assert not host_allowed("evil.example", "0.0.0.0")  # noqa: S104 - as above


@pytest.mark.parametrize(
    ("origin", "fetch_site", "allowed"),
    [
        (None, None, True),
        ("http://127.0.0.1:8050", "same-origin", True),
        ("http://127.0.0.1:8050", None, True),
        ("http://127.0.0.1:9999", None, False),
        ("http://127.0.0.1:8050", "cross-site", False),
        ("http://127.0.0.1:8050", "same-site", False),
        ("http://evil.example", None, False),
        ("null", None, False),
        (None, "cross-site", False),
    ],
)
def test_only_our_own_pages_may_change_something(
    origin: str | None, fetch_site: str | None, *, allowed: bool
) -> None:
    assert origin_allowed(origin, fetch_site, "127.0.0.1:8050") is allowed


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


def test_a_callback_that_fails_logs_no_value(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        answer = client.post(UPDATE, json={"output": A_NAME, "inputs": [A_NAME]})
    assert answer.status_code == 500
    assert A_NAME not in answer.text + caplog.text


def test_opening_and_showing_a_case_logs_nothing_of_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write_case(tmp_path, f"{A_NAME}.relnet.json")
    broken = write_case(tmp_path, "broken.relnet.json", stages=[{"id": A_NAME}])
    with caplog.at_level(logging.DEBUG):
        client = create_app(shelf_of([tmp_path, broken])).server.test_client()
        client.get("/")
        client.get(f"/case/{A_NAME}")
        client.post(UPDATE, json={"output": f"{ids.PAGE}.children"})
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
