"""The line language: what is drawn of a relationship, and where it starts and stops."""

from collections.abc import Sequence
from itertools import combinations, product

import pytest

from relnet.case.vocabulary import Influence, Level, Status, Strength, UseKind
from relnet.figures.key import shape_styles
from relnet.figures.paths import length
from relnet.figures.scene import Line, MarkKind, StageScene
from relnet.figures.style import HARM, STYLES
from relnet.figures.view import NODE_RADIUS, PORT_RADIUS
from tests.figures.scenes import (
    Values,
    between,
    case_with,
    centre_of,
    discs_of,
    here_of,
    line_named,
    mark_of,
    own,
    person,
    ports_of,
    sample_stages,
    scene_of,
    shapes_named,
    spine_x,
    stage,
    styles_of,
    told,
)

TRACK = "community_peer"
INFLUENCES: tuple[tuple[str, ...], ...] = (
    (),
    (Influence.PROTECTIVE,),
    (Influence.HARMFUL,),
    (Influence.PROTECTIVE, Influence.HARMFUL),
)
STATES = tuple(product((*Status, None), (*Strength, None), (False, True), INFLUENCES))
NODES = {
    Status.ACTIVE: f"node-{TRACK}-full",
    Status.WANTED: f"node-{TRACK}-wanted",
    Status.BROKEN: f"node-{TRACK}-hollow",
    Status.NOT_KNOWN: f"node-{TRACK}-hollow",
    None: f"node-{TRACK}-hollow",
    Status.ENDED: f"node-{TRACK}-faint",
    Status.NEVER_FORMED: f"node-{TRACK}-faint",
}
LINES = {
    Status.BROKEN: {"faint", "slash"},
    Status.ENDED: {"stub"},
    Status.NEVER_FORMED: {"cross"},
    Status.NOT_KNOWN: {"faint-not-known", "mark-query", "text-query"},
}
SIGNS = {
    Influence.PROTECTIVE: {f"mark-protective-{TRACK}", f"sign-protective-{TRACK}"},
    Influence.HARMFUL: {"mark-harm", "sign-harm"},
}
BADGES = {
    Level.PRACTICE: {f"badge-{TRACK}-practice", f"icon-{TRACK}-practice"},
    Level.PLANNED: {f"badge-{TRACK}-planned", f"badge-{TRACK}-half", f"icon-{TRACK}-planned"},
    Level.AMBITION: {f"badge-{TRACK}-ambition", f"icon-{TRACK}-ambition"},
}


def stage_with(
    *states: Values, lives: str = "away", area: str | None = "home", uses: Sequence[Values] = ()
) -> StageScene:
    """Draw Kayla's relationship, told by the first of the states, at a single stage."""
    case = case_with(
        stages=[stage("now", lives)],
        people=[person("kayla", area), person("mum", kind="family")],
        relationships=[own("kayla", *states)],
        uses=uses,
    )
    perspective = states[0].get("perspective", "team")
    return scene_of(case, str(perspective)).stages[0]


def use(kind: UseKind, level: Level, tie: str = "r-kayla") -> Values:
    """Write a use as the file has it."""
    return {"stage": "now", "relationship": tie, "use": kind, "level": level}


def expected(
    status: Status | None, strength: Strength | None, influence: tuple[str, ...], *, strained: bool
) -> set[str]:
    """Say which classes a state is drawn in, by design section 3."""
    tone = "harmful" if influence == (Influence.HARMFUL,) else TRACK
    signs = {style for kind in influence for style in SIGNS[Influence(kind)]}
    if status in LINES:
        return LINES[status] | signs
    if status is Status.WANTED:
        return {f"line-{tone}-wanted"} | signs
    if status is None and strength is None:
        return {"faint-unsaid"} | signs
    lines = {f"line-{tone}-{strength.value if strength else 'unsaid'}"}
    lines |= {f"zigzag-{tone}"} if strained else set()
    lines |= {"over-harm"} if len(influence) == 2 else set()
    return lines | signs


