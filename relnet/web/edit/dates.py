"""Dates in plain typing: they become EDTF on the server, and are shown again in words."""

from collections.abc import Iterable
from typing import Any

from relnet.case.messages import RelnetError
from relnet.case.models import Stage
from relnet.case.typed_dates import typed_date
from relnet.figures.words_dates import date_words

DATE = "@date"
"""How a form marks a value as a typed date: ``{"@date": "June 2025"}``."""


class NoDate(RelnetError, ValueError):  # noqa: N818 - the name says what happened
    """A typed date cannot be understood; ``field`` is the name of its field in the form."""

    def __init__(self, field: str, message: str) -> None:
        self.field = field
        super().__init__(message)


def last_date(stages: Iterable[Stage]) -> str | None:
    """Give the date of the last of these stages that has one."""
    dates = [stage.when for stage in stages if stage.when]
    return dates[-1] if dates else None


def date_answer(text: str, near: str | None) -> dict[str, str]:
    """Say how a typed date is understood, or what to write instead."""
    if not text.strip():
        return {}
    try:
        return {"words": date_words(_read(text, near))}
    except RelnetError as error:
        return {"message": str(error)}


def with_dates(value: Any, field: str = "") -> Any:  # noqa: ANN401 - any JSON value
    """Give values with every typed date in them as EDTF.

    Args:
        value: an operation, or a part of one.
        field: the name under which the value stands.

    Raises:
        NoDate: one of them cannot be understood; it says where, and what to write instead.
    """
    if isinstance(value, dict):
        if DATE in value:
            return _typed(value, field)
        return {name: with_dates(entry, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [with_dates(entry, field) for entry in value]
    return value


def _typed(value: dict[str, Any], field: str) -> str | None:
    typed = str(value[DATE] or "").strip()
    near = value.get("near")
    if not typed:
        return None
    try:
        return _read(typed, near if isinstance(near, str) and near else None)
    except RelnetError as error:
        raise NoDate(field, str(error)) from error


def _read(text: str, near: str | None) -> str:
    return typed_date(text, near=near)
