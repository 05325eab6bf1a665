"""What professionals do through a relationship, in its form."""

from relnet.case.vocabulary import Level, UseKind
from tests.network.small import small_case
from tests.web.edit.looking import FOSTER, checked, chips, field, folds, member, pressed, tags


def test_uses_are_nine_chips_of_which_those_told_are_lit() -> None:
    found = chips(member("dawn", FOSTER))
    assert len(found) == 9
    lit = [words for words, is_pressed in found.items() if is_pressed == "true"]
    assert lit == ["consistency, practice", "safety, planned"]


def test_a_lit_chip_takes_its_use_off_and_another_changes_its_level() -> None:
    form = member("dawn", FOSTER)
    found = {
        part.attrs.get("aria-label"): part
        for part in tags(form, "button")
        if "aria-pressed" in part.attrs
    }
    off = pressed(small_case(), found["safety, planned"])
    assert not [use for use in off.uses if use.use is UseKind.SAFETY and use.stage == "foster"]
    other = pressed(small_case(), found["safety, ambition"])
    (use,) = (use for use in other.uses if use.use is UseKind.SAFETY and use.stage == "foster")
    assert use.level is Level.AMBITION


def test_a_lit_use_says_who_holds_it() -> None:
    form = member("dawn", FOSTER)
    assert "Who holds consistency: Dawn" in folds(form)
    assert checked(form, "held_by") == ["dawn"]
    assert "Nobody is named, so Dawn holds it." in form.text()
    assert "Who holds collaboration: not recorded" in folds(member("gran"))


def test_practitioners_and_the_young_person_come_first_and_all_others_can_be_chosen() -> None:
    form = member("gran")
    assert field(form, "held_by").text() == "Who holds collaboration Dawn Amira Gran"
    (others,) = (part for part in tags(form, "select") if part.attrs["name"].endswith("-else"))
    assert others.text() == "Choose … Kayla Tee Jan"
