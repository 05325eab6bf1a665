"""The sheets that a team fills in before the relationships: who, where, and when."""

from relnet.case import index
from relnet.case.vocabulary import (
    AreaKind,
    ArrangedBy,
    Blank,
    Harm,
    MoveKind,
    Phase,
    RelationshipType,
    Track,
)
from relnet.exchange.columns import Column, Kind, Sheet, id_column, note_column
from relnet.wording import _

CASE = Sheet(
    "case",
    _("Case"),
    _("Who the case is about. Only the name must be there."),
    (
        Column(
            "young_person.name",
            _("Young person’s name"),
            _("The name that the young person has chosen, or initials."),
            must=True,
        ),
        Column("title", _("Title"), _("What the case is called; left empty: the name.")),
        Column("about", _("About"), _("Shown under the title.")),
        Column("young_person.age", _("Age"), _("In words or numbers: 15, about 14.")),
        Column("young_person.pronouns", _("Pronouns"), _("As the young person says: she/her.")),
        Column(
            "young_person.eighteenth_birthday",
            _("18th birthday"),
            _("The date: 20 July 2027, or 2027-07."),
            Kind.DATE,
        ),
        Column(
            "young_person.harms",
            _("Harms"),
            _("The forms of harm outside the family, with ; between them."),
            Kind.WORDS,
            Harm,
        ),
        Column("young_person.note", _("Note"), _("Anything else about the young person.")),
        Column("format", _("Format"), _("The version of this form; leave it as it is.")),
    ),
    form=True,
)

PEOPLE = Sheet(
    "people",
    _("People"),
    _("Everybody in the case but the young person, one row each."),
    (
        Column("name", _("Name"), _("What the person or group is called."), must=True),
        Column("role", _("Role"), _("What they are to the young person: mum, friend."), must=True),
        Column(
            "type",
            _("Type"),
            _("The type of relationship."),
            Kind.WORD,
            RelationshipType,
            must=True,
        ),
        Column("area", _("Area"), _("The area they are in."), Kind.REF, meant=index.AREA),
        Column(
            "settings",
            _("Settings"),
            _("The settings they are in, with ; between them."),
            Kind.REFS,
            meant=index.SETTING,
        ),
        Column("group_size", _("Group size"), _("For a group, how many at one time: 6, about 12.")),
        Column(
            "time_limited",
            _("Time-limited"),
            _("Yes where a service or role ends."),
            Kind.YES_NO,
        ),
        Column(
            "role_slot",
            _("Role that is handed on"),
            _("The same words for all who follow each other in a role: social worker."),
        ),
        note_column(),
        id_column(),
    ),
    kind="person",
)

AREAS = Sheet(
    "areas",
    _("Areas"),
    _("The home area and all others, at least one."),
    (
        Column("name", _("Name"), _("What the area is called."), must=True),
        Column(
            "kind",
            _("Kind"),
            _("What the area is to the young person."),
            Kind.WORD,
            AreaKind,
            must=True,
        ),
        Column("distance_miles", _("Miles from home"), _("From the first home area."), Kind.NUMBER),
        Column(
            "travel_minutes",
            _("Minutes from home"),
            _("Minutes of travel from the first home area."),
            Kind.WHOLE,
        ),
        note_column(),
        id_column(),
    ),
    kind="area",
)


def _blank_column(track: Track, heading: str) -> Column:
    note = _("Why this track shows nobody at this stage.")
    return Column(f"blanks.{track}", heading, note, Kind.WORD, Blank)


STAGES = Sheet(
    "stages",
    _("Stages"),
    _("The timeline, one row a stage, in its order."),
    (
        Column("label", _("Stage"), _("What the stage is called on the timeline."), must=True),
        Column(
            "phase",
            _("Phase"),
            _("Before, during or after relocation."),
            Kind.WORD,
            Phase,
            must=True,
        ),
        Column("when", _("When"), _("June 2025, about 2025, 2025-01/2025-05."), Kind.DATE),
        Column("lasted", _("How long"), _("How long it lasted, in words.")),
        Column(
            "area",
            _("Area"),
            _("Where the young person lives at this stage; empty: not known."),
            Kind.REF,
            meant=index.AREA,
        ),
        Column(
            "setting",
            _("Setting"),
            _("The home where the young person lives at this stage."),
            Kind.REF,
            meant=index.SETTING,
        ),
        Column("move", _("Opens with a move"), _("Yes where a move opens it."), Kind.YES_NO),
        Column(
            "move.kinds",
            _("Kinds of move"),
            _("What kinds of move it is, with ; between them."),
            Kind.WORDS,
            MoveKind,
        ),
        Column("move.arranged_by", _("Arranged by"), _("Who arranged it."), Kind.WORD, ArrangedBy),
        Column("move.planned", _("Planned"), _("Whether it was planned."), Kind.YES_NO),
        Column("move.stated_duration", _("Said to be for"), _("How long it was said to be for.")),
        Column("move.note", _("Note on the move"), _("Anything else about the move.")),
        Column(
            "placement_count",
            _("Number of placements"),
            _("How many placements this stage holds: 14, several."),
        ),
        _blank_column(Track.TRUSTED, _("Nobody in: trusted relationships")),
        _blank_column(Track.PARENT_CHILD, _("Nobody in: parent–child and family")),
        _blank_column(Track.COMMUNITY_PEER, _("Nobody in: community and peers")),
        Column(
            "uses_recorded",
            _("Uses talked through"),
            _("Tracks whose uses were talked through, with ; between them: none means none."),
            Kind.WORDS,
            Track,
        ),
        note_column(),
        id_column(),
    ),
    kind="stage",
    name_key="label",
)
