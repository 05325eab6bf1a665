"""What is told at a stage that goes: told at another stage in its place, or gone with it."""

from typing import Any

from relnet.case.models import State
from relnet.case.timeline import views
from relnet.case.vocabulary import TEAM
from relnet.editing.document import Entry, Tree, state_key, use_key
from relnet.editing.draft import Draft
from relnet.editing.entries import remove_tie
from relnet.editing.states import as_entry, carried_to, state_entry

_AT_A_STAGE = ("events", "prompts", "story")


def retell_later(tree: Tree, old: str, new: str) -> None:
    """Tell everything that is told at one stage at another, over what is told there."""
    for tie in tree["relationships"].values():
        for key, state in _at(tie["states"], old):
            del tie["states"][key]
            perspective = state.get("perspective", TEAM)
            tie["states"][state_key(new, perspective)] = state | {"stage": new}
    for key, use in _at(tree["uses"], old):
        del tree["uses"][key]
        tree["uses"][use_key(new, use["relationship"], use["use"])] = use | {"stage": new}
    for person in tree["people"].values():
        if old in person["where"]:
            person["where"][new] = person["where"].pop(old) | {"stage": new}
    for section in _AT_A_STAGE:
        for _key, entry in _at(tree[section], old):
            entry["stage"] = new


def retell_states(draft: Draft, old: str, following: str | None) -> None:
    """Take out the states of a stage, so that the next stages are as they were.

    A relationship of which nothing at all is told then goes as well.
    """
    used = {use["relationship"] for use in draft.tree["uses"].values() if use["stage"] != old}
    ties = draft.tree["relationships"]
    resolved = views(draft.case)
    for tie, told in list(ties.items()):
        for key, state in _at(told["states"], old):
            del told["states"][key]
            perspective = state.get("perspective", TEAM)
            if following is not None:
                _keep(draft, tie, following, resolved[tie][perspective], perspective)
            elif not told["states"] and tie not in used:
                remove_tie(draft.tree, "relationships", tie)


def retell_where(tree: Tree, old: str, following: str | None) -> None:
    """Let people who were elsewhere from a stage on be there from the next one on."""
    for person in tree["people"].values():
        there = person["where"].pop(old, None)
        if there is not None and following is not None:
            person["where"].setdefault(following, there | {"stage": following})


def drop_told(tree: Tree, stage: str) -> None:
    """Take out what professionals did at a stage; what happened there stays, without it."""
    tree["uses"] = {key: use for key, use in tree["uses"].items() if use["stage"] != stage}
    for section in _AT_A_STAGE:
        for _key, entry in _at(tree[section], stage):
            del entry["stage"]


def _keep(
    draft: Draft, tie: str, stage: str, resolved: tuple[State | None, ...], perspective: str
) -> None:
    """Record what a stage was like, where it would be other without the stage before it."""
    states = draft.tree["relationships"][tie]["states"]
    if state_key(stage, perspective) in states:
        return
    number = draft.stage_number(stage)
    was = state_entry(resolved[number], stage, perspective)
    earlier = resolved[number - 2] if number > 1 else None
    if earlier is None or was != carried_to(draft, tie, as_entry(earlier, stage), stage):
        states[state_key(stage, perspective)] = was


def _at(entries: dict[str, Any], stage: str) -> list[tuple[str, Entry]]:
    return [(key, entry) for key, entry in entries.items() if entry.get("stage") == stage]
