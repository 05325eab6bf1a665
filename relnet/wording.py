"""The one door to the catalogue of visible words (gettext; Babel extracts it).

Every visible string is a literal inside ``_()`` or ``ngettext()``, whole, with named
places to fill, so that a translation can change the order of the words.
"""

import gettext as _gettext
from pathlib import Path

_translations = _gettext.translation(
    "relnet", localedir=str(Path(__file__).parent / "locale"), fallback=True
)

_ = _translations.gettext
ngettext = _translations.ngettext
