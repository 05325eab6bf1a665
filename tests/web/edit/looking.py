"""Forms of a small case, written and read again."""

import json
from typing import Any

from relnet.case.models import Case
from relnet.case.vocabulary import TEAM
from relnet.editing.operations import read_operation
from relnet.editing.perform import perform
from relnet.web.case_view import CaseView
from relnet.web.edit.people import member_form
from tests.network.small import small_case
from tests.web.edit.written import Element, tree_of
from tests.web.views import entry_of, look

BEFORE, FOSTER, LATER = range(3)


def small(stage: int = BEFORE, perspective: str = TEAM, **more: object) -> CaseView:
    """Look at the small case."""
    return look(entry_of(small_case(**more)), stage, perspective)


def member(key: str, stage: int = BEFORE, perspective: str = TEAM, **more: object) -> Element:
    """Write the form of somebody in the small case, and read it."""
    return tree_of(member_form(small(stage, perspective, **more), key))


def tags(form: Element, tag: str) -> list[Element]:
    """Give the elements of a kind."""
    return [part for part in form.walk() if part.tag == tag]


def named(form: Element, tag: str, words: str) -> list[Element]:
    """Give the elements of a kind that say these words."""
    return [part for part in tags(form, tag) if part.text() == words]


def field(form: Element, path: str) -> Element:
    """Give the control that sets a path."""
    return next(part for part in form.walk() if part.attrs.get("data-set") == path)


def checked(form: Element, path: str) -> list[Any]:
    """Give the values that are marked in the control of a path."""
    boxes = [part for part in field(form, path).walk() if "checked" in part.attrs]
    return [json.loads(box.attrs["value"]) for box in boxes]


def folds(form: Element) -> list[str]:
    """Give the titles of all folds."""
    return [summary.text() for summary in tags(form, "summary")]


def pressed(case: Case, button: Element) -> Case:
    """Press a button: give the case after it."""
    return perform(case, read_operation(json.loads(button.attrs["data-do"])))


def controls(form: Element) -> list[Element]:
    """Give everything that can be filled in."""
    kinds = ("input", "select", "textarea")
    return [part for part in form.walk() if part.tag in kinds]


def chips(form: Element) -> dict[str, str]:
    """Give the names of the chips, and whether each is pressed."""
    return {
        part.attrs["aria-label"]: part.attrs["aria-pressed"]
        for part in tags(form, "button")
        if "aria-pressed" in part.attrs and "aria-label" in part.attrs
    }
