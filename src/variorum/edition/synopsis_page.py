"""Synopses: accounts in parallel columns, what they share side by side, what differs said in words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.edition.alongside import Bit, Pairs, Sign, bits, cuts, pairs
from variorum.edition.cast import anchor_in
from variorum.edition.concordance import Company, Concordance, Shared, Witness, anchor, sigla
from variorum.edition.press import page
from variorum.edition.shelf import Page
from variorum.edition.survey import Survey
from variorum.edition.wording import account_imprint, counted, listed
from variorum.model.critique import Parallel, Variant
from variorum.model.masking import masked, plain
from variorum.model.passage import Passage
from variorum.model.summaries import in_words

SHOWN_COLUMNS = 5
"""Witnesses side by side: what a wide screen holds. Those that differ most are shown."""

SHOWN_OTHERS = 100
"""Further witnesses that are named; the rest are counted."""

LONGEST_SHOWN = 12_000
"""Characters of a passage that a synopsis sets side by side; all of it stands in the account."""

MANNERS = {
    "verbatim": "copied word for word", "quotation": "quoted", "adapted": "copied with changes",
    "retelling": "told in other words", "copy": "copied",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A witness: its siglum, the account's address and name, by whom and when, its language."""

    siglum: str
    href: str
    label: str
    imprint: str
    language: str


@dataclass(frozen=True, slots=True)
class Section:
    """A passage side by side: ``rows`` have a cell for each of the ``columns``.

    ``others`` are witnesses that are not shown (column, remark), ``others_left`` how many are not even
    named; ``follows`` says who follows whom; ``left_out`` counts characters that are not shown.
    """

    id: str
    kind: str
    confidence: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[tuple[Bit, ...], ...], ...]
    follows: tuple[str, ...]
    reasons: tuple[str, ...]
    others: tuple[tuple[Column, str], ...]
    others_left: int
    left_out: int


@dataclass(frozen=True, slots=True)
class SynopsisInputs:
    """Everything a synopsis is made from; every string in it is masked."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    pages: tuple[tuple[str, int], ...]
    number: int
    total: int


def synopsis_pages(known: Survey, shared: Concordance) -> Iterator[Page]:
    """The synopses of copies and retellings, set by set."""
    totals: dict[str, int] = {}
    for company in shared.companies:
        totals[company.id] = totals.get(company.id, 0) + len(company.groups)
    for company in shared.companies:
        if not company.translation:
            inputs = SynopsisInputs(
                title_of(known, company),
                _lead(company, totals[company.id]),
                tuple(_section(known, group) for group in company.groups),
                tuple((name, number) for number, name in enumerate(company.pages, 1)),
                company.number,
                totals[company.id],
            )
            yield page(company.page, "synopsis.html", inputs)


def title_of(known: Survey, company: Company) -> str:
    """The accounts of a synopsis, or how many they are."""
    if len(company.accounts) > 3:
        first = known.labels[company.accounts[0]]
        return f"{first} and {counted(len(company.accounts) - 1, 'other account')}"
    return listed([known.labels[account] for account in company.accounts])


def column(known: Survey, witness: Witness, siglum: str) -> Column:
    """The head of a witness's column."""
    account = known.accounts[witness.account]
    place = anchor_in(known, witness.account, witness.passage)
    return Column(
        siglum,
        f"accounts/{account.id}.html{'#' if place else ''}{place}",
        known.labels[account.id],
        account_imprint(account, known.masks),
        "" if account.language == "und" else account.language,
    )


def masked_all(known: Survey, strings: Iterable[str]) -> tuple[str, ...]:
    """Sentences about a passage, the inserted words masked; each once."""
    return tuple(dict.fromkeys(plain(masked(known.masks, one)) for one in strings))


