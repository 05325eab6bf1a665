"""What both sides and their pairs of stages are called."""

from relnet.figures.words import stage_title
from relnet.network.matching import Pair
from relnet.web.case_view import CaseView
from relnet.web.compare.asked import Compared
from relnet.wording import _


def side_title(view: CaseView) -> str:
    """Say what stands on a side: "Amira, as the team sees it"."""
    return _("{case}, as {name} sees it").format(
        case=view.names.text(view.case.title), name=view.names.inside(view.perspective)
    )


def titles_at(found: Compared, pair: Pair) -> tuple[str, str]:
    """Say what stands on each side at a pair: where both are called alike, with the stage."""
    titles = side_title(found.left), side_title(found.right)
    if titles[0] != titles[1]:
        return titles
    return _with_stage(found.left, pair.left), _with_stage(found.right, pair.right)


def _with_stage(view: CaseView, stage: int | None) -> str:
    if stage is None:
        return side_title(view)
    return _("{case} – {stage}, as {name} sees it").format(
        case=view.names.text(view.case.title),
        stage=stage_label(view, stage),
        name=view.names.inside(view.perspective),
    )


def stage_label(view: CaseView, stage: int) -> str:
    """Give what a stage is called."""
    return view.names.text(view.case.stages[stage].label)


def pair_name(found: Compared, pair: Pair) -> str:
    """Name a pair: by one label where both sides have the same, else by both."""
    labels = [
        stage_label(view, place)
        for view, place in ((found.left, pair.left), (found.right, pair.right))
        if place is not None
    ]
    if len(set(labels)) == 1:
        return labels[0]
    return _("{left} | {right}").format(left=labels[0], right=labels[1])


def stage_words(view: CaseView, stage: int | None) -> str:
    """Say what a stage shows: its name, and how many tracks are in practice; "" for none."""
    return "" if stage is None else stage_title(view.network, stage, view.names)
