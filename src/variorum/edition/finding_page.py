"""Findings' pages: what was found, the words in their context, who says so, and why."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from variorum.dossier import Dossier
from variorum.edition.cast import Cast
from variorum.edition.concordance import Concordance, synopsis_of
from variorum.edition.context import Quotation
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey, finding_page, places
from variorum.edition.voices import ChainLink, chain_links, teller
from variorum.model.findings import Disagreement, Finding, Growth
from variorum.model.masking import masked, plain
from variorum.model.passage import Passage
from variorum.model.summaries import in_words
from variorum.model.testimony import Voice

SHOWN_CHAINS = 20
"""Voices drawn under one answer; further ones are the same few links with other names."""

WEIGHTS = ((0.8, "carried furthest"), (0.5, "carried further"), (0.2, "carried less"))
"""Words for a side's weight; below the last, hardly carried."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One column: an answer, the words that give it, the voices that carry it (nearest first)."""

    value: str
    quotations: tuple[Quotation, ...]
    chains: tuple[tuple[ChainLink, ...], ...]
    weight: str
    left_out: int


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a person decided about the finding."""

    who: str
    verdict: str
    note: str


@dataclass(frozen=True, slots=True)
class FindingInputs:
    """Everything a finding's page is made from; every string in it is masked.

    ``shape`` is sides (columns), steps (tellings in their order) or passages; ``beside`` the address of
    the synopsis.
    """

    id: str
    kind: str
    type: str
    question: str
    summary: str
    confidence: str
    verdict: str
    reasons: tuple[str, ...]
    shape: str
    sides: tuple[SideView, ...]
    decisions: tuple[DecisionView, ...]
    beside: str = ""


def finding_pages(
    known: Survey,
    told: Cast,
    shared: Concordance,
    dossier: Dossier,
    quotations: Mapping[Passage, Quotation],
) -> Iterator[Page]:
    """The page of every finding, also of those that a person set aside."""
    disagreements = {row.id: row for row in dossier.table("disagreements")}
    growths = {row.id: row for row in dossier.table("growths")}
    voices = _voices(dossier, disagreements.values(), growths.values())
    aside = {finding.id for finding in known.aside}
    for finding in (*known.findings, *known.aside):
        marked = {} if finding.id in aside else places(known.homes, finding)
        quoted = {
            p: _marked(quotations[p], marked.get(p)) for p in finding.passages if p in quotations
        }
        row = disagreements.get(finding.id) or growths.get(finding.id)
        if isinstance(row, Disagreement):
            sides = tuple(
                _side(
                    known, told, quoted, voices, side.value, side.passages, side.voices, side.weight
                )
                for side in row.sides
            )
            inputs = _inputs(known, finding, "sides", sides, row.question, row.type, row.verdict)
        elif isinstance(row, Growth):
            sides = tuple(
                _side(known, told, quoted, voices, step.value, (step.passage,), (step.voice,), None)
                for step in row.steps
            )
            inputs = _inputs(known, finding, "steps", sides, row.question)
        else:
            side = _side(known, told, quoted, {}, "", finding.passages, (), None)
            inputs = replace(
                _inputs(known, finding, "passages", (side,)), beside=synopsis_of(shared, finding)
            )
        yield page(finding_page(finding), "finding.html", inputs)


def _marked(quotation: Quotation, place: tuple[str, str] | None) -> Quotation:
    """The quotation with a link to its words, where they are marked on an account's page."""
    return replace(quotation, anchor=f"#{place[1]}") if place else quotation


def _inputs(
    known: Survey,
    finding: Finding,
    shape: str,
    sides: tuple[SideView, ...],
    question: str = "",
    sort: str = "",
    verdict: str = "",
) -> FindingInputs:
    def shown(text: str) -> str:
        return plain(masked(known.masks, text))

    return FindingInputs(
        finding.id,
        finding.kind,
        sort,
        shown(question),
        shown(finding.summary),
        in_words(finding.confidence),
        shown(verdict),
        tuple(shown(reason) for reason in finding.reasons),
        shape,
        sides,
        tuple(
            DecisionView(shown(d.who), d.verdict, shown(d.note))
            for d in known.decisions.get(finding.id, ())
        ),
    )


def _side(
    known: Survey,
    told: Cast,
    quoted: Mapping[Passage, Quotation],
    voices: Mapping[str, Voice],
    value: str,
    passages: tuple[Passage, ...],
    voice_ids: tuple[str, ...],
    weight: float | None,
) -> SideView:
    quotations = tuple(quoted[passage] for passage in passages if passage in quoted)
    chains = [chain_links(voices[v].chain, known.masks, told) for v in voice_ids if v in voices]
    if value and not chains:
        tellers = [teller(known.accounts[q.account]) for q in quotations if q.account]
        chains = [chain_links(links, known.masks) for links in tellers]
    return SideView(
        plain(masked(known.masks, value)),
        quotations,
        tuple(dict.fromkeys(chains))[:SHOWN_CHAINS],
        _weight_words(weight),
        len(passages) - len(quotations),
    )


def _voices(
    dossier: Dossier, disagreements: Iterable[Disagreement], growths: Iterable[Growth]
) -> dict[str, Voice]:
    """Only the voices that some side or step names."""
    named = {voice for row in disagreements for side in row.sides for voice in side.voices}
    named |= {step.voice for row in growths for step in row.steps}
    if not named - {""}:
        return {}
    return {voice.id: voice for voice in dossier.table("voices") if voice.id in named}


def _weight_words(weight: float | None) -> str:
    if weight is None:
        return ""
    return next((words for least, words in WEIGHTS if weight >= least), "hardly carried")
