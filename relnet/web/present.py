"""What a case has on the whole screen: its keys, and a blank screen; case_present.js wires them."""

from collections.abc import Iterable

from markupsafe import Markup

from relnet.web import ids
from relnet.wording import _

_STRIP = Markup(
    '<div id="{id}" class="present-strip" role="group" aria-label="{words}"'
    ' data-begun="{begun}" data-hidden="{hidden}" data-shown="{shown}" data-lit="{lit}"'
    ' data-unlit="{unlit}" data-key="{key}" data-keyless="{keyless}">'
    '<button type="button" class="tool" data-zoom="in" aria-label="{larger}">+</button>'
    '<button type="button" class="tool" data-zoom="out" aria-label="{smaller}">−</button>'
    '<button type="button" class="tool" data-zoom="reset" aria-label="{reset}">1:1</button>'
    '<button type="button" class="tool" data-keys aria-haspopup="dialog" aria-label="{keys}">'
    "?</button></div>"
)
_KEYS = Markup(
    '<dialog id="{id}" class="dialog present-keys" aria-labelledby="{title_id}">'
    '<form method="dialog"><h2 id="{title_id}">{title}</h2><dl>{keys}</dl>'
    '<p class="buttons"><button class="button strong">{close}</button></p></form></dialog>'
)
_BLANK = Markup(
    '<dialog id="{id}" class="present-blank" aria-label="{words}" tabindex="-1"></dialog>'
)


def present_room() -> Markup:
    """Give the buttons of the whole screen, the list of its keys, and the blank screen."""
    strip = _STRIP.format(
        id=ids.PRESENT_STRIP,
        words=_("The picture"),
        begun=_("Whole screen. Question mark for the keys, Escape leaves."),
        hidden=_("Names are hidden. F for the whole screen."),
        shown=_("Names are shown. F for the whole screen."),
        lit=_("{name} lit, the rest dimmed"),
        unlit=_("Everybody lit"),
        key=_("Key shown"),
        keyless=_("Key hidden"),
        larger=_("Larger"),
        smaller=_("Smaller"),
        reset=_("Usual size"),
        keys=_("Keys"),
    )
    keys = _KEYS.format(
        id=ids.PRESENT_KEYS,
        title_id=ids.PRESENT_KEYS_TITLE,
        title=_("Keys on the whole screen"),
        keys=_listed(),
        close=_("Close"),
    )
    return strip + keys + _BLANK.format(id=ids.PRESENT_BLANK, words=_("Screen is blank"))


def _listed() -> Markup:
    """List each key with what it does."""
    return Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(key, words) for key, words in _keys()
    )


def _keys() -> Iterable[tuple[str, str]]:
    """Name the keys; those of a clicker come first."""
    yield _("Page down, space, →"), _("Next stage")
    yield _("Page up, ←"), _("Previous stage")
    yield "B .", _("Blank screen; any key brings the picture back")
    yield "S", _("Light whoever has the focus, or not; a press on somebody does the same")
    yield "D", _("Dim the rest, or not")
    yield "K", _("Show the key of the picture, or not")
    yield "R", _("Pin a remark to whoever has the focus or is chosen, else to the stage")
    yield "+ −", _("Larger, smaller; Shift and an arrow key move the picture")
    yield "0", _("Usual size")
    yield "N", _("Hide or show names")
    yield "F", _("Full screen again")
    yield "?", _("This list")
    yield _("Esc"), _("One step back")
