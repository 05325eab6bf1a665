"""The style table: the line language once, for both painters.

Every drawn thing names one class of this table. The SVG painter turns the table into a
style sheet, the Plotly painter looks its entries up. Colours pass WCAG AA on their lane:
4.5:1 for text, 3:1 for lines and marks (``tests/figures/test_style.py`` computes it).
"""

from dataclasses import dataclass

from relnet.case.vocabulary import Level, Strength, Track

INK = "#1f2933"
MUTED = "#4c5a67"
FAINT = "#6b7785"
PAPER = "#ffffff"
GROUND = "#f5f7f9"
HARM = "#b93a0a"
HIGHLIGHT = "#f2b705"

TRACK_COLOUR = {
    Track.TRUSTED: "#1d5fa8",
    Track.PARENT_CHILD: "#8b3f86",
    Track.COMMUNITY_PEER: "#0b7350",
}
LANE_COLOUR = {
    Track.TRUSTED: "#eaf2fb",
    Track.PARENT_CHILD: "#f7f0f7",
    Track.COMMUNITY_PEER: "#eaf5ef",
}
FONT = "'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'DejaVu Sans', sans-serif"

DOT_GAP = "0.1 6"


@dataclass(frozen=True, slots=True)
class Style:
    """How a thing is drawn: lines, areas and texts share one kind of entry.

    ``stroke_width`` and ``size`` are px; ``dash`` is SVG's dash list in px.
    """

    stroke: str | None = None
    stroke_width: float = 0.0
    dash: str | None = None
    fill: str | None = None
    opacity: float = 1.0
    round_ends: bool = False
    size: float = 0.0
    bold: bool = False
    italic: bool = False


def _line(colour: str, width: float, dash: str | None = None) -> Style:
    return Style(stroke=colour, stroke_width=width, dash=dash, round_ends=dash == DOT_GAP)


def _text(colour: str, size: float, *, bold: bool = False, italic: bool = False) -> Style:
    return Style(fill=colour, size=size, bold=bold, italic=italic)


_WEIGHTS: dict[str, tuple[float, str | None]] = {
    Strength.STRONG.value: (5.0, None),
    Strength.STEADY.value: (2.5, None),
    Strength.WEAK.value: (2.0, "5 4"),
    "unsaid": (1.3, None),
    "wanted": (2.4, DOT_GAP),
}


def _tone_styles(tone: str, colour: str) -> dict[str, Style]:
    lines = {
        f"line-{tone}-{weight}": _line(colour, width, dash)
        for weight, (width, dash) in _WEIGHTS.items()
    }
    return {
        **lines,
        f"zigzag-{tone}": _line(colour, 1.6),
        f"badge-{tone}-{Level.PRACTICE.value}": Style(colour, 1.5, fill=colour),
        f"badge-{tone}-{Level.PLANNED.value}": Style(colour, 1.5, fill=PAPER),
        f"badge-{tone}-{Level.AMBITION.value}": Style(colour, 1.5, "2.5 2", PAPER),
        f"badge-{tone}-half": Style(fill=colour),
        f"icon-{tone}-{Level.PRACTICE.value}": _line(PAPER, 1.5),
        f"icon-{tone}-{Level.PLANNED.value}": _line(INK, 1.4),
        f"icon-{tone}-{Level.AMBITION.value}": _line(colour, 1.4),
    }


def _track_styles(track: Track) -> dict[str, Style]:
    colour, name = TRACK_COLOUR[track], track.value
    return {
        **_tone_styles(name, colour),
        f"lane-{name}": Style(fill=LANE_COLOUR[track]),
        f"node-{name}-full": Style(colour, 2.0, fill=colour),
        f"node-{name}-hollow": Style(colour, 2.0, fill=PAPER),
        f"node-{name}-faint": Style(FAINT, 1.6, fill=PAPER),
        f"node-{name}-wanted": Style(colour, 2.0, "1.6 2.6", PAPER),
        f"mark-protective-{name}": Style(colour, 1.5, fill=PAPER),
        f"sign-protective-{name}": _line(colour, 1.8),
        f"port-{name}-held": Style(INK, 3.5, fill=colour),
        f"text-lane-{name}": _text(colour, 13, bold=True),
    }


