"""Plain words for who somebody is to a young person, sorted for ``relnet.case.suggestions``.

They are words for a tie or a job, never for what somebody did or for what was done to them.
Words that may mean two things ("carer", "manager", "guardian" alone) are left out: then the
room says which it is.
"""

import re
from collections.abc import Mapping
from enum import StrEnum


class Kin(StrEnum):
    """What a word says about somebody; finer than the four types, for "a friend’s mum"."""

    ELDER = "elder"
    YOUNG_KIN = "young_kin"
    PEER = "peer"
    SWEETHEART = "sweetheart"
    SPOUSE = "spouse"
    COMMUNITY = "community"
    PRACTITIONER = "practitioner"


_TEXTS: Mapping[Kin, str] = {
    Kin.ELDER: """
        mum, mummy, mam, mom, ma, mother, dad, daddy, papa, father, parent, stepmum, stepmother,
        stepdad, stepfather, stepparent, gran, granny, grandma, grandmother, nan, nana, nanny,
        grandad, granddad, grandpa, grandfather, grandparent, aunt, auntie, aunty, uncle,
        godmother, godfather, godparent, family, family member, relative, kinship carer,
        kinship foster carer, connected carer, special guardian, legal guardian
    """,
    Kin.YOUNG_KIN: """
        brother, sister, sibling, twin, stepbrother, stepsister, cousin, niece, nephew, son,
        daughter, baby
    """,
    Kin.PEER: """
        friend, best friend, bestie, mate, pal, buddy, friendship group, group of friend,
        peer, peer group, classmate, schoolmate, team mate, teammate, club member, team member,
        housemate, flatmate, roommate, resident, boy, girl, lad, teenager, young person,
        young people, foster brother, foster sister, foster sibling, foster child
    """,
    Kin.SWEETHEART: "boyfriend, girlfriend, partner, ex, crush",
    Kin.SPOUSE: "husband, wife, fiance, fiancé, fiancee, fiancée",
    Kin.COMMUNITY: """
        coach, trainer, instructor, dance teacher, football manager, team, choir, club, gym,
        neighbour, neighbor, local resident, landlord, shop owner, shopkeeper, shop worker,
        shop manager, owner, barber, hairdresser, driver, librarian, caretaker, dinner lady,
        lollipop lady, security guard, employer, boss, colleague, co worker, coworker, imam,
        priest, vicar, pastor, rabbi, minister, church, mosque, temple, leader, elder, volunteer,
        family friend, friend of the family, adult, man, woman
    """,
    Kin.PRACTITIONER: """
        worker, social worker, student social worker, key worker, keyworker, personal adviser,
        personal advisor, pa, adviser, advisor, officer, independent reviewing officer, iro,
        practitioner, professional, advocate, independent visitor, mentor, life coach, foster
        carer, foster parent, foster mum, foster mother, foster dad, foster father, foster family,
        respite carer, residential carer, lodgings host, staff, member of staff, home manager,
        residential manager, registered manager, team manager, practice manager, teacher,
        headteacher, head of year, head of school, tutor, teaching assistant, pastoral lead,
        safeguarding lead, designated lead, senco, nurse, doctor, gp, dentist, paediatrician,
        midwife, health visitor, psychologist, psychiatrist, psychotherapist, therapist,
        counsellor, counselor, camhs, solicitor, lawyer, barrister, judge, children guardian,
        cafcass guardian, police, pc, detective, probation
    """,
}
ROLES: Mapping[str, Kin] = {
    " ".join(role.split()): kin for kin, text in _TEXTS.items() for role in text.split(",")
}
"""What each word, or words that belong together, says; words in the singular, without "’s"."""

LONGEST = max(len(role.split()) for role in ROLES)
"""How many words a role has at most."""

SLOTS: Mapping[str, str] = {
    "social worker": "social worker",
    "key worker": "key worker",
    "keyworker": "key worker",
    "personal adviser": "personal adviser",
    "personal advisor": "personal adviser",
    "pa": "personal adviser",
    "independent reviewing officer": "independent reviewing officer",
    "iro": "independent reviewing officer",
}
"""Roles that go on when somebody else takes them over."""

LASTING = frozenset({"gp", "doctor", "dentist"})
"""Practitioners whose service does not end with childhood or with a plan."""

YOUNG_PERSON_WORDS = frozenset({"young person", "child", "children"})
"""Words for the young person, whose own somebody it is ("the young person’s mum")."""

_KNOWN_WORDS = frozenset(word for role in ROLES for word in role.split())
_ENDINGS = re.compile(r"es$|s$")


def singular(word: str) -> str:
    """Give a word as it stands in ``ROLES``: in the singular if only that is known."""
    if word in _KNOWN_WORDS:
        return word
    shorter = (word[:-1], word[:-2]) if _ENDINGS.search(word) else ()
    return next((short for short in shorter if short in _KNOWN_WORDS), word)
