"""Short names for the parts of a case, by their place in the file.

Ids are written by people and may hold a name ("kayla"). What stands in a page or in its
address is the place in the file instead ("p3"), so that hidden names stay hidden there too.
"""

from relnet.case.models import Case
from relnet.case.vocabulary import YOUNG_PERSON

YOUNG_PERSON_REF = "yp"


def refs_of(case: Case) -> dict[str, str]:
    """Give the short name of the young person, every person, setting and relationship, by id."""
    found = {YOUNG_PERSON: YOUNG_PERSON_REF}
    found |= {person.id: f"p{number}" for number, person in enumerate(case.people)}
    found |= {setting.id: f"s{number}" for number, setting in enumerate(case.settings)}
    return found | {part.id: f"r{number}" for number, part in enumerate(case.relationships)}
