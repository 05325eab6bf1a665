"""``relnet export`` and ``backup``: files made of what the library holds."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.cli.new_file import new_file
from relnet.cli.parts import HelpLayout, add_data, kept_case, opened_library
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.cli.parts import Commands

_CASE = ".relnet.json"


def add_commands(commands: "Commands") -> None:
    """Add these commands."""
    _add_export(commands)
    _add_backup(commands)


def _add_export(commands: "Commands") -> None:
    parser = commands.add_parser(
        "export",
        help=_("save a case of your library as a file"),
        description=_(
            "Saves the newest version of a case as a file that you alone can read. Its history"
            " stays in the library."
        ),
        epilog=_(
            "example:\n"
            "  relnet export 5f0c2a… --out my-case.relnet.json\n"
            "\n"
            "exit status: 0 saved; 1 the file is there already or cannot be written; 2 there is\n"
            "no such case, or the file has no ending that relnet writes."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument("id", metavar="ID", help=_("the case, as 'relnet list' tells it"))
    parser.add_argument(
        "--out",
        type=_case_file,
        required=True,
        metavar="FILE",
        help=_("where to save it: its ending (.relnet.json) says as what"),
    )
    parser.add_argument(
        "--force", action="store_true", help=_("write over a file that is there already")
    )
    add_data(parser)
    parser.set_defaults(run=_export)


def _add_backup(commands: "Commands") -> None:
    parser = commands.add_parser(
        "backup",
        help=_("copy your whole library into a file"),
        description=_(
            "Copies your whole library into a new file, history included, also while relnet is"
            " open in the browser. You alone can read the file. To go back to it, put it in the"
            " place of the library (docs/library.md)."
        ),
        epilog=_(
            "example:\n"
            "  relnet backup /media/stick/relnet-2025-06-03.sqlite3\n"
            "\n"
            "exit status: 0 saved; 1 the file is there already or cannot be written; 2 there is\n"
            "no library."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the new file"))
    add_data(parser)
    parser.set_defaults(run=_backup)


def _case_file(text: str) -> Path:
    if not text.lower().endswith(_CASE):
        raise argparse.ArgumentTypeError(_("end the name of the file with .relnet.json"))
    return Path(text)


def _export(args: argparse.Namespace) -> int:
    from relnet.case.writing import write_case

    with opened_library(args) as library:
        case = kept_case(library, args.id).case
    with new_file(args.out, force=args.force) as made:
        made.write_text(write_case(case), "utf-8", newline="\n")
    print(_("saved {file}").format(file=args.out))
    return 0


def _backup(args: argparse.Namespace) -> int:
    with opened_library(args) as library, new_file(args.file) as made:
        library.backup(made)
    print(_("saved {file}").format(file=args.file))
    return 0
