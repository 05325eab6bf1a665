"""Views of cases, made without a server, and what components say."""

import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from html.parser import HTMLParser
from typing import Any

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from relnet.case.models import Area, Case, Person, Relationship, Setting
from relnet.case.names import names_of
from relnet.case.reading import read_case
from relnet.case.timeline import opening_perspective
from relnet.case.vocabulary import AreaKind
from relnet.resources import sample_cases_folder
from relnet.web.case_view import CaseView
from relnet.web.shelf_entry import ShelfEntry
from relnet.web.shelf_file import SUFFIX
from relnet.words import label

SAMPLES = sorted(
    path.name.removesuffix(SUFFIX) for path in sample_cases_folder().glob(f"*{SUFFIX}")
)

ARTICLE = re.compile(r"^(the|a|an) ", re.IGNORECASE)


@cache
def sample(key: str) -> ShelfEntry:
    """Give a sample case as the shelf has it, read and tied together once for all tests."""
    return ShelfEntry(key, read_case(sample_cases_folder() / f"{key}{SUFFIX}"), sample=True)


def entry_of(case: Case) -> ShelfEntry:
    """Give a case as the shelf has it after somebody opened it."""
    return ShelfEntry("opened", case)


def look(
    entry: ShelfEntry, stage: int = 0, perspective: str | None = None, *, hidden: bool = False
) -> CaseView:
    """Look at a case, from its opening view where no other is named."""
    case = entry.network.case
    return CaseView(
        entry,
        entry.network,
        names_of(case, hidden=hidden),
        perspective or opening_perspective(case),
        stage,
    )


def as_json(made: object) -> str:
    """Write components as the JSON that reaches the browser."""
    return json.dumps(json.loads(json.dumps(made, cls=PlotlyJSONEncoder)), ensure_ascii=False)


def walk(made: object) -> Iterator[Component]:
    """Go through components, each before its children."""
    if isinstance(made, list | tuple):
        for item in made:
            yield from walk(item)
    elif isinstance(made, Component):
        yield made
        yield from walk(getattr(made, "children", None))


def of_class(made: object, name: str) -> list[Any]:
    """Give the components that have a class."""
    return [part for part in walk(made) if name in getattr(part, "className", "").split()]


def said(made: object) -> str:
    """Give the text of components, with one space between its pieces."""
    return " ".join(" ".join(_texts(made)).split())


def _texts(made: object) -> Iterator[str]:
    if isinstance(made, list | tuple):
        for item in made:
            yield from _texts(item)
    elif isinstance(made, Component):
        yield from _texts(getattr(made, "children", None))
    elif made is not None:
        yield str(made)


def sections(made: object) -> dict[str, str]:
    """Give what stands under each heading (h3)."""
    found = [part for part in walk(made) if type(part).__name__ == "Section"]
    parts = [part.children for part in found if type(part.children[0]).__name__ == "H3"]
    return {said(children[0]): said(children[1:]) for children in parts}


class Tags(HTMLParser):
    """Every tag of an HTML text with its attributes, and the text between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.all: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.all.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def with_class(self, name: str) -> list[dict[str, str | None]]:
        """Give the attributes of the tags that have a class."""
        return [found for _tag, found in self.all if name in (found.get("class") or "").split()]

    def with_id(self, key: str) -> dict[str, str | None]:
        """Give the attributes of the one tag that has an id."""
        (found,) = (found for _tag, found in self.all if found.get("id") == key)
        return found


def ids_of(*groups: Sequence[Person | Setting | Area | Relationship]) -> list[str]:
    """Give the ids of parts of a case."""
    return [part.id for group in groups for part in group]


def secret_words(case: Case) -> list[str]:
    """Give every name that must not be read: all but those that say the role or kind alone."""
    kinds = {label(kind) for kind in AreaKind}
    shown, stand_ins = names_of(case), names_of(case, hidden=True)
    members = ["young_person", *ids_of(case.people, case.settings, case.areas)]
    return [
        shown.of(member)
        for member in members
        if shown.of(member) not in kinds
        and ARTICLE.sub("", shown.of(member)).casefold()
        != ARTICLE.sub("", stand_ins.of(member)).casefold()
    ]
