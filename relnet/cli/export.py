"""``relnet export``: a case, of your library or of a file, as a file for others."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.cli.export_kinds import look_at, out_file, refuse_unheeded
from relnet.cli.looking import add_look
from relnet.cli.new_file import new_file
from relnet.cli.parts import HelpLayout, add_data, kept_case, opened_library
from relnet.cli.progress import progress
from relnet.cli.reading import read_sound
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.models import Case
    from relnet.cli.parts import Commands


def add_export(commands: "Commands") -> None:
    """Add the command."""
    parser = commands.add_parser(
        "export",
        help=_("save a case as a file"),
        description=_(
            "Saves a case as a file that you alone can read: a case of your library in its newest"
            " version, without its history, or the case of a file."
        ),
        epilog=_(
            "examples:\n"
            "  relnet export 5f0c2a… --out my-case.relnet.json\n"
            "  relnet export my-case.relnet.json --out my-case.xlsx\n"
            "  relnet export my-case.relnet.json --out handout.html --hide-names\n"
            "\n"
            "exit status: 0 saved; 1 the case has faults, or the file is there already or cannot\n"
            "be written; 2 there is no such case, stage or view, the file has no ending that\n"
            "relnet writes, or an option does nothing for it; 130 stopped by a key."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument(
        "case",
        metavar="ID or FILE",
        help=_("a case of your library, as 'relnet list' tells it, or a case file"),
    )
    parser.add_argument(
        "--out",
        type=out_file,
        required=True,
        metavar="FILE",
        help=_(
            "where to save it; its ending says as what: .relnet.json, .xlsx (Excel), .zip (CSV"
            " files), .html (one page that works anywhere), .svg and .png (the map of a stage; with"
            " --view tracks or focus that view, .png also numbers), .pptx (PowerPoint, a slide for"
            " each stage; with --view story one for each step of the story, with its notes), .docx"
            " (Word, a meeting’s sheet; with --view meeting the end of one), .pdf (a page for each"
            " stage; with --view tracks, focus, table or numbers that view)"
        ),
    )
    _add_options(parser)
    add_force(parser)
    add_data(parser)
    parser.set_defaults(run=_export)


def _add_options(parser: argparse.ArgumentParser) -> None:
    add_look(parser)
    parser.add_argument("--stage", metavar="ID", help=_("the stage to show, or to begin with"))
    parser.add_argument("--view", metavar="NAME", help=_("the view to show, or to begin with"))
    parser.add_argument(
        "--paper", choices=("a4", "a3"), help=_("the paper of a .pdf; without it a4")
    )
    for name, words in (
        ("--hide", _("leave out relationships: what stands as 'hide' in the page's address")),
        ("--only", _("only some relationships: what stands as 'only' in the page's address")),
    ):
        parser.add_argument(name, metavar="NAMES", default="", help=words)


def add_force(parser: argparse.ArgumentParser) -> None:
    """Let a command write over a file that is there."""
    parser.add_argument(
        "--force", action="store_true", help=_("write over a file that is there already")
    )


def save(out: Path, content: bytes, *, force: bool) -> int:
    """Write a file, say so, and give the exit status.

    Raises:
        FileIsThere: there is one, and it is not to be written over.
        RelnetError: the file cannot be written.
    """
    with new_file(out, force=force) as made:
        made.write_bytes(content)
    print(_("saved {file}").format(file=out))
    return 0


def _export(args: argparse.Namespace) -> int:
    kind = refuse_unheeded(args)
    with progress() as tell:
        content = kind.write(look_at(_asked_case(args), args, tell))
    return save(args.out, content, force=args.force)


def _asked_case(args: argparse.Namespace) -> "Case":
    """Read the case of a file, if it is one or its name looks like one; else of the library."""
    path = Path(args.case)
    if path.suffix or path.name != args.case or path.exists():
        return read_sound(path)
    with opened_library(args) as library:
        return kept_case(library, args.case).case
