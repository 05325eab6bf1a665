"""The door of the command line: all commands, and how each of them ends."""

import argparse
import io
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from relnet import __version__
from relnet.case.messages import RelnetError, UnknownId
from relnet.cli import check, copies, kept, serve, tell
from relnet.cli.parts import AskedForNothing, HelpLayout
from relnet.wording import _

_STOPPED_BY_KEY = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status.

    Args:
        argv: the words after ``relnet``; those of the process where not given.

    Raises:
        SystemExit: argparse has shown the help or a fault in these words.
    """
    _replace_what_the_terminal_cannot_show()
    parser = make_parser()
    args = parser.parse_args(argv)
    if args.command is None:
        parser.print_help(sys.stderr)
        return 2
    try:
        with _told_to_end_as_by_key():
            status = _run(args)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has left ("| head"): leave as well, with nowhere to flush to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _STOPPED_BY_KEY
    return status


def _run(args: argparse.Namespace) -> int:
    try:
        status: int = args.run(args)
    except RelnetError as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, UnknownId | AskedForNothing) else 1
    return status


@contextmanager
def _told_to_end_as_by_key() -> Iterator[None]:
    """Let a program that is told to end do as with Ctrl-C: close what is open, leave no folder."""
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _replace_what_the_terminal_cannot_show() -> None:
    """Let an old Windows console show "?" for a sign it does not have, instead of stopping."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def make_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    parser = argparse.ArgumentParser(
        prog="relnet",
        description=_(
            "Draws the relationships around a young person, and what a move away for safety"
            " does to them. A discussion aid, not a case record."
        ),
        epilog=_(
            "examples:\n"
            "  relnet serve                          open relnet in the browser\n"
            "  relnet serve my-cases/                open the case files of a folder\n"
            "  relnet check my-case.relnet.json      say what is wrong with a file\n"
            "  relnet describe my-case.relnet.json   tell each stage in words\n"
            "  relnet figure my-case.relnet.json --stage foster --out map.svg\n"
            "  relnet template case.xlsx             save a spreadsheet to fill in\n"
            "  relnet import my-case.relnet.json     keep a case in your library\n"
            "  relnet list                           list the cases of your library\n"
            "  relnet backup copy.sqlite3            copy the whole library into a file\n"
            "\n"
            "'relnet COMMAND --help' tells more of one command."
        ),
        formatter_class=HelpLayout,
    )
    parser.add_argument("--version", action="version", version=f"relnet {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=_("commands"))
    for part in (serve, check, tell, kept, copies):
        part.add_commands(commands)
    return parser
