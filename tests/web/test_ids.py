"""Every id stands once."""

from relnet.web import ids


def test_no_two_ids_are_the_same() -> None:
    found = [value for name, value in vars(ids).items() if name.isupper()]
    assert found
    assert sorted(found) == sorted(set(found))
    assert all(isinstance(value, str) for value in found)
