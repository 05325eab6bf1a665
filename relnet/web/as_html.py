"""Writes Dash's HTML components as HTML text.

Dash wraps each component in one of its own in the browser, and the time for that grows
faster than their number. What stands still after it was laid out is written as text instead.
"""

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

_VOID = ("Br", "Hr", "Img", "Input")
_ATTRIBUTES = {"className": "class", "colSpan": "colspan", "rowSpan": "rowspan"}


def as_html(part: Any) -> Markup:  # noqa: ANN401 - what Dash takes as children
    """Write a component, a text, a number, a list of these or nothing; texts are escaped.

    Raises:
        TypeError: a component that is not one of ``dash.html``: it would need Dash to live.

    """
    if part is None:
        return Markup("")
    if isinstance(part, (list, tuple)):
        return Markup("").join(as_html(each) for each in part)
    if not isinstance(part, Component):
        return Markup("{}").format(part)
    return _element(part)


def _element(component: Component) -> Markup:
    name = type(component).__name__
    if getattr(html, name, None) is not type(component):
        raise TypeError(f"{name} is not plain HTML: only components of dash.html can be written")
    described = component.to_plotly_json()  # type: ignore[no-untyped-call] # Dash has no types here
    properties = described["props"]
    children = properties.pop("children", None)
    tag = name.lower()
    opening = Markup("<{}{}>").format(Markup(tag), _attributes(properties))  # noqa: S704 - a component's own name
    if name in _VOID:
        return opening
    return Markup("{}{}</{}>").format(opening, as_html(children), Markup(tag))  # noqa: S704 - as above


def _attributes(properties: dict[str, Any]) -> Markup:
    """Write attributes; what is true stands alone, what is false or nothing is left out."""
    written = []
    for key, value in properties.items():
        name = Markup(_ATTRIBUTES.get(key, key.lower()))  # noqa: S704 - a property's own name
        if value is True:
            written.append(Markup(" {}").format(name))
        elif value is not None and value is not False:
            written.append(Markup(' {}="{}"').format(name, value))
    return Markup("").join(written)
