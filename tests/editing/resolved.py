"""What holds at each stage, in a form in which two cases can be compared."""

from relnet.case.models import Case, State
from relnet.case.timeline import views

At = tuple[str, str, str]
"""A relationship, a perspective and a stage."""


def resolved(case: Case) -> dict[At, State]:
    """Give every state that holds, wherever it was recorded; what is not there is left out."""
    return {
        (tie, perspective, stage.id): state.model_copy(update={"stage": "any"})
        for tie, by_perspective in views(case).items()
        for perspective, states in by_perspective.items()
        for stage, state in zip(case.stages, states, strict=True)
        if state is not None
    }


def changed(before: Case, after: Case) -> set[At]:
    """Give where another state holds than before, at stages that are in both cases."""
    was, now = resolved(before), resolved(after)
    both = {stage.id for stage in before.stages} & {stage.id for stage in after.stages}
    return {at for at in was.keys() | now.keys() if at[2] in both and was.get(at) != now.get(at)}
