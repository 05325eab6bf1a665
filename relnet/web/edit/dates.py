"""Dates in plain typing: they become EDTF on the server, and are shown again in words."""

from collections.abc import Iterable
from typing import Any

from relnet.case.messages import RelnetError
from relnet.case.models import Stage
from relnet.case.typed_dates import typed_date
from relnet.figures.words_dates import date_words

DATE = "@date"
"""How a form marks a value as a typed date: ``{"@date": "June 2025"}``."""


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


def with_dates(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Give values with every typed date in them as EDTF.

    Raises:
        RelnetError: one of them cannot be understood; it says what to write instead.
    """
    if isinstance(value, dict):
        if DATE in value:
            typed = str(value[DATE] or "").strip()
            near = value.get("near")
            return _read(typed, near if isinstance(near, str) and near else None) if typed else None
        return {name: with_dates(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [with_dates(entry) for entry in value]
    return value


def _read(text: str, near: str | None) -> str:
    return typed_date(text, near=near)
