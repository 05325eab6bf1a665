"""The style table: contrast by the WCAG formula, completeness, and the same in the pages."""

import re
from collections.abc import Iterator

import pytest

from relnet.figures.style import (
    GROUND,
    HARM,
    HIGHLIGHT,
    INK,
    LANE_COLOUR,
    MUTED,
    PAPER,
    STYLES,
    TRACK_COLOUR,
    look_up,
    style_sheet,
)
from relnet.figures.svg import map_style_sheet
from relnet.resources import assets_folder
from tests.figures.scenes import sample_stages, styles_of

GROUNDS = (*LANE_COLOUR.values(), PAPER, GROUND)
TEXT_CONTRAST, LINE_CONTRAST = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11

# What is never drawn on a lane, with what it is drawn on.
ON_OTHER_GROUNDS = {
    "sign-harm": "mark-harm",
    "text-pill": "pill",
    "text-folded": "area-folded",
    **{
        f"icon-{tone}-practice": f"badge-{tone}-practice"
        for tone in (*(track.value for track in TRACK_COLOUR), "harmful", "key")
    },
}


def luminance(colour: str) -> float:
    """Give the relative luminance as WCAG 2.2 defines it."""
    shares = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def grounds_of(name: str) -> tuple[str, ...]:
    """Give the colours on which a class is drawn."""
    ground = ON_OTHER_GROUNDS.get(name)
    return GROUNDS if ground is None else (look_up(ground).fill or "",)


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    # From WCAG's own example of the least grey that passes on white.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if style.size])
def test_texts_can_be_read_on_every_ground(name: str) -> None:
    colour = STYLES[name].fill
    assert colour is not None
    assert all(contrast(colour, ground) >= TEXT_CONTRAST for ground in grounds_of(name))


@pytest.mark.parametrize("name", [name for name, style in STYLES.items() if style.stroke])
def test_lines_can_be_seen_on_every_ground(name: str) -> None:
    colour = STYLES[name].stroke
    assert colour is not None
    assert all(contrast(colour, ground) >= LINE_CONTRAST for ground in grounds_of(name))


def test_what_has_no_outline_is_a_ground_or_can_be_seen() -> None:
    filled = {n: s for n, s in STYLES.items() if s.fill and not s.stroke and not s.size}
    lanes = {f"lane-{track.value}" for track in LANE_COLOUR}
    seen = {n for n, s in filled.items() if s.fill and contrast(s.fill, PAPER) >= LINE_CONTRAST}
    assert set(filled) - seen == lanes


def test_no_text_is_under_12_px() -> None:
    assert min(style.size for name, style in STYLES.items() if name.startswith("text-")) >= 12
    assert all(style.size for name, style in STYLES.items() if name.startswith("text-"))


def test_every_class_that_a_sample_case_names_has_an_entry() -> None:
    named = {style for _, _, stage in sample_stages() for style in styles_of(stage.marks)}
    assert named - set(STYLES) == set()
    assert len(named) > 60


def test_a_class_without_an_entry_cannot_be_drawn() -> None:
    with pytest.raises(KeyError):
        look_up("line-imagined")


def test_every_line_of_the_language_is_drawn_differently() -> None:
    for track in TRACK_COLOUR:
        weights = ("strong", "steady", "weak", "unsaid", "wanted")
        looks = [STYLES[f"line-{track.value}-{weight}"] for weight in weights]
        assert len({(look.stroke_width, look.dash) for look in looks}) == len(weights)
        strong, steady, weak, _unsaid, wanted = looks
        assert strong.stroke_width > steady.stroke_width
        assert (strong.dash, steady.dash) == (None, None)
        assert weak.dash
        assert wanted.dash
        assert wanted.round_ends


def test_nothing_is_told_by_colour_alone() -> None:
    """A port, a node and a badge differ from their like in more than their colour."""
    for track in (track.value for track in TRACK_COLOUR):
        for group in (
            (f"port-{track}-held", "port-empty", "port-unknown"),
            (f"node-{track}-full", f"node-{track}-hollow", f"node-{track}-wanted"),
            (f"badge-{track}-practice", f"badge-{track}-planned", f"badge-{track}-ambition"),
        ):
            looks = [(STYLES[n].fill in (PAPER, None), STYLES[n].dash) for n in group]
            assert len(set(looks)) >= 2
    assert STYLES["mark-harm"].dash != STYLES["mark-harm-suspected"].dash
    blanks = [STYLES[f"blank-{blank}"].dash for blank in ("not_asked", "asked_none", "not_held")]
    assert len(set(blanks)) == 3


def test_the_warning_colour_is_nobody_elses() -> None:
    harmful = {name for name, style in STYLES.items() if HARM in (style.fill, style.stroke)}
    assert all("harm" in name or name == "move" for name in harmful)


def rules(css: str) -> Iterator[tuple[str, str]]:
    """Give the selectors and declarations of a flat style sheet."""
    yield from re.findall(r"([^{}]+)\{([^}]*)\}", css)


def test_the_style_sheet_has_every_class_once() -> None:
    found = dict(rules(style_sheet(".map ")))
    assert set(found) == {f".map .{name}" for name in STYLES}
    assert f"stroke:{HARM}" in found[".map .over-harm"]
    assert "stroke-dasharray:7,7" in found[".map .over-harm"]
    assert "fill:none" in found[".map .over-harm"]
    assert "font-weight:700" in found[".map .text-name"]
    assert "font-style:italic" in found[".map .text-blank"]
    assert "fill-opacity" in found[".map .area-away"]
    assert "stroke-linecap:round" in found[".map .line-trusted-wanted"]
    assert style_sheet(".map ") in map_style_sheet()


def test_the_pages_have_the_same_colours() -> None:
    css = (assets_folder() / "relnet.css").read_text(encoding="utf-8")
    root = css[css.index(":root") : css.index("}", css.index(":root"))]
    found = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})\b", root))
    tracks = {track.value.replace("_", "-"): colour for track, colour in TRACK_COLOUR.items()}
    lanes = {f"{t.value.replace('_', '-')}-lane": colour for t, colour in LANE_COLOUR.items()}
    plain = {
        "ink": INK,
        "muted": MUTED,
        "paper": PAPER,
        "ground": GROUND,
        "harm": HARM,
        "highlight": HIGHLIGHT,
    }
    assert {name: found.get(name) for name in plain | tracks | lanes} == plain | tracks | lanes
