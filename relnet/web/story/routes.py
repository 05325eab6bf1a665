"""The address at which a page asks for the steps of a story again, after an edit."""

from flask import Flask, request

from relnet.web.addresses import CASE_RULE
from relnet.web.case_view import view_of
from relnet.web.paging import Visit
from relnet.web.privacy import names_hidden
from relnet.web.story.screen import story_steps


def register_story(server: Flask) -> None:
    """Answer a page whose story was edited since it was loaded."""

    @server.get(f"{CASE_RULE}/story/steps")
    def steps(key: str) -> str:
        hidden = names_hidden(request.cookies)
        visit = Visit(request.path, {"key": key}, request.args.to_dict(), hidden)
        return str(story_steps(view_of(visit)))
