"""Findings' pages: what was found, the words in their context, who says so, and why."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from variorum.dossier import Dossier
from variorum.edition.cast import Cast
from variorum.edition.charts.stairs import Stairs, stairs
from variorum.edition.concordance import Concordance, synopsis_of
from variorum.edition.context import Quotation
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey, finding_page, places
from variorum.edition.voices import ChainLink, chain_links, teller
from variorum.edition.weighed import by_side, named_sides, percent, sums, weight_words
from variorum.edition.wording import date_words
from variorum.model.findings import Disagreement, Finding, Growth, Step
from variorum.model.homes import home
from variorum.model.masking import masked, plain
from variorum.model.passage import Passage
from variorum.model.summaries import in_words
from variorum.model.testimony import Link, Quantity, Voice

SHOWN_CHAINS = 20
"""Voices drawn under one answer; further ones are the same few links with other names."""

AS_BEFORE = "told as before"
"""What changed where nothing did."""

NEARBY = 50
"""Voices before a passage that are looked at for the one that says it; the nearest ones hold it."""


@dataclass(frozen=True, slots=True)
class SideView:
    """One column: an answer, the words that give it, the voices that carry it (nearest first).

    ``weight`` says how far it is carried, ``share`` the same as 0 to 100, ``why`` what speaks for and
    against it; of a telling, ``change`` says what is otherwise than before, ``when`` its date.
    """

    value: str
    quotations: tuple[Quotation, ...]
    chains: tuple[tuple[ChainLink, ...], ...]
    weight: str
    left_out: int
    share: int | None = None
    why: tuple[str, ...] = ()
    change: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class DecisionView:
    """What a person decided about the finding."""

    who: str
    verdict: str
    note: str


@dataclass(frozen=True, slots=True)
class FindingInputs:
    """Everything a finding's page is made from; every string in it is masked.

    ``shape`` is sides (columns), steps (tellings in their order), apart (passages in columns) or
    passages; ``beside`` the address of the synopsis; ``stairs`` draws the steps; ``sums`` are the
    rows of the arithmetic.
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
    stairs: Stairs | None = None
    sums: tuple[tuple[str, str], ...] = ()


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
    numbers = _numbers(dossier, growths.values())
    aside = {finding.id for finding in known.aside}
    for finding in (*known.findings, *known.aside):
        marked = {} if finding.id in aside else places(known.homes, finding)
        quoted = {
            p: _marked(quotations[p], marked.get(p)) for p in finding.passages if p in quotations
        }
        row = disagreements.get(finding.id) or growths.get(finding.id)
        if isinstance(row, Disagreement):
            inputs = _weighing(known, told, finding, row, quoted, voices)
        elif isinstance(row, Growth):
            inputs = _telling(known, told, finding, row, quoted, voices, numbers)
        elif finding.kind == "impossibility":
            apart = tuple(
                _side(known, told, {p: quoted[p]}, {}, "", (p,), (), None)
                for p in finding.passages
                if p in quoted
            )
            inputs = _inputs(known, finding, "apart", apart)
            rows, others = sums(inputs.reasons)
            said = tuple(reason for reason in others if reason.rstrip(".") not in inputs.summary)
            inputs = replace(inputs, sums=rows, reasons=said)
        else:
            side = _side(known, told, quoted, {}, "", finding.passages, (), None)
            inputs = replace(
                _inputs(known, finding, "passages", (side,)), beside=synopsis_of(shared, finding)
            )
        yield page(finding_page(finding), "finding.html", inputs)


def _weighing(
    known: Survey,
    told: Cast,
    finding: Finding,
    row: Disagreement,
    quoted: Mapping[Passage, Quotation],
    voices: Mapping[str, Voice],
) -> FindingInputs:
    sides = tuple(
        _side(known, told, quoted, voices, side.value, side.passages, side.voices, side.weight)
        for side in row.sides
    )
    inputs = _inputs(known, finding, "sides", sides, row.question, row.type, row.verdict)
    values = [side.value for side in sides]
    of_sides, others = by_side(inputs.reasons, len(sides))
    return replace(
        inputs,
        verdict=named_sides(inputs.verdict, values),
        reasons=tuple(named_sides(reason, values) for reason in others),
        sides=tuple(
            replace(side, why=tuple(of_sides.get(number, ()))) for number, side in enumerate(sides)
        ),
    )


