"""The stage in words, from the same data as the map: for screen readers and for print.

``stage_words`` gives a stage's title, a summary paragraph and a list of everything that the
map shows; ``relationship_words`` and ``member_words`` one line for one thing on the map.
"""

from dataclasses import dataclass

from relnet.case.names import Names
from relnet.figures.words_dates import date_words
from relnet.figures.words_items import stage_items
from relnet.figures.words_summary import stage_title, summary
from relnet.figures.words_tie import member_words, relationship_words
from relnet.network.graph import CaseNetwork

__all__ = (
    "StageWords",
    "announcement",
    "date_words",
    "member_words",
    "relationship_words",
    "stage_title",
    "stage_words",
)


@dataclass(frozen=True, slots=True)
class StageWords:
    """One stage in words.

    Attributes:
        title: its label, and how many of the three tracks are in practice.
        summary: one paragraph.
        items: everything that the map shows, one line each, by track.
    """

    title: str
    summary: str
    items: tuple[str, ...]


def stage_words(network: CaseNetwork, stage: int, perspective: str, names: Names) -> StageWords:
    """Tell a stage in words.

    Args:
        network: the case's network.
        stage: the stage's number, from 0.
        perspective: whose view of the relationships.
        names: the names to call people and places by.
    """
    return StageWords(
        title=stage_title(network, stage, names),
        summary=summary(network, stage, perspective, names),
        items=tuple(stage_items(network, stage, perspective, names)),
    )


def announcement(network: CaseNetwork, stage: int, names: Names) -> str:
    """Give what a screen reader says when the stage changes: its title."""
    return stage_title(network, stage, names)
