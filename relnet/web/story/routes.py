"""The address at which a page asks for the steps of a story again, after an edit."""

from flask import Flask, request

from relnet.web.addresses import CASE_RULE
from relnet.web.case_view import asked_view
from relnet.web.story.screen import story_steps


def register_story(server: Flask) -> None:
    """Answer a page whose story was edited since it was loaded."""

    @server.get(f"{CASE_RULE}/story/steps")
    def steps(key: str) -> str:
        return str(story_steps(asked_view(key, request.args.to_dict())))
