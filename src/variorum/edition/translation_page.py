"""A translation and its original, sentence by sentence, under a report of what was lost on the way."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from variorum.edition.alongside import Sign
from variorum.edition.beads import Pair, pairs
from variorum.edition.concordance import Concordance, Shared, Witness, sigla
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey
from variorum.edition.synopsis_page import Column, column, masked_all, title_of
from variorum.edition.translation_report import (
    HEADINGS,
    Cell,
    Change,
    cell,
    covered,
    length,
    report,
    signs_in,
)
from variorum.model.homes import home
from variorum.model.summaries import in_words


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the synopsis: both sides, and what is said of a side that is empty."""

    sides: tuple[Cell, Cell]
    empty: str


@dataclass(frozen=True, slots=True)
class TranslationInputs:
    """Everything a translation's page is made from; every string in it is masked.

    ``columns`` begin with the original where that is ``known``; ``changes`` are by kind (kind, heading,
    entries, how many are left out).
    """

    title: str
    known: bool
    covered: str
    confidence: str
    reasons: tuple[str, ...]
    columns: tuple[Column, Column]
    changes: tuple[tuple[str, str, tuple[Change, ...], int], ...]
    lines: tuple[Line, ...]
    id: str


def translation_pages(
    known: Survey, shared: Concordance, text: Callable[[str], str]
) -> Iterator[Page]:
    """The page of each translation; ``text`` gives a source's text."""
    for company in shared.companies:
        if company.translation:
            for group in company.groups:
                title = title_of(known, company)
                yield page(company.page, "translation.html", _inputs(known, group, title, text))


def _inputs(
    known: Survey, group: Shared, title: str, text: Callable[[str], str]
) -> TranslationInputs:
    whole = group.rows[0]
    turned = whole.direction == "b→a"
    certain = whole.direction in ("a→b", "b→a")
    ends = (whole.b, whole.a) if turned else (whole.a, whole.b)
    letters = sigla(group)
    by_passage = {w.passage: w for w in group.witnesses}
    witnesses = [by_passage.get(p) or Witness(home(known.homes, p) or "", p) for p in ends]
    first, other = (column(known, w, letters.get(w, "")) for w in witnesses)
    lines = pairs(known, group, ends, turned, text)
    shown = [_line(known, group, pair, turned, certain) for pair in lines]
    return TranslationInputs(
        title,
        certain,
        covered(known, lines, witnesses[0], certain),
        in_words(whole.score),
        masked_all(known, whole.reasons),
        (first, other),
        tuple(report(known, group, lines, turned, certain)),
        tuple(shown),
        group.id,
    )


def _line(known: Survey, group: Shared, pair: Pair, turned: bool, certain: bool) -> Line:
    signs: tuple[list[Sign], list[Sign]] = ([], [])
    for variant in group.variants.get(pair.row, ()):
        for side, sign in signs_in(pair, variant, turned, certain):
            signs[side].append(sign)
    if pair.sentence:
        passage = pair.first or pair.other
        word = HEADINGS["omission" if pair.first else "addition"][0] if certain else "only here"
        sort = "omission" if pair.first else "addition"
        sides = (cell(known, pair.first, [Sign(0, length(pair.first), sort, word)]),
                 cell(known, pair.other, [Sign(0, length(pair.other), sort, word)]))  # fmt: skip
        said = ("left out here" if pair.first else "nothing") if certain else "not here"
        return Line(sides, said if passage else "")
    empty = "" if pair.first and pair.other else "no counterpart found"
    return Line((cell(known, pair.first, signs[0]), cell(known, pair.other, signs[1])), empty)