@pytest.mark.parametrize(("status", "strength", "strained", "influence"), STATES)
def test_the_classes_of_every_state(
    status: Status | None,
    strength: Strength | None,
    strained: bool,  # noqa: FBT001 - from the table
    influence: tuple[str, ...],
) -> None:
    more = {"strength": strength} if strength else {}
    state = told(
        status=status,
        perspective="young_person",
        strained=strained,
        influence=list(influence),
        **more,
    )
    drawn = stage_with(state)
    tie, member = mark_of(drawn, "r0"), mark_of(drawn, "p0")
    assert styles_of(tie) == expected(status, strength, influence, strained=strained)
    assert {style for style in styles_of(member) if style.startswith("node")} == {NODES[status]}


def test_suspected_harm_is_dashed() -> None:
    state = told(influence=["harmful"], certainty="suspected")
    styles = styles_of(mark_of(stage_with(state), "r0"))
    assert {"mark-harm-suspected", "sign-harm-suspected"} <= styles
    assert "mark-harm" not in styles
    assert STYLES["mark-harm-suspected"].dash
    assert STYLES["mark-harm-suspected"].stroke == HARM


@pytest.mark.parametrize(("lives", "area"), [("away", "home"), ("home", "away"), ("home", None)])
def test_a_broken_line_stops_before_the_area_where_the_young_person_lives(
    lives: str, area: str | None
) -> None:
    drawn = stage_with(told(status="broken"), lives=lives, area=area)
    tie, here = mark_of(drawn, "r0"), here_of(drawn)
    line, slash = line_named(tie, "faint").path, line_named(tie, "slash").path
    assert length(line) > 2 * NODE_RADIUS
    if line.start[0] < here.x:
        assert line.start[0] < line.end[0] < here.x
    else:
        assert here.x + here.width < line.end[0] < line.start[0]
    middle = ((slash.start[0] + slash.end[0]) / 2, (slash.start[1] + slash.end[1]) / 2)
    assert middle == pytest.approx(line.end)
    assert slash.start[1] < line.end[1] < slash.end[1]


def test_a_broken_line_without_a_distance_stops_halfway() -> None:
    drawn = stage_with(told(status="broken"), lives="home")
    line = line_named(mark_of(drawn, "r0"), "faint").path
    port = spine_x(drawn) - PORT_RADIUS
    assert line.end[0] == pytest.approx((line.start[0] + port) / 2, abs=0.5)


@pytest.mark.parametrize("status", ["active", "wanted", "not_known"])
def test_other_lines_reach_the_port(status: str) -> None:
    drawn = stage_with(told(status=status))
    tie = mark_of(drawn, "r0")
    path = line_named(tie, "faint" if status == "not_known" else "line").path
    (port,) = (disc for disc in ports_of(drawn) if abs(disc.y - path.end[1]) < 1)
    assert abs(port.x - path.end[0]) == pytest.approx(port.radius)
    x, y = centre_of(mark_of(drawn, "p0"))
    assert path.start[1] == pytest.approx(y)
    assert NODE_RADIUS <= abs(path.start[0] - x) <= 2 * NODE_RADIUS


@pytest.mark.parametrize("lives", ["home", "away"])
@pytest.mark.parametrize("influence", [[], ["protective", "harmful"]])
def test_an_ended_line_is_a_stub_short_of_the_port(lives: str, influence: list[str]) -> None:
    views = [told(status="ended", influence=influence), told(perspective="mum")]
    drawn = stage_with(*views, lives=lives)
    tie = mark_of(drawn, "r0")
    line, bar = (
        shape.path for shape in tie.shapes if isinstance(shape, Line) and shape.style == "stub"
    )
    assert line.start[0] < line.end[0] < spine_x(drawn) - PORT_RADIUS
    assert bar.start[0] == bar.end[0] == line.end[0]


def test_a_relationship_that_never_formed_is_a_cross_without_a_line() -> None:
    tie = mark_of(stage_with(told(status="never_formed")), "r0")
    first, second = tie.shapes
    assert shape_styles(first) == shape_styles(second) == ("cross",)


def test_a_zigzag_runs_from_end_to_end_of_its_line() -> None:
    tie = mark_of(stage_with(told(strained=True, strength="strong")), "r0")
    line, over = line_named(tie, "line").path, line_named(tie, "zigzag").path
    assert (over.start, over.end) == (line.start, line.end)


