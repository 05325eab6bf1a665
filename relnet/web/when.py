"""When something was done, in plain words: "changed today at 14:05 by Sam"."""

from datetime import datetime, timedelta

from relnet.figures.words_dates import date_words
from relnet.wording import _


def changed_words(at: datetime, by: str, now: datetime) -> str:
    """Say when a case was last changed and, unless ``by`` is empty, by whom.

    ``now`` says in which zone the day and the hour are told.
    """
    if not by:
        return _told(
            at,
            now,
            _("changed today at {time}"),
            _("changed yesterday at {time}"),
            _("changed on {date}"),
        )
    return _told(
        at,
        now,
        _("changed today at {time} by {name}"),
        _("changed yesterday at {time} by {name}"),
        _("changed on {date} by {name}"),
        name=by,
    )


def deleted_words(at: datetime, now: datetime) -> str:
    """Say when a case was deleted."""
    return _told(
        at,
        now,
        _("deleted today at {time}"),
        _("deleted yesterday at {time}"),
        _("deleted on {date}"),
    )


def _told(
    at: datetime, now: datetime, today: str, yesterday: str, earlier: str, *, name: str = ""
) -> str:
    local = at.astimezone(now.tzinfo)
    days = (now.date() - local.date()) // timedelta(days=1)
    words = {0: today, 1: yesterday}.get(days, earlier)
    return words.format(time=f"{local:%H:%M}", date=date_words(local.date().isoformat()), name=name)
