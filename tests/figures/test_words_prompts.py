"""Who takes an action on, in words."""

import pytest

from relnet.case.models import Prompt
from relnet.figures.words_prompts import owner_words
from tests.web.views import look, sample


def told(owner: str | None, *, hidden: bool = False) -> str:
    """Give the words for an owner in the sample case."""
    view = look(sample("amira"), hidden=hidden)
    prompt = Prompt.model_validate({"kind": "action", "text": "Ring", "owner": owner})
    return owner_words(view.network, view.names, prompt)


@pytest.mark.parametrize(
    ("owner", "words"),
    [(None, ""), ("dawn", "Dawn"), ("young_person", "Amira"), ("The school", "The school")],
)
def test_whoever_takes_it_on_is_named(owner: str | None, words: str) -> None:
    assert told(owner) == words


@pytest.mark.parametrize("owner", ["dawn", "young_person", "Dawn and Kayla’s mum"])
def test_hidden_names_are_in_no_owner(owner: str) -> None:
    words = told(owner, hidden=True)
    assert words
    assert not any(name in words for name in ("Dawn", "Amira", "Kayla"))
