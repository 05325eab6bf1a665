"""What differs between the two sample cases of Amira, worked by hand from the two files.

Left: ``amira`` ("as it was"), right: ``amira-held-together``; the team's view, the same stage on
both sides. "a | b" is what the left file tells and what the right one does.
"""

import pytest

from relnet.case.reading import read_case
from relnet.case.vocabulary import TEAM, YOUNG_PERSON
from relnet.network.comparing import Difference, Matter, OneSided, Side, differences, one_sided
from relnet.network.graph import CaseNetwork, build_network
from relnet.resources import sample_cases_folder

AT_HOME, FOSTER, RESIDENTIAL, WITH_GRAN, AFTER_18 = range(5)


def sample(name: str) -> CaseNetwork:
    return build_network(read_case(sample_cases_folder() / f"{name}.relnet.json"))


AS_IT_WAS, HELD = sample("amira"), sample("amira-held-together")


def found(stage: int) -> tuple[Difference, ...]:
    return differences(Side(AS_IT_WAS, TEAM, stage), Side(HELD, TEAM, stage))


def told(stage: int, *, harmful: bool = False) -> dict[str, str]:
    """Give what differs, by whom it is about: the ids without "r-" and "t-"."""
    return {
        (each.left_id or each.matter.value)[2 if each.left_id else 0 :]: " ".join(each.facts)
        for each in found(stage)
        if each.harmful is harmful
    }


@pytest.mark.parametrize(
    ("stage", "number", "harmful"),
    [
        (AT_HOME, 10, 0),
        (FOSTER, 21, 2),
        (RESIDENTIAL, 24, 1),
        (WITH_GRAN, 20, 2),
        (AFTER_18, 21, 1),
    ],
)
def test_how_many_differences_there_are_at_each_stage(
    stage: int, number: int, harmful: int
) -> None:
    """The working stands in the tests below; harm alone is counted apart."""
    assert (len(told(stage)), len(told(stage, harmful=True))) == (number, harmful)
    assert len(found(stage)) == number + harmful


def test_at_home() -> None:
    """Every state with Amira is the same in both files; six relationships are used otherwise.

    Marcus: - | consistency. Dawn: - | collaboration. Mum: collaboration | and safety.
    Kayla: - | collaboration planned. Jay's group: - | safety as an ambition.
    Coach Osei: - | safety. So one track | three tracks are in practice.

    Between others, both tell: Dawn and Ms Ahmed weak | steady, Marcus and Coach Osei steady |
    strong, Marcus and Kayla weak | steady. Dawn and Mum: protective on the right alone, which
    the left leaves open: none.
    """
    assert told(AT_HOME) == {
        "in_practice": "",
        "marcus": "uses",
        "dawn": "uses",
        "mum": "uses",
        "kayla": "uses",
        "jays-group": "uses",
        "coach-osei": "uses",
        "dawn-ms-ahmed": "strength",
        "marcus-coach-osei": "strength",
        "marcus-kayla": "strength",
    }


def test_in_the_foster_placement() -> None:
    """Eleven with Amira: Dawn, PC Lowe, Dad, Jay's group, Mrs Patel and Ebony are the same.

    Between others: Dawn and Mum broken | active, Dawn and Gran not known | active, Dawn and
    Ms Ahmed ended | active (since home), Ruth and Sam weak | steady, Ruth and Mum never formed |
    active, Ms Ahmed and Mr Hill never formed | active, Marcus and Coach Osei steady | strong,
    Marcus and Kayla weak | steady, Leila and Kayla weak | steady. Mum and Gran are strained on
    the right, of which the left says nothing: none. Dawn and Sam are told on the right alone.

    Harm alone: that of Tee, and of Kayla and Tee, is suspected | confirmed.
    """
    assert told(FOSTER) == {
        "in_practice": "",
        "marcus": "strength",
        "ms-ahmed": "status strength",
        "ruth": "uses",
        "sam": "influence uses",
        "mr-hill": "strength influence",
        "mum": "strength strained uses",
        "leila": "status strength uses",
        "gran": "status strength uses",
        "kayla": "status strength uses",
        "coach-osei": "status strength uses",
        "choir": "strength uses",
        "dawn-mum": "status",
        "dawn-gran": "status",
        "dawn-ms-ahmed": "status",
        "ruth-sam": "strength",
        "ruth-mum": "status",
        "ms-ahmed-mr-hill": "status",
        "marcus-coach-osei": "strength",
        "marcus-kayla": "strength",
        "leila-kayla": "strength",
    }
    assert told(FOSTER, harmful=True) == {"tee": "certainty", "kayla-tee": "certainty"}


