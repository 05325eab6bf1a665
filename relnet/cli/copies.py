"""``relnet export``, ``backup`` and ``template``: the files that relnet writes."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.cli.new_file import new_file
from relnet.cli.parts import HelpLayout, add_data, kept_case, opened_library
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.models import Case
    from relnet.cli.parts import Commands

_CASE, _WORKBOOK, _TABLES = ".relnet.json", ".xlsx", ".zip"


def add_commands(commands: "Commands") -> None:
    """Add these commands."""
    _add_export(commands)
    _add_backup(commands)
    _add_template(commands)


def _add_export(commands: "Commands") -> None:
    parser = commands.add_parser(
        "export",
        help=_("save a case of your library as a file"),
        description=_(
            "Saves the newest version of a case as a file that you alone can read. Its history"
            " stays in the library."
        ),
        epilog=_(
            "examples:\n"
            "  relnet export 5f0c2a… --out my-case.relnet.json\n"
            "  relnet export 5f0c2a… --out my-case.xlsx\n"
            "\n"
            "exit status: 0 saved; 1 the file is there already or cannot be written; 2 there is\n"
            "no such case, or the file has no ending that relnet writes."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument("id", metavar="ID", help=_("the case, as 'relnet list' tells it"))
    parser.add_argument(
        "--out",
        type=_out_file,
        required=True,
        metavar="FILE",
        help=_(
            "where to save it; its ending says as what: .relnet.json, .xlsx (Excel), .zip (CSV"
            " files)"
        ),
    )
    _add_force(parser)
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
    _add_force(parser)
    parser.set_defaults(run=_template)


def _add_force(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--force", action="store_true", help=_("write over a file that is there already")
    )


def _out_file(text: str) -> Path:
    if not text.lower().endswith((_CASE, _WORKBOOK, _TABLES)):
        raise argparse.ArgumentTypeError(
            _("end the name of the file with .relnet.json, .xlsx or .zip")
        )
    return Path(text)


def _workbook(text: str) -> Path:
    if not text.lower().endswith(_WORKBOOK):
        raise argparse.ArgumentTypeError(_("end the name of the file with .xlsx"))
    return Path(text)


def _export(args: argparse.Namespace) -> int:
    with opened_library(args) as library:
        case = kept_case(library, args.id).case
    return _save(args.out, _content(case, args.out), force=args.force)


def _content(case: "Case", out: Path) -> bytes:
    """Write a case as the ending of a file says."""
    ending = out.suffix.lower()
    if ending == _WORKBOOK:
        from relnet.exchange.workbook_writing import write_workbook

        return write_workbook(case)
    if ending == _TABLES:
        from relnet.exchange.csv_writing import write_csv_zip

        return write_csv_zip(case)
    from relnet.case.writing import write_case

    return write_case(case).encode("utf-8")


def _template(args: argparse.Namespace) -> int:
    from relnet.exchange.template import template

    return _save(args.file, template(), force=args.force)


def _save(out: Path, content: bytes, *, force: bool) -> int:
    with new_file(out, force=force) as made:
        made.write_bytes(content)
    print(_("saved {file}").format(file=out))
    return 0


def _backup(args: argparse.Namespace) -> int:
    with opened_library(args) as library, new_file(args.file) as made:
        library.backup(made)
    print(_("saved {file}").format(file=args.file))
    return 0
