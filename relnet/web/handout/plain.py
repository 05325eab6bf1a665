"""What the pages lay out, for a file in which nothing can be pressed.

Buttons become their words; tools, what a script would show later, and what only a script
reads are left out.
"""

from typing import Any

from dash import html
from dash.development.base_component import Component

_TOOLS = frozenset({"table-tools", "view-switches", "focus-told"})
_KEPT = "data-stage"


def plain(part: Any) -> Any:  # noqa: ANN401 - what Dash takes as children
    """Give components, a text or a list of these as they stand in a file.

    The components are changed: a copy of each would take most of the time.
    """
    if isinstance(part, (list, tuple)):
        return [found for one in part if (found := plain(one)) is not None]
    return _plain_component(part) if isinstance(part, Component) else part


def _plain_component(part: Component) -> Component | None:
    own = vars(part)
    named = str(own.get("className", ""))
    if own.get("hidden") is True or set(named.split()) & _TOOLS:
        return None
    if isinstance(part, html.Button):
        look = "said uses" if "uses" in named.split() else "said"
        found: Component = html.Span(plain(own["children"]), className=look)
        return found
    for name in [name for name in own if name.startswith("data-") and name != _KEPT]:
        del own[name]
    own["children"] = plain(own.get("children"))
    return part
