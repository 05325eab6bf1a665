"""What is kept of the compressed bundles: never more than there are."""

import pytest
from flask.testing import FlaskClient

from relnet.web import delivery
from relnet.web.app import create_app
from relnet.web.delivery import BUNDLES, BundleCache


def test_only_bundles_are_kept_and_only_so_many() -> None:
    cache = BundleCache()
    for number in range(1000):
        cache.set(f"br;{BUNDLES}dash/{number}.js", b"x")
    assert len(cache) == 40
    assert cache.get(f"br;{BUNDLES}dash/999.js") == b"x"
    assert cache.get(f"br;{BUNDLES}dash/0.js") is None
    cache.set(f"br;/case/amira{BUNDLES}", b"about a case")
    assert cache.get(f"br;/case/amira{BUNDLES}") is None


def test_a_made_up_fingerprint_takes_no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    cache = BundleCache()
    monkeypatch.setattr(delivery, "BundleCache", lambda: cache)
    client: FlaskClient = create_app().server.test_client()
    for number in range(5):
        path = f"{BUNDLES}dash/dcc/dash_core_components.v1m{number}.js"
        assert client.get(path, headers={"Accept-Encoding": "gzip"}).status_code == 200
    assert len(cache) == 1
    answer = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(cache) == 1
