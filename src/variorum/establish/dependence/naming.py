"""Who names whom: the copy names the author, the paper or the title it copies from, or says that it
quotes."""

import re
from collections.abc import Iterator, Sequence

from anyascii import anyascii

from variorum.establish.dependence.clues import Clue
from variorum.establish.stretches import Stretch
from variorum.model.lexicon import listed
from variorum.model.reading import ReadingText

BEFORE, AFTER = 400, 250
"""Characters around a passage in which a name is taken to introduce it."""
LONGEST = 200_000
"""Characters of an account that are searched for names, its beginning and its end by halves."""
APART = 2
"""Small words that may part the words of a paper's name."""
SIGNED, SIGNED_WORDS = 60, 4
"""Characters and words of a line that may be a signature."""
PLAIN_TITLE = 4
"""Words of its own from which a title is known without capitals or quotation marks. Set by hand."""

_OPENING, _CLOSING = "\"“„«‘'「『‹", "\"”“»’'」』›"
_MARKS = tuple(_OPENING + _CLOSING)
_SAYING = listed(
    """said says say saying wrote writes write written told tells reported reports stated states
    testified deposed declared recalled recalls quoted quotes quote according reads read stands
    printed published described describes remembered added notes noted cited cites words сказал
    сказала говорит говорил говорила писал писала пишет пишут сообщил сообщила сообщает показал
    показала заявил заявила вспоминает вспоминал вспоминала рассказал рассказала рассказывает
    цитирует цитирую словам согласно свидетельству напечатано сообщению цитата dit écrit écrivait
    selon raconte déclare sagte schrieb schreibt laut erzählte berichtet berichtete heißt zufolge
    dijo escribió según cuenta declaró disse scrisse secondo racconta"""
)
_COMMON = listed(
    """the a an of and in on at to for from by with what how why who when is was it i we my our as
    old new news report story article letter interview memoir note notes chapter part daily weekly
    evening morning times post herald journal gazette press newspaper magazine quarterly review
    editor editorial staff own reporter correspondent anonymous unknown author и в на о об из по что
    как кто где когда это мой наш письмо газета статья беседа глава часть вести известия новости
    сообщение рассказ воспоминания"""
)
"""Words that name nobody by themselves."""
_TRANSLATED = re.compile(
    r"\b(?:translat(?:ed|ion)\s+(?:from|by|of)|in\s+[\w’']{2,30}\s+translation|пер(?:евод|евёл|евел|евела|\.)\s+"
    r"(?:с|со|на|автора|\w+а)\b|aus\s+dem\s+\w{3,20}(?:ischen|chen)\b|traduit\s+d[ue])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")


def naming_clues(
    copy: ReadingText, original: ReadingText, at: Stretch, there: Stretch
) -> tuple[Clue, ...]:
    """What speaks for ``copy`` having its passage ``at`` from ``original``, where it stands
    ``there``."""
    return (
        *_named(copy, original, at),
        *_quoted(copy, original, at, there),
        *_rendered(copy, original),
    )


def is_quoted(reading: ReadingText, at: Stretch) -> bool:
    """Whether the passage stands in quotation marks there (a mark at its edge, or one open before
    it)."""
    text = reading.text
    start, end = at.start, at.end
    while start < end and text[start].isspace():
        start += 1
    edge_before = text[max(0, start - 2) : start + 1].strip()
    edge_after = text[max(0, end - 2) : end + 2].strip()
    opens = any(c in _OPENING and c != "'" for c in edge_before[-2:])
    closes = any(c in _CLOSING and c != "'" for c in edge_after)
    if opens and closes:
        return True
    paragraph = max(text.rfind("\n", max(0, start - 1_500), start) + 1, start - 1_500)
    before = text[max(0, paragraph) : start]
    left = max(before.rfind(c) for c in "“„«")
    right = max(before.rfind(c) for c in "”»")
    if left > right:
        stop = text.find("\n", end, end + 1_500)
        rest = text[end : stop if stop >= 0 else end + 1_500]
        return any(c in rest for c in "”»“") or any(c in "”»“" for c in edge_after)
    return False


def is_interrupted(reading: ReadingText, at: Stretch) -> bool:
    """Whether a quoted passage has words of whoever quotes between its quotation marks: “…,” he said.
    “…” Such words nobody has from the one who is quoted."""
    inside = reading.text[at.start + 1 : at.end - 1].rstrip(_CLOSING + " .,!?")
    marks = [c for c in inside if c in '"“”„«»']
    return len(marks) > 1 and marks[0] in '"”»'


