"""All sheets in their order.

One table holds for the workbook, the CSV files, reading and writing; a test holds
``docs/spreadsheets.md`` against it.
"""

from relnet.exchange.first_sheets import AREAS, CASE, PEOPLE, STAGES
from relnet.exchange.more_sheets import (
    EVENTS,
    FACTORS,
    PROMPTS,
    REASONS,
    SAFETY,
    SETTINGS,
    STORY,
    WHERE,
)
from relnet.exchange.tie_sheets import RELATIONSHIPS, USES

__all__ = [
    "AREAS",
    "CASE",
    "FIRST_SHEETS",
    "NAMED",
    "PEOPLE",
    "SETTINGS",
    "SHEETS",
    "STAGES",
]

SHEETS = (
    CASE,
    PEOPLE,
    AREAS,
    STAGES,
    RELATIONSHIPS,
    USES,
    SETTINGS,
    WHERE,
    SAFETY,
    FACTORS,
    REASONS,
    EVENTS,
    PROMPTS,
    STORY,
)
"""All sheets, those first that a team fills in."""

FIRST_SHEETS = (CASE, PEOPLE, AREAS, STAGES, RELATIONSHIPS)
"""The sheets that make a case; the others may stay empty."""

NAMED = (AREAS, SETTINGS, STAGES, PEOPLE)
"""The sheets whose entries others name; their ids are made where they are left out."""
