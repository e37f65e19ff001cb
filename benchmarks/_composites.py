"""Composites: texts of the bench folder pasted together the way people paste accounts into one file.

A seed gives the same composite on every machine. Texts are split by a hash of their name into those
to tune on and those to score on, and so are the shapes of bylines: what is scored was never tuned on.
"""

import hashlib
import html
import json
import os
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

BENCH = Path(
    os.environ.get("VARIORUM_BENCH", Path(__file__).resolve().parents[2] / "shared" / "bench")
)


@dataclass(frozen=True, slots=True)
class Text:
    """One document: its paragraphs, its title when it has one, its language and genre."""

    name: str
    genre: str
    language: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A text as it was pasted: its span in the composite, what its head said, what stands at the
    boundary before it (byline, title, nothing) and in which shape its byline is."""

    text: Text
    condition: str
    title: str
    author: str
    publisher: str
    date: str
    shape: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Composite:
    """The pasted text, its lines' kinds (for making a page of it), and the pieces in order."""

    seed: int
    text: str
    pieces: tuple[Piece, ...]
    lines: tuple[tuple[str, str], ...] = field(default=())


def part_of(name: str) -> str:
    """``tune`` or ``score``: half of the texts each, by a hash of the name."""
    return "tune" if hashlib.sha256(name.encode()).digest()[0] % 2 else "score"


# --- the texts ---------------------------------------------------------------------------------


@cache
def texts(part: str) -> tuple[Text, ...]:
    """All documents of one part that have at least 120 words, sorted by name."""
    everything = [text for load in _LOADERS for text in load() if _words(text.paragraphs) >= 120]
    return tuple(sorted((t for t in everything if part_of(t.name) == part), key=lambda t: t.name))


