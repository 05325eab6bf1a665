"""What *Take away* gives without a file: copying what is on the screen, done in the browser."""

from markupsafe import Markup

from relnet.web.case_view import CaseView
from relnet.web.taking.taken import made_words, today
from relnet.wording import _

_TOOLS = Markup(
    '<div class="copy-tools" data-made="{made}" data-filtered="{filtered}" hidden>'
    '<button type="button" class="tool" data-copy-what="picture" data-done="{picture_done}"'
    ' data-failed="{picture_failed}">{picture}</button>'
    '<button type="button" class="tool" data-copy-what="words" data-done="{words_done}"'
    ' data-failed="{words_failed}" data-text="{words}" data-table="{table}">{words}</button>'
    '<button type="button" class="tool" data-copy-what="save" data-done="{save_done}"'
    ' data-failed="{save_failed}">{save}</button>'
    '<p role="status"></p></div>'
)


def copy_tools(view: CaseView) -> Markup:
    """Offer to copy what is on the screen; hidden until a script can do it (case_clipboard.js)."""
    return _TOOLS.format(
        made=made_words(view, today()),
        filtered=_("What is hidden on the screen is not in this copy."),
        picture=_("Copy the picture"),
        picture_done=_("Copied. Paste the picture where you want it (Ctrl V)."),
        picture_failed=_(
            "Not copied: this browser does not let this page copy pictures. Choose “Save the"
            " picture (PNG)” instead, and put that file where you want it."
        ),
        words=_("Copy the words"),
        table=_("Copy the tables"),
        words_done=_("Copied. Paste the words where you want them (Ctrl V)."),
        words_failed=_(
            "Not copied: this browser does not let this page copy. Select the words on the page"
            " and copy them with Ctrl C."
        ),
        save=_("Save the picture (PNG)"),
        save_done=_("Saved, as your browser saves files."),
        save_failed=_(
            "Not saved: this browser could not draw the picture. Take it as SVG, which any"
            " browser can show."
        ),
    )
