"""The closed sets of words of a case file, each an enum (design, sections 1 and 2).

The values are the words of the file. What they are called on screen stands in
``relnet.words``, so that a translation never touches a file.
"""

from enum import StrEnum

YOUNG_PERSON = "young_person"
"""The reserved id of the young person, and the name of their perspective."""

TEAM = "team"
"""The name of the team's perspective."""


class Track(StrEnum):
    """The three relational tracks (Firmin & Owens 2022, Fig. 1)."""

    TRUSTED = "trusted"
    PARENT_CHILD = "parent_child"
    COMMUNITY_PEER = "community_peer"


class RelationshipType(StrEnum):
    """The four types of relationship (Firmin & Owens 2022, Table 2)."""

    PRACTITIONER = "practitioner"
    FAMILY = "family"
    PEER = "peer"
    COMMUNITY = "community"


class Phase(StrEnum):
    """Where a stage stands to the relocation."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class UseKind(StrEnum):
    """What professionals do through a relationship (Firmin & Owens 2022, findings)."""

    CONSISTENCY = "consistency"
    COLLABORATION = "collaboration"
    SAFETY = "safety"


class Level(StrEnum):
    """How real a use is (Firmin & Owens 2022, Fig. 2)."""

    PRACTICE = "practice"
    PLANNED = "planned"
    AMBITION = "ambition"


class AreaKind(StrEnum):
    """What an area is to the young person."""

    HOME = "home"
    PLACEMENT = "placement"
    OTHER = "other"
    ONLINE = "online"


class SettingKind(StrEnum):
    """A kind of place inside an area."""

    FAMILY_HOME = "family_home"
    FOSTER_HOME = "foster_home"
    RESIDENTIAL = "residential"
    SECURE = "secure"
    SEMI_INDEPENDENT = "semi_independent"
    KIN_HOME = "kin_home"
    SCHOOL = "school"
    CLUB = "club"
    PUBLIC_PLACE = "public_place"
    ONLINE = "online"
    OTHER = "other"


class Harm(StrEnum):
    """Forms of harm outside the family (Firmin & Owens 2022, background)."""

    GROOMED_RELATIONSHIP = "groomed_relationship"
    COERCED_BY_EXPLOITERS = "coerced_by_exploiters"
    DATING_ABUSE = "dating_abuse"
    WEAPON_VIOLENCE = "weapon_violence"
    HARASSMENT_BULLYING = "harassment_bullying"
    CRIMINAL_EXPLOITATION = "criminal_exploitation"
    OTHER = "other"


class MoveKind(StrEnum):
    """What kind of move opens a stage; the kind of home is the setting's."""

    OUT_OF_AREA = "out_of_area"
    IN_AREA = "in_area"
    WHOLE_FAMILY = "whole_family"
    INFORMAL = "informal"
    REMAND_OR_BAIL = "remand_or_bail"
    RETURN = "return"


class ArrangedBy(StrEnum):
    """Who arranged a move."""

    AUTHORITY = "authority"
    FAMILY = "family"
    COURT = "court"
    YOUNG_PERSON = "young_person"
    UNKNOWN = "unknown"


class Dimension(StrEnum):
    """The three dimensions of safety (Shuker 2013)."""

    PHYSICAL = "physical"
    RELATIONAL = "relational"
    PSYCHOLOGICAL = "psychological"


class Held(StrEnum):
    """Whether a dimension of safety is held at a stage."""

    HELD = "held"
    PARTLY_HELD = "partly_held"
    NOT_HELD = "not_held"
    NOT_KNOWN = "not_known"


class FactorKind(StrEnum):
    """Push and pull (Biehal & Wade 2000)."""

    PUSH = "push"
    PULL = "pull"


class Blank(StrEnum):
    """Why a track shows nobody at a stage."""

    NOT_ASKED = "not_asked"
    ASKED_NONE = "asked_none"
    NOT_HELD = "not_held"


class Status(StrEnum):
    """Whether a relationship is there."""

    ACTIVE = "active"
    BROKEN = "broken"
    ENDED = "ended"
    WANTED = "wanted"
    NEVER_FORMED = "never_formed"
    NOT_KNOWN = "not_known"


class Strength(StrEnum):
    """How strong a relationship is (the ecomap's convention, Hartman)."""

    STRONG = "strong"
    STEADY = "steady"
    WEAK = "weak"


class Influence(StrEnum):
    """What a relationship brings; both may be true."""

    PROTECTIVE = "protective"
    HARMFUL = "harmful"


class Channel(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    ONLINE = "online"
    LETTER = "letter"


class Certainty(StrEnum):
    """How certain a state is."""

    ESTABLISHED = "established"
    SUSPECTED = "suspected"


class EventCertainty(StrEnum):
    """How certain the telling of an event is."""

    ESTABLISHED = "established"
    SUSPECTED = "suspected"
    DISPUTED = "disputed"


class Outcome(StrEnum):
    """What came of an event."""

    HAPPENED = "happened"
    DID_NOT_HAPPEN = "did_not_happen"
    REFUSED = "refused"
    UNANSWERED = "unanswered"


class PromptKind(StrEnum):
    """A question for the room, or an action with an owner."""

    QUESTION = "question"
    ACTION = "action"


class StoryView(StrEnum):
    """The view that a story step opens."""

    MAP = "map"
    TRACKS = "tracks"
    FOCUS = "focus"
    TABLE = "table"