_PLAIN: dict[str, Style] = {
    "area-here": Style(INK, 1.8, fill=PAPER, opacity=0.8),
    "area-away": Style(FAINT, 1.2, "4 4", fill=PAPER, opacity=0.45),
    "area-folded": Style(FAINT, 1.0, fill="#e9edf1"),
    "guide": _line("#7b8793", 1.0, "1 5"),
    "distance": _line(FAINT, 1.0),
    "spine": Style(INK, 7.0, round_ends=True),
    "pill": Style(fill=INK),
    "port-empty": Style(INK, 3.5, fill=PAPER),
    "port-key-held": Style(INK, 3.5, fill=MUTED),
    "port-small-unknown": Style(INK, 1.4, "1.5 2.5", PAPER),
    "port-unknown": Style(INK, 2.4, "2 3.4", PAPER),
    "faint": _line(FAINT, 1.4),
    "faint-unsaid": _line(FAINT, 1.3, "10 3"),
    "stub": _line(MUTED, 2.0),
    "faint-not-known": _line(FAINT, 1.3, "1.5 3.5"),
    "faint-broken": _line(FAINT, 1.3, "1 6"),
    "stop": _line(INK, 2.4),
    "slash": _line(INK, 2.0),
    "cross": _line(FAINT, 1.8),
    "over-harm": _line(HARM, 3.0, "7 7"),
    "arc": _line(MUTED, 1.2, "1.5 3.5"),
    "arc-harm": _line(HARM, 1.8, "7 3 1.5 3"),
    "arc-faint": _line(FAINT, 1.0, "1 6"),
    "node-neutral": Style(MUTED, 1.6, fill=PAPER),
    "mark-harm": Style(HARM, 1.5, fill=HARM),
    "mark-harm-suspected": Style(HARM, 1.5, "2 1.6", PAPER),
    "sign-harm": _line(PAPER, 2.0),
    "sign-harm-suspected": _line(HARM, 2.0),
    "sign-differs": _line(INK, 1.4),
    "mark-query": Style(FAINT, 1.4, fill=PAPER),
    "blank-not_asked": Style(MUTED, 1.2, "1.5 3", PAPER),
    "blank-asked_none": Style(MUTED, 1.2, fill=PAPER),
    "blank-not_held": Style(MUTED, 1.2, "6 3", PAPER),
    "table": Style(FAINT, 0.7, fill=PAPER),
    "table-head": Style(FAINT, 0.7, fill="#e9edf1"),
    "rule": _line(FAINT, 0.5),
    "dot": Style(fill=MUTED),
    "row": Style(),
    "column": Style(),
    "phase": _line(FAINT, 1.5),
    "move": _line(HARM, 1.8, "5 4"),
    "birthday": _line(INK, 1.8),
    "services-end": _line(MUTED, 2.0, "2 3"),
    "time-to-scale": _line(MUTED, 2.0),
    "time-not-to-scale": _line(MUTED, 1.4, "2 3"),
    "tick-happened": Style(MUTED, 1.2, fill=MUTED),
    "tick-not": Style(MUTED, 1.2, fill=PAPER),
    "text-title": _text(INK, 16, bold=True),
    "text-note": _text(MUTED, 12),
    "text-area": _text(MUTED, 14),
    "text-area-here": _text(INK, 14, bold=True),
    "text-sub": _text(MUTED, 12),
    "text-folded": _text(MUTED, 12),
    "text-name": _text(INK, 13, bold=True),
    "text-name-faint": _text(MUTED, 13, bold=True),
    "text-role": _text(MUTED, 12),
    "text-differs": _text(INK, 13, bold=True),
    "text-pill": _text(PAPER, 13, bold=True),
    "text-blank": _text(INK, 12, italic=True),
    "text-query": _text(INK, 12, bold=True),
    "text-key": _text(MUTED, 12),
    "text-stage": _text(INK, 13),
    "text-holder": _text(INK, 12),
}

STYLES: dict[str, Style] = {
    **_PLAIN,
    **_tone_styles("harmful", HARM),
    **_tone_styles("key", INK),
    **{name: style for track in Track for name, style in _track_styles(track).items()},
}


def look_up(name: str) -> Style:
    """Give the entry of a class.

    Raises:
        KeyError: the table has no such class; nothing may be drawn without an entry.
    """
    return STYLES[name]


def style_sheet(scope: str = "") -> str:
    """Give the whole table as CSS rules, each under ``scope``."""
    return "".join(f"{scope}.{name}{{{_rule(style)}}}" for name, style in STYLES.items())


def _rule(style: Style) -> str:
    found = [f"fill:{style.fill or 'none'}"]
    if style.stroke:
        found.append(f"stroke:{style.stroke};stroke-width:{style.stroke_width:g}")
    if style.dash:
        found.append(f"stroke-dasharray:{style.dash.replace(' ', ',')}")
    if style.round_ends:
        found.append("stroke-linecap:round")
    if style.opacity < 1:
        found.append(f"fill-opacity:{style.opacity:g}")
    if style.size:
        found.append(f"font-size:{style.size:g}px;font-weight:{700 if style.bold else 400}")
    if style.italic:
        found.append("font-style:italic")
    return ";".join(found)
