"""What a page's short names and stages mean in a newer version of its case.

A page names people by their place in the file and stages by their number. Both may be another's
in the version that an edit makes, whoever made it.
"""

from collections.abc import Mapping

from relnet.case.models import Case
from relnet.figures.refs import refs_of
from relnet.web.case_view import TEAM_REF

Look = Mapping[str, str]
"""What a page looks at, as in its address: ``stage`` (from 1) and whose view (``as``)."""


def moved_refs(old: Case, new: Case) -> dict[str, str | None]:
    """Give the short names that mean something else now: old to new, None for what is gone."""
    now = refs_of(new)
    before = refs_of(old)
    return {ref: now.get(part) for part, ref in before.items() if now.get(part) != ref}


def moved_stages(old: Case, new: Case) -> dict[str, int]:
    """Give the numbers (from 0) of stages that have another now; not of those that are gone."""
    now = {stage.id: number for number, stage in enumerate(new.stages)}
    return {
        str(number): now[stage.id]
        for number, stage in enumerate(old.stages)
        if now.get(stage.id, number) != number
    }


def moved_look(old: Case, new: Case, look: Look) -> Look:
    """Give what a page looks at as the newer version calls it.

    A stage that is gone leaves its number to the one that follows; whose view is gone leaves
    the opening one.
    """
    refs = {**moved_refs(old, new), TEAM_REF: TEAM_REF}
    stages = {str(int(was) + 1): str(now + 1) for was, now in moved_stages(old, new).items()}
    told, stage = look.get("as", ""), look.get("stage") or "1"
    return {**look, "stage": stages.get(stage, stage), "as": refs.get(told, told) or ""}
