"""What holds for every test: none of them comes near the library of whoever runs it."""

from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def data_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep cases in a folder that is thrown away, also in processes that tests start."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RELNET_DATA", str(tmp_path_factory.mktemp("data")))
        patch.delenv("RELNET_STORE", raising=False)
        yield
