"""Namesakes: whom the text itself calls another person of the same name."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from variorum.identify.folding import folded
from variorum.identify.names import parsed
from variorum.identify.ties import form_of
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Mention, Sentence

BEFORE, AFTER = 40, 60
"""Characters before and after a name in which the words that tell a namesake stand."""

OTHER = "the text calls this another of the same name"
SAME_NAME = "the author writes that somebody else bears the same name"

_OTHER = re.compile(
    r"\b(?:the\sother|another|a\ssecond|a\sdifferent|the\s(?:elder|younger))\s(?:[^\W\d_]+\s)?$"
    r"|\b(?:his|her|their)\s(?:cousin\sand\s)?namesake,?\s$"
    r"|\b(?:друг(?:ой|им|ого|ому|ая|ую)|втор(?:ой|ого|ым)|тёзк\w+|однофамил\w+)\s$",
    re.IGNORECASE,
)
"""Right before a name: "the other Lev Petrov", "another Lev Petrov", "другой Лев Петров"."""

_NO_RELATION = re.compile(
    r"^,?\s?(?:\(|,)?\s?(?:no\srelation|not\sto\sbe\sconfused|не\sродственник|не\sпутать)",
    re.IGNORECASE,
)
"""Right after a name."""

_SAME = re.compile(
    r"\b(?:have|has|had|bear|bears|bore|of|with|by|carry)\s(?:also\s)?(?:the|his|her|that)\s"
    r"(?:very\s)?same\sname\b|\b(?:share|shared|have|bear|carry)\s(?:his|her)\sname\b"
    r"|\b(?:am|was)\snamed\safter\s"
    r"|\b(?:ношу|носил|носит)\s(?:то|его|её)\sже\sимя\b|\bназван\w*\sв\sчесть\b|\bполн\w+\sтёзк",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|I’m|I'm|my|я|мой|моего|меня)\b", re.IGNORECASE)


_KIN = (
    r"son|daughter|nephew|niece|grandson|granddaughter|cousin|brother|father|uncle|grandfather|namesake"
    r"|сын\w*|доч\w+|племянни\w+|внук\w*|двоюродн\w+\sбрат\w*|брат\w*|отец|отца|дяд\w+|дед\w*"
)
_ALSO = re.compile(r"\b(\w+)(?:,\s|\s?\()(?:also|тоже|также)\s(?:named\s|called\s)?$")
"""Right before a name: "his son, also Lev Petrov"; in a list of names ("Holt, also Petrov") a capital
stands before the comma."""
_HIS_KIN = re.compile(
    rf"\b(?:his|her|their|его|е[её]|их)\s(?:[^\W\d_]+\s){{0,2}}(?:{_KIN}),?\s$", re.IGNORECASE
)
"""Right before a name that is also that of the last person named: "His son Lev Petrov"."""
_KIN_OF = re.compile(
    rf"\b(?:{_KIN})\s(?:of\s)?(?:the\s|his\s)?(?:[^\W\d_][\w-]*\s){{0,2}}$", re.IGNORECASE
)
"""Right before a name that its sentence has named: "a cousin of the keeper Lev Petrov"."""
_HIS_KIN_AFTER = re.compile(
    rf"^,\s(?:his|her|their|его|е[её]|их)\s(?:[^\W\d_]+\s){{0,2}}(?:{_KIN})\s?[,.;]", re.IGNORECASE
)
"""Right after such a name: "Lev Petrov, his son, sailed"."""
_OTHER_SURNAME = re.compile(
    r"\b(?:another|a\ssecond|a\sdifferent|друг(?:ой|им|ого|ому|ая|ую)|однофамил\w+)\s$",
    re.IGNORECASE,
)
"""Right before a surname alone."""

_COMMENTS = re.compile(
    r"\W*(?:\d+\s)?(?:readers?['’]?\s)?(?:comments?|replies|responses|комментари\w+|отзывы)"
    r"\W*(?:\d+)?\W*",
    re.IGNORECASE,
)
"""A heading below which readers write."""
_TIMESTAMP = re.compile(
    r"\W*(?:[^\W_]{1,10}[.,/-]?\s?){3,4}(?:(?:at|в)\s)?\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?\W*",
    re.IGNORECASE,
)
"""The line below the name of whoever posts: a date with its hour."""
LONGEST_STAMP = 40
"""Characters of such a line, and of the name above it."""
_SIGNED = re.compile(
    r"[\s,.:;—–|()-]*(?:(?:on|at|says|said|wrote|writes|posted|пишет|написала?)\b[\s,:]*)?"
    r"(?:\d[^!?]{0,30})?\W*",
    re.IGNORECASE,
)
"""What may follow a name that signs: a date, a time."""
_ANSWERED = re.compile(
    r"^\W*(?:thanks|thank\syou|hi|hello|hey|dear|agreed|right|well\ssaid|спасибо|привет)[\s,]*$",
    re.IGNORECASE,
)
"""From the beginning of a sentence to the given name of whom a reader answers."""
SIGNS = "a reader signs with this name"
ANSWERED = "a reader answers another of this name"
KINSMAN = "the text tells of a kinsman of the same name"

_GENERATION = re.compile(
    r",?[\s-](?:(?P<s>sr\b\.?|senior\b|старш(?:ий|его|ему|им)\b)|(?P<j>jr\b\.?|junior\b|младш\w+))",
    re.IGNORECASE,
)


def generations(mentions: Sequence[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """The mentions, full names with the "senior" or "Jr." that the text writes right after them."""
    told: dict[Passage, str] = {}
    for mention, row, _ in _within(mentions, sentences):
        match = _GENERATION.match(row.passage.quote, mention.passage.end - row.passage.start)
        name = parsed(form_of(mention))
        if match and name.given and not name.generation:
            told[mention.passage] = "Sr." if match["s"] else "Jr."
    return [
        replace(mention, form=f"{form_of(mention)}, {told[mention.passage]}")
        if mention.type == "person" and mention.passage in told
        else mention
        for mention in mentions
    ]


def _within(
    mentions: Sequence[Mention], sentences: Sequence[Sentence]
) -> Iterator[tuple[Mention, Sentence, Mention | None]]:
    """Each mention of a person with its sentence and the mention before it in its account."""
    by_source: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.type == "person":
            by_source[mention.passage.source].append(mention)
    starts: dict[str, list[int]] = {}
    for source, found in by_source.items():
        found.sort(key=lambda mention: mention.passage)
        starts[source] = [mention.passage.start for mention in found]
    for row in sorted(sentences, key=lambda row: row.passage):
        place = row.passage
        here, found = starts.get(place.source, []), by_source.get(place.source, [])
        index = bisect_left(here, place.start)
        while index < len(here) and here[index] < place.end:
            last = found[index - 1] if index else None
            same = last is not None and last.account == found[index].account
            yield found[index], row, last if same else None
            index += 1


def namesakes(
    mentions: Sequence[Mention],
    accounts: Iterable[Account],
    sentences: Sequence[Sentence],
    known: Set[Passage] = frozenset(),
) -> Mapping[Passage, tuple[str, str]]:
    """The mentions of persons who are told from another of their name: a key of the name, and why.

    Said outright: "the other Lev Petrov", "his son, also Lev Petrov" (that mention only), and an
    author who writes "I have the same name" (every mention of the author's full name in that account).
    Readers who sign with the name of somebody whom others write about are others too. ``known`` are
    mentions already told from their kin. Linear in the sentences but for sorting.
    """
    by_account = {account.id: account for account in accounts}
    apart: dict[Passage, tuple[str, str]] = {}
    signed: dict[Passage, Mention] = {}
    answered: list[Mention] = []
    namesake_authors = {
        row.account
        for row in sentences
        if _SAME.search(row.passage.quote) and _FIRST_PERSON.search(row.passage.quote)
    }
    borne = Counter((m.account, _key(m)) for m in mentions if m.type == "person")
    below = _below(sentences)
    for mention, row, last in _within(mentions, sentences):
        place = row.passage
        again = borne[mention.account, _key(mention)] > 1
        untold = last is not None and not {mention.passage, last.passage} & known
        if _told_apart(mention, place) or _also(mention, place, again):
            apart[mention.passage] = _key(mention), OTHER
        elif last and untold and last.passage not in apart and _kinsman(mention, last, place):
            apart[mention.passage] = _key(mention), KINSMAN
        account = by_account.get(mention.account)
        readers = account is not None and account.kind in ("comment", "post")
        if readers or place.start > below.get(place.source, place.start):
            if _signs(mention, place, account):
                signed[mention.passage] = mention
            elif _ANSWERED.match(place.quote[: max(0, mention.passage.start - place.start)]):
                answered.append(mention)
    written = Counter(
        _key(m)
        for m in mentions
        if m.type == "person" and m.passage not in signed and _is_told(by_account.get(m.account))
    )
    for mention in signed.values():
        if written[_key(mention)]:
            apart[mention.passage] = _key(mention), SIGNS
    for mention in answered:
        if parsed(form_of(mention)).given:
            continue
        word = folded(form_of(mention))
        keys = sorted({_key(m) for m in signed.values() if m.account == mention.account})
        reader = next((key for key in keys if key.split()[0] == word), "")
        apart[mention.passage] = (reader, SIGNS) if written[reader] else (word, ANSWERED)
    authors = {
        account.id: folded(account.author)
        for account in by_account.values()
        if account.id in namesake_authors and account.author
    }
    for mention in mentions:
        author = authors.get(mention.account)
        if author and mention.type == "person" and folded(mention.form) == author:
            apart[mention.passage] = author, SAME_NAME
    return apart


def _below(sentences: Iterable[Sentence]) -> dict[str, int]:
    """Where in each source readers begin to write: below a heading that says so, or where a name has a
    date and an hour below it."""
    found: dict[str, int] = {}
    last: Passage | None = None
    for row in sorted(sentences, key=lambda row: row.passage):
        place = row.passage
        named = last is not None and last.source == place.source and len(last.quote) < LONGEST_STAMP
        stamp = len(place.quote) < LONGEST_STAMP and _TIMESTAMP.fullmatch(place.quote)
        if last is not None and named and stamp:
            found[place.source] = min(last.start - 1, found.get(place.source, last.start))
        last = place
        if len(place.quote) < AFTER and _COMMENTS.fullmatch(place.quote):
            found[place.source] = min(place.start, found.get(place.source, place.start))
    return found


def _is_told(account: Account | None) -> bool:
    return account is None or account.kind not in ("comment", "post")


def _signs(mention: Mention, sentence: Passage, account: Account | None) -> bool:
    """Whether a full name is all that stands in its sentence, but for a date; an author's own is not."""
    if mention.passage.start != sentence.start or not _full(mention):
        return False
    if account is not None and folded(account.author) == folded(mention.form):
        return False
    return bool(_SIGNED.fullmatch(sentence.quote, mention.passage.end - sentence.start))


def _also(mention: Mention, sentence: Passage, again: bool) -> bool:
    """Whether "also" stands before a full name that is borne by somebody told of as well."""
    match = _ALSO.search(_before(mention, sentence)) if _full(mention) else None
    return match is not None and again and match[1][:1].islower()


def _kinsman(mention: Mention, last: Mention, sentence: Passage) -> bool:
    """Whether the words before a full name call its bearer kin of the last person named, who bears it
    as well."""
    if not _full(mention) or _key(mention) != _key(last):
        return False
    before = _before(mention, sentence)
    after = sentence.quote[mention.passage.end - sentence.start :][:AFTER]
    if _HIS_KIN.search(before) or _HIS_KIN_AFTER.match(after):
        return True
    return last.passage.start >= sentence.start and bool(_KIN_OF.search(before))


def _full(mention: Mention) -> bool:
    return bool(parsed(form_of(mention)).given)


def _before(mention: Mention, sentence: Passage) -> str:
    begin = mention.passage.start - sentence.start
    return " ".join(sentence.quote[max(0, begin - BEFORE) : begin].split()) + " "


def _told_apart(mention: Mention, sentence: Passage) -> bool:
    """Whether the words around a name tell it from another of its name."""
    name = parsed(form_of(mention))
    before = _before(mention, sentence)
    if not name.given:
        return bool(_OTHER_SURNAME.search(before))
    end = mention.passage.end - sentence.start
    after = sentence.quote[end : end + AFTER]
    return bool(_OTHER.search(before) or _NO_RELATION.match(after))


def _key(mention: Mention) -> str:
    name = parsed(form_of(mention))
    return f"{name.given[0]} {name.surname}" if name.given else name.surname
