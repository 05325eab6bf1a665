"""A case page as a browser holds it: its parts, and what the scripts do with an answer.

It does as assets/case_parts.js and assets/case_wiring.js do, without a browser.
"""

import re
from html.parser import HTMLParser
from typing import Any

from tests.web.edit.written import VOID

Refs = dict[str, str | None]
Parts = dict[str, str]


class _Parts(HTMLParser):
    """Finds the parts of a page: where each begins and ends in its text."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.lines = [0]
        for line in text.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))
        self.open: list[tuple[str, str | None, int, int]] = []
        self.found: Parts = {}
        self.frame: dict[str, Any] = {}
        self.feed(text)
        self.close()

    def place(self) -> int:
        line, column = self.getpos()
        return self.lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.note_frame(told)
        if tag not in VOID:
            start = self.place()
            inner = start + len(self.get_starttag_text() or "")
            self.open.append((tag, _name_of(told), start, inner))

    def note_frame(self, told: dict[str, str]) -> None:
        if "data-picture-height" in told:
            for name in ("width", "height", "picture-height"):
                self.frame[name] = float(told[f"data-{name}"])
        if told.get("id") == "timeline":
            self.frame["stages"] = int(told["data-stages"])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag that closes itself holds nothing."""

    def handle_endtag(self, tag: str) -> None:
        found, name, start, inner = self.open.pop()
        assert found == tag, f"{found} is closed by {tag}"
        if name is None:
            return
        numbered = ":" in name
        end = self.place() + len(f"</{tag}>") if numbered else self.place()
        self.found[name] = self.text[start if numbered else inner : end]


def _name_of(told: dict[str, str]) -> str | None:
    classes = told.get("class", "").split()
    for kind, name in (("stage", "stage"), ("stage-panel", "panel")):
        if kind in classes and "data-stage" in told:
            return f"{name}:{told['data-stage']}"
    return told.get("data-part")


def _plain(html: str) -> str:
    """Write a part as every page does, whichever stage is shown."""
    told = html.replace('class="stage now"', 'class="stage"', 1)
    return told.replace('class="stop now"', 'class="stop"').replace(
        " hidden data-stage", " data-stage"
    )


class ShownPage:
    """A page that was loaded once, and has taken in answers since."""

    def __init__(self, text: str, number: int, stage: int = 0, perspective: str = "") -> None:
        found = _Parts(text)
        self.parts = {name: _plain(html) for name, html in found.found.items()}
        self.frame = found.frame
        self.whole = self.newest = number
        self.touched: set[int] = set()
        self.stage = stage
        self.perspective = perspective
        self.chosen: str | None = None
        self.notices: list[str] = []

    def look(self) -> dict[str, str]:
        """Say what it looks at, as it is sent along."""
        return {"stage": str(self.stage + 1), "as": self.perspective}

    def take_edit(self, answer: dict[str, Any]) -> None:
        """Take in what came of an edit."""
        self.touched |= {_stage_of(name) for name in answer["parts"] if name.startswith("stage:")}
        self.touched |= set(range(answer["frame"]["stages"], int(self.frame["stages"])))
        self._take(answer)

    def take_news(self, answer: dict[str, Any]) -> None:
        """Take in all the rest that is other by now."""
        if "parts" in answer:
            self.touched = set()
            self.whole = answer["number"]
            self._take(answer)

    def _take(self, answer: dict[str, Any]) -> None:
        self.newest = max(self.newest, answer["number"])
        frame = answer["frame"]
        self.frame = {
            "width": frame["width"],
            "height": frame["height"],
            "picture-height": frame["pictureHeight"],
            "stages": frame["stages"],
        }
        for name in [name for name in self.parts if ":" in name]:
            if _stage_of(name) >= frame["stages"]:
                del self.parts[name]
        self.parts |= {name: _plain(html) for name, html in answer["parts"].items()}
        self._rename(answer["refs"])
        self.stage = min(answer["stages"].get(str(self.stage), self.stage), frame["stages"] - 1)
        self.notices += [notice["words"] for notice in answer["notices"]]

    def _rename(self, refs: Refs) -> None:
        if self.chosen is not None:
            self.chosen = refs.get(self.chosen, self.chosen)
        self.perspective = refs.get(self.perspective, self.perspective) or ""


def _stage_of(name: str) -> int:
    return int(re.sub(r"^\w+:", "", name))
