"""The end of a meeting as one page, to read together and to print."""

from urllib.parse import urlencode

from markupsafe import Markup

from relnet.figures.words_meeting import MeetingGroup, MeetingItem, MeetingPart, meeting_parts
from relnet.web.addresses import case_address, edit_address
from relnet.web.case_view import CaseView, offered_perspectives
from relnet.web.printing import print_ways
from relnet.web.taking.taken import Taken, left_out_words, made_words, today
from relnet.wording import _


def meeting_page(taken: Taken, whole: CaseView) -> Markup:
    """Write the page.

    Args:
        taken: the case without what is hidden on screen, and how it is looked at.
        whole: the case as it is on the shelf, for the ways back to it.

    Raises:
        LibraryTrouble: the library cannot be read.
    """
    view = taken.view
    fresh = taken.fresh()
    parts = meeting_parts(view.network, view.stage, view.perspective, view.names, fresh)
    return Markup(
        '<p class="meeting-made">{made}</p>{left_out}{ways}<div class="meeting-parts">{parts}</div>'
    ).format(
        made=made_words(view, today()),
        left_out=_paragraph(left_out_words(taken.left_out)),
        ways=_ways(taken, whole),
        parts=Markup("").join(part_told(part) for part in parts),
    )


def _paragraph(text: str) -> Markup:
    return Markup('<p class="quiet">{}</p>').format(text) if text else Markup("")


def _ways(taken: Taken, whole: CaseView) -> Markup:
    """Lead to the printer, the Word file, back to the case, and to the form of its stage."""
    key = whole.entry.key
    looked = {"stage": str(whole.stage + 1), "as": offered_perspectives(whole)[whole.perspective]}
    query = urlencode({**looked, **_hidden(taken)})
    ways = [
        (f"{case_address(key)}/minutes.docx?{query}", _("Save as Word")),
        (f"{case_address(key)}?{query}", _("Back to the case")),
    ]
    if whole.entry.editable:
        ways.append((f"{edit_address(key)}&{query}", _("Edit questions and actions")))
    return print_ways("meeting-ways", ways)


def _hidden(taken: Taken) -> dict[str, str]:
    return {name: taken.args[name] for name in ("hide", "only") if taken.args.get(name)}


def part_told(part: MeetingPart) -> Markup:
    """Write one part of the page: its heading, and its groups."""
    told = Markup("").join(_group(group) for group in part.groups)
    return Markup("<section><h2>{}</h2>{}</section>").format(
        part.title, told or _paragraph(part.nothing)
    )


def _group(group: MeetingGroup) -> Markup:
    return Markup("<h3>{}</h3><ul>{}</ul>").format(
        group.title, Markup("").join(_item(item) for item in group.items)
    )


def _item(item: MeetingItem) -> Markup:
    facts = Markup(" <small>{}</small>").format(item.facts) if item.facts else Markup("")
    mark = Markup(" <em>{}</em>").format(item.mark) if item.mark else Markup("")
    return Markup("<li>{}{}{}</li>").format(item.text, mark, facts)
