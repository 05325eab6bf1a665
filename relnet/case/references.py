"""What ties the parts of a case file together: every check that looks at more than one.

All checks run on the file's values, not on the models, so that a file whose shape is partly
broken still gets every fault that can be seen, and no false ones.
"""

from collections.abc import Iterable

from relnet.case.index import (
    ANY_MEMBER,
    AREA,
    HOLDER,
    MEMBER,
    PART,
    PERSPECTIVE,
    RELATIONSHIP,
    SETTING,
    STAGE,
    Found,
    Index,
    Meant,
    make_index,
)
from relnet.case.limits import MAX_BETWEEN_TWO, MAX_DRAWN
from relnet.case.messages import shown
from relnet.case.tree import Node
from relnet.case.vocabulary import TEAM, YOUNG_PERSON, Level, Status
from relnet.wording import _

_GONE = (Status.ENDED, Status.NEVER_FORMED)


def reference_faults(root: Node) -> Found:
    """Find everything in a file that does not fit together.

    Args:
        root: the whole file, which may be partly broken.
    """
    found = Found()
    checks = _Checks(make_index(root, found), found)
    for setting in root.each("settings"):
        checks.refer(AREA, setting.at("area"))
    for stage in root.each("stages"):
        checks.stage(stage)
    for person in root.each("people"):
        checks.person(person)
    relationships = root.each("relationships")
    for relationship in relationships:
        checks.relationship(relationship)
    checks.drawable(root.at("relationships"), relationships, len(root.each("stages")))
    checks.uses(root.each("uses"))
    for event in root.each("events"):
        checks.event(event)
    for part in (*root.each("prompts"), *root.each("story")):
        checks.refer(STAGE, part.at("stage"))
        checks.refer_all(PART, part, "highlight")
    checks.repeats(root.at(YOUNG_PERSON), "harms")
    return found