def _words(paragraphs: tuple[str, ...]) -> int:
    return sum(len(p.split()) if " " in p.strip() else max(1, len(p) // 2) for p in paragraphs)


def _lines(raw: str) -> list[str]:
    return [line.strip() for line in raw.splitlines() if line.strip()]


def _titled(name: str, genre: str, language: str, raw: list[str]) -> Text:
    """A document whose first line is its title when that line is short."""
    first = raw[0] if raw else ""
    if 2 <= len(first.split()) <= 20 and len(raw) > 1:
        return Text(name, genre, language, first.rstrip(" ."), tuple(raw[1:]))
    return Text(name, genre, language, "", tuple(raw))


def _polnear() -> Iterator[Text]:
    for path in sorted(BENCH.glob("polnear/data/*/text/*.txt")):
        raw = re.sub(r"<[^>]*>\.?", "", path.read_text(encoding="utf-8"))
        yield _titled(path.stem, "news", "en", _lines(raw))


def _tempeval() -> Iterator[Text]:
    for path in sorted(BENCH.glob("tempeval3/TBAQ-cleaned/*/*.tml")):
        raw = path.read_text(encoding="utf-8", errors="replace")
        body = re.search(r"<TEXT>(.*)</TEXT>", raw, re.DOTALL)
        if body:
            plain = html.unescape(re.sub(r"<[^>]*>", "", body[1]))
            paragraphs = [" ".join(p.split()) for p in re.split(r"\n\s*\n", plain)]
            title = re.search(r"<TITLE>(.*?)</TITLE>", raw, re.DOTALL)
            heading = html.unescape(re.sub(r"<[^>]*>", "", title[1])).strip() if title else ""
            yield Text(path.stem, "news", "en", heading, tuple(p for p in paragraphs if p))


def _ecbplus() -> Iterator[Text]:
    path = BENCH / "ecbplus" / "docs.jsonl"
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        document = json.loads(line)
        raw = [
            re.sub(r" ([.,;:?!])", r"\1", p) for p in _lines(document["text"]) if "http" not in p
        ]
        # its pages begin with their own headings and dates; one heading is kept as the title
        heads = [p for p in raw[:5] if len(p.split()) <= 14 and p[-1] not in ".?!'\""]
        title = next((p for p in heads if not re.search(r"\d{4}|\d:", p)), "")
        body = tuple(p for p in raw if p not in heads)
        yield Text("ecb_" + document["doc"], "news", "en", title, body)


def _russian() -> Iterator[Text]:
    for path in sorted(BENCH.glob("nerel/NEREL-v1.1/*/*.txt")):
        yield _titled(path.stem, "news", "ru", _lines(path.read_text(encoding="utf-8")))
    for path in sorted(BENCH.glob("factrueval2016/testset/*.txt")):
        raw = path.read_text(encoding="utf-8", errors="replace")
        yield Text("fre_" + path.stem, "news", "ru", "", tuple(_lines(raw)))


def _wikiwars() -> Iterator[Text]:
    for path in sorted(BENCH.glob("wikiwars-ua/keyinline/*.xml")):
        body = re.search(r"<TEXT>(.*)</TEXT>", path.read_text(encoding="utf-8"), re.DOTALL)
        if body:
            plain = html.unescape(re.sub(r"<[^>]*>", "", body[1]))
            yield _titled(path.stem, "history", "uk", _lines(plain))


def _litbank() -> Iterator[Text]:
    for path in sorted(BENCH.glob("litbank/coref/brat/*.txt")):
        raw = path.read_text(encoding="utf-8")
        plain = re.sub(r" ([.,;:?!’”])", r"\1", raw).replace("“ ", "“").replace("`` ", '"')
        plain = plain.replace(" ''", '"')
        yield Text(path.stem, "novel", "en", "", tuple(_lines(plain)))


def _gospels() -> Iterator[Text]:
    for path in sorted(BENCH.glob("gospels/text/*.jsonl")):
        language = path.stem.split("_")[0]
        chapters: dict[str, list[str]] = {}
        for line in path.read_text(encoding="utf-8").splitlines():
            verse = json.loads(line)
            key = str(verse.get("id") or verse.get("verse"))
            chapters.setdefault(key.rsplit(".", 1)[0], []).append(str(verse["text"]))
        for chapter, verses in chapters.items():
            numbered = [f"{n} {v}" for n, v in enumerate(verses, 1)]
            body = numbered if len(chapter) % 2 else verses
            yield Text(f"{path.stem}_{chapter}", "scripture", language, "", tuple(body))


def _diaries() -> Iterator[Text]:
    path = BENCH / "lewis_clark" / "entries.jsonl"
    months: dict[str, list[str]] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        entry = json.loads(line)
        heading, _, day = entry["text"].partition("\n")
        written = f"{heading}\n{' '.join(day.split())}"
        months.setdefault(f"{entry['author']}_{entry['date'][:7]}", []).append(written)
    for name, entries in months.items():
        for part in range(0, len(entries), 8):
            days = tuple(line for e in entries[part : part + 8] for line in _lines(e))
            yield Text(f"{name}_{part}", "diary", "en", "", days)
    for path in sorted(BENCH.glob("great_fire_1666/works/*.txt")):
        raw = re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
        days = tuple(" ".join(day.split()) for day in raw if day.strip())
        yield Text(path.stem, "diary", "en", "", days)


def _others() -> Iterator[Text]:
    for language in ("de", "fr"):
        path = BENCH / "textberg_vecalign" / f"dev.{language}"
        if path.exists():
            raw = _lines(path.read_text(encoding="utf-8"))
            for start in range(0, len(raw), 150):
                name = f"textberg_{language}_{start}"
                yield Text(name, "essay", language, "", tuple(raw[start : start + 150]))
    for path in sorted(BENCH.glob("mac_zh_en/intertext/*_??.xml")):
        language = path.stem[-2:]
        raw = path.read_text(encoding="utf-8")
        paragraphs = [
            (" " if language == "en" else "").join(_lines(re.sub(r"<[^>]*>", "", p)))
            for p in re.findall(r"<p [^>]*>(.*?)</p>", raw, re.DOTALL)
        ]
        kept = tuple(html.unescape(p) for p in paragraphs if p)
        yield Text(path.stem, "novel", language, "", kept)


_LOADERS: tuple[Callable[[], Iterator[Text]], ...] = (
    _polnear,
    _tempeval,
    _ecbplus,
    _russian,
    _wikiwars,
    _litbank,
    _gospels,
    _diaries,
    _others,
)

# --- what stands around a text -----------------------------------------------------------------

_GIVEN = [
    "Mara",
    "Ilse",
    "Tobin",
    "Anselm",
    "Petra",
    "Jonas",
    "Odile",
    "Bram",
    "Leona",
    "Viktor",
    "Hester",
    "Ruben",
    "Edda",
    "Casimir",
]
_FAMILY = [
    "Halloran",
    "Vesper",
    "Okonjo",
    "Lindqvist",
    "Marchetti",
    "Dunmore",
    "Petrosyan",
    "Ashworth",
    "Kowal",
    "Brandt",
    "Ferreira",
    "Castellan",
    "Nakamura",
    "O'Dell",
]
_GIVEN_RU = [
    "Марина",
    "Игорь",
    "Степан",
    "Лидия",
    "Арсений",
    "Вера",
    "Глеб",
    "Тамара",
    "Борис",
    "Зоя",
]
_FAMILY_RU = [
    "Ветлугин",
    "Сорочан",
    "Кедрач",
    "Полынин",
    "Державец",
    "Лучко",
    "Громыкин",
    "Завьял",
    "Чернопятов",
]
_PAPERS = {
    "tune": "Harbour News|The Northern Herald|City Times|Daily Lantern|Coast Gazette|Valley "
    "Tribune",
    "score": "Weekly Beacon|The Ironbridge Post|Marlow Observer|Evening Chronicle|Fenland Review|"
    "The Southern Star|Delta Magazine|Radio Meridian",
}
_PAPERS_RU = {
    "tune": "Северный вестник|Речная газета|«Новая волна»",
    "score": "Горный курьер|«Степная правда»|Приморские известия|журнал «Маяк»",
}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTHS_RU = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
_SHAPES = {
    "tune": {
        "en": (
            "{paper}, {Mdy}",
            "By {author}\n{paper}, {Mdy}",
            "By {author}, {paper}, {mdy}",
            "{author}\n{dMy}",
            "by {author} | {iso}",
            "Posted by {author} on {dMy}",
            "{paper}\n{Mdy}\nBy {author}",
        ),
        "ru": ("{author}, {paper}, {dMy}", "Автор: {author}\n{dMy}", "{paper}, {dmy}"),
    },
    "score": {
        "en": (
            "By {author} on {dmy}, 09:12",
            "{author}, Lecturer, University of Marlow\n{paper}, {iso}",
            "{paper} - {dMy} - {author}",
            "Written by {author} for {paper}\nPublished: {Mdy}",
            "{AUTHOR}\n{paper} ({Mdy})",
            "© {paper}, {y}. {author}",
            "Source: {paper}, {dMy}",
            "{Wday}, {Mdy}\n{paper}\n{author}, staff correspondent",
            "{author} / {paper} / {dMy}",
            "From {paper} of {Mdy}, by {author}",
        ),
        "ru": (
            "{paper} от {dMy} года",
            "{author}\n{paper}, № 14, {dMy} г.",
            "Текст: {author}. {paper}, {dmy}",
            "{dmy} | {author}",
            "Опубликовано {dMy}, автор {author}",
        ),
    },
}
_BETWEEN = {
    "tune": (
        "Share this article",
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "img_0123.jpgportrait2.jpg",
        "Photo: the old harbour at dusk",
        "Related articles",
        "Print Email Facebook Twitter",
    ),
    "score": (
        "Post a comment\nName\nEmail\nSubmit",
        "Share on Facebook\nTweet\nPrint this page",
        "DSC_4410.JPGmap-north.png",
        "Pictured: members of the party before the climb (photo by R. Kowal)",
        "Фото из архива автора",
        "You must be logged in to reply.\nLog in",
        "Subscribe to our newsletter",
        "Filed under: History, Mountains\nTags: archive, memory\n3 Comments",
        "[Photo: the camp in winter]",
    ),
}
_TITLES = {
    "tune": (
        "What {the} {n} kept|A long {t} on the {n}|{The} {n}: the witnesses speak|Why nobody saw "
        "the {n}",
        "river|ridge|harbour|bridge|mill|border",
        "night|winter|march|morning",
    ),
    "score": (
        "Nobody came down from the {n} that {t}|Letters from a drowned {n}|The quarrel over the {n}"
        "|Questions about the {n} remain|Seven days at the {n}|{n} of {t}",
        "valley|quarry|station|island|glacier|ferry|orchard",
        "autumn|evening|sorrow|ashes",
    ),
}
_TITLES_RU = {
    "tune": (
        "Что помнит {n}|Долгая {t}|Кто видел: {n}",
        "река|дорога|застава|мельница",
        "ночь|зима|весна",
    ),
    "score": (
        "Никто не вернулся: {n}|Письма с того берега, {t}|Спор о том, где была {n}|{t} и {n}",
        "переправа|долина|станция|шахта",
        "осень|тишина|память",
    ),
}


def _title(rng: random.Random, part: str, language: str) -> str:
    shapes, nouns, times = (_TITLES_RU if language in ("ru", "uk") else _TITLES)[part]
    noun, time = rng.choice(nouns.split("|")), rng.choice(times.split("|"))
    title = rng.choice(shapes.split("|")).format(n=noun, t=time, the="the", The="The")
    return title[:1].upper() + title[1:]


_SUBHEADS = {
    "tune": ("Background", "The second day", "A disputed report", "What happened next"),
    "score": ("An early warning", "Who knew", "II", "The Other Side", "AFTERMATH", "Two versions"),
}
_SUBHEADS_RU = {
    "tune": ("Предыстория", "Второй день", "Спорный отчёт"),
    "score": ("Две версии", "Кто знал", "ПОСЛЕ ВСЕГО", "Другая сторона"),
}


def _byline(rng: random.Random, part: str, language: str) -> dict[str, str]:
    russian = language in ("ru", "uk")
    given, family = (_GIVEN_RU, _FAMILY_RU) if russian else (_GIVEN, _FAMILY)
    author = f"{rng.choice(given)} {rng.choice(family)}"
    if rng.random() < 0.3:
        author = f"{author[0]}. {author.split()[1]}"
    paper = rng.choice((_PAPERS_RU if russian else _PAPERS)[part].split("|"))
    y, m, d = rng.randint(1961, 2019), rng.randint(1, 12), rng.randint(1, 28)
    shape = rng.choice(_SHAPES[part]["ru" if russian else "en"])
    month = (_MONTHS_RU if russian else _MONTHS)[m - 1]
    written = shape.format(
        author=author,
        AUTHOR=author.upper(),
        paper=paper,
        Mdy=f"{month} {d}, {y}",
        mdy=f"{month[:3]}. {d} {y}",
        dMy=f"{d} {month} {y}",
        dmy=f"{d:02d}.{m:02d}.{y}" if russian else f"{d} {month[:3]} {y}",
        iso=f"{y}-{m:02d}-{d:02d}",
        y=y,
        Wday="Tuesday",
    )
    date = f"{y}" if "{y}" in shape else f"{y}-{m:02d}-{d:02d}"
    return {
        "byline": written,
        "author": author if "author" in shape.lower() else "",
        "publisher": paper.replace("журнал ", "").strip("«»") if "{paper}" in shape else "",
        "date": date,
        "shape": shape,
    }


def composite(seed: int, part: str) -> Composite:
    """Three to ten pieces; the same seed and part give the same composite."""
    rng = random.Random(f"{part}-{seed}")
    pool = _pools(part)
    genres = sorted(pool)
    single = rng.random() < 0.35
    only = rng.choice(("news/en", "news/en", "news/ru")) if single else ""
    newline = rng.choice(("\n", "\n", "\n\n"))
    between = rng.choice((newline, newline, "\n\n", "\n\n\n", ""))
    headings = rng.choice(("as is", "title", "upper"))
    place = rng.choice(("before", "after", "after", "end"))
    series = rng.choice(("", "", "", "THE VALLEY ARCHIVE", "Voices of the Coast: a series"))
    lines: list[tuple[str, str]] = []
    pieces: list[Piece] = []
    text = ""
    used: set[str] = set()
    for _ in range(rng.randint(3, 10)):
        chosen = rng.choice(pool[only or rng.choice(genres)])
        if chosen.name in used:
            continue
        used.add(chosen.name)
        condition = rng.choices(("byline", "title", "nothing"), (50, 30, 20))[0]
        blocks, piece = _dressed(rng, part, chosen, condition, headings, place, series)
        if text and between and rng.random() < 0.35:
            extra = rng.choice(_BETWEEN[part])
            text += newline + extra
            lines += [("boilerplate", line) for line in extra.split("\n")]
        text += between if text else ""
        start = len(text)
        text += newline.join(block for _, block in blocks)
        lines += [(kind if i else "start-" + kind, line) for i, (kind, line) in enumerate(blocks)]
        if place == "end" and condition != "title":
            # its own byline stands at its end: what marks its beginning is its neighbour's
            condition = "title" if piece.title else "nothing"
        if place == "end" and pieces and pieces[-1].date:
            condition = "byline"
        pieces.append(replace(piece, condition=condition, start=start, end=len(text)))
    return Composite(seed, text, tuple(pieces), tuple(lines))


@cache
def _pools(part: str) -> dict[str, list[Text]]:
    pool: dict[str, list[Text]] = {}
    for text in texts(part):
        key = f"{text.genre}/{text.language}" if text.genre == "news" else text.genre
        pool.setdefault(key, []).append(text)
    return pool


def _dressed(
    rng: random.Random,
    part: str,
    text: Text,
    condition: str,
    headings: str,
    place: str,
    series: str,
) -> tuple[list[tuple[str, str]], Piece]:
    limit = rng.choice((150, 300, 600, 1000, 1000, 2000, 4000))
    body: list[str] = []
    for paragraph in text.paragraphs:
        body.append(paragraph)
        if _words(tuple(body)) >= limit:
            break
    title = text.title or _title(rng, part, text.language)
    if condition == "nothing" or (condition == "byline" and rng.random() < 0.25):
        title = ""
    shown = {"upper": title.upper(), "title": _title_case(title)}.get(headings, title)
    blocks: list[tuple[str, str]] = [("title", shown)] if shown else []
    facts = {"author": "", "publisher": "", "date": "", "shape": ""}
    content = _interrupted(rng, part, text.language, body)
    if condition == "byline":
        facts = _byline(rng, part, text.language)
        signed = [("byline", line) for line in facts["byline"].split("\n")]
        if place == "end":
            blocks += content + signed
        else:
            blocks = (blocks + signed if place == "after" else signed + blocks) + content
    else:
        blocks += content
    if series and condition != "nothing" and place != "end":
        blocks.insert(0, ("series", series))
    piece = Piece(
        text,
        condition,
        shown,
        facts["author"],
        facts["publisher"],
        facts["date"],
        facts["shape"],
    )
    return blocks, piece


def _interrupted(
    rng: random.Random, part: str, language: str, body: list[str]
) -> list[tuple[str, str]]:
    """What interrupts a text without ending it: captions, page machinery, subheads, wider gaps."""
    content = [("body", paragraph) for paragraph in body]
    for chance, kind, choices in (
        (0.25, "boilerplate", _BETWEEN[part]),
        (0.2, "subhead", (_SUBHEADS_RU if language in ("ru", "uk") else _SUBHEADS)[part]),
        (0.15, "gap", ("",)),
    ):
        if rng.random() < chance:
            for _ in range(rng.randint(1, 3)):
                place = rng.randint(1, max(1, len(content) - 1))
                lines = rng.choice(choices).split("\n")
                content[place:place] = [(kind, line) for line in lines]
    return content


def _title_case(title: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in title.split())


def page(made: Composite) -> str:
    """The composite as a saved web page: a soup of paragraphs and line breaks, hardly any "
    "markup."""
    rng = random.Random(f"page-{made.seed}")
    headed, broken = rng.random() < 0.3, rng.random() < 0.3
    parts = []
    for kind, line in made.lines:
        escaped = html.escape(line, quote=False)
        if headed and kind.endswith("title"):
            parts.append(f"<h2>{escaped}</h2>")
        else:
            parts.append(f"{escaped}<br>" if broken else f"<p>{escaped}</p>")
    return "<html><head><title>Collected</title></head><body>" + "\n".join(parts) + "</body></html>"
