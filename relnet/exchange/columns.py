"""What a sheet and a column are: the shape of the table in ``relnet.exchange.sheets``."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from relnet.case.index import STAGE, Meant
from relnet.wording import _


class Kind(Enum):
    """What stands in the cells of a column."""

    TEXT = auto()
    ID = auto()
    WORD = auto()
    WORDS = auto()
    YES_NO = auto()
    WHOLE = auto()
    NUMBER = auto()
    DATE = auto()
    REF = auto()
    REFS = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column.

    ``key`` is the name of its field in the case file (``move.kinds``: a field of a part of
    the entry); ``words`` the closed set and ``meant`` the kind of thing that its cells name.
    """

    key: str
    heading: str
    note: str
    kind: Kind = Kind.TEXT
    words: type[StrEnum] | None = None
    meant: Meant | None = None
    must: bool = False

    @property
    def several(self) -> bool:
        """Whether a cell may hold more than one."""
        return self.kind in (Kind.WORDS, Kind.REFS)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; ``form``: it holds one entry, written downwards with a heading in each row."""

    key: str
    title: str
    note: str
    columns: tuple[Column, ...]
    form: bool = False
    kind: str = ""
    """For entries that other sheets name: what they are ("person"), and how a made id begins."""

    name_key: str = "name"

    def column(self, key: str) -> Column:
        """Give the column of a field."""
        return next(column for column in self.columns if column.key == key)


def folded(text: str) -> str:
    """Give a text as it is compared with others: without case and extra spaces."""
    return " ".join(text.split()).casefold()


def by_name(sheet: Sheet) -> Mapping[str, Column]:
    """Give the columns of a sheet by what may stand in its headings."""
    keys = {folded(column.key): column for column in sheet.columns}
    return keys | {folded(column.heading): column for column in sheet.columns}


def id_column() -> Column:
    """Give the column of an id, which relnet makes where it is left out."""
    note = _(
        "A short name of its own (small letters, numbers, -); leave it out and relnet makes one."
    )
    return Column("id", _("Id"), note, Kind.ID)


def note_column() -> Column:
    """Give the column for anything else."""
    return Column("note", _("Note"), _("Anything else."))


def stage_column(note: str, *, must: bool = False) -> Column:
    """Give a column that names a stage."""
    return Column("stage", _("Stage"), note, Kind.REF, meant=STAGE, must=must)
