"""Writes Dash's HTML components as HTML text.

Dash wraps each component in one of its own in the browser, and the time for that grows
faster than their number. What stands still after it was laid out is written as text instead.
"""

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup, escape

_VOID = ("Br", "Hr", "Img", "Input")
_ATTRIBUTES = {"className": "class", "colSpan": "colspan", "rowSpan": "rowspan"}


def as_html(part: Any) -> Markup:  # noqa: ANN401 - what Dash takes as children
    """Write a component, a text, a number, a list of these or nothing; texts are escaped.

    Raises:
        TypeError: a component that is not one of ``dash.html``: it would need Dash to live.

    """
    written: list[str] = []
    _write(part, written)
    return Markup("".join(written))  # noqa: S704 - every text in it was escaped below


def _write(part: Any, written: list[str]) -> None:  # noqa: ANN401 - as above
    if part is None:
        return
    if isinstance(part, (list, tuple)):
        for each in part:
            _write(each, written)
    elif isinstance(part, Component):
        _write_element(part, written)
    else:
        written.append(str(escape(part)))


def _write_element(component: Component, written: list[str]) -> None:
    name = type(component).__name__
    if getattr(html, name, None) is not type(component):
        raise TypeError(f"{name} is not plain HTML: only components of dash.html can be written")
    described = component.to_plotly_json()  # type: ignore[no-untyped-call] # Dash has no types here
    properties = described["props"]
    children = properties.pop("children", None)
    tag = name.lower()
    written.append(f"<{tag}{_attributes(properties)}>")
    if name not in _VOID:
        _write(children, written)
        written.append(f"</{tag}>")


def _attributes(properties: dict[str, Any]) -> str:
    """Write attributes; what is true stands alone, what is false or nothing is left out."""
    written = []
    for key, value in properties.items():
        name = _ATTRIBUTES.get(key, key.lower())
        if value is True:
            written.append(f" {name}")
        elif value is not None and value is not False:
            written.append(f' {name}="{escape(value)}"')
    return "".join(written)
