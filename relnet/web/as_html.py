"""Writes Dash's HTML components as HTML text.

Dash wraps each component in one of its own in the browser, and the time for that grows
faster than their number. What stands still after it was laid out is written as text instead.
``still`` makes such components: on the server, too, Dash's own way is what takes the longest.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup, escape

_VOID = frozenset({"br", "hr", "img", "input"})
_ATTRIBUTES = {"className": "class", "colSpan": "colspan", "rowSpan": "rowspan"}

# Read from the component itself: its own way to tell its properties takes five times as long.
_OF_ITSELF = frozenset(vars(html.Div()))
"""What every component holds beside the properties that it was given; its children as well."""


class StillHtml:
    """Makes the components of ``dash.html``, many times as fast as they are made by themselves.

    They are the same components. But what they may be given is looked at only once for each
    set of names, and the values not at all.
    """

    def __getattr__(self, name: str) -> Callable[..., Component]:
        """Give what makes one kind of component, by the name that it has in ``dash.html``.

        Raises:
            AttributeError: ``dash.html`` has none of this name.
        """
        kind: type[Component] = getattr(html, name)

        def make(children: Any = None, **properties: Any) -> Component:  # noqa: ANN401 - what Dash takes
            made = kind.__new__(kind)
            own = vars(made)
            own.update(_beside(kind, tuple(properties)), **properties)
            own["children"] = children
            return made

        setattr(self, name, make)
        return make


still = StillHtml()


@cache
def _beside(kind: type[Component], names: tuple[str, ...]) -> dict[str, Any]:
    """Give what a component holds beside the properties of these names.

    Raises:
        TypeError: it knows no property of one of these names.

    """
    held = vars(kind(**dict.fromkeys(names, "")))
    return {key: value for key, value in held.items() if key not in names}


def as_html(part: Any) -> Markup:  # noqa: ANN401 - what Dash takes as children
    """Write a component, a text, a number, a list of these or nothing; texts are escaped.

    Raises:
        TypeError: a component that is not one of ``dash.html``: it would need Dash to live.

    """
    written: list[str] = []
    _write(part, written)
    return Markup("".join(written))  # noqa: S704 - every text in it was escaped below


def _write(part: Any, written: list[str]) -> None:  # noqa: ANN401 - as above
    if isinstance(part, Component):
        _write_element(part, written)
    elif isinstance(part, (list, tuple)):
        for each in part:
            _write(each, written)
    elif part is not None:
        written.append(escape(part))


def _write_element(component: Component, written: list[str]) -> None:
    tag = _tag(type(component))
    properties = vars(component)
    names = properties.keys() - _OF_ITSELF
    attributes = _attributes(properties, names) if names else ""
    written.append(f"<{tag}{attributes}>")
    if tag not in _VOID:
        _write(properties["children"], written)
        written.append(f"</{tag}>")


@cache
def _tag(kind: type[Component]) -> str:
    """Give the tag that a kind of component stands for.

    Raises:
        TypeError: it stands for none.

    """
    name = kind.__name__
    if getattr(html, name, None) is not kind:
        raise TypeError(f"{name} is not plain HTML: only components of dash.html can be written")
    return name.lower()


def _attributes(properties: dict[str, Any], names: Iterable[str]) -> str:
    """Write attributes; what is true stands alone, what is false or nothing is left out."""
    written = []
    for key in sorted(names, key=_place):
        value = properties[key]
        name = _ATTRIBUTES.get(key) or key.lower()
        if value is True:
            written.append(f" {name}")
        elif value is not None and value is not False:
            written.append(f' {name}="{escape(value)}"')
    return "".join(written)


def _place(name: str) -> tuple[bool, bool, str]:
    """Order attributes: the id first, then by name, those for data and for help last."""
    return "-" in name, name != "id", name