class _Checks:
    """The checks of each part of a file."""

    def __init__(self, index: Index, found: Found) -> None:
        self._index = index
        self._found = found
        self._statuses: dict[str, list[str]] = {}

    def refer(self, meant: Meant, node: Node) -> None:
        """Check that an id names something of the right kind."""
        self._index.check(meant, node, self._found)

    def refer_all(self, meant: Meant, part: Node, name: str) -> None:
        """Check a list of ids, which may name nothing twice."""
        for node in part.each(name):
            self.refer(meant, node)
        self.repeats(part, name)

    def repeats(self, part: Node, name: str) -> None:
        """Check that a list of words holds none twice."""
        seen = set()
        for node in part.each(name):
            if node.text in seen:
                what = _("'{word}' stands here twice; once is enough")
                self._add(node, what, word=node.text or "")
            elif node.text is not None:
                seen.add(node.text)

    def stage(self, stage: Node) -> None:
        """Check a stage: where it is, and what it says of safety and of what drives a move."""
        self._whereabouts(stage)
        self.repeats(stage, "uses_recorded")
        self.repeats(stage.at("move"), "kinds")
        told = set()
        for view in stage.each("safety"):
            self.refer(PERSPECTIVE, view.at("perspective"))
            key = (view.at("dimension").text, _perspective(view))
            if None not in key and key in told:
                self._add(view, _("this perspective has already told of this dimension here"))
            told.add(key)
        for factor in stage.each("factors"):
            self.refer(RELATIONSHIP, factor.at("relationship"))

    def person(self, person: Node) -> None:
        """Check where a person is, and from which stage on."""
        self.refer(AREA, person.at("area"))
        self.refer_all(SETTING, person, "settings")
        for there in person.each("where"):
            self.refer(STAGE, there.at("stage"))
            self._whereabouts(there)
        self._in_order(person.each("where"))

    def relationship(self, relationship: Node) -> None:
        """Check a relationship's two ends, its tracks and its states."""
        self._ends(relationship)
        self._tracks(relationship)
        by_perspective: dict[str | None, list[Node]] = {}
        for state in relationship.each("states"):
            self._state(state)
            by_perspective.setdefault(_perspective(state), []).append(state)
        for states in by_perspective.values():
            self._in_order(states)

    def drawable(self, whole: Node, relationships: Iterable[Node], stages: int) -> None:
        """Check that so many relationships can be drawn over so many stages."""
        between: dict[frozenset[str], int] = {}
        lines = 0
        for relationship in relationships:
            views = {_perspective(state) for state in relationship.each("states")}
            lines += stages * max(len(views), 1)
            pair = _pair(relationship)
            between[pair] = between.get(pair, 0) + 1
            if between[pair] == MAX_BETWEEN_TWO + 1:
                what = _("too many relationships between the same two: at most {most}")
                self._add(relationship, what, most=str(MAX_BETWEEN_TWO))
        if lines > MAX_DRAWN:
            what = _(
                "too much to draw: relationships times stages, once for each perspective that "
                "tells of them, make {lines}; at most {most}. Take out stages or relationships, "
                "or make two files of it"
            )
            self._add(whole, what, lines=str(lines), most=str(MAX_DRAWN))

    def uses(self, uses: Iterable[Node]) -> None:
        """Check that uses stand on relationships with the young person that are there."""
        seen: dict[tuple[str, ...], Node] = {}
        for use in uses:
            self.refer(STAGE, use.at("stage"))
            self.refer(RELATIONSHIP, use.at("relationship"))
            self.refer_all(HOLDER, use, "held_by")
            self._use_on_its_relationship(use)
            named = (use.at(name).text for name in ("stage", "relationship", "use"))
            key = tuple(word for word in named if word is not None)
            if len(key) == len(("stage", "relationship", "use")) and key in seen:
                what = _(
                    "the same use of this relationship at this stage as {other}; keep one, with "
                    "everybody who holds it in held_by"
                )
                self._add(use, what, other=seen[key].where)
            seen.setdefault(key, use)

    def event(self, event: Node) -> None:
        """Check whom and what an event names."""
        self.refer(STAGE, event.at("stage"))
        self.refer_all(ANY_MEMBER, event, "by")
        self.refer_all(ANY_MEMBER, event, "people")

    def _add(self, node: Node, what: str, **fill: str) -> None:
        def told() -> str:
            return what.format(**{name: shown(word) for name, word in fill.items()})

        self._found.add_at(node, told)

    def _whereabouts(self, part: Node) -> None:
        area, setting = part.at("area"), part.at("setting")
        self.refer(AREA, area)
        self.refer(SETTING, setting)
        there = self._index.entry(SETTING, setting)
        of_setting = there.at("area") if there is not None else area
        known = self._index.entry(AREA, area) and self._index.entry(AREA, of_setting)
        if known and area.text != of_setting.text:
            what = _(
                "the area is '{area}', but the setting '{setting}' is in '{other}'; change one, "
                "or leave the area out"
            )
            words = {"area": area, "setting": setting, "other": of_setting}
            self._add(area, what, **{name: node.text or "" for name, node in words.items()})

    def _in_order(self, parts: Iterable[Node]) -> None:
        """Check that parts stand in the order of the stages, at most one a stage."""
        last = -1
        for part in parts:
            number = self._index.stage_number(part)
            if number is None:
                continue
            stage = part.at("stage")
            if number == last:
                what = _("the stage '{stage}' has been told of already; keep one")
                self._add(stage, what, stage=stage.text or "")
            elif number < last:
                what = _("the stage '{stage}' comes before the one above; put it in stage order")
                self._add(stage, what, stage=stage.text or "")
            last = max(last, number)

    def _ends(self, relationship: Node) -> None:
        first, second = relationship.at("from"), relationship.at("to")
        if first.text == YOUNG_PERSON:
            what = _(
                "the young person cannot stand in 'from'; put the other one there, and leave "
                "'to' out"
            )
            self._add(first, what)
            return
        self.refer(MEMBER, first)
        self.refer(ANY_MEMBER, second)
        if first.text is not None and first.text == second.text:
            self._add(second, _("a relationship goes from one to another; 'from' and 'to' are one"))

    def _tracks(self, relationship: Node) -> None:
        tracks = relationship.at("tracks")
        self.repeats(relationship, "tracks")
        own = _with_young_person(relationship)
        if own and (not tracks.given or tracks.value == []):
            what = _(
                "missing; a relationship with the young person has at least one track: trusted, "
                "parent_child, community_peer"
            )
            self._add(tracks, what)
        elif own is False and tracks.given and tracks.value != []:
            what = _("only relationships with the young person have tracks; leave them out")
            self._add(tracks, what)

    def _state(self, state: Node) -> None:
        self.refer(STAGE, state.at("stage"))
        self.refer(PERSPECTIVE, state.at("perspective"))
        self.repeats(state, "influence")
        perspective = _perspective(state)
        if state.at("closeness").given and perspective not in (None, YOUNG_PERSON):
            what = _(
                'only the young person says how close somebody is; add "perspective": '
                '"young_person", or leave closeness out'
            )
            self._add(state.at("closeness"), what)
        if perspective == TEAM and isinstance(state.value, dict) and not state.at("status").given:
            what = _("missing; the team's view needs one of: {words}")
            self._add(state.at("status"), what, words=", ".join(Status))

    def _use_on_its_relationship(self, use: Node) -> None:
        relationship = self._index.entry(RELATIONSHIP, use.at("relationship"))
        if relationship is None:
            return
        if _with_young_person(relationship) is False:
            what = _("uses stand on relationships with the young person; '{id}' is between others")
            node = use.at("relationship")
            self._add(node, what, id=node.text or "")
        status = self._team_status(relationship, self._index.stage_number(use))
        if use.at("level").text == Level.PRACTICE and status in _GONE:
            what = _(
                "in practice, but the relationship '{id}' is '{status}' at this stage; write "
                "'planned' or 'ambition', or change the relationship"
            )
            self._add(use.at("level"), what, id=use.at("relationship").text or "", status=status)

    def _team_status(self, relationship: Node, number: int | None) -> str:
        """Give the last status that the team tells up to a stage; "" where there is none."""
        if number is None:
            return ""
        key = relationship.at("id").text or ""
        if key not in self._statuses:
            self._statuses[key] = self._team_statuses(relationship)
        return self._statuses[key][number]

    def _team_statuses(self, relationship: Node) -> list[str]:
        """Give the status that the team tells at each stage.

        A move turns only active states to not known, so it makes no difference here.
        """
        told = [""] * (1 + max(self._index.stage_numbers.values(), default=-1))
        for state in relationship.each("states"):
            since = self._index.stage_number(state)
            if since is not None and _perspective(state) == TEAM:
                told[since:] = [state.at("status").text or ""] * (len(told) - since)
        return told


def _perspective(part: Node) -> str | None:
    """Give whose view a part tells; None where that cannot be read."""
    perspective = part.at("perspective")
    return perspective.text if perspective.given else TEAM


def _pair(relationship: Node) -> frozenset[str]:
    """Give the two ends of a relationship, in no order."""
    other = relationship.at("to")
    second = other.text if other.given else YOUNG_PERSON
    return frozenset((relationship.at("from").text or "", second or ""))


def _with_young_person(relationship: Node) -> bool | None:
    """Say whether a relationship is with the young person; None where it cannot be read."""
    other = relationship.at("to")
    if other.given and other.text is None:
        return None
    return not other.given or other.text == YOUNG_PERSON
