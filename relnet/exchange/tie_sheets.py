"""The sheets of the relationships, and of what professionals do through them."""

from relnet.case import index
from relnet.case.vocabulary import (
    Certainty,
    Channel,
    Influence,
    Level,
    Status,
    Strength,
    Track,
    UseKind,
)
from relnet.exchange.columns import Column, Kind, Sheet, note_column, stage_column
from relnet.wording import _

RELATIONSHIPS = Sheet(
    "relationships",
    _("Relationships by stage"),
    _("One row for each relationship and stage at which something about it changes."),
    (
        Column(
            "from",
            _("Person"),
            _("A person or a setting."),
            Kind.REF,
            meant=index.MEMBER,
            must=True,
        ),
        stage_column(_("The stage from which this holds.")),
        Column(
            "status",
            _("Status"),
            _("Whether the relationship is there; the team’s view must say it."),
            Kind.WORD,
            Status,
        ),
        Column("strength", _("Strength"), _("How strong it is."), Kind.WORD, Strength),
        Column("strained", _("Strained"), _("Whether it is strained."), Kind.YES_NO),
        Column(
            "influence",
            _("Influence"),
            _("Whether it protects, harms or both, with ; between them."),
            Kind.WORDS,
            Influence,
        ),
        Column(
            "closeness",
            _("Closeness"),
            _("1 inner to 3 outer circle; in the young person’s view alone."),
            Kind.WHOLE,
        ),
        Column("how_often", _("How often"), _("How often they meet, in words.")),
        Column("how", _("How they meet"), _("How they meet."), Kind.WORD, Channel),
        Column("certainty", _("Certainty"), _("How certain this is."), Kind.WORD, Certainty),
        Column(
            "perspective",
            _("Whose view"),
            _("The young person’s or a person’s name; left empty: the team’s."),
            Kind.REF,
            meant=index.PERSPECTIVE,
        ),
        Column("source", _("Source"), _("Who or what says so.")),
        note_column(),
        Column(
            "to",
            _("With whom"),
            _("For a tie between two others, the second; left empty: the young person."),
            Kind.REF,
            meant=index.ANY_MEMBER,
        ),
        Column(
            "tracks",
            _("Tracks"),
            _("With ; between them, the first is where it is drawn; left empty: by the type."),
            Kind.WORDS,
            Track,
        ),
        Column(
            "id",
            _("Relationship"),
            _("A short name, only where two have more than one relationship."),
            Kind.ID,
        ),
    ),
    kind="relationship",
)

USES = Sheet(
    "uses",
    _("Uses"),
    _("What professionals do through the relationships with the young person."),
    (
        stage_column(_("The stage at which this holds."), must=True),
        Column(
            "relationship",
            _("Relationship with"),
            _("The person on whose relationship with the young person it stands."),
            Kind.REF,
            meant=index.RELATIONSHIP,
            must=True,
        ),
        Column("use", _("Use"), _("What is done through it."), Kind.WORD, UseKind, must=True),
        Column("level", _("Level"), _("Done, planned or hoped for."), Kind.WORD, Level, must=True),
        Column(
            "held_by",
            _("Held by"),
            _("The people who hold it, with ; between them."),
            Kind.REFS,
            meant=index.HOLDER,
        ),
        note_column(),
    ),
)
