"""The cases of the library as the start page lists them: cards, and rows in the folds."""

from dataclasses import dataclass
from datetime import UTC, datetime

from markupsafe import Markup

from relnet.storage.contract import Library, Line
from relnet.web.addresses import case_address
from relnet.web.looks import Look, Looks
from relnet.web.when import changed_words, deleted_words
from relnet.wording import _

_CARD = Markup(
    '<li class="card kept" data-id="{key}" data-number="{number}"'
    ' data-changed="{stamp:.3f}"{bare}>'
    '<img class="card-picture" src="{picture}" alt="{words}">'
    '<div class="card-head"><h3><a class="card-link" href="{href}">{title}</a></h3>'
    '<button type="button" class="card-more" aria-haspopup="true" aria-expanded="false"'
    ' aria-label="{more}" title="{more}"><span aria-hidden="true">⋯</span></button></div>'
    '<p class="card-facts"><span data-facts>{facts}</span>'
    '<span class="card-changed">{changed}</span></p></li>'
)
_ROW = Markup(
    '<li class="row" data-id="{key}" data-number="{number}"{bare}><span class="row-title">{title}'
    '</span><span class="row-when">{when}</span><span class="row-tools">{tools}</span></li>'
)
_TOOL = Markup('<button type="button" class="tool" data-do="{do}">{words}</button>')
_NOTHING = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
"""An empty picture, until the miniature has come."""


@dataclass(frozen=True, slots=True)
class Listing:
    """How cases are listed: for whom, when, and what is known of them already."""

    library: Library
    looks: Looks
    hidden: bool
    now: datetime

    def look(self, line: Line, *, read: bool) -> Look | None:
        """Give a case's look; unless it is to be read, only if it was made already."""
        if read:
            return self.looks.of(self.library, line, hidden=self.hidden)
        return self.looks.known(line, hidden=self.hidden)


def listing_of(library: Library, looks: Looks, *, hidden: bool) -> Listing:
    """Make a listing for now, in this computer's zone."""
    return Listing(library, looks, hidden, datetime.now(UTC).astimezone())


def library_card(listing: Listing, line: Line, *, read: bool = False) -> Markup:
    """Write the card of a case; one whose look is not known says so (``data-bare``)."""
    look = listing.look(line, read=read)
    title = shown_title(listing, line, look)
    by = "" if listing.hidden else line.changed_by
    return _CARD.format(
        key=line.id,
        number=line.number,
        stamp=line.changed_at.timestamp(),
        bare="" if look else Markup(" data-bare"),
        picture=look.picture if look else _NOTHING,
        words=look.words if look else "",
        href=case_address(line.id),
        title=title,
        more=_("What to do with {title}").format(title=title),
        facts=look.facts if look else "",
        changed=changed_words(line.changed_at, by, listing.now),
    )


def library_row(listing: Listing, line: Line) -> Markup:
    """Write a case that was put aside or deleted, with what can be done with it there."""
    look = listing.look(line, read=False)
    by = "" if listing.hidden else line.changed_by
    title: Markup | str = shown_title(listing, line, look)
    if line.deleted_at is None:
        title = Markup('<a href="{}">{}</a>').format(case_address(line.id), title)
        when = changed_words(line.changed_at, by, listing.now)
        tools = _tool("unarchive", _("Take back")) + _tool("delete", _("Delete"))
    else:
        when = deleted_words(line.deleted_at, listing.now)
        tools = _tool("undelete", _("Take back")) + _tool("purge", _("Remove for good"))
    # Where names are shown the title is known without a look at the case.
    bare = Markup(" data-bare") if listing.hidden and look is None else ""
    return _ROW.format(
        key=line.id, number=line.number, bare=bare, title=title, when=when, tools=tools
    )


def shown_title(listing: Listing, line: Line, look: Look | None) -> str:
    """Give a case's title with names as they are to be shown; it may hold names itself."""
    if not listing.hidden:
        return line.title
    return look.title if look else _("A case")


def _tool(do: str, words: str) -> Markup:
    return _TOOL.format(do=do, words=words)
