"""The style sheets of the pages for one file: only the rules that something in it has a use for."""

import re
from collections.abc import Iterator
from functools import cache

from relnet.figures.svg import map_style_sheet
from relnet.resources import assets_folder

_SHEETS = ("relnet.css", "case.css", "views.css", "handout.css")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACES = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,>]) ?")
_INSIDE = re.compile(r":[\w-]+\([^()]*(?:\([^()]*\)[^()]*)*\)")
_NAME = re.compile(r"[.#]([A-Za-z_][\w-]*)")
_WORD = re.compile(r"[A-Za-z_][\w-]*")
_BETWEEN = re.compile(r",(?![^()]*\))")


def style_for(written: str) -> str:
    """Give the rules for what was written: markup, and the script that works on it."""
    return "".join(_used(_sheets(), frozenset(_WORD.findall(written))))


@cache
def _sheets() -> str:
    """Put the style sheets together, without remarks and spaces that say nothing."""
    texts = [(assets_folder() / name).read_text(encoding="utf-8") for name in _SHEETS]
    short = _SPACES.sub(" ", _COMMENT.sub("", "".join(texts)))
    return _AROUND.sub(r"\1", short).strip() + map_style_sheet()


def _used(sheet: str, words: frozenset[str]) -> Iterator[str]:
    for head, inside in _rules(sheet):
        if head.startswith("@media"):
            rest = "".join(_used(inside, words))
            yield f"{head}{{{rest}}}" if rest else ""
        elif head.startswith("@") or any(_fits(one, words) for one in _BETWEEN.split(head)):
            yield f"{head}{{{inside}}}"


def _fits(selector: str, words: frozenset[str]) -> bool:
    """Whether all classes and ids of a selector occur; what stands in ":is()" is not looked at."""
    return words.issuperset(_NAME.findall(_INSIDE.sub("", selector)))


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Give each rule: what stands before its braces, and in them."""
    depth = begin = opened = 0
    for brace in re.finditer(r"[{}]", sheet):
        at = brace.start()
        if brace.group() == "{":
            opened = opened if depth else at
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield sheet[begin:opened].strip(), sheet[opened + 1 : at]
                begin = at + 1
