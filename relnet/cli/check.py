"""``relnet check`` and ``relnet schema``: what a case file must be."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.case.messages import CaseFaults
from relnet.cli.reading import case_files, read_file, with_file
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.cli.parts import Commands


def add_commands(commands: "Commands") -> None:
    """Add these commands."""
    _add_check(commands)
    _add_schema(commands)


def _add_check(commands: "Commands") -> None:
    parser = commands.add_parser(
        "check",
        help=_("say what is wrong with case files"),
        description=_(
            "Checks case files, also as spreadsheets (.xlsx, or CSV files in a .zip or a folder)."
            " Each fault is one line: the file, where in it, what is wrong. The exit status is 0"
            " where there is no fault, else 1."
        ),
    )
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="FILE or FOLDER",
        help=_("case files, or folders: then each *.relnet.json in them"),
    )
    parser.set_defaults(run=_check)


def _add_schema(commands: "Commands") -> None:
    parser = commands.add_parser(
        "schema",
        help=_("print the JSON Schema of the case file"),
        description=_("Prints the JSON Schema of the case file, for editors that help with it."),
    )
    parser.set_defaults(run=_schema)


def _check(args: argparse.Namespace) -> int:
    status = 0
    for path in case_files(args.paths):
        try:
            read_file(path)
        except CaseFaults as faults:
            print(with_file(path, faults))
            status = 1
        else:
            print(_("{file}: no faults").format(file=path))
    return status


def _schema(_args: argparse.Namespace) -> int:
    from relnet.case.schema import case_schema

    print(json.dumps(case_schema(), indent=2, ensure_ascii=False))
    return 0
