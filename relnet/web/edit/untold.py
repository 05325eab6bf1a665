"""Who is not on the map of this stage, since this perspective has not told of them here."""

from markupsafe import Markup

from relnet.figures.refs import refs_of
from relnet.figures.view import members_at
from relnet.web.case_view import CaseView
from relnet.web.edit.controls import fold
from relnet.wording import _


def untold_part(view: CaseView) -> Markup:
    """Offer those who are in the case but not on this map, to be told of."""
    shown = members_at(view.network, view.stage, view.perspective)
    tied = {end for tie in view.case.relationships for end in (tie.from_, tie.to)}
    people = {person.id for person in view.case.people}
    known = [member for member in view.network.members if member in tied | people]
    missing = [member for member in known if member not in shown]
    if not missing:
        return Markup("")
    refs = refs_of(view.case)
    chips = Markup(" ").join(
        Markup('<button type="button" class="tool" data-choose="{}">{}</button>').format(
            refs[member], view.names.of(member)
        )
        for member in missing
    )
    words = _("{name} has not told of them here. Choose one to begin.").format(
        name=view.names.of(view.perspective)
    )
    content = Markup('<p class="quiet">{}</p><div class="presses">{}</div>').format(words, chips)
    all_missing = missing == known
    return fold(_("Not on this map"), content, "untold", count=len(missing), is_open=all_missing)
