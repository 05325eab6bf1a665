"""Which form stands beside the map: for the stage, for what is chosen, or to add somebody."""

from collections.abc import Mapping

from markupsafe import Markup

from relnet.case.vocabulary import YOUNG_PERSON, Track
from relnet.figures.refs import refs_of
from relnet.web.case_view import CaseView
from relnet.web.edit.adding import add_person_form
from relnet.web.edit.people import member_form, relationship_form, young_person_form
from relnet.web.edit.stage import stage_form
from relnet.web.edit.story import story_form


def form_of(view: CaseView, args: Mapping[str, str]) -> Markup:
    """Write a form.

    Args:
        view: the case, whose view is edited, and the stage.
        args: ``add`` for the form that adds a person (with ``area``, the place of an area in
            the file, and ``track``), or "step" for the steps of the story; else ``chosen``, the
            short name of what is chosen (relnet.figures.refs): what names nothing is the stage
            itself.
    """
    if args.get("add") == "step":
        return story_form(view, args)
    if args.get("add"):
        return add_person_form(view, area=_area(view, args), track=_track(args))
    part = {short: part for part, short in refs_of(view.case).items()}.get(args.get("chosen", ""))
    if part == YOUNG_PERSON:
        return young_person_form(view)
    if part in view.network.members:
        return member_form(view, part)
    if part in {tie.id for tie in view.case.relationships}:
        return relationship_form(view, part)
    return stage_form(view)


def _area(view: CaseView, args: Mapping[str, str]) -> str | None:
    areas = {str(place): area.id for place, area in enumerate(view.case.areas)}
    return areas.get(args.get("area", ""))


def _track(args: Mapping[str, str]) -> Track | None:
    return next((track for track in Track if track.value == args.get("track")), None)
