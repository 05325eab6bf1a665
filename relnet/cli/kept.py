"""``relnet list``, ``import`` and ``purge``: the cases of the library."""

import argparse
import json
import secrets
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.case.messages import CaseFaults, shown
from relnet.cli.parts import (
    AskedForNothing,
    HelpLayout,
    add_data,
    no_such_case,
    opened_library,
)
from relnet.cli.reading import case_files, read_file, with_file
from relnet.wording import _, ngettext

if TYPE_CHECKING:
    from relnet.cli.parts import Commands
    from relnet.storage.contract import Library, Line

_GAP = "  "


def add_commands(commands: "Commands") -> None:
    """Add these commands."""
    _add_list(commands)
    _add_import(commands)
    _add_purge(commands)


def _add_list(commands: "Commands") -> None:
    parser = commands.add_parser(
        "list",
        help=_("list the cases of your library"),
        description=_("Lists the cases of your library, the one changed last first."),
        epilog=_(
            "examples:\n"
            "  relnet list\n"
            "  relnet list --deleted --json\n"
            "\n"
            "exit status: 0 done; 1 the library cannot be read; 2 there is no library."
        ),
        formatter_class=HelpLayout,
    )
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--archived", action="store_true", help=_("those that are archived"))
    which.add_argument(
        "--deleted", action="store_true", help=_("those that are deleted and not yet purged")
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, with times in UTC"))
    add_data(parser)
    parser.set_defaults(run=_list)


def _add_import(commands: "Commands") -> None:
    parser = commands.add_parser(
        "import",
        help=_("keep case files in your library"),
        description=_(
            "Keeps the case of each file in your library, as a new case. Of a file with a fault"
            " nothing is kept; each fault is one line. The files stay as they are."
        ),
        epilog=_(
            "examples:\n"
            "  relnet import my-case.relnet.json\n"
            "  relnet import filled-in.xlsx\n"
            "\n"
            "exit status: 0 all are kept; 1 a file has a fault, or the library cannot be\n"
            "written."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument(
        "paths",
        nargs="+",
        type=Path,
        metavar="FILE or FOLDER",
        help=_(
            "case files (.relnet.json), Excel workbooks (.xlsx), CSV files in a .zip or a folder;"
            " or folders: then each *.relnet.json in them"
        ),
    )
    add_data(parser)
    parser.set_defaults(run=_import)


def _add_purge(commands: "Commands") -> None:
    parser = commands.add_parser(
        "purge",
        help=_("remove a case for good, with its history"),
        description=_(
            "Removes a case from the file of your library for good, with every version of it."
            " Asks before it does so. Files that were exported or backed up stay as they are."
        ),
        epilog=_(
            "examples:\n"
            "  relnet purge 5f0c2a…        asks, and waits for 'yes'\n"
            "  relnet purge 5f0c2a… --yes  does not ask\n"
            "\n"
            "exit status: 0 it is gone; 1 it is not, or not yet wiped from the file; 2 there is\n"
            "no such case, or nobody to ask."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument("id", metavar="ID", help=_("the case, as 'relnet list' tells it"))
    parser.add_argument("--yes", action="store_true", help=_("do not ask"))
    add_data(parser)
    parser.set_defaults(run=_purge)


def _list(args: argparse.Namespace) -> int:
    with opened_library(args) as library:
        lines = library.lines(archived=args.archived, deleted=args.deleted)
    if args.json:
        print(json.dumps([_plain(line) for line in lines], indent=2, ensure_ascii=False))
    elif lines:
        print("\n".join(_table(lines)))
    else:
        print(_("no cases"), file=sys.stderr)
    return 0


def _plain(line: "Line") -> dict[str, str | int | bool | None]:
    return {
        "id": line.id,
        "title": line.title,
        "version": line.number,
        "created_at": line.created_at.isoformat(),
        "changed_at": line.changed_at.isoformat(),
        "changed_by": line.changed_by,
        "archived": line.archived,
        "deleted_at": None if line.deleted_at is None else line.deleted_at.isoformat(),
    }


def _table(lines: Sequence["Line"]) -> Iterable[str]:
    """Lay out cases in columns; the title comes last, since it may be long."""
    rows = [(_("id"), _("changed"), _("by"), _("title"))]
    for line in lines:
        changed = line.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
        # What is shown holds no sign that a terminal would follow.
        rows.append((line.id, changed, shown(line.changed_by), shown(line.title)))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for *cells, title in rows:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield _GAP.join([*padded, title])


def _import(args: argparse.Namespace) -> int:
    paths = list(case_files(args.paths))
    with opened_library(args, make=True) as library:
        kept = [_keep(library, path) for path in paths]
    return 0 if all(kept) else 1


def _keep(library: "Library", path: Path) -> bool:
    """Keep the case of a file and say under which id, or say all that is wrong with it."""
    from relnet.storage.contract import Editor

    try:
        case = read_file(path)
    except CaseFaults as faults:
        print(with_file(path, faults), file=sys.stderr)
        return False
    kept = library.create(case, Editor(secrets.token_urlsafe(16), _("Command line")))
    print(_("{file}: kept as {id}").format(file=path, id=kept.line.id), flush=True)
    return True


def _purge(args: argparse.Namespace) -> int:
    from relnet.storage.contract import NoSuchCase

    with opened_library(args) as library:
        try:
            line = library.line(args.id)
            if not (args.yes or _is_meant(line)):
                print(_("Nothing was removed."), file=sys.stderr)
                return 1
            library.purge(args.id)
        except NoSuchCase as missing:
            raise no_such_case(args.id) from missing
    print(_gone(line))
    return 0


def _is_meant(line: "Line") -> bool:
    """Ask on the terminal.

    Raises:
        AskedForNothing: there is no terminal, so nobody to ask.
    """
    if not sys.stdin.isatty():
        raise AskedForNothing(
            _("There is nobody to ask, so nothing was removed. Say --yes to remove it unasked.")
        )
    print(_about_to_go(line))
    try:
        answer = input(_("Write yes to remove it: "))
    except EOFError:
        print()
        return False
    return answer.strip().casefold() == _("yes")


def _about_to_go(line: "Line") -> str:
    return ngettext(
        "This removes '%(title)s' with its %(number)d version for good. Nobody can bring it back.",
        "This removes '%(title)s' with its %(number)d versions for good. Nobody can bring it back.",
        line.number,
    ) % {"title": shown(line.title), "number": line.number}


def _gone(line: "Line") -> str:
    return ngettext(
        "'%(title)s' is gone from the library, with its %(number)d version. Files that were "
        "exported or backed up still hold it.",
        "'%(title)s' is gone from the library, with its %(number)d versions. Files that were "
        "exported or backed up still hold it.",
        line.number,
    ) % {"title": shown(line.title), "number": line.number}
