"""The app as a whole: every page answers, two apps share nothing, what may be kept."""

import json
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from relnet.resources import assets_folder
from relnet.web import app as app_module
from relnet.web import ids
from relnet.web.app import create_app
from relnet.web.index import RelnetDash
from relnet.web.privacy import HIDDEN, NAMES_COOKIE
from relnet.web.shelf import shelf_of
from tests.web.cases import A_NAME, write_case


@pytest.fixture(scope="module")
def app() -> RelnetDash:
    return create_app()


@pytest.fixture
def client(app: RelnetDash) -> FlaskClient:
    made: FlaskClient = app.server.test_client()
    return made


def shown(client: FlaskClient, path: str, search: str = "") -> TestResponse:
    """Ask for a page's content as the browser does, once it knows the address."""
    return client.post(
        "/_dash-update-component",
        json={
            "output": f"{ids.PAGE}.children",
            "outputs": {"id": ids.PAGE, "property": "children"},
            "inputs": [{"id": ids.ADDRESS, "property": "pathname", "value": path}],
            "state": [{"id": ids.ADDRESS, "property": "search", "value": search}],
            "changedPropIds": [f"{ids.ADDRESS}.pathname"],
        },
    )


def test_every_page_of_the_table_is_registered_once() -> None:
    rules = [page.path_rule for page in app_module.PAGES]
    assert rules[0] == "/"
    assert len(rules) == len(set(rules))


@pytest.mark.parametrize("rule", [page.path_rule for page in app_module.PAGES])
def test_every_page_answers(client: FlaskClient, rule: str) -> None:
    path = rule.replace("<key>", "amira")
    assert client.get(path).status_code == 200
    assert shown(client, path).status_code == 200


def test_the_start_page_answers(client: FlaskClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert '<html lang="en">' in answer.text
    assert "<title>relnet: cases</title>" in answer.text
    assert 'name="viewport"' in answer.text
    assert "<noscript>" in answer.text
    assert "Loading..." not in answer.text


def test_the_first_response_names_no_foreign_host(client: FlaskClient) -> None:
    assert "//" not in client.get("/").text.replace('<script id="_dash-config"', "").split("{")[0]
    assert "cdn" not in client.get("/").text


@pytest.mark.parametrize("path", ["/nope", "/case", "/case/a/b", "/..%2f..%2fetc/passwd", "/%ff"])
def test_an_unknown_path_is_a_page_that_leads_back(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is no page here" in answer.text
    assert 'href="/"' in answer.text


def test_the_page_comes_with_its_cases(client: FlaskClient) -> None:
    assert 'href="/case/amira"' in client.get("/").text
    assert ids.OPEN_UPLOAD in json.dumps(shown(client, "/").get_json())


def test_an_unknown_address_inside_the_app_is_told(client: FlaskClient) -> None:
    assert "There is no page at this address." in shown(client, "/nope").text


def test_two_apps_are_kept_apart(tmp_path: Path) -> None:
    one = create_app(shelf_of([write_case(tmp_path, "one.relnet.json", title="First")]))
    two = create_app(shelf_of([write_case(tmp_path, "two.relnet.json", title="Second")]))
    for app, own, other in ((one, "First", "Second"), (two, "Second", "First")):
        text = app.server.test_client().get("/").text
        assert own in text
        assert other not in text


def test_names_are_hidden_where_the_cookie_says_so(tmp_path: Path) -> None:
    client = create_app(shelf_of([write_case(tmp_path, "w.relnet.json")])).server.test_client()
    assert A_NAME in client.get("/").text
    assert 'data-names="shown">Hide names<' in client.get("/").text
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    assert A_NAME not in client.get("/").text
    assert 'data-names="hidden">Show names<' in client.get("/").text


def test_the_icon_is_never_asked_for(client: FlaskClient) -> None:
    for path in ("/", "/case/amira"):
        icon = client.get(path).text.partition('<link rel="icon"')[2].partition(">")[0]
        assert 'href="data:image/svg+xml;base64,' in icon


def test_only_the_first_response_starts_the_modules(client: FlaskClient) -> None:
    names = [path.name for path in assets_folder().glob("*.js")]
    modules = [n for n in names if n.startswith(("case_", "edit_", "names_", "later_"))]
    assert len(modules) > 2
    for path in ("/", "/case/amira"):
        text = client.get(path).text
        started = re.findall(r'<script type="module" async src="/assets/([\w.]+)"', text)
        classic = re.findall(r'<script src="/assets/([\w.]+)', text)
        start, case = (
            ["edit_library.js", "names_switch.js"],
            [f"case_{name}.js" for name in ("what_if", "compare_menu", "takeaway", "wiring")],
        )
        own = start if path == "/" else case
        assert started == [*own, "later_scripts.js"]
        # The script of the file of a case stands in that file alone.
        assert set(classic) == set(names) - set(modules) - {"handout.js"}


def test_the_modules_of_a_case_are_fetched_early(client: FlaskClient) -> None:
    text = client.get("/case/amira").text
    early = re.findall(r'<link rel="modulepreload" href="/assets/([\w.]+)"', text)
    imported = set()
    for name in early:
        code = (assets_folder() / name).read_text("utf-8")
        imported |= set(re.findall(r'from "\./([\w.]+)"|import "\./([\w.]+)"', code))
    assert {one or other for one, other in imported} | {"case_wiring.js"} == set(early)


def test_every_callback_names_ids_of_ours(app: RelnetDash) -> None:
    known = {value for name, value in vars(ids).items() if name.isupper()}
    found = json.loads(app.server.test_client().get("/_dash-dependencies").data)
    named = {item["id"] for callback in found for item in callback["inputs"] + callback["state"]}
    assert named
    assert named <= known


def test_bundles_may_be_kept_and_pages_may_not(client: FlaskClient) -> None:
    page = client.get("/")
    assert page.headers["Cache-Control"] == "no-store"
    bundle = next(p for p in page.text.split('"') if "dash_renderer" in p)
    assert client.get(bundle).headers["Cache-Control"] == "max-age=31536000"
    assert shown(client, "/").headers["Cache-Control"] == "no-store"


def test_an_asset_is_asked_for_again_and_answered_by_its_tag(client: FlaskClient) -> None:
    for encoding in ("br", "identity"):
        asked = {"Accept-Encoding": encoding}
        first = client.get("/assets/relnet.css", headers=asked)
        assert first.headers["Cache-Control"] == "no-cache"
        again = client.get(
            "/assets/relnet.css", headers=asked | {"If-None-Match": first.headers["ETag"]}
        )
        assert (first.status_code, again.status_code) == (200, 304)
        first.close()
        again.close()


@pytest.mark.parametrize("encoding", ["br", "gzip"])
def test_responses_are_compressed(client: FlaskClient, encoding: str) -> None:
    answer = client.get("/", headers={"Accept-Encoding": encoding})
    assert answer.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_compressed_cases_are_not_kept(app: RelnetDash) -> None:
    client = app.server.test_client()
    client.set_cookie(NAMES_COOKIE, HIDDEN)
    hidden = client.get("/", headers={"Accept-Encoding": "gzip"}).data
    client.delete_cookie(NAMES_COOKIE)
    assert client.get("/", headers={"Accept-Encoding": "gzip"}).data != hidden