def _quoted(
    copy: ReadingText, original: ReadingText, at: Stretch, there: Stretch
) -> Iterator[Clue]:
    if not is_quoted(copy, at) or is_quoted(original, there):
        return
    text = copy.text
    around = text[max(0, at.start - 120) : at.start] + " " + text[at.end : at.end + 80]
    verb = next((w.group() for w in _WORD.finditer(around.lower()) if w.group() in _SAYING), None)
    if verb:
        yield Clue("quotes with a verb", f"stands there in quotation marks, with “{verb}”")
    else:
        yield Clue("quotes", "stands there in quotation marks, and not in the other")


def _named(copy: ReadingText, original: ReadingText, at: Stretch) -> Iterator[Clue]:
    theirs, mine = original.account, copy.account
    own = {_key(w) for field in (mine.author, mine.publisher, mine.title) for w in _words(field)}
    near = (
        copy.text[max(0, at.start - BEFORE) : at.start] + " " + copy.text[at.end : at.end + AFTER]
    )
    whole = _searched(copy.text)
    for what, name in (
        ("author", theirs.author),
        ("publisher", theirs.publisher),
        ("title", theirs.title),
    ):
        for place, clue in ((near, "names beside"), (whole, "names")):
            if name and _meant(name, what, own, place):
                where = " beside the passage" if clue == "names beside" else ""
                yield Clue(clue, f"names the other’s {what}{where}: {name}")
                return


def _meant(name: str, what: str, own: set[str], text: str) -> bool:
    """Whether a text means this name, which is not the ``own`` name of what it is read in."""
    if what == "title":
        return any(_run(title, own, text) for title in _titles(name))
    needed = _needed(name, what)
    if what == "author":
        text = _unsigned(text)
    return bool(set(map(_key, needed)) - own) and _stands(needed, text)


def _unsigned(text: str) -> str:
    """Without lines that are a name and no more: by them an account is signed, and nobody is cited."""
    return "\n".join(
        line
        for line in text.split("\n")
        if len(line) > SIGNED or line.rstrip().endswith(":") or len(_words(line)) > SIGNED_WORDS
    )


def _needed(name: str, what: str) -> tuple[str, ...]:
    """The words that must stand together for a name to be meant: of an author the surname."""
    if what == "author":
        words = [w for w in _words(name) if w.lower() not in _COMMON]
        return tuple([w for w in words if len(w) > 3 and w[0].isupper()][-1:])
    words = [w for w in _words(name) if w.lower() not in ("the", "a", "of")]
    return () if len(words) == 1 and words[0].lower() in _COMMON else tuple(words)


def _stands(needed: Sequence[str], text: str) -> bool:
    """Whether the words stand in the text near each other, with the capitals the name has."""
    wanted = {_key(w): w[0].isupper() for w in needed}
    written = [w.group() for w in _WORD.finditer(text)]
    found = [
        k if (k := _key(w)) in wanted and (w[0].isupper() or not wanted[k]) else "" for w in written
    ]
    reach = len(needed) + APART
    return any(key and set(wanted) <= set(found[i : i + reach]) for i, key in enumerate(found))


def _titles(name: str) -> tuple[str, ...]:
    """A title, and its first part where it has more than one."""
    return tuple(dict.fromkeys((name, re.split(r"[:;.—–|\n]|\s-\s", name, maxsplit=1)[0])))


def _run(title: str, own: set[str], text: str) -> bool:
    """Whether a title's words stand in the text one after the other, so that the title is meant: in
    quotation marks, in capitals, or more of them than a sentence has by chance."""
    keys = [_key(w) for w in _words(title)]
    telling = {_key(w) for w in _words(title) if w.lower() not in _COMMON}
    if len(keys) < 2 or not telling or telling <= own:
        return False
    written = list(_WORD.finditer(text))
    known = [_key(w.group()) for w in written]
    for i, key in enumerate(known):
        if key != keys[0] or known[i : i + len(keys)] != keys:
            continue
        stands = written[i : i + len(keys)]
        first, last = stands[0].start(), stands[-1].end()
        long = [w.group() for w in stands if _key(w.group()) in telling]
        if (
            (len(telling) >= PLAIN_TITLE)
            or (len(telling) > 1 and all(w[0].isupper() for w in long))
            or (
                text[max(0, first - 1) : first] in _MARKS
                and text[last : last + 3].strip(".,!?")[:1] in _MARKS
            )
        ):
            return True
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _key(word: str) -> str:
    """A word in one alphabet without the end that inflection changes."""
    letters = anyascii(word).lower()
    return letters[: max(4, len(letters) - 2)] if len(letters) > 4 else letters


def _searched(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return text[: LONGEST // 2] + "\n" + text[-LONGEST // 2 :]


def _rendered(copy: ReadingText, original: ReadingText) -> Iterator[Clue]:
    if copy.account.language.split("-")[0] == original.account.language.split("-")[0]:
        return
    edges = copy.text[:800] + "\n" + copy.text[-800:]
    found = _TRANSLATED.search(edges)
    if found:
        yield Clue("translated", f"calls itself a translation: “{found.group()}”")
