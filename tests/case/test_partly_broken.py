"""A file whose shape is broken still gets the faults that can be seen, and no others."""

from tests.case.small import Json, broken, put


def test_a_part_without_readable_id_may_be_the_one_that_is_meant() -> None:
    assert broken(lambda values: values["stages"][0].pop("id")) == [
        "stages[0].id: missing; it must be there"
    ]


def test_a_section_that_is_no_list_may_hold_the_one_that_is_meant() -> None:
    assert broken(lambda values: values.update(people={"mum": {}})) == [
        "people: a list in square brackets must stand here"
    ]


def test_other_kinds_are_still_checked() -> None:
    def breaking(values: Json) -> None:
        del values["people"][0]["id"]
        values["stages"][0]["area"] = "hom"

    assert broken(breaking) == [
        "stages[0].area: no area 'hom'; did you mean 'home'?",
        "people[0].id: missing; it must be there",
    ]


def test_an_id_that_cannot_be_one_is_named_where_it_stands() -> None:
    def breaking(values: Json) -> None:
        values["people"][2]["id"] = "Sam Smith"
        values["uses"][0]["held_by"] = ["Sam Smith"]
        values["relationships"][1]["from"] = "Sam Smith"

    faults = broken(breaking)
    assert [fault.split(":")[0] for fault in faults] == [
        "people[2].id",
        "relationships[1].from",
        "uses[0].held_by[0]",
    ]
    assert all("'Sam Smith' cannot be an id" in fault for fault in faults)


def test_a_misspelt_id_is_suggested_rather_than_spelt_out() -> None:
    assert broken(put("stages", 0, area="Home")) == [
        "stages[0].area: no area 'Home'; did you mean 'home'?"
    ]
