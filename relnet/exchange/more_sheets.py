"""The sheets that may stay empty: what else a case can hold."""

from relnet.case import index
from relnet.case.vocabulary import (
    Dimension,
    EventCertainty,
    FactorKind,
    Held,
    Outcome,
    PromptKind,
    SettingKind,
    StoryView,
)
from relnet.exchange.columns import Column, Kind, Sheet, id_column, note_column, stage_column
from relnet.wording import _


def _place_columns() -> tuple[Column, Column]:
    return (
        Column("area", _("Area"), _("The area they are in."), Kind.REF, meant=index.AREA),
        Column(
            "setting", _("Setting"), _("The setting they are in."), Kind.REF, meant=index.SETTING
        ),
    )


_PERSON = index.Meant("person", ("person",))

SETTINGS = Sheet(
    "settings",
    _("Settings"),
    _("Places inside the areas: homes, a school, a club, a park, an online space."),
    (
        Column("name", _("Name"), _("What the setting is called."), must=True),
        Column(
            "kind", _("Kind"), _("What kind of place it is."), Kind.WORD, SettingKind, must=True
        ),
        Column("area", _("Area"), _("The area it is in."), Kind.REF, meant=index.AREA),
        note_column(),
        id_column(),
    ),
    kind="setting",
)

WHERE = Sheet(
    "where",
    _("Who else moved"),
    _("Where other people are instead, from a stage on."),
    (
        Column("person", _("Person"), _("Who."), Kind.REF, meant=_PERSON, must=True),
        stage_column(_("The stage from which this holds."), must=True),
        *_place_columns(),
    ),
)

SAFETY = Sheet(
    "safety",
    _("Safety"),
    _("How safe the young person is at a stage, as each perspective sees it."),
    (
        stage_column(_("The stage at which this holds."), must=True),
        Column(
            "dimension", _("Dimension"), _("Which kind of safety."), Kind.WORD, Dimension, must=True
        ),
        Column("held", _("Held"), _("Whether it is held."), Kind.WORD, Held, must=True),
        Column(
            "perspective",
            _("Whose view"),
            _("The young person’s or a person’s name; left empty: the team’s."),
            Kind.REF,
            meant=index.PERSPECTIVE,
        ),
        note_column(),
    ),
)

FACTORS = Sheet(
    "factors",
    _("Push and pull"),
    _("What pushes the young person from home at a stage, or pulls them away."),
    (
        stage_column(_("The stage at which this holds."), must=True),
        Column(
            "kind", _("Kind"), _("Whether it pushes or pulls."), Kind.WORD, FactorKind, must=True
        ),
        Column("text", _("What it is"), _("What pushes or pulls."), must=True),
        Column(
            "relationship",
            _("Relationship with"),
            _("The person from whose relationship it comes."),
            Kind.REF,
            meant=index.RELATIONSHIP,
        ),
    ),
)

REASONS = Sheet(
    "reasons",
    _("Reasons for moves"),
    _("Why the young person was moved, one reason a row."),
    (
        stage_column(_("The stage that the move opens."), must=True),
        Column("reason", _("Reason"), _("One reason."), must=True),
    ),
)

EVENTS = Sheet(
    "events",
    _("Events"),
    _("What happened and what did not, in its order."),
    (
        Column("text", _("What was done"), _("What was done, and by whom."), must=True),
        stage_column(_("The stage; left empty: told afterwards.")),
        Column("when", _("When"), _("12 June 2025, about 2025, 2025-01/2025-05."), Kind.DATE),
        Column(
            "by",
            _("By"),
            _("Those who did, said or asked it, with ; between them."),
            Kind.REFS,
            meant=index.ANY_MEMBER,
        ),
        Column(
            "people",
            _("About"),
            _("The others it is about, with ; between them."),
            Kind.REFS,
            meant=index.ANY_MEMBER,
        ),
        Column("outcome", _("Outcome"), _("What came of it."), Kind.WORD, Outcome),
        Column(
            "certainty", _("Certainty"), _("How certain the telling is."), Kind.WORD, EventCertainty
        ),
        Column("source", _("Source"), _("Who or what says so.")),
        id_column(),
    ),
)

PROMPTS = Sheet(
    "prompts",
    _("Questions and actions"),
    _("Questions for the room, and actions with an owner."),
    (
        Column("kind", _("Kind"), _("A question or an action."), Kind.WORD, PromptKind, must=True),
        Column("text", _("Text"), _("The question or the action."), must=True),
        stage_column(_("The stage it is about.")),
        Column("owner", _("Owner"), _("Who does it: a name, or a person’s id.")),
        Column("done", _("Done"), _("Whether it is done."), Kind.YES_NO),
        id_column(),
    ),
)

STORY = Sheet(
    "story",
    _("Story"),
    _("The steps by which a trainer tells the case."),
    (
        Column("title", _("Title"), _("What the step is called."), must=True),
        Column("text", _("Text"), _("What the step tells.")),
        stage_column(_("The stage it opens.")),
        Column("view", _("View"), _("The view it opens."), Kind.WORD, StoryView),
        Column(
            "highlight",
            _("Point at"),
            _("People, settings and relationships to point at, with ; between them."),
            Kind.REFS,
            meant=index.PART,
        ),
        Column("ask", _("Ask the room"), _("What to ask the room.")),
        Column(
            "guess",
            _("Guess"),
            _("Whether the room guesses who of these is there still at the next step."),
            Kind.YES_NO,
        ),
        Column("presenter_notes", _("Presenter’s notes"), _("For the presenter alone.")),
        id_column(),
    ),
)
