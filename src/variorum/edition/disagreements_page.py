"""The list of disagreements, sifted by kind, person, account, firmness and verdict without a script.

Every choice is an option of a select and a class of the lines it fits, both by the same number; a
style sheet that is the same for every edition hides what does not fit the options chosen.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from variorum.dossier import Dossier
from variorum.edition.cast import Cast
from variorum.edition.lists import FIRST, Entry, entry
from variorum.edition.press import page
from variorum.edition.shelf import Page, inputs_digest
from variorum.edition.survey import Survey
from variorum.edition.weighed import LEAD
from variorum.model.findings import Disagreement, Finding
from variorum.model.homes import home
from variorum.model.summaries import CONFIDENCE_WORDS, in_words

CHOICES = 60
"""Options of one select, those that fit most lines; a longer list is no longer read."""

NEAR = 200
"""Characters around a passage in which somebody the question names is meant by it."""

SIEVE = "assets/sieve.css"

VERDICTS = {"carried": "one side is carried", "tied": "tied", "open": "open"}

_NAMES = ("kind", "person", "account", "sure", "verdict")


@dataclass(frozen=True, slots=True)
class Choice:
    """One select: its name, its label, its options in words, and how many more there would be."""

    name: str
    label: str
    options: tuple[str, ...]
    left: int


@dataclass(frozen=True, slots=True)
class Line:
    """A disagreement in the list: its entry, its kind and verdict, the classes of its choices."""

    entry: Entry
    kind: str
    verdict: str
    classes: str


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Everything the list is made from; ``total`` counts the lines on further pages too."""

    lines: tuple[Line, ...]
    choices: tuple[Choice, ...]
    total: int


def disagreements_pages(known: Survey, told: Cast, dossier: Dossier) -> Iterator[Page]:
    """``disagreements.html``, the weightiest first, and the style sheet that sifts it."""
    rules = _rules()
    yield Page(SIEVE, inputs_digest("", rules), lambda: rules)
    rows = {row.id: row for row in dossier.table("disagreements")}
    found = [finding for finding in known.findings if finding.kind == "disagreement"]
    first = [(finding, rows[finding.id]) for finding in found[:FIRST] if finding.id in rows]
    entries = [entry(known, finding) for finding, _ in first]
    fits: dict[str, list[tuple[Hashable, ...]]] = {
        "kind": [(row.type,) for _, row in first],
        "person": [_people(known, told, finding, row) for finding, row in first],
        "account": [line.accounts for line in entries],
        "sure": [_at_least(finding.confidence) for finding, _ in first],
        "verdict": [(_verdict(row.verdict),) for _, row in first],
    }
    words: Mapping[str, tuple[str, Mapping[str, str]]] = {
        "kind": ("Kind", {}),
        "person": ("Person", told.names),
        "account": ("Account", known.labels),
        "sure": ("At least", {}),
        "verdict": ("Verdict", VERDICTS),
    }
    choices, classes = [], [list[str]() for _ in first]
    for name in _NAMES:
        ranked = _ranked(name, fits[name])
        numbers = {value: number for number, value in enumerate(ranked[:CHOICES], 1)}
        label, shown = words[name]
        options = tuple(shown.get(str(value), str(value)) for value in numbers)
        choices.append(Choice(name, label, options, len(ranked) - len(numbers)))
        for line, values in zip(classes, fits[name], strict=True):
            line += [f"{name}-{numbers[value]}" for value in values if value in numbers]
    lines = tuple(
        Line(shown_entry, row.type, VERDICTS[_verdict(row.verdict)], " ".join(line))
        for shown_entry, (_, row), line in zip(entries, first, classes, strict=True)
    )
    inputs = Disagreements(
        lines, tuple(choice for choice in choices if len(choice.options) > 1), len(found)
    )
    yield page("disagreements.html", "disagreements.html", inputs)


def _ranked(name: str, fits: Sequence[tuple[Hashable, ...]]) -> list[Hashable]:
    """The options of a select: firmness as it falls, all else by how many lines it fits."""
    counts = Counter(value for values in fits for value in dict.fromkeys(values))
    if name == "sure":
        return [word for word in _firmness() if word in counts]
    return sorted(counts, key=lambda value: (-counts[value], str(value)))


def _firmness() -> tuple[str, ...]:
    return (*(word for _, word in CONFIDENCE_WORDS), in_words(0.0))


def _at_least(confidence: float) -> tuple[str, ...]:
    """The words for a confidence and for all that is less firm."""
    words = _firmness()
    return words[words.index(in_words(confidence)) :]


def _verdict(verdict: str) -> str:
    return "carried" if LEAD.fullmatch(verdict) else "tied" if verdict == "tied" else "open"


def _people(known: Survey, told: Cast, finding: Finding, row: Disagreement) -> tuple[Hashable, ...]:
    """Whom the words mean, and of those who are named near them whoever the question names."""
    found: dict[str, None] = {}
    for passage in finding.passages:
        mentions = told.mentions.get(home(known.homes, passage) or "", ())
        low = bisect_left(mentions, passage.start - NEAR, key=lambda m: m.passage.start)
        for mention in mentions[low:]:
            if mention.passage.start > passage.end + NEAR:
                break
            entity = told.entities.get(mention.entity)
            if entity is None or entity.type != "person" or entity.id in found:
                continue
            inside = mention.passage.start < passage.end and passage.start < mention.passage.end
            if inside or any(_names(name, row.question) for name in (entity.name, *entity.names)):
                found[entity.id] = None
    return tuple(found)


def _names(name: str, question: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question) is not None


def _rules() -> str:
    """A rule for each option of each select; the first option of all is "all"."""
    rules = [
        f'main:has([name="{name}"] option:nth-child({number + 1}):checked)'
        f" .entry:not(.{name}-{number})"
        for name in _NAMES
        for number in range(1, CHOICES + 1)
    ]
    return ",\n".join(rules) + " {\n  display: none;\n}\n"
