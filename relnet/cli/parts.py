"""What the commands share: how help is laid out, and opening the library."""

import argparse
import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from relnet.case.messages import RelnetError
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.storage.contract import Kept, Library

    Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


class AskedForNothing(RelnetError):  # noqa: N818 - the name says what happened
    """The command line asks for something that there is not."""


class HelpLayout(argparse.HelpFormatter):
    """Keeps the lines of a text that has lines (examples), and wraps any other."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        if "\n" not in text:
            return super()._fill_text(text, width, indent)
        return "\n".join(indent + line for line in text.splitlines())


def add_data(parser: argparse.ArgumentParser) -> None:
    """Let a command be told in which folder the library is."""
    parser.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help=_(
            "the folder of your library; without it the folder that RELNET_DATA names, else"
            " one of your own account (docs/library.md tells which)"
        ),
    )


@contextmanager
def opened_library(args: argparse.Namespace, *, make: bool = False) -> "Iterator[Library]":
    """Open the library that a command is about, and close it afterwards.

    Args:
        args: the command's words, with ``--data``.
        make: make the library where there is none yet.

    Raises:
        AskedForNothing: there is none yet, or two are named.
        LibraryTrouble: it cannot be opened.
    """
    from relnet.storage.opening import FILE, data_folder, open_library

    elsewhere = os.environ.get("RELNET_STORE")
    if elsewhere and args.data:
        raise AskedForNothing(
            _("RELNET_STORE names a library, and --data another one. Leave one of the two out.")
        )
    folder = data_folder(args.data)
    if not elsewhere and not make and _is_missing(folder / FILE):
        raise AskedForNothing(
            _(
                "There is no library in '{folder}' yet. 'relnet import' makes one, and so does"
                " 'relnet serve'; or name another folder with --data."
            ).format(folder=folder)
        )
    with closing(open_library(None, folder)) as library:
        yield library


def _is_missing(path: Path) -> bool:
    """Say whether a file is surely not there, and not merely closed to us."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def kept_case(library: "Library", case_id: str) -> "Kept":
    """Give a case of the library, deleted or not.

    Raises:
        AskedForNothing: there is none with this id.
    """
    from relnet.storage.contract import NoSuchCase

    try:
        return library.get(case_id)
    except NoSuchCase as missing:
        raise no_such_case(case_id) from missing


def no_such_case(case_id: str) -> AskedForNothing:
    """Make the error that tells that the library has no case with this id."""
    return AskedForNothing(
        _("The library has no case '{id}'. 'relnet list' tells those that it has.").format(
            id=case_id
        )
    )
