"""Measures the drawn texts of a case page: which overlap, are cut, or are too small."""

from typing import Any

from playwright.sync_api import Page

# A line box is higher than its ink: a fifth above and below is empty.
_DRAWN = """
() => {
  const found = [], seen = [];
  const sides = ({left, right, top, bottom}) => ({left, right, top, bottom});
  const ink = box => ({left: box.left, right: box.right,
    top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2});
  // The lines of one text are the browser's own to keep apart.
  const number = e => seen.includes(e) ? seen.indexOf(e) : seen.push(e) - 1;
  const add = (where, e, box, size, room) => {
    if (box.width && e.textContent.trim()) {
      found.push({where, id: number(e), text: e.textContent, size, room: sides(room),
        ...ink(box)});
    }
  };
  const map = document.querySelector(".stages");
  const scale = map.querySelector(".now > svg").getScreenCTM().a;
  const whole = map.getBoundingClientRect();
  for (const e of map.querySelectorAll(".stage.now text")) {
    if (getComputedStyle(e).visibility !== "visible") continue;
    const runs = e.children.length ? [...e.children] : [e];
    const size = Math.min(...runs.map(run => parseFloat(getComputedStyle(run).fontSize))) * scale;
    add("map", e, e.getBoundingClientRect(), size, whole);
  }
  const rail = document.getElementById("rail");
  const line = document.getElementById("timeline").getBoundingClientRect();
  for (const e of rail.querySelectorAll(".band-name, .move-name, .stop-name, .stop-date")) {
    const range = document.createRange();
    range.selectNodeContents(e);
    const own = e.getBoundingClientRect();
    const size = parseFloat(getComputedStyle(e).fontSize);
    for (const box of range.getClientRects()) {
      const shown = {left: Math.max(box.left, own.left), right: Math.min(box.right, own.right),
        top: box.top, bottom: box.bottom, height: box.height};
      shown.width = shown.right - shown.left;
      if (box.top < own.bottom - 2) add("timeline", e, shown, size, line);
    }
    const style = getComputedStyle(e);
    const cut = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 4;
    const told = style.textOverflow === "ellipsis" || style.webkitLineClamp !== "none";
    const titled = e.title || e.parentElement.title || e.closest("[title]");
    if (e.clientWidth && cut && !(told && titled)) found.push({where: "cut", text: e.textContent});
  }
  return found;
}
"""
_TRACKS = """
() => {
  const found = [], seen = [];
  const number = e => seen.includes(e) ? seen.indexOf(e) : seen.push(e) - 1;
  const tracks = document.querySelector(".pane:not([hidden]) .tracks");
  for (const part of tracks.querySelectorAll(":scope > svg")) {
    const {left, right, top, bottom} = part.getBoundingClientRect();
    const scale = part.getScreenCTM().a;
    for (const e of part.querySelectorAll("text")) {
      if (getComputedStyle(e).visibility !== "visible" || !e.textContent.trim()) continue;
      const runs = e.children.length ? [...e.children] : [e];
      const size = Math.min(...runs.map(run => parseFloat(getComputedStyle(run).fontSize)));
      const box = e.getBoundingClientRect();
      found.push({where: part.classList.value, id: number(e), text: e.textContent,
        size: size * scale, room: {left, right, top, bottom}, left: box.left, right: box.right,
        top: box.top + box.height * 0.2, bottom: box.bottom - box.height * 0.2});
    }
  }
  return found;
}
"""
_SIDE = """
() => {
  const side = document.getElementById("side"), room = side.getBoundingClientRect();
  const shown = [...side.querySelectorAll(".stage-panel:not([hidden]) *:not(.unseen)")];
  const wide = shown.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth
    || e.getBoundingClientRect().right > room.right + 1);
  const small = shown.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())
    && parseFloat(getComputedStyle(e).fontSize) < 12);
  return [...wide.map(e => "too wide: " + e.outerHTML.slice(0, 200)),
    ...small.map(e => "small: " + e.outerHTML)];
}
"""


def faults_of_texts(page: Page) -> list[str]:
    """Say what is wrong with the texts of the present stage: map, timeline and side panel."""
    return [*_faults(page.evaluate(_DRAWN)), *page.evaluate(_SIDE)]


def faults_of_tracks(page: Page) -> list[str]:
    """Say what is wrong with the texts of the tracks; those out of sight belong to it too."""
    return _faults(page.evaluate(_TRACKS))


def _faults(measured: list[dict[str, Any]]) -> list[str]:
    """Say which texts overlap, are cut or too small."""
    drawn = [text for text in measured if text["where"] != "cut"]
    assert len(drawn) > 10
    found = [f"cut: {text['text']}" for text in measured if text["where"] == "cut"]
    found += [f"small: {text['text']} {text['size']}" for text in drawn if text["size"] < 11.99]
    found += [f"outside: {text['text']}" for text in drawn if _is_outside(text)]
    for number, one in enumerate(drawn):
        found += [
            f"{one['where']}: “{one['text']}” overlaps “{other['text']}”"
            for other in drawn[number + 1 :]
            if one["where"] == other["where"] and one["id"] != other["id"] and _overlap(one, other)
        ]
    return found


def _is_outside(text: dict[str, Any]) -> bool:
    room = text["room"]
    return bool(
        text["left"] < room["left"] - 1
        or text["right"] > room["right"] + 1
        or text["top"] < room["top"] - 1
        or text["bottom"] > room["bottom"] + 1
    )


def _overlap(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two boxes of ink lie over each other by more than half a pixel."""
    across = min(one["right"], other["right"]) - max(one["left"], other["left"])
    down = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
    return bool(across > 0.5 and down > 0.5)