def test_in_the_residential_home() -> None:
    """Fifteen with Amira; Tee, Mrs Patel and Ebony are the same.

    The left did not record what is done with peers and in the community: on the right it is news.
    Jay's group: broken in both; - | safety as an ambition. Mrs Patel: not recorded | none: none.
    Ms Ahmed and Mr Hill: never formed | ended. Marcus and Coach Osei: not known | active.
    """
    assert told(RESIDENTIAL) == {
        "in_practice": "",
        "marcus": "status strength uses",
        "dawn": "strength",
        "ms-ahmed": "status",
        "pc-lowe": "status strength",
        "ruth": "strength uses",
        "sam": "strength uses",
        "mr-hill": "influence",
        "mum": "strength uses",
        "leila": "status strength uses",
        "gran": "strength uses",
        "dad": "uses",
        "kayla": "status strength strained uses",
        "jays-group": "uses",
        "coach-osei": "status strength uses",
        "choir": "status",
        "dawn-mum": "status",
        "dawn-gran": "status",
        "ruth-sam": "strength",
        "ruth-mum": "status",
        "ms-ahmed-mr-hill": "status",
        "marcus-coach-osei": "status",
        "marcus-kayla": "status",
        "leila-kayla": "strength",
    }
    assert told(RESIDENTIAL, harmful=True) == {"kayla-tee": "certainty"}


def test_with_gran() -> None:
    """Twelve with Amira; Dawn, Ms Ahmed, PC Lowe, Sam and Leila are the same.

    Harm alone: Tee steady | weak; Kayla and Tee steady (since the foster placement) | weak, and
    suspected | not said.
    """
    assert told(WITH_GRAN) == {
        "in_practice": "",
        "marcus": "status strength uses",
        "ruth": "status strength",
        "mr-hill": "influence",
        "mum": "uses",
        "gran": "uses",
        "dad": "status strength strained uses",
        "kayla": "strength uses",
        "jays-group": "uses",
        "coach-osei": "strength uses",
        "mrs-patel": "status strength uses",
        "ebony": "status",
        "choir": "status",
        "dawn-mum": "strength",
        "ruth-sam": "strength",
        "ruth-mum": "status",
        "ms-ahmed-mr-hill": "status",
        "marcus-coach-osei": "status",
        "marcus-kayla": "status",
        "leila-kayla": "strength",
    }
    assert told(WITH_GRAN, harmful=True) == {"tee": "strength", "kayla-tee": "strength"}


def test_after_18() -> None:
    """Thirteen with Amira; Dawn, Ms Ahmed, PC Lowe, Dad and Tee (weak, suspected) are the same.

    Sam: ended | not known, and consistency as an ambition. Dawn and Mum: weak | ended.
    """
    assert told(AFTER_18) == {
        "in_practice": "",
        "marcus": "status strength uses",
        "ruth": "status strength",
        "sam": "status uses",
        "mr-hill": "influence",
        "mum": "strength uses",
        "leila": "uses",
        "gran": "uses",
        "kayla": "strength uses",
        "jays-group": "uses",
        "coach-osei": "strength uses",
        "mrs-patel": "status strength uses",
        "ebony": "status",
        "choir": "status",
        "dawn-mum": "status",
        "ruth-sam": "strength",
        "ruth-mum": "status",
        "ms-ahmed-mr-hill": "status",
        "marcus-coach-osei": "status",
        "marcus-kayla": "status",
        "leila-kayla": "strength",
    }
    assert told(AFTER_18, harmful=True) == {"kayla-tee": "strength"}


def test_ties_between_others_that_one_case_alone_has_are_no_differences() -> None:
    """The left file has no tie of Marcus with Dawn, Mum or Jay's group, none of Mum and Coach."""
    alone = one_sided(Side(AS_IT_WAS, TEAM, AT_HOME), Side(HELD, TEAM, AT_HOME))
    assert alone == tuple(
        OneSided(None, tie, between_others=True, harmful=False)
        for tie in ("t-dawn-marcus", "t-marcus-mum", "t-marcus-jays-group", "t-mum-coach-osei")
    )


def test_the_team_and_amira_at_home() -> None:
    """Tee: harmful | protective. Jay's group: steady | strong, harmful and protective | protective.

    Of Dawn, Ms Ahmed and Mum she leaves the strength open. PC Lowe and Mrs Patel are told by the
    team only, the park by Amira only: she is silent, and so is the team.
    """
    sides = Side(AS_IT_WAS, TEAM, AT_HOME), Side(AS_IT_WAS, YOUNG_PERSON, AT_HOME)
    assert [(each.left_id, each.facts, each.harmful) for each in differences(*sides)] == [
        ("r-tee", ("influence",), False),
        ("r-jays-group", ("strength", "influence"), False),
    ]
    own = [each for each in one_sided(*sides) if not each.between_others]
    assert [(each.left_id, each.right_id) for each in own] == [
        ("r-pc-lowe", None),
        ("r-mrs-patel", None),
        (None, "r-riverside-park"),
    ]


def test_sam_goes_with_amira_from_one_placement_to_the_next() -> None:
    """Sam is in Northfield, then in Gullhaven (Harbour House); nobody else who is told moves."""
    sides = Side(AS_IT_WAS, TEAM, FOSTER), Side(AS_IT_WAS, TEAM, RESIDENTIAL)
    places = [each.left_id for each in differences(*sides) if each.matter is Matter.PLACE]
    assert places == ["sam"]