def base_of(group: Shared) -> Witness:
    """The witness that the others are compared with: beside which most rows set another, then the one
    that most are said to follow, then the first."""
    beside: dict[Passage, int] = {}
    followed: dict[Passage, int] = {}
    for row in group.rows:
        for place in (row.a, row.b):
            beside[place] = beside.get(place, 0) + 1
        original = {"a→b": row.a, "b→a": row.b}.get(row.direction)
        if original:
            followed[original] = followed.get(original, 0) + 1
    return max(
        group.witnesses, key=lambda w: (beside.get(w.passage, 0), followed.get(w.passage, 0))
    )


def beside(group: Shared, base: Witness) -> dict[Witness, Parallel]:
    """The row that sets each other witness beside the base."""
    by_passage = {witness.passage: witness for witness in group.witnesses}
    found = {}
    for row in group.rows:
        if base.passage in (row.a, row.b):
            other = by_passage.get(row.b if row.a == base.passage else row.a)
            if other and other != base:
                found[other] = row
    return found


def spans(row: Parallel, variant: Variant, base: Witness) -> tuple[Passage | None, Passage | None]:
    """A variant's words in the base and in the other witness."""
    return (variant.a, variant.b) if row.a == base.passage else (variant.b, variant.a)


def _lead(company: Company, total: int) -> str:
    kinds = {group.kind for group in company.groups}
    what = "shared passage" if kinds == {"copy"} else "parallel"
    if kinds == {"retelling"}:
        return f"{counted(total, 'episode')} told in other words"
    within = len(company.accounts) == 1
    return f"{counted(total, what)}{', within one account' if within else ''}"


def _section(known: Survey, group: Shared) -> Section:
    letters = sigla(group)
    base = base_of(group)
    rows = beside(group, base)
    weights = {w: _weight(group, row) for w, row in rows.items()}
    others = [w for w in group.witnesses if w != base]
    heaviest = sorted(others, key=lambda w: (-weights.get(w, (0.0, 0))[0], letters[w], w))
    chosen = {base, *heaviest[: SHOWN_COLUMNS - 1]}
    shown = [w for w in group.witnesses if w in chosen]
    hidden = [w for w in others if w not in chosen]
    best = max(row.score for row in group.rows)
    return Section(
        group.id,
        MANNERS.get(group.manner) or MANNERS.get(group.kind, group.kind),
        in_words(best),
        tuple(column(known, w, letters[w]) for w in shown),
        tuple(_rows(known, group, base, rows, shown, letters)),
        _follows(group, letters),
        masked_all(known, (reason for row in group.rows[:6] for reason in row.reasons)),
        tuple(
            (column(known, w, letters[w]), _remark(weights.get(w), letters[base]))
            for w in hidden[:SHOWN_OTHERS]
        ),
        max(0, len(hidden) - SHOWN_OTHERS),
        sum(max(0, len(w.passage.quote) - LONGEST_SHOWN) for w in shown),
    )


def _weight(group: Shared, row: Parallel) -> tuple[float, int]:
    variants = group.variants.get(row.id, ())
    return sum(v.weight * v.confidence for v in variants), len(variants)


def _remark(weight: tuple[float, int] | None, base: str) -> str:
    if weight is None:
        return ""
    return (
        f"{counted(weight[1], 'difference')} from {base}" if weight[1] else f"the words of {base}"
    )


def _follows(group: Shared, letters: Mapping[Witness, str]) -> tuple[str, ...]:
    """Who has it from whom, said once for all that follow the same."""
    by_passage = {witness.passage: letters[witness] for witness in group.witnesses}
    found: dict[str, list[str]] = {}
    for row in group.rows:
        pair = {"a→b": (row.a, row.b), "b→a": (row.b, row.a)}.get(row.direction)
        if pair and pair[0] in by_passage and pair[1] in by_passage:
            found.setdefault(by_passage[pair[0]], []).append(by_passage[pair[1]])
    said = []
    for first, those in sorted(found.items()):
        few = listed(sorted(those)[:6]) if len(those) <= 6 else counted(len(those), "other")
        said.append(f"{few} {'follows' if len(those) == 1 else 'follow'} {first}")
    return tuple(said)


