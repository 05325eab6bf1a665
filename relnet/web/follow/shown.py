"""What a page that leads shows: the query string of its address, as far as others follow it."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl

from relnet.case.messages import RelnetError
from relnet.wording import _

MAX_SHOWN = 1_200
"""The longest query string (characters) that is taken."""

_FIELDS = frozenset(
    {"view", "stage", "as", "chosen", "hide", "only", "story"}  # of every view
    | {"sort", "scale", "roles", "rows", "columns", "beside", "times", "from", "to"}
)
_VALUE = re.compile(r"[A-Za-z0-9_.,:~-]{0,600}")
"""Short names, numbers and the words of our own choices: never a name or an id of a case."""


class NotShown(RelnetError):  # noqa: N818 - the name says what happened
    """This is nothing that a page of ours shows."""

    def __init__(self) -> None:
        super().__init__(_("relnet did not understand what this page shows. Load the page again."))


def read_shown(search: str) -> Mapping[str, str]:
    """Read what a page shows.

    Args:
        search: the query string of its address.

    Raises:
        NotShown: it is too long, or says something else than a page of ours would.
    """
    if len(search) > MAX_SHOWN or not search.isascii():
        raise NotShown
    told = dict(parse_qsl(search.removeprefix("?"), keep_blank_values=True))
    if set(told) - _FIELDS or not all(map(_VALUE.fullmatch, told.values())):
        raise NotShown
    return told