@pytest.mark.parametrize(("level", "styles"), BADGES.items())
def test_badges_show_how_real_a_use_is(level: Level, styles: set[str]) -> None:
    tie = mark_of(stage_with(told(), uses=[use(UseKind.SAFETY, level)]), "r0")
    assert {s for s in styles_of(tie) if s.startswith(("badge", "icon"))} == styles
    badge = STYLES[f"badge-{TRACK}-{level.value}"]
    assert bool(badge.dash) is (level is Level.AMBITION)
    assert (badge.fill == badge.stroke) is (level is Level.PRACTICE)


@pytest.mark.parametrize(
    ("levels", "shown"),
    [
        ((Level.AMBITION, Level.PRACTICE), Level.PRACTICE),
        ((Level.AMBITION, Level.PLANNED), Level.PLANNED),
        ((Level.PLANNED, Level.PRACTICE, Level.AMBITION), Level.PRACTICE),
    ],
)
def test_of_two_levels_the_most_real_is_shown(levels: tuple[Level, ...], shown: Level) -> None:
    uses = [use(UseKind.SAFETY, level) for level in levels]
    styles = styles_of(mark_of(stage_with(told(), uses=uses), "r0"))
    assert {style for style in styles if style.startswith(("badge", "icon"))} == BADGES[shown]


def test_every_use_has_its_own_badge_and_tag() -> None:
    uses = [use(kind, Level.PRACTICE) for kind in UseKind]
    tie = mark_of(stage_with(told(), uses=uses), "r0")
    badges = discs_of(tie, "badge")
    assert len(badges) == len(UseKind)
    assert all(abs(a.x - b.x) >= a.radius + b.radius for a, b in combinations(badges, 2))
    assert {f"use-{kind.value}" for kind in UseKind} <= set(tie.tags)


def test_a_sign_says_where_another_sees_it_otherwise() -> None:
    other = told(status="wanted", perspective="mum")
    differs = mark_of(stage_with(told(), other), "r0")
    agrees = mark_of(stage_with(told(), told(perspective="mum")), "r0")
    assert "sign-differs" in styles_of(differs)
    assert "differs" in differs.tags
    assert "sign-differs" not in styles_of(agrees)
    assert "differs" not in agrees.tags


def test_signs_stand_in_the_order_of_the_line_and_never_past_the_port() -> None:
    state = told(status="not_known", influence=["protective", "harmful"])
    other = told(status="broken", perspective="mum")
    uses = [use(kind, Level.PLANNED) for kind in UseKind]
    for lives, area in (("home", "home"), ("away", "home"), ("away", "away"), ("home", "away")):
        drawn = stage_with(state, other, lives=lives, area=area, uses=uses)
        signs = discs_of(mark_of(drawn, "r0"), "mark", "badge")
        assert len(signs) == 7
        x, port = centre_of(mark_of(drawn, "p0"))[0], spine_x(drawn)
        assert all(min(x, port) < sign.x < max(x, port) for sign in signs)


def test_signs_of_a_broken_line_keep_to_what_is_left_of_it() -> None:
    for sample, number, drawn in sample_stages():
        for tie in drawn.marks:
            if tie.kind is MarkKind.TIE and "status-broken" in tie.tags:
                path = line_named(tie, "faint").path
                low, high = sorted((path.start[0], path.end[0]))
                signs = discs_of(tie, "mark", "badge")
                assert all(low <= s.x <= high for s in signs), (sample.name, number, tie.ref)


def two_ties(*statuses: str) -> StageScene:
    """Draw several relationships between the same two."""
    ties = [
        {
            "id": f"r-{number}",
            "from": "kayla",
            "tracks": [TRACK],
            "states": [told(status=status, influence=["protective"])],
        }
        for number, status in enumerate(statuses)
    ]
    case = case_with(people=[person("kayla")], relationships=ties)
    return scene_of(case).stages[0]


def test_parallel_relationships_are_told_apart() -> None:
    drawn = two_ties("active", "active")
    first, second = mark_of(drawn, "r0"), mark_of(drawn, "r1")
    starts = [line_named(tie, "line").path.start for tie in (first, second)]
    assert starts[0] != starts[1]
    (one,), (other,) = (discs_of(tie, "mark") for tie in (first, second))
    assert abs(one.x - other.x) >= one.radius + other.radius