def _rows(
    known: Survey,
    group: Shared,
    base: Witness,
    beside_base: Mapping[Witness, Parallel],
    shown: Sequence[Witness],
    letters: Mapping[Witness, str],
) -> Iterator[tuple[tuple[Bit, ...], ...]]:
    texts = {w: w.passage.quote[:LONGEST_SHOWN] for w in shown}
    signs: dict[Witness, list[Sign]] = {w: [] for w in shown}
    of_base: dict[tuple[int, int, str, str], list[str]] = {}
    parts = {w: [0] for w in shown}
    inner = cuts(texts[base]) if group.kind == "copy" else []
    parts[base] += inner
    for witness in shown:
        row = beside_base.get(witness)
        if witness == base or row is None or group.kind != "copy":
            continue
        variants = [(v, *spans(row, v, base)) for v in group.variants.get(row.id, ())]
        own = [_span(b, witness) for _, _, b in variants if b]
        words = pairs(
            texts[base], texts[witness], [_span(a, base) for _, a, _ in variants if a], own
        )
        original = {"a→b": row.a, "b→a": row.b}.get(row.direction)
        said = _Said(letters[base], original == base.passage)
        for variant, mine, theirs in variants:
            sign, quiet = said.signs(variant, mine, theirs, base, witness, words)
            signs[witness].append(sign)
            if mine:
                key = (*_span(mine, base), sign.sort, quiet)
                of_base.setdefault(key, []).append(letters[witness])
        for cut in inner:
            there = words.cut(cut)
            parts[witness].append(max(parts[witness][-1], there or len(texts[witness])))
    for (start, end, sort, word), those in of_base.items():
        told = f"{word} in {', '.join(those)}"
        signs[base].append(
            Sign(start, end, sort, told) if sort == "omission" else Sign(start, end, sort, "", told)
        )
    for number in range(len(inner) + 1):
        yield tuple(
            bits(known.masks, texts[w], w.passage.source, w.passage.start, signs[w], *ends)
            for w in shown
            for ends in [_ends(parts[w], number, len(texts[w]), len(inner))]
        )


def _ends(parts: Sequence[int], number: int, length: int, inner: int) -> tuple[int, int]:
    """From where to where a witness's text stands in a row; a witness that is not cut stands in the
    first."""
    if len(parts) != inner + 1:
        return (0, length) if number == 0 else (length, length)
    return parts[number], parts[number + 1] if number + 1 < len(parts) else length


def _span(passage: Passage, witness: Witness) -> tuple[int, int]:
    return passage.start - witness.passage.start, passage.end - witness.passage.start


@dataclass(frozen=True, slots=True)
class _Said:
    """In which words differences from ``base`` are told: ``original`` where that is known to be one."""

    base: str
    original: bool

    def signs(
        self,
        variant: Variant,
        mine: Passage | None,
        theirs: Passage | None,
        base: Witness,
        witness: Witness,
        words: Pairs,
    ) -> tuple[Sign, str]:
        """What is said in the other witness, and what of the base's words."""
        if mine and theirs:
            word = {"spelling": "spelt otherwise", "misprint": "misprint"}.get(
                variant.what, "changed" if self.original else "differs"
            )
            if variant.kind == "transposition":
                word = "moved"
            return Sign(*_span(theirs, witness), "change", word), word
        if theirs:
            word = "added" if self.original else f"not in {self.base}"
            return Sign(*_span(theirs, witness), "addition", word), ""
        at = words.place(_span(mine, base)[0]) if mine else 0
        word, quiet = ("left out here", "left out") if self.original else ("not here", "not")
        return Sign(at, at, "omission", word), quiet


def heading_anchor(group: Shared) -> str:
    """The address of a group's section."""
    return f"{group.page}#{anchor(group)}"
