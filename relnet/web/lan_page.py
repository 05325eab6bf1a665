"""The frame of the pages that other devices open at a second door."""

from markupsafe import Markup

from relnet.web.addresses import asset_address

_PAGE = Markup(
    """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>{title}</title>
<link rel="icon" type="image/svg+xml" href="{icon}">
<link rel="stylesheet" href="{look}">
<link rel="stylesheet" href="{own_look}">
</head>
<body{look_of}>
<noscript><p class="notice">{noscript}</p></noscript>
{body}
</body>
</html>
"""
)


def lan_page(title: str, style: str, noscript: str, body: Markup, *, look: str = "") -> Markup:
    """Write a whole page.

    Args:
        title: its title.
        style: the name of its own style sheet in the assets folder, besides relnet's.
        noscript: what is said where scripts are off.
        body: what stands in it.
        look: the class of its body; "" for none.
    """
    return _PAGE.format(
        title=title,
        icon=asset_address("favicon.svg"),
        look=asset_address("relnet.css"),
        own_look=asset_address(style),
        look_of=Markup(' class="{}"').format(look) if look else "",
        noscript=noscript,
        body=body,
    )
