"""What is rarely done to a relationship: taking back, tracks, removing."""

from markupsafe import Markup

from relnet.case.vocabulary import Track
from relnet.editing.operations import ClearState, RemoveEntry, SetFields
from relnet.web.edit.controls import (
    Choice,
    Sets,
    choice_field,
    do_button,
    fault_place,
    fold,
    pressed_button,
)
from relnet.web.edit.tie_look import TieLook
from relnet.wording import _
from relnet.words import label


def more_part(look: TieLook) -> Markup:
    """Offer the tracks of a relationship, and to remove it, in a fold."""
    tracks = _tracks(look) if look.tie.with_young_person else Markup("")
    return fold(_("More about this relationship"), tracks + remove_part(look), look.name("more"))


def _tracks(look: TieLook) -> Markup:
    """Offer the track in which it is drawn and counted, and those that it is part of as well."""
    first, *more = look.tie.tracks
    operation = SetFields(section="relationships", id=look.tie.id, fields={})
    main = choice_field(
        _("Track"),
        look.name("track"),
        [
            Choice([track, *(other for other in look.tie.tracks if other != track)], label(track))
            for track in Track
        ],
        list(look.tie.tracks),
        Sets(operation, "fields.tracks"),
    )
    also = Markup("").join(
        pressed_button(
            label(track),
            SetFields(
                section="relationships",
                id=look.tie.id,
                fields={"tracks": [first, *_toggled(more, track)]},
            ),
            pressed=track in more,
        )
        for track in Track
        if track is not first
    )
    return main + Markup(
        '<fieldset class="field"><legend>{}</legend><div class="presses">{}</div>{}</fieldset>'
    ).format(_("Part of another track as well"), also, fault_place("tracks"))


def _toggled(tracks: list[Track], track: Track) -> list[Track]:
    if track in tracks:
        return [other for other in tracks if other is not track]
    return [*tracks, track]


def clear_part(look: TieLook) -> Markup:
    """Offer to take back what is recorded here, unless it is all that is recorded at all."""
    if look.recorded is None or len(look.tie.states) == 1:
        return Markup("")
    button = do_button(
        _("Take back what is recorded here"),
        ClearState(
            relationship=look.tie.id, stage=look.stage.id, perspective=look.view.perspective
        ),
    )
    return Markup('<div class="field clear">{}<small class="hint">{}</small>{}</div>').format(
        button, look.carries_on(), fault_place("")
    )


def remove_part(look: TieLook) -> Markup:
    """Offer to remove a relationship, once it is said what that does."""
    names = look.view.names
    button = do_button(
        _("Remove this relationship"),
        RemoveEntry(section="relationships", id=look.tie.id),
        ask=True,
        label=_("Remove the relationship of {one} and {other}").format(
            one=names.inside(look.tie.from_), other=names.inside(look.tie.to)
        ),
    )
    return Markup('<div class="field">{}{}</div>').format(button, fault_place(""))