@pytest.mark.parametrize(
    ("statuses", "look"),
    [
        (("broken", "active"), "full"),
        (("ended", "wanted"), "wanted"),
        (("never_formed", "not_known"), "hollow"),
        (("ended", "never_formed"), "faint"),
    ],
)
def test_somebody_with_two_relationships_looks_like_the_most_present(
    statuses: tuple[str, ...], look: str
) -> None:
    assert f"node-{TRACK}-{look}" in styles_of(mark_of(two_ties(*statuses), "p0"))


def test_the_tags_say_what_can_be_filtered() -> None:
    state = told(influence=["harmful"], status="active")
    tie = mark_of(stage_with(state, uses=[use(UseKind.SAFETY, Level.PLANNED)]), "r0")
    assert {f"track-{TRACK}", "status-active", "influence-harmful", "planned"} <= set(tie.tags)
    bare = mark_of(stage_with(told(status=None, perspective="young_person")), "r0")
    assert {"status-unsaid", "influence-unsaid", "use-none"} <= set(bare.tags)
    hoped = mark_of(stage_with(told(), uses=[use(UseKind.SAFETY, Level.AMBITION)]), "r0")
    assert "planned" not in hoped.tags


@pytest.mark.parametrize(
    ("status", "tags"),
    [("active", set()), ("ended", {"lost", "changed"}), ("broken", {"lost", "changed"})],
)
def test_the_tags_say_what_changed_since_the_last_stage(status: str, tags: set[str]) -> None:
    case = case_with(
        stages=[stage("then"), stage("now")],
        people=[person("kayla")],
        relationships=[own("kayla", told("then"), told("now", status))],
    )
    found = set(mark_of(scene_of(case).stages[1], "r0").tags)
    assert found & {"lost", "changed"} == tags


def two_peers(state: Values) -> StageScene:
    """Draw a relationship between two peers."""
    ties = [own("kayla", told()), own("tee", told()), between("kayla", "tee", state)]
    case = case_with(people=[person("kayla"), person("tee")], relationships=ties)
    return scene_of(case).stages[0]


@pytest.mark.parametrize(
    ("state", "style"),
    [
        (told(), "arc"),
        (told(status="wanted"), "arc"),
        (told(influence=["harmful"]), "arc-harm"),
        (told(influence=["harmful", "protective"]), "arc-harm"),
        (told(status="broken"), "arc-faint"),
        (told(status="ended", influence=["harmful"]), "arc-faint"),
        (told(status="not_known"), "arc-faint"),
        (told(status="never_formed"), "arc-faint"),
    ],
)
def test_ties_between_others_are_arcs(state: Values, style: str) -> None:
    drawn = two_peers(state)
    found = mark_of(drawn, "r2")
    assert found.kind is MarkKind.ARC
    assert styles_of(found) == {style}
    assert STYLES[style].dash
    assert {"between", f"track-{TRACK}"} <= set(found.tags)
    path = line_named(found, "arc").path
    assert path.start == pytest.approx(centre_of(mark_of(drawn, "p0")))
    assert path.end == pytest.approx(centre_of(mark_of(drawn, "p1")))


@pytest.mark.parametrize("areas", [("home",), ("away",), (None,), ("home", None), (None, "home")])
@pytest.mark.parametrize("count", [2, 60])
def test_arcs_stay_inside_the_picture(areas: tuple[str | None, ...], count: int) -> None:
    places = areas * 2 if len(areas) == 1 else areas
    people = [person(f"peer-{n}", places[n % len(places)]) for n in range(count)]
    ties = [own(p["id"], told()) for p in people]
    arcs = [between("peer-0", people[-1]["id"], told())]
    scene = scene_of(case_with(people=people, relationships=[*ties, *arcs]))
    path = line_named(mark_of(scene.stages[0], f"r{count}"), "arc").path
    assert all(0 <= x <= scene.width and 0 <= y <= scene.height for x, y in path.points())


def test_a_relationship_says_whom_it_ties_and_what_it_is_like() -> None:
    tie = mark_of(stage_with(told(status="broken")), "r0")
    assert tie.ends == ("p0",)
    assert tie.label
    assert "Kayla" in tie.label
    assert "broken" in tie.label
    assert shapes_named(tie, "slash")
