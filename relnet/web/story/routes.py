"""What a page asks of a story: its steps again, after an edit, and what can stand beside it."""

from flask import Flask, request

from relnet.web.addresses import CASE_RULE
from relnet.web.case_view import asked_view
from relnet.web.story.ending import twin_part
from relnet.web.story.screen import story_steps
from relnet.web.story.steps import shown_steps


def register_story(server: Flask) -> None:
    """Answer a page whose story begins, or was edited since it was loaded."""

    @server.get(f"{CASE_RULE}/story/steps")
    def steps(key: str) -> str:
        return str(story_steps(asked_view(key, request.args.to_dict())))

    @server.get(f"{CASE_RULE}/story/twin")
    def twin(key: str) -> str:
        view = asked_view(key, request.args.to_dict())
        return str(twin_part(view, shown_steps(view), request.args.get("as", "")))
