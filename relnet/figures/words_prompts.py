"""Questions and actions in words."""

from relnet.case.models import Prompt
from relnet.case.names import Names
from relnet.case.vocabulary import YOUNG_PERSON
from relnet.network.graph import CaseNetwork


def owner_words(network: CaseNetwork, names: Names, prompt: Prompt) -> str:
    """Name who takes an action on; "" where nobody does.

    Whoever is in the case is named as everywhere; any other text is looked through for names
    that are hidden.
    """
    owner = prompt.owner or ""
    if owner == YOUNG_PERSON or owner in network.members:
        return names.of(owner)
    return names.text(owner)
