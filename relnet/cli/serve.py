"""``relnet serve``: cases in the browser."""

import argparse
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from relnet.cli.parts import HelpLayout, add_data, opened_library
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.cli.parts import Commands
    from relnet.storage.contract import Library

_LAST_PORT = 65535


def add_commands(commands: "Commands") -> None:
    """Add ``relnet serve``."""
    parser = commands.add_parser(
        "serve",
        help=_("open cases in the browser"),
        description=_("Opens your library and case files in the browser, until Ctrl-C."),
        epilog=_(
            "examples:\n"
            "  relnet serve\n"
            "  relnet serve my-cases/ --port 8060\n"
            "  relnet serve case.xlsx\n"
            "  relnet serve --data training/\n"
            "\n"
            "exit status: 0 stopped; 1 it could not start; 2 something was asked for that\n"
            "there is not."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="FILE or FOLDER",
        help=_(
            "case files and spreadsheets (.xlsx, or a .zip of CSV files), or folders of case"
            " files; without any, the sample cases"
        ),
    )
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help=_("the address to listen on (127.0.0.1: this computer alone)"),
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=8050,
        help=_("the port to listen on (8050; 0: any that is free)"),
    )
    parser.add_argument("--no-browser", action="store_true", help=_("do not open a browser"))
    add_data(parser)
    parser.set_defaults(run=_serve)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(_("a port is a number from 0 to 65535"))
    return int(text)


def _serve(args: argparse.Namespace) -> int:
    from relnet.web.serving import serve

    with ExitStack() as at_the_end:
        library = _library_or_none(args, at_the_end)
        return serve(
            args.paths, args.host, args.port, open_browser=not args.no_browser, library=library
        )


def _library_or_none(args: argparse.Namespace, at_the_end: ExitStack) -> "Library | None":
    """Open the library; say so where it cannot be, since files can be looked at without it."""
    from relnet.storage.contract import LibraryTrouble

    try:
        return at_the_end.enter_context(opened_library(args, make=True))
    except LibraryTrouble as trouble:
        print(trouble, file=sys.stderr)
        print(
            _("relnet starts without your library: cases can be looked at, not kept or edited."),
            file=sys.stderr,
            flush=True,
        )
        return None
