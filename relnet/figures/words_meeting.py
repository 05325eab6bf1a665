"""The end of a meeting in words: what was decided, what stays open, what nobody asked about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from relnet.case.models import Prompt
from relnet.case.names import Names
from relnet.case.vocabulary import YOUNG_PERSON, Blank, PromptKind, Status, Track
from relnet.figures.words_join import listed
from relnet.figures.words_prompts import owner_words
from relnet.figures.words_tie import not_known_since_move
from relnet.network.attention import attention, overlooked
from relnet.network.graph import CaseNetwork, Tie, is_harmful_only
from relnet.wording import _
from relnet.words import label

_DONE = {True: _("done"), False: _("not done yet"), None: _("not marked as done")}


@dataclass(frozen=True, slots=True)
class MeetingItem:
    """One thing that is told.

    Attributes:
        text: the question or action.
        facts: who does it and whether it is done; "" where nobody has to do anything.
        mark: whether it is new; "" where it is not.
    """

    text: str
    facts: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MeetingGroup:
    """What belongs together: this stage, or the other stages."""

    title: str
    items: tuple[MeetingItem, ...]


@dataclass(frozen=True, slots=True)
class MeetingPart:
    """A part of the page: its heading, and its groups; ``nothing`` is said where it has none."""

    title: str
    groups: tuple[MeetingGroup, ...]
    nothing: str


def meeting_parts(
    network: CaseNetwork,
    stage: int,
    perspective: str,
    names: Names,
    marks: Mapping[str, str] | None = None,
) -> tuple[MeetingPart, MeetingPart, MeetingPart]:
    """Say what was decided, what stays open, and what nobody asked about.

    Args:
        network: the case.
        stage: the number of the stage that the meeting was about, from 0.
        perspective: whose view is told.
        names: what everybody in it is called.
        marks: what is said of questions and actions beside their text, by their ids.
    """
    teller = _Teller(network, stage, names, marks or {})
    told = network.case.prompts
    actions = [prompt for prompt in told if prompt.kind is PromptKind.ACTION]
    questions = [prompt for prompt in told if prompt.kind is PromptKind.QUESTION]
    unasked = tuple(MeetingItem(text) for text in _unasked(network, stage, perspective, names))
    return (
        MeetingPart(
            _("What was decided"),
            teller.groups(actions),
            _("No action is recorded."),
        ),
        MeetingPart(
            _("What stays open"),
            teller.groups(questions),
            _("No question is recorded."),
        ),
        MeetingPart(
            _("What nobody asked about"),
            (MeetingGroup(_of_stage(network, stage, names), unasked),) if unasked else (),
            _("Nothing that relnet looks for is left to ask about at this stage."),
        ),
    )


def _of_stage(network: CaseNetwork, stage: int, names: Names) -> str:
    return _("This stage: {stage}").format(stage=names.text(network.case.stages[stage].label))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Tells questions and actions of a case from one of its stages."""

    network: CaseNetwork
    stage: int
    names: Names
    marks: Mapping[str, str]

    def groups(self, prompts: Sequence[Prompt]) -> tuple[MeetingGroup, ...]:
        """Part what belongs to this stage, to the whole time, and to the other stages."""
        here = self.network.case.stages[self.stage].id
        titles: list[tuple[str, str | None]] = [
            (_of_stage(self.network, self.stage, self.names), here),
            (_("The whole time"), None),
            *(
                (_("At another stage: {stage}").format(stage=self.names.text(one.label)), one.id)
                for one in self.network.case.stages
                if one.id != here
            ),
        ]
        found = ((title, [each for each in prompts if each.stage == of]) for title, of in titles)
        return tuple(
            MeetingGroup(title, tuple(self._item(prompt) for prompt in held))
            for title, held in found
            if held
        )

    def _item(self, prompt: Prompt) -> MeetingItem:
        facts = self._facts(prompt) if prompt.kind is PromptKind.ACTION else ""
        mark = self.marks.get(prompt.id or "", "")
        return MeetingItem(self.names.text(prompt.text), facts, mark)

    def _facts(self, prompt: Prompt) -> str:
        done, owner = _DONE[prompt.done], owner_words(self.network, self.names, prompt)
        if not owner:
            return _("To do, by nobody yet · {done}").format(done=done)
        return _("To do by: {owner} · {done}").format(owner=owner, done=done)


def _unasked(network: CaseNetwork, stage: int, perspective: str, names: Names) -> Iterator[str]:
    """Ask after what was not asked, or is not known; it is never told as something found."""
    yield from _tracks_unasked(network, stage)
    yield from _not_known(network, stage, perspective, names)
    yield from _in_nobodys_plan(network, stage, perspective, names)
    if not network.asks_closeness:
        yield _("Who is close? No answer of {name} is recorded.").format(
            name=names.inside(YOUNG_PERSON)
        )


def _tracks_unasked(network: CaseNetwork, stage: int) -> Iterator[str]:
    found = attention(network, stage)
    blank = [track for track in Track if found.blanks.get(track) is Blank.NOT_ASKED]
    if blank:
        yield _("Who else is there? Not asked, for these tracks: {tracks}.").format(
            tracks=_tracks(blank)
        )
    if found.not_recorded:
        yield _("What do these tracks give? Their uses were not recorded: {tracks}.").format(
            tracks=_tracks(found.not_recorded)
        )


def _tracks(tracks: Iterable[Track]) -> str:
    return listed([label(track) for track in tracks])


def _not_known(network: CaseNetwork, stage: int, perspective: str, names: Names) -> Iterator[str]:
    """Ask after those with whom nobody knows how things stand; harm alone apart."""
    ties = network.own_ties(stage, perspective)
    unknown = [tie for tie in ties if tie.state.status is Status.NOT_KNOWN]
    kind = [tie for tie in unknown if not is_harmful_only(tie.state)]
    moved = [tie for tie in kind if not_known_since_move(tie.state, tie)]
    asked = (
        (_("What happened to {people}? Not known since the move."), moved),
        (_("How do things stand with {people}? Not known."), _but(kind, moved)),
        (
            _("How do things stand with {people}? Not known; that brought harm."),
            _but(unknown, kind),
        ),
    )
    for question, found in asked:
        if found:
            people = [names.inside(tie.relationship.from_) for tie in found]
            yield question.format(people=listed(people))


def _but(ties: Iterable[Tie], without: Sequence[Tie]) -> list[Tie]:
    return [tie for tie in ties if tie not in without]


def _in_nobodys_plan(
    network: CaseNetwork, stage: int, perspective: str, names: Names
) -> Iterator[str]:
    found = overlooked(network, stage, perspective)
    asked = (
        (_("Close to {name}, and in nobody’s plan: {people}."), False),
        (_("Close to {name}, bringing harm, and in nobody’s plan: {people}."), True),
    )
    for sentence, harmful in asked:
        people = [names.inside(item.member) for item in found if item.harmful is harmful]
        if people:
            yield sentence.format(name=names.inside(YOUNG_PERSON), people=listed(people))