def _telling(
    known: Survey,
    told: Cast,
    finding: Finding,
    row: Growth,
    quoted: Mapping[Passage, Quotation],
    voices: Mapping[str, Voice],
    numbers: Mapping[Passage, float],
) -> FindingInputs:
    steps = []
    for place, step in enumerate(row.steps):
        side = _side(known, told, quoted, voices, step.value, (step.passage,), (step.voice,), None)
        account = known.accounts.get(home(known.homes, step.passage) or "")
        change = _change(row.steps[place - 1], step, numbers) if place else ""
        steps.append(
            replace(
                side,
                change=plain(masked(known.masks, change)),
                when=date_words(account.date) if account else "",
            )
        )
    drawn = stairs(
        [
            (side.value, side.when or _label(side), numbers.get(step.passage))
            for side, step in zip(steps, row.steps, strict=True)
        ],
        [side.change != AS_BEFORE for side in steps],
    )
    return replace(_inputs(known, finding, "steps", tuple(steps), row.question), stairs=drawn)


def _label(side: SideView) -> str:
    return side.quotations[0].label if side.quotations else ""


def _change(before: Step, now: Step, numbers: Mapping[Passage, float]) -> str:
    """What is otherwise than in the telling before, a number's growth first."""
    first, last = numbers.get(before.passage), numbers.get(now.passage)
    change = now.change
    if not change and before.value != now.value:
        change = f"“{now.value}” instead of “{before.value}”"
    if first is None or last is None or first == last:
        return change or AS_BEFORE
    way = "grows" if last > first else "shrinks"
    return f"{way} from {first:,g} to {last:,g}" + (f"; {change}" if change else "")


def _numbers(dossier: Dossier, growths: Iterable[Growth]) -> dict[Passage, float]:
    """The number that a telling gives, where its value holds one number and no more."""
    wanted: dict[str, list[Step]] = {}
    for row in growths:
        for step in row.steps:
            wanted.setdefault(step.passage.source, []).append(step)
    found: dict[Passage, set[float]] = {}
    rows: Iterable[Quantity] = dossier.table("quantities") if wanted else ()
    for quantity in rows:
        inside = quantity.passage
        for step in wanted.get(inside.source, ()):
            said, value = inside.quote.casefold(), step.value.casefold()
            if _holds(step.passage, inside) and (said in value or value in said):
                found.setdefault(step.passage, set()).add(quantity.low)
    return {passage: values.pop() for passage, values in found.items() if len(values) == 1}


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
    chains = _chains(known, told, voices, passages, voice_ids) if value else ()
    return SideView(
        plain(masked(known.masks, value)),
        quotations,
        chains[:SHOWN_CHAINS],
        weight_words(weight),
        len(passages) - len(quotations),
        percent(weight),
    )


def _chains(
    known: Survey,
    told: Cast,
    voices: Mapping[str, Voice],
    passages: tuple[Passage, ...],
    voice_ids: tuple[str, ...],
) -> tuple[tuple[ChainLink, ...], ...]:
    """Who says the passages, each chain once: the voices that are named, for every passage outside
    their words the one that holds it, and where nobody is named whose account it is."""
    heard = [voices[v] for v in voice_ids if v in voices]
    chains = [_chain(known, told, voice) for voice in heard]
    for passage in passages:
        if any(_holds(voice.passage, passage) for voice in heard):
            continue
        account = known.accounts.get(home(known.homes, passage) or "")
        if voice := _heard(known, told, passage):
            chains.append(_chain(known, told, voice))
        elif account is not None:
            author, *others = teller(account)
            if not account.author:
                author = replace(author, name=f"whoever wrote {known.labels[account.id]}")
            chains.append(chain_links((author, *others), known.masks))
    return tuple(dict.fromkeys(chain for chain in chains if chain))


def _chain(known: Survey, told: Cast, voice: Voice) -> tuple[ChainLink, ...]:
    """A voice's chain up to the publication, where its account says who published it."""
    account = known.accounts.get(voice.account or home(known.homes, voice.passage) or "")
    links = voice.chain
    if account and account.publisher and not any(link.role == "publisher" for link in links):
        links = (*links, Link(account.publisher, "", "publisher", account.date))
    return chain_links(links, known.masks, told)


def _holds(whole: Passage, part: Passage) -> bool:
    return whole.source == part.source and whole.start <= part.start and part.end <= whole.end


def _heard(known: Survey, told: Cast, passage: Passage) -> Voice | None:
    """The nearest voice whose words hold the passage."""
    rows: Sequence[Voice] = told.voices.get(home(known.homes, passage) or "", ())
    last = bisect_right(rows, passage.start, key=lambda voice: voice.passage.start)
    holding = [v for v in rows[max(0, last - NEARBY) : last] if _holds(v.passage, passage)]
    return min(holding, key=lambda v: (v.passage.end - v.passage.start, v.id), default=None)


def _voices(
    dossier: Dossier, disagreements: Iterable[Disagreement], growths: Iterable[Growth]
) -> dict[str, Voice]:
    """Only the voices that some side or step names."""
    named = {voice for row in disagreements for side in row.sides for voice in side.voices}
    named |= {step.voice for row in growths for step in row.steps}
    if not named - {""}:
        return {}
    return {voice.id: voice for voice in dossier.table("voices") if voice.id in named}
