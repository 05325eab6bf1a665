"""Writing a case file: human-readable, and the same bytes for the same case."""

import json

from relnet.case.models import Case
from relnet.case.vocabulary import Track


def write_case(case: Case) -> str:
    """Give the text of a case's file; reading it gives an equal case.

    Fields stand in the order of the models, those with nothing to say are left out, and
    letters of any script stand as themselves.
    """
    parts = case.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return json.dumps(_settled(parts), indent=2, ensure_ascii=False) + "\n"


def _settled(value: object) -> object:
    """Give equal parts one spelling: tracks in their order, whole numbers without a fraction."""
    if isinstance(value, dict):
        return {name: _settled(value[name]) for name in _ordered(value)}
    if isinstance(value, list):
        return [_settled(entry) for entry in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _ordered(names: dict[str, object]) -> list[str]:
    tracks = [track.value for track in Track]
    if names.keys() <= set(tracks):
        return [track for track in tracks if track in names]
    return list(names)
