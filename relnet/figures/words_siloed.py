"""The siloed pattern in words: what the rule finds, each part of it, and the rule itself."""

from collections.abc import Mapping

from relnet.case.vocabulary import Track
from relnet.figures.words_join import paragraph, with_semicolons
from relnet.network.siloed import PATTERN, Finding, Part, PartFinding, SiloedPattern
from relnet.wording import _, ngettext

_FINDINGS: Mapping[Finding, str] = {
    Finding.AS_DESCRIBED: _(
        "At each of three phases one track is worked with alone, in the order that the paper"
        " describes."
    ),
    Finding.OTHERWISE_SILOED: _(
        "At each of three phases one track is worked with alone, but not in the order that the"
        " paper describes."
    ),
    Finding.HELD_TOGETHER: _("All three tracks are in practice at every stage."),
    Finding.NOT_FOUND: _(
        "At no phase is it recorded that one track is worked with alone, as the paper describes."
    ),
    Finding.NOT_RECORDED: _(
        "Too little is recorded to say whether one track at a time is worked with."
    ),
}
# How many phases are as the paper describes; three are a finding of their own.
_PARTLY: Mapping[int, str] = {
    1: _("At one of three phases one track is worked with alone, as the paper describes."),
    2: _("At two of three phases one track is worked with alone, as the paper describes."),
}
_PARTS: Mapping[Part, str] = {
    Part.BEFORE: _("Before relocation: {finding}"),
    Part.DURING: _("During relocation: {finding}"),
    Part.NEAR_THE_END: _("At the last stage of relocation: {finding}"),
    Part.AFTER: _("After relocation: {finding}"),
}
_TRACKS: Mapping[Track, str] = {
    Track.TRUSTED: _("trusted relationships"),
    Track.PARENT_CHILD: _("parents and family"),
    Track.COMMUNITY_PEER: _("the community and peers"),
}
_USES: Mapping[Part, str] = {
    Part.BEFORE: _("This is as the paper describes it, through collaboration."),
    Part.DURING: _("This is as the paper describes it, through consistent contact."),
    Part.NEAR_THE_END: _(
        "This is as the paper describes it, through collaboration on safety planning."
    ),
    Part.AFTER: _("This is as the paper describes it: an ambition of safety, no practice."),
}
_OTHER_USE: Mapping[Part, str] = {
    Part.BEFORE: _("This is the track that the paper describes, but not through collaboration."),
    Part.DURING: _("This is the track that the paper describes, but not through consistency."),
    Part.NEAR_THE_END: _(
        "This is the track that the paper describes, but not through collaboration."
    ),
    Part.AFTER: _("This is the track that the paper describes, but not as an ambition of safety."),
}
_OTHER_TRACK: Mapping[Track, str] = {
    Track.TRUSTED: _("The paper describes trusted relationships alone."),
    Track.PARENT_CHILD: _("The paper describes parents and family alone."),
    Track.COMMUNITY_PEER: _(
        "The paper describes the community and peers alone, hoped for and not in practice."
    ),
}
_NOBODY_CAN_SAY = _("So nobody can say whether this is as the paper describes it.")


def siloed_rule() -> tuple[str, ...]:
    """Give the rule that finds the pattern, one sentence each, for "what this counts"."""
    return (
        _(
            "The paper (Firmin and Owens 2022, Fig. 2) describes one track at a time: before"
            " relocation parents and family, through collaboration; during it trusted"
            " relationships, through consistent contact, and near its end through collaboration"
            " on safety planning; after it the community and peers, as an ambition of safety"
            " and not in practice."
        ),
        _("Each stage belongs to a phase. Near the end means the last stage during relocation."),
        _("A track is in practice at a phase if a use of it is in practice at one of its stages."),
        _(
            "One track is worked with alone if it is the only one in practice. After relocation,"
            " where none is in practice, it may be the only one planned or hoped for."
        ),
        _("A phase is as described if the track that the paper names is the one alone."),
        _(
            "A track whose uses were not recorded carries no finding: where it could change the"
            " answer, nobody can say."
        ),
    )


def finding_words(pattern: SiloedPattern) -> str:
    """Give what the rule finds in a case, as one sentence."""
    if pattern.finding is not Finding.PARTLY:
        return _FINDINGS[pattern.finding]
    return _PARTLY[sum(bool(phase.as_described) for phase in pattern.phases)]


def part_words(found: PartFinding) -> str:
    """Tell what the rule finds in one part: what is worked with, and how the paper has it."""
    told = paragraph((_what(found), _unrecorded(found), _verdict(found)))
    return _PARTS[found.part].format(finding=told)


def _what(found: PartFinding) -> str:
    if not found.stages:
        return _("the case does not tell of it.")
    number = len(found.in_practice)
    if number:
        return ngettext(
            "one track in practice: {tracks}.", "{number} tracks in practice: {tracks}.", number
        ).format(number=number, tracks=_tracks(found.in_practice))
    if not found.not_yet:
        return _("no track is known to be in practice.")
    return _("no track is known to be in practice; planned or hoped for: {tracks}.").format(
        tracks=_tracks(found.not_yet)
    )


def _unrecorded(found: PartFinding) -> str:
    if not found.stages or not found.not_recorded:
        return ""
    return _("Not recorded, or not at every stage: {tracks}.").format(
        tracks=_tracks(found.not_recorded)
    )


def _verdict(found: PartFinding) -> str:
    if not found.stages:
        return ""
    if found.as_described is None:
        return _NOBODY_CAN_SAY
    if not found.as_described:
        return _OTHER_TRACK[PATTERN[found.part].track]
    return _USES[found.part] if found.use_as_described else _OTHER_USE[found.part]


def _tracks(tracks: tuple[Track, ...]) -> str:
    return with_semicolons(_TRACKS[track] for track in tracks)
