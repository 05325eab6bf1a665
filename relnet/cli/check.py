"""``relnet check`` and ``relnet schema``: what a case file must be."""

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.case.messages import CaseFaults, RelnetError
from relnet.cli.parts import read_file, with_file
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.cli.parts import Commands

_PATTERN = "*.relnet.json"


def add_commands(commands: "Commands") -> None:
    """Add these commands."""
    _add_check(commands)
    _add_schema(commands)


def _add_check(commands: "Commands") -> None:
    parser = commands.add_parser(
        "check",
        help=_("say what is wrong with case files"),
        description=_(
            "Checks case files. Each fault is one line: the file, where in it, what is wrong."
            " The exit status is 0 where there is no fault, else 1."
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
    for path in _case_files(args.paths):
        try:
            read_file(path)
        except CaseFaults as faults:
            print(with_file(path, faults))
            status = 1
        else:
            print(_("{file}: no faults").format(file=path))
    return status


def _case_files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        found = sorted(path.glob(_PATTERN))
        if not found:
            raise RelnetError(
                _("{folder}: there is no case file (*.relnet.json) in this folder").format(
                    folder=path
                )
            )
        yield from found


def _schema(_args: argparse.Namespace) -> int:
    from relnet.case.schema import case_schema

    print(json.dumps(case_schema(), indent=2, ensure_ascii=False))
    return 0
