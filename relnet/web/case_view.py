"""What one visit of a case page looks at: whose case, whose view, which stage."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import request

from relnet.case.models import Case
from relnet.case.names import Names
from relnet.case.timeline import opening_perspective, perspectives
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.figures.refs import refs_of
from relnet.network.graph import CaseNetwork
from relnet.web.paging import Visit
from relnet.web.privacy import names_hidden
from relnet.web.server import current_shelf
from relnet.web.shelf_entry import ShelfEntry

TEAM_REF = "team"


@dataclass(frozen=True)
class CaseView:
    """A case as one perspective sees it, from one stage on, with names shown or hidden."""

    entry: ShelfEntry
    network: CaseNetwork
    names: Names
    perspective: str
    stage: int

    @property
    def case(self) -> Case:
        """The case."""
        return self.network.case


def view_of(visit: Visit) -> CaseView:
    """Find what the address of a case page names.

    The address holds the stage's number from 1 (``stage``) and whose view is drawn (``as``).
    What is missing there, or names nothing, is the first stage and the opening view.

    Raises:
        UnknownCase: no case has this key.
        CaseFaults: the case's file has faults.

    """
    entry = current_shelf().get(visit.values["key"])
    case = entry.network.case
    return CaseView(
        entry=entry,
        network=entry.network,
        names=entry.names(hidden=visit.names_hidden),
        perspective=_perspective(entry, case, visit.args.get("as", "")),
        stage=_stage(case, visit.args.get("stage", "")),
    )


def asked_view(key: str, args: Mapping[str, str]) -> CaseView:
    """Find what the current request looks at, below the address of a case.

    Raises:
        UnknownCase: no case has this key.
        CaseFaults: the case's file has faults.
    """
    return view_of(Visit(request.path, {"key": key}, args, names_hidden(request.cookies)))


def perspective_refs(case: Case) -> dict[str, str]:
    """Give everybody who tells the case, with the short name that stands in the address."""
    refs = refs_of(case) | {TEAM: TEAM_REF}
    return {perspective: refs[perspective] for perspective in perspectives(case)}


def offered_perspectives(view: CaseView) -> dict[str, str]:
    """Give whose views a page offers, with their short names.

    While a case is edited the team and the young person may begin to tell theirs, and so may
    whoever was asked for.
    """
    told = perspective_refs(view.case)
    if not view.entry.editable:
        return told
    refs = refs_of(view.case) | {TEAM: TEAM_REF}
    begun = {name: refs[name] for name in (TEAM, YOUNG_PERSON, view.perspective)}
    return begun | told


def _perspective(entry: ShelfEntry, case: Case, asked: str) -> str:
    by_ref = {ref: perspective for perspective, ref in perspective_refs(case).items()}
    if entry.editable:
        refs = refs_of(case)
        may_tell = (YOUNG_PERSON, *(person.id for person in case.people))
        by_ref |= {TEAM_REF: TEAM} | {refs[name]: name for name in may_tell}
    return by_ref.get(asked) or opening_perspective(case)


def _stage(case: Case, asked: str) -> int:
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 4 else 1  # noqa: PLR2004 - digits of a stage's number
    return min(max(number, 1), len(case.stages)) - 1
