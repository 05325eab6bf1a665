"""Who is not on a map, offered to be told of."""

from relnet.figures.refs import refs_of
from relnet.figures.view import members_at
from relnet.web.edit.untold import untold_part
from tests.web.views import look, sample


def test_everybody_is_on_the_map_or_offered_and_nobody_twice() -> None:
    for stage in range(5):
        view = look(sample("amira"), stage, "mum")
        refs = refs_of(view.case)
        written = str(untold_part(view))
        shown = members_at(view.network, stage, "mum")
        for person in view.case.people:
            offered = f'data-choose="{refs[person.id]}"' in written
            assert offered != (person.id in shown), (stage, person.id)


def test_a_perspective_that_has_told_nothing_is_offered_everybody_in_an_open_fold() -> None:
    view = look(sample("figure-2"), 0, "young_person")
    written = str(untold_part(view))
    assert written.count("data-choose=") == len(view.case.people)
    assert " open>" in written
