"""Writing a file so that it is there whole or not at all, and never in another's place."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from relnet.case.messages import RelnetError
from relnet.wording import _

_OWNER_ALONE = 0o600


class FileIsThere(RelnetError):  # noqa: N818 - the name says what happened
    """A file of this name is there already."""


@contextmanager
def new_file(out: Path, *, force: bool | None = None) -> Iterator[Path]:
    """Give a path to write, in a folder of its own beside ``out``; then move it there.

    The file can be read by its owner only.

    Args:
        out: where the file is to be at the end.
        force: write over a file that is there; None: the command has no such option.

    Raises:
        FileIsThere: there is one, and it is not to be written over.
        RelnetError: the file cannot be written.
    """
    try:
        _refuse_to_replace(out, force)
        with tempfile.TemporaryDirectory(prefix=".relnet-", dir=out.parent) as folder:
            made = Path(folder) / out.name
            yield made
            made.chmod(_OWNER_ALONE)
            _settle(made)
            _refuse_to_replace(out, force)
            made.replace(out)
    except OSError as fault:
        raise RelnetError(
            _("cannot write '{file}': {reason}").format(file=out, reason=fault.strerror or fault)
        ) from fault


def _refuse_to_replace(out: Path, force: bool | None) -> None:  # noqa: FBT001 - as it was told
    if force or not out.exists():
        return
    if force is None:
        told = _("'{file}' is there already, so nothing was saved. Choose another name.")
    else:
        told = _(
            "'{file}' is there already, so nothing was saved. Choose another name, or write"
            " over it with --force."
        )
    raise FileIsThere(told.format(file=out))


def _settle(path: Path) -> None:
    """See to it that the file is on the disk before it gets its name."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
