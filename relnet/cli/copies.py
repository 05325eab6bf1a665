"""``relnet export``, ``backup`` and ``template``: the files that relnet writes."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.cli.export import add_export, add_force, save
from relnet.cli.new_file import new_file
from relnet.cli.parts import HelpLayout, add_data, opened_library
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.cli.parts import Commands

_WORKBOOK = ".xlsx"


def add_commands(commands: "Commands") -> None:
    """Add these commands."""
    add_export(commands)
    _add_backup(commands)
    _add_template(commands)


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


def _add_template(commands: "Commands") -> None:
    parser = commands.add_parser(
        "template",
        help=_("save an empty spreadsheet to fill in"),
        description=_(
            "Saves an Excel workbook to fill in, with a short note for each column and one"
            " example. 'relnet check' tells what is wrong with it then, and 'relnet import' keeps"
            " its case."
        ),
        epilog=_(
            "example:\n"
            "  relnet template case.xlsx\n"
            "\n"
            "exit status: 0 saved; 1 the file is there already or cannot be written; 2 its name\n"
            "does not end with .xlsx."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument("file", type=_workbook, metavar="FILE.xlsx", help=_("the new file"))
    add_force(parser)
    parser.set_defaults(run=_template)


def _workbook(text: str) -> Path:
    if not text.lower().endswith(_WORKBOOK):
        raise argparse.ArgumentTypeError(_("end the name of the file with .xlsx"))
    return Path(text)


def _template(args: argparse.Namespace) -> int:
    from relnet.exchange.template import template

    return save(args.file, template(), force=args.force)


def _backup(args: argparse.Namespace) -> int:
    with opened_library(args) as library, new_file(args.file) as made:
        library.backup(made)
    print(_("saved {file}").format(file=args.file))
    return 0
