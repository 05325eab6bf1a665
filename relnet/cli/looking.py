"""How a command is told to look at a case: from which stage, and as whom."""

import argparse
from typing import TYPE_CHECKING

from relnet.case.messages import UnknownId
from relnet.cli.parts import AskedForNothing
from relnet.wording import _

if TYPE_CHECKING:
    from relnet.case.models import Case
    from relnet.network.graph import CaseNetwork


def add_look(parser: argparse.ArgumentParser) -> None:
    """Let a command be told whose view it is, and to hide names."""
    parser.add_argument(
        "--perspective",
        metavar="ID",
        help=_("whose view: team, young_person or a person's id; without it, the file's first"),
    )
    parser.add_argument(
        "--hide-names", action="store_true", help=_("say roles in the place of names")
    )


def stage_asked(network: "CaseNetwork", asked: str) -> int:
    """Give the number of a stage, from 0.

    Raises:
        UnknownId: there is none with this id.
    """
    if asked not in network.stage_number:
        raise UnknownId("stage", asked, network.stage_number)
    return network.stage_number[asked]


def perspective_asked(case: "Case", asked: str | None) -> str:
    """Give the perspective that was asked for, if it tells anything, else the case's first.

    Raises:
        UnknownId: there is nobody with this id.
        AskedForNothing: this person tells nothing.
    """
    from relnet.case.timeline import opening_perspective, perspectives

    if asked is None:
        return opening_perspective(case)
    told = perspectives(case)
    if asked in told:
        return asked
    if asked not in {person.id for person in case.people}:
        raise UnknownId("perspective", asked, told)
    raise AskedForNothing(
        _("'{id}' tells nothing in this case. Those who do: {perspectives}").format(
            id=asked, perspectives=", ".join(told)
        )
    )
