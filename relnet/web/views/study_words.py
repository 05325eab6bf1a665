"""The words of the page of the study: units, definitions, and what is not stated."""

from collections.abc import Callable, Mapping

from relnet.case.vocabulary import RelationshipType, UseKind
from relnet.network.study import Unit
from relnet.wording import _, ngettext

REFERENCE = _(
    "Firmin, C. and Owens, R. (2022). Holding It Together? International Journal on Child"
    " Maltreatment 5, 231–255. doi 10.1007/s42448-021-00106-5. The numbers are the paper’s; the"
    " words are ours."
)
UNITS: Mapping[Unit, str] = {
    Unit.REFERENCES: _("References"),
    Unit.PARTICIPANTS: _("Participants"),
    Unit.INTERVIEWS: _("Interviews"),
    Unit.NOT_STATED: _("Unit not stated"),
}
COUNTED: Mapping[Unit, Callable[[int], str]] = {
    Unit.REFERENCES: lambda n: ngettext("{number} reference", "{number} references", n),
    Unit.PARTICIPANTS: lambda n: ngettext("{number} participant", "{number} participants", n),
    Unit.INTERVIEWS: lambda n: ngettext("{number} interview", "{number} interviews", n),
    Unit.NOT_STATED: lambda n: ngettext(
        "{number} (the paper does not say of what)", "{number} (the paper does not say of what)", n
    ),
}
TYPES: Mapping[RelationshipType, str] = {
    RelationshipType.PRACTITIONER: _(
        "Between the young person and those who work with them. In the diagram: trusted"
        " relationships."
    ),
    RelationshipType.FAMILY: _(
        "With parents, carers and family. In the diagram: parent–child and family."
    ),
    RelationshipType.PEER: _(
        "With friends and others of their age. In the diagram: community and peers, together with"
        " the community."
    ),
    RelationshipType.COMMUNITY: _(
        "With people and places around them. In the diagram: community and peers, together with"
        " peers."
    ),
}
THEMES: Mapping[UseKind, str] = {
    UseKind.CONSISTENCY: _("Keeping relationships going while much else changes."),
    UseKind.COLLABORATION: _("Working together, so that plans are made with people."),
    UseKind.SAFETY: _("Making safety in and through relationships."),
}
NOT_STATED = (
    _("How many references there are for every use and type: only some are given."),
    _("What two of its numbers count: of family, for collaboration (7) and for safety (4)."),
    _("Numbers for collaboration with peers and communities: it calls them noticeably absent."),
    _("Numbers for what was said of the time after a relocation."),
    _("Which participant said what, and so how many stand in several rows."),
)
LIMITS = (
    _("They count what 16 professionals said in 15 interviews. They are no rates."),
    _("They say nothing of how often a relationship is used in practice."),
    _("The interviews did not ask about relationships: this is what was said unprompted."),
    _("The local areas that took part do not stand for England and Wales as a whole."),
)
