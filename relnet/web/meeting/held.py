"""The place on the page of a meeting's end for remarks that this tab alone holds.

``assets/case_present_meeting.js`` fills it; without such remarks it stays unseen.
"""

from markupsafe import Markup

from relnet.web import ids
from relnet.wording import _

_ROOM = Markup(
    '<div id="{id}" class="meeting-remarks" hidden><div></div><p class="quiet">{told}</p></div>'
    '<p id="{fault}" role="alert" class="fault" data-not-told="{not_told}"'
    ' data-not-written="{not_written}"></p>'
)
_SURE = Markup(
    '<dialog id="{sure}" class="dialog" aria-labelledby="{sure_title}"><form method="dialog">'
    '<h2 id="{sure_title}">{hide}</h2><p>{lost}</p>'
    '<p class="buttons"><button class="button" value="yes">{yes}</button>'
    '<button class="button strong" value="">{no}</button></p></form></dialog>'
)


def held_room() -> Markup:
    """Give the place for the remarks, and the question before they are thrown away."""
    return _ROOM.format(
        id=ids.MEETING_REMARKS,
        told=_(
            "This tab alone holds these remarks. Print this page or save it as Word to have them."
        ),
        fault=ids.MEETING_FAULT,
        not_told=_(
            "relnet could not show the remarks that this tab holds. Go back to the case: there you"
            " can copy or save them."
        ),
        not_written=_(
            "relnet could not write the file. Print this page instead, or try again in a moment."
        ),
    )


def held_question() -> Markup:
    """Ask before such remarks are thrown away with the names."""
    return _SURE.format(
        sure=ids.MEETING_SURE,
        sure_title=ids.MEETING_SURE_TITLE,
        hide=_("Hide names?"),
        lost=_(
            "The remarks may hold names, so they are thrown away when names are hidden. Save this"
            " page as Word first if you need them."
        ),
        yes=_("Hide names and throw them away"),
        no=_("Keep the remarks"),
    )
