"""Formula, source and caveat of each measure, told beside its number."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from relnet.figures.words_measures import COUNTS_WORDS, MEASURE_WORDS, Measure
from relnet.web.views.parts import counts_fold, paragraphs
from relnet.wording import _


@dataclass(frozen=True, slots=True)
class About:
    """How a number is made, where it comes from, and what it does not say."""

    formula: str = ""
    source: str = ""
    caveat: str = ""


_OURS = _("Our own count; the cells are those of Firmin and Owens 2022, Fig. 2.")
_BURT = _("Burt 1992, Structural Holes, chapter 2. Every tie counts 1.")
_NO_GOOD = _("Neither much nor little of it is good in itself.")
_CONVOY = _("The circles are those of Kahn and Antonucci 1980; the rule is ours.")
_KEPT = _("Kept is not good in itself, and a loss is not always a loss: ask what it meant.")
_ABOUT: Mapping[Measure, About] = {
    Measure.COVERAGE: About(
        _("Cells in practice ÷ recorded cells, three a track."),
        _OURS,
        _("A cell counts whether it holds one use or many. More is not better in itself."),
    ),
    Measure.TRACKS: About(
        _("Tracks in practice ÷ 3."),
        _OURS,
        _("A track that was not recorded may be in practice: then there is no share."),
    ),
    Measure.EVENNESS: About(
        "J = −Σ pᵢ ln pᵢ ÷ ln 3",
        _("Pielou 1966, Journal of Theoretical Biology 13, 131–144; the number of kinds is fixed."),
        _(
            "Even does not mean enough. Over several stages it hides what one stage shows: one"
            " track at a time, each in turn, is perfectly even."
        ),
    ),
    Measure.NOT_KNOWN: About(
        caveat=_("Not known is neither kept nor lost: it is a question to ask.")
    ),
    Measure.ONLY_HARM: About(
        caveat=_("Harm belongs to the relationship, not to the person: ask where it comes from.")
    ),
    Measure.DENSITY: About(
        _("Pairs who know each other ÷ n(n − 1) ÷ 2; the young person is left out."),
        _("Wasserman and Faust 1994, Social Network Analysis, chapter 4."),
        _("High density is not good in itself. Ties that nobody recorded count as none."),
    ),
    Measure.EI_INDEX: About(
        _("(across − within) ÷ (across + within)"),
        _("Krackhardt and Stern 1988, Social Psychology Quarterly 51(2), 123–140."),
        _NO_GOOD,
    ),
    Measure.EFFECTIVE_SIZE: About("n − 2t ÷ n", _BURT, _NO_GOOD),
    Measure.CONSTRAINT: About("Σⱼ (pⱼ + Σ p p)²", _BURT, _NO_GOOD),
    Measure.OVERLOOKED: About(
        source=_CONVOY,
        caveat=_(
            "Only those are counted whom the young person was asked about, and whose track’s uses"
            " were recorded."
        ),
    ),
    Measure.OVERLOOKED_HARMFUL: About(
        source=_CONVOY, caveat=_("Close and harmful may both be true: ask what they give.")
    ),
    Measure.TRACKS_ON_ONE: About(
        caveat=_("A relationship that is not known may hold as well: it is named beside it.")
    ),
    Measure.STAGE_ON_ONE: About(
        caveat=_("One person may be the right one; the question is what happens if they leave.")
    ),
    Measure.AFTER_SERVICES: About(
        _("Active relationships without a time limit ÷ active relationships."),
        _("Firmin and Owens 2022, findings."),
        _("A person is not time-limited unless the file says so."),
    ),
    Measure.RETENTION: About(_("Kept ÷ (kept + lost)"), caveat=_KEPT),
    Measure.TURNOVER: About(
        _("Kept ÷ (kept + lost + new)"),
        _("Jaccard 1912, New Phytologist 11(2), 37–50."),
        _KEPT,
    ),
    Measure.NOT_KNOWN_SINCE: About(
        caveat=_("Not known is neither kept nor lost: it is a question to ask.")
    ),
    Measure.ROLE_RETENTION: About(
        caveat=_("Only roles that the file names are counted. A role kept is not a person kept.")
    ),
    Measure.REPLACED: About(
        caveat=_("Both people stand in the other numbers as well: one lost, one new.")
    ),
}


def about_words(measure: Measure) -> Iterator[str]:
    """Tell what a number counts, how it is made, where from, and what it does not say."""
    about = _ABOUT.get(measure, About())
    yield COUNTS_WORDS[measure]
    if about.formula:
        yield _("Formula: {formula}").format(formula=about.formula)
    if about.source:
        yield _("Source: {source}").format(source=about.source)
    if about.caveat:
        yield _("Mind: {caveat}").format(caveat=about.caveat)


def measure_heading(measure: Measure) -> list[Component]:
    """Name a measure, with what it counts unfolding."""
    return [html.Span(MEASURE_WORDS[measure]), counts_fold(paragraphs(about_words(measure)))]
