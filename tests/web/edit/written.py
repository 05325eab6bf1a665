"""What a written form offers to do: every operation that its controls can send.

It reads the attributes as assets/edit_forms.js does.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from html.parser import HTMLParser
from typing import Any, NamedTuple

VOID = {"input", "br", "img", "meta", "link"}
TYPED = "Typed <b>words</b>"
DATE = "2027-06-25"

_TYPED: dict[str, list[Any]] = {
    "text": [None, TYPED],
    "date": [None, DATE],
    "number": [None, 12],
    "lines": [[], [TYPED, "Another"]],
}
"""What somebody may type, by what the value of a control is."""


class Element:
    """One element of a form, with what is in it."""

    def __init__(self, tag: str, attrs: dict[str, str], parent: "Element | None") -> None:
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.children: list[Element] = []
        self.own_text = ""

    def walk(self) -> "Iterator[Element]":
        """Go through it and all that is in it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def text(self) -> str:
        """Give all its text, with one space between its pieces."""
        pieces = [self.own_text, *(child.text() for child in self.children)]
        return " ".join(" ".join(pieces).split())

    def within(self, tag: str) -> bool:
        """Whether it stands in an element of a kind."""
        found = self.parent
        while found is not None and found.tag != tag:
            found = found.parent
        return found is not None


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = Element("root", {}, None)
        self.at = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        element = Element(tag, told, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"{self.at.tag} is closed by {tag}"
        assert self.at.parent is not None
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.own_text += f" {data}"


def tree_of(html: str) -> Element:
    """Read a form; every element in it is closed where it should be."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert builder.at is builder.root
    return builder.root


class Offer(NamedTuple):
    """An operation that can be sent, and the words of what sends it."""

    values: dict[str, Any]
    words: str


def offers_of(html: str) -> list[Offer]:
    """Give every operation that a form can send, with each of its values once."""
    found: list[Offer] = []
    for element in tree_of(html).walk():
        if "data-do" in element.attrs:
            found.append(Offer(json.loads(element.attrs["data-do"]), element.text()))
        elif "data-op" in element.attrs:
            found += _of_form(element) if element.tag == "form" else _of_control(element)
    return found


def _of_control(element: Element) -> Iterator[Offer]:
    operation = json.loads(element.attrs["data-op"])
    for value in _values(element, element.attrs.get("data-as", "text")):
        yield Offer(with_value(operation, element.attrs["data-set"], value), element.text())


def _of_form(form: Element) -> Iterator[Offer]:
    operation = json.loads(form.attrs["data-op"])
    for field in [part for part in form.walk() if "data-set" in part.attrs]:
        value = _values(field, field.attrs.get("data-as", "text"))[-1]
        operation = with_value(operation, field.attrs["data-set"], value)
    yield Offer(operation, form.text())


def _values(element: Element, kind: str) -> list[Any]:
    told = [
        part.attrs["value"]
        for part in element.walk()
        if part.tag in {"input", "option"}
        and part.attrs.get("type") != "text"
        and part.attrs["value"]
    ]
    if kind == "list":
        return [[], [json.loads(told[0])], [json.loads(value) for value in told]]
    if kind == "json":
        return [json.loads(value) for value in told]
    return _TYPED[kind]


def with_value(operation: dict[str, Any], path: str, value: object) -> dict[str, Any]:
    """Put a value into a copy of an operation, at its path."""
    copy = deepcopy(operation)
    *steps, last = path.split(".")
    place = copy
    for step in steps:
        place = place[step]
    place[last] = value
    return copy
