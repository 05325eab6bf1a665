"""The rows of the grid as a page shows them: everybody, and every relationship by stage."""

from typing import Any

from relnet.case.models import Case, Relationship
from relnet.case.names import Names
from relnet.case.timeline import perspectives, views
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.figures.refs import refs_of
from relnet.figures.words_join import with_commas
from relnet.web.case_view import TEAM_REF
from relnet.web.edit.grid_people import COLUMNS, people_cells
from relnet.web.edit.grid_state import state_words
from relnet.wording import _
from relnet.words import label

Rows = list[dict[str, Any]]

_WIDE = {"name": 170, "role": 190, "type": 130, "track": 210, "group_size": 120, "note": 320}
_USUAL_WIDTH = 150


def people_columns() -> Rows:
    """Give the columns of the people."""
    return [
        {"key": key, "words": words, "width": _WIDE.get(key, _USUAL_WIDTH)}
        for key, words in COLUMNS.items()
    ]


def people_rows(case: Case) -> Rows:
    """Give a row for everybody."""
    return [
        {"id": cells.person.id, "cells": cells.texts(case), "carried": {}}
        for cells in people_cells(case)
    ]


def tie_columns(case: Case, names: Names) -> Rows:
    """Give the columns of the relationships: whose it is, its track, and each stage."""
    stages = [
        {"key": stage.id, "words": names.text(stage.label), "width": 165} for stage in case.stages
    ]
    fixed = {"fixed": True, "width": 190}
    return [
        {"key": "_who", "words": _("Relationship"), **fixed},
        {"key": "_track", "words": _("Track"), **fixed, "width": 195},
        *stages,
    ]


def tie_rows(case: Case, perspective: str, names: Names) -> Rows:
    """Give a row for every relationship, those with the young person first.

    ``cells`` holds what is recorded at each stage, ``carried`` what carries forward to it.
    """
    resolved = views(case)
    ties = sorted(case.relationships, key=lambda tie: not tie.with_young_person)
    return [
        {
            "id": tie.id,
            "cells": {
                "_who": _who(tie, names),
                "_track": with_commas([label(track) for track in tie.tracks]),
            }
            | _recorded(tie, perspective),
            "carried": {
                stage.id: state_words(state)
                for stage, state in zip(
                    case.stages, resolved[tie.id].get(perspective, ()), strict=False
                )
            },
        }
        for tie in ties
    ]


def _recorded(tie: Relationship, perspective: str) -> dict[str, str]:
    return {
        state.stage: state_words(state) for state in tie.states if state.perspective == perspective
    }


def _who(tie: Relationship, names: Names) -> str:
    """Say whose relationship it is; with the young person, that goes without saying."""
    if not tie.with_young_person:
        return _("{one} and {other}").format(one=names.of(tie.from_), other=names.of(tie.to))
    role = names.role(tie.from_)
    name = names.of(tie.from_)
    return _("{name}, {role}").format(name=name, role=role) if role else name


def whose_views(case: Case) -> dict[str, str]:
    """Give everybody whose view can be written, with their short name: those who tell first."""
    refs = refs_of(case) | {TEAM: TEAM_REF}
    tell = (TEAM, YOUNG_PERSON, *perspectives(case))
    return {key: refs[key] for key in dict.fromkeys((*tell, *(p.id for p in case.people)))}
