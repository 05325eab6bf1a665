"""How much a case may hold: what one page can show, and a little more.

A case that is larger is refused when it is read, with what is too much and what would be
right; so whatever is read can be drawn while somebody waits.
"""

MAX_AREAS = 40
MAX_SETTINGS = 400
MAX_STAGES = 60
MAX_PEOPLE = 400
MAX_RELATIONSHIPS = 1000
MAX_STATES = 400
"""States of one relationship, all perspectives together."""

MAX_USES = 10_000
MAX_EVENTS = 2000
MAX_PROMPTS = 500
MAX_STORY = 500

MAX_FEW = 20
"""Entries of a list of words that each stand once, of a closed set."""

MAX_SEVERAL = 100
"""Entries of any other list inside a part: reasons, factors, those who hold a use."""

MAX_BETWEEN_TWO = 12
"""Relationships between the same two."""

MAX_DRAWN = 8000
"""Relationships times stages, each as often as there are perspectives that tell of it."""
