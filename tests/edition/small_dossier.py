"""A small dossier of our own invention, in the shape the edition reads it: real records, no store.

``zharpik`` stands for a compiler's abusive word.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from variorum.model.critique import Account, Hand
from variorum.model.findings import (
    Decision,
    Disagreement,
    Finding,
    Growth,
    Impossibility,
    Side,
    Step,
)
from variorum.model.ids import content_id
from variorum.model.passage import Passage, cut
from variorum.model.summaries import findings
from variorum.model.testimony import (
    DateMention,
    Entity,
    Link,
    Mention,
    Relation,
    Statement,
    Voice,
)
from variorum.model.transcript import Mark, Source, Transcript

PASTED = """\
MENU
Home
About

The Night the Ferry Burned
By Ada Lund, Harbour News, 3 March 1999

Nobody on the quay at Sandholm had slept. “There were twelve boats out that night,” said the watchman,
zharpik Pavel Orlov, who was 41 at the time. He had counted them twice, once from the mole and once from
the tower of the customs house, and he never changed his figure. The harbour master, who had gone to bed
at nine, heard of the fire only from the bells. It began, he wrote in his log, a little before midnight,
and by two in the morning the ferry Maren lay on her side in the mud. The pilot [zharpik] Orlov was the
last man to leave her.

[Photo: the ferry Maren in 1931, a year before the fire.]

She had been built in 1904 (the yard is a car park today) and carried 200 passengers [and their animals]
between the islands. The old people still call her the widow of the sound.

Translator’s note: “widow” renders enke, which also means the last glass of an evening.

What I Remember
by Pavel Orlov

I was born in 1895 and I was the watchman. There were fourteen boats. I have told it many times and
I will tell it once more: fourteen, and the Maren makes fifteen. Ночь была тёмная, and the wind stood
in the west.
"""

RUSSIAN = """\
Воспоминания боцмана

Нас разбудили в половине двенадцатого. Горел паром. Жарпик Орлов стоял у причала и кричал, что лодок
было двенадцать. Ему тогда было 37 лет.
"""

LETTER = """\
A Letter to My Niece

Dear Vera, Pavel Orlov was born in Riga in 1896, the son of Anton Orlov and Daria Orlova. His brother
Lev went to Odessa about 1920 and stayed there until 1931. Pavel married Olga Lund in the summer of
1926, and their daughter Nina was born on 3 May 1928. The next day he sailed for Copenhagen. The Danish
cook, who told it to me in 1950, says that Lev was the father of Anton, but he was a liar. Your mother
Nina would know. Every 14 March they lit a lamp.
"""

PHOTO = "[Photo: the ferry Maren in 1931, a year before the fire.]"
NOTE = "Translator’s note: “widow” renders enke, which also means the last glass of an evening."

HOSTILE = (
    "A post <script>alert(1)</script>\n\n"
    "It was \u202eyad ta\u202c, she wrote; <img src=x onerror=alert(2)> and \x00"
    " [link](javascript:alert(3)).\n"
)


@dataclass
class Dossier:
    """A dossier for reading: tables, texts, findings."""

    texts: dict[str, str]
    tables: dict[str, list[Any]]
    title: str = "The Burning of the Maren"
    marks: dict[str, tuple[Mark, ...]] = field(default_factory=dict)
    taken: list[Decision] = field(default_factory=list)
    unreadable: list[tuple[str, str]] = field(default_factory=list)
    made: Mapping[str, str] = field(
        default_factory=lambda: {"variorum": "0.1.0", "step read": "3f2a"}
    )

    def table(self, name: str) -> Iterator[Any]:
        return iter(self.tables.get(name, []))

    def text(self, source: str) -> str:
        return self.texts[source]

    def transcript(self, source: str) -> Transcript | None:
        return Transcript(source, self.texts[source], (), self.marks.get(source, ()))

    def findings(self) -> Iterator[Finding]:
        return findings(self.table)

    def decisions(self) -> Iterator[Decision]:
        return iter(self.taken)

    @property
    def unread(self) -> Iterator[tuple[str, str]]:
        return iter(self.unreadable)


def find(texts: dict[str, str], source: str, words: str, nth: int = 0) -> Passage:
    """The passage of ``words``, the ``nth`` time they stand in a source."""
    start = -1
    for _ in range(nth + 1):
        start = texts[source].index(words, start + 1)
    return cut(source, texts[source], start, start + len(words))


def account(texts: dict[str, str], source: str, first: str, last: str, **told: Any) -> Account:
    """The account from the words ``first`` to the end of the words ``last``."""
    start, end = find(texts, source, first).start, find(texts, source, last).end
    told = {"title": "", "author": "", "publisher": "", "date": "", "language": "en"} | told
    identity = content_id("a", source, start, end)
    return Account(id=identity, source=source, start=start, end=end, **told)


def hand(passage: Passage, who: str, kind: str, *reasons: str) -> Hand:
    return Hand(content_id("h", repr(passage), kind), passage, who, kind, 0.99, reasons)


def small() -> Dossier:
    """Five accounts in four sources, with something of everything in them."""
    texts = {
        "pasted.txt": PASTED,
        "memoir/bosun.txt": RUSSIAN,
        "post.html": HOSTILE,
        "niece.txt": LETTER,
    }
    article = account(
        texts, "pasted.txt", "The Night the", "of an evening.", title="The Night the Ferry Burned",
        author="Ada Lund", publisher="Harbour News", date="1999-03-03", kind="article",
    )  # fmt: skip
    memoir = account(
        texts, "pasted.txt", "What I Remember", "stood\nin the west.", title="What I Remember",
        author="Pavel Orlov", kind="memoir",
    )  # fmt: skip
    caption = account(
        texts, "pasted.txt", "[Photo:", "before the fire.]", kind="caption", parent=article.id
    )
    menu = account(texts, "pasted.txt", "MENU", "About", kind="boilerplate")
    bosun = account(
        texts, "memoir/bosun.txt", "Воспоминания", "37 лет.", title="Воспоминания боцмана",
        language="ru", kind="memoir", date="1970~",
    )  # fmt: skip
    letter = account(
        texts,
        "niece.txt",
        "A Letter",
        "lit a lamp.",
        title="A Letter to My Niece",
        kind="letter",
        author="Zoya Orlova",
        date="1960~",
    )
    post = account(
        texts, "post.html", "A post", "alert(3)).", title="<b>A post</b> by a zharpik", kind="post"
    )

    def at(source: str, words: str, nth: int = 0) -> Passage:
        return find(texts, source, words, nth)

    why = "the same word stands before one name in accounts by different authors"
    hands = [
        hand(at("pasted.txt", "MENU\nHome\nAbout"), "machine", "boilerplate"),
        hand(at("pasted.txt", "zharpik "), "compiler", "insertion", why),
        hand(at("pasted.txt", "[zharpik] "), "compiler", "insertion", why),
        hand(at("memoir/bosun.txt", "Жарпик "), "compiler", "insertion", why),
        hand(at("pasted.txt", PHOTO), "editor", "caption"),
        hand(at("pasted.txt", "(the yard is a car park today)"), "author", "parenthesis"),
        hand(at("pasted.txt", "[and their animals]"), "editor", "completion"),
        hand(at("pasted.txt", NOTE), "translator", "note"),
        hand(at("pasted.txt", "By Ada Lund, Harbour News, 3 March 1999"), "editor", "byline"),
    ]  # fmt: skip
    twelve = at("pasted.txt", "There were twelve boats out that night")
    voices = [
        Voice(
            "v_watchman",
            twelve,
            None,
            (
                Link("Pavel Orlov", "e_orlov", "eyewitness", "1932"),
                Link("Ada Lund", "e_lund", "reporter", "1999-03-03"),
                Link("Harbour News", "e_news", "publisher", "1999-03-03"),
            ),
            True,
        ),
        Voice(
            "v_self",
            at("pasted.txt", "fourteen boats"),
            None,
            (Link("Pavel Orlov", "e_orlov", "narrator", ""),),
            False,
        ),
    ]  # fmt: skip
    russian = at("memoir/bosun.txt", "лодок\nбыло двенадцать")
    fourteen = at("pasted.txt", "fourteen boats")
    disagreement = Disagreement(
        content_id("d", "boats"), "number", "How many boats were out that night?",
        (
            Side("twelve", (twelve, russian), ("v_watchman",), 0.7),
            Side("fourteen", (fourteen, at("pasted.txt", "fourteen, and")), ("v_self",), 0.3),
        ),
        "", 0.9, ("the same people, place and night", "twelve and fourteen cannot both be the number",
                  "the watchman, zharpik Orlov, is the voice of both"),
    )  # fmt: skip
    impossible = Impossibility(
        content_id("i", "age"),
        (at("pasted.txt", "who was 41 at the time"), at("pasted.txt", "I was born in 1895"),
         at("memoir/bosun.txt", "Ему тогда было 37 лет")),
        ("Born in 1895, Pavel Orlov was 36 or 37 in 1932, not 41.",), 0.95,
    )  # fmt: skip
    growth = Growth(
        content_id("g", "boats"), "How many boats?",
        (Step("fourteen", at("pasted.txt", "fourteen boats"), "v_self"),
         Step("fifteen", at("pasted.txt", "the Maren makes fifteen"), "v_self")),
    )  # fmt: skip
    mentions = [
        Mention(at("pasted.txt", "Pavel Orlov", n), "person", "e_orlov", "Pavel Orlov")
        for n in (0, 1)
    ] + [Mention(at("pasted.txt", "Sandholm"), "place", "e_sandholm", "Sandholm")]
    names = ("Pavel Orlov", "zharpik Orlov", "Орлов")
    entities = [
        Entity(
            "e_orlov", "person", "Pavel Orlov", names,
            reasons=("the same name in 3 accounts",), against=("two years of birth are given",),
        ),
        Entity("e_sandholm", "place", "Sandholm", ("Sandholm",)),
        Entity("e_anton", "person", "Anton Orlov", ("Anton Orlov", "Anton")),
        Entity("e_daria", "person", "Daria Orlova", ("Daria Orlova",)),
        Entity("e_lev", "person", "Lev", ("Lev",)),
        Entity("e_olga", "person", "Olga Lund", ("Olga Lund",)),
        Entity("e_nina", "person", "Nina", ("Nina",)),
        Entity("e_vera", "person", "Vera", ("Vera",)),
        Entity("e_cook", "person", "The Danish cook", ("The Danish cook",)),
        Entity(
            "e_riga", "place", "Riga", ("Riga",), 56.95, 24.11, ("geonames:456172",), (), (),
            ("Latvia",),
        ),
        Entity("e_odessa", "place", "Odessa", ("Odessa",), 46.48, 30.73, within=("Ukraine",)),
        Entity("e_copenhagen", "place", "Copenhagen", ("Copenhagen",), 55.68, 12.57),
        Entity("e_news", "group", "Harbour News", ("Harbour News",)),
    ]  # fmt: skip
    mentions += [
        Mention(at("niece.txt", words, n), kind, entity, words) for words, n, kind, entity in NAMED
    ]
    mentions += [
        Mention(at("niece.txt", "His"), "person", "e_orlov", "", kind="pronoun"),
        Mention(at("niece.txt", "The Danish\ncook"), "person", "e_cook", "", kind="description"),
        Mention(at("niece.txt", "who"), "person", "", "", kind="pronoun", candidates=("e_lev",)),
    ]
    voices += [
        Voice(
            "v_cook", at("niece.txt", "Lev was the father of Anton"), at("niece.txt", "says that"),
            (Link("The Danish cook", "e_cook", "hearsay", "1950", "“told it to me”", 22),
             Link("", "", "narrator", "1960~")), False,
        ),
        Voice(
            "v_he", at("niece.txt", "Nina would know"), None,
            (Link("he", "e_orlov", "speaker", ""),), False,
        ),
    ]  # fmt: skip
    sources = [
        Source(name, "0" * 64, "text/plain", "text", len(text)) for name, text in texts.items()
    ]
    return Dossier(
        texts,
        {
            "sources": sources,
            "accounts": [bosun, letter, menu, article, caption, memoir, post],
            "hands": sorted(hands, key=lambda h: (h.passage, h.id)),
            "voices": voices,
            "disagreements": [disagreement],
            "impossibilities": [impossible],
            "growths": [growth],
            "mentions": mentions,
            "entities": entities,
            "statements": _statements(at),
            "relations": _relations(at),
            "dates": _dates(at),
            "doubts": [
                Finding(
                    content_id("p", "lev"),
                    "identity",
                    "Possibly the same person: “Lev” and “Anton”.",
                    (at("niece.txt", "Lev"), at("niece.txt", "Anton Orlov")),
                    0.5,
                    ("why",),
                )
            ],
        },
        unreadable=[("scan of zharpik.pdf", "The file is encrypted; save it without a password.")],
        marks={"post.html": (Mark(0, 32, "heading", "1"),)},
    )


NAMED = (
    ("Vera", 0, "person", "e_vera"), ("Pavel Orlov", 0, "person", "e_orlov"),
    ("Riga", 0, "place", "e_riga"), ("Anton Orlov", 0, "person", "e_anton"),
    ("Daria Orlova", 0, "person", "e_daria"), ("Lev", 0, "person", "e_lev"),
    ("Odessa", 0, "place", "e_odessa"), ("Olga Lund", 0, "person", "e_olga"),
    ("Nina", 0, "person", "e_nina"), ("Copenhagen", 0, "place", "e_copenhagen"),
    ("Lev", 1, "person", "e_lev"), ("Anton", 1, "person", "e_anton"), ("Nina", 1, "person", "e_nina"),
)  # fmt: skip
"""The names in the letter: words, which time they stand there, type, entity."""


def _statements(at: Callable[..., Passage]) -> list[Statement]:
    def row(
        source: str, words: str, subject: str, relation: str, value: str, **told: str
    ) -> Statement:
        defaults = {
            "value_type": "text", "time": "", "place": "", "polarity": "positive",
            "modality": "asserted", "voice": "",
        } | told  # fmt: skip
        passage = at(source, words)
        identity = content_id("s", passage.source, passage.start, relation)
        return Statement(identity, passage, subject, relation, value, **defaults)

    return [
        row("pasted.txt", "who was 41 at the time", "e_orlov", "age", "41", value_type="number"),
        row("memoir/bosun.txt", "Ему тогда было 37 лет", "e_orlov", "age", "37", value_type="number"),
        row("pasted.txt", "I was born in 1895", "e_orlov", "born", "1895", value_type="date"),
        row(
            "niece.txt", "Pavel Orlov was born in Riga in 1896", "e_orlov", "born", "1896",
            value_type="date", time="1896", place="e_riga",
        ),
        row("pasted.txt", "zharpik Pavel Orlov", "e_orlov", "role", "zharpik watchman"),
        row("niece.txt", "went to Odessa about 1920", "e_lev", "went", "e_odessa", time="1920~"),
        row("niece.txt", "stayed there until 1931", "e_lev", "stayed", "", time="../1931"),
        row("niece.txt", "Pavel married Olga Lund", "e_orlov", "married", "e_olga", time="1926-22"),
        row(
            "niece.txt", "he was a liar", "e_cook", "role", "liar", modality="hedged",
            polarity="negative", voice="v_cook",
        ),
    ]  # fmt: skip


def _relations(at: Callable[..., Passage]) -> list[Relation]:
    def row(words: str, subject: str, relation: str, object_: str, reason: str = "") -> Relation:
        return Relation(at("niece.txt", words), subject, relation, object_, "", reason)

    return [
        row("the son of Anton Orlov", "e_orlov", "father", "e_anton"),
        row("the son of Anton Orlov and Daria Orlova", "e_orlov", "mother", "e_daria"),
        row("His brother\nLev", "e_orlov", "brother", "e_lev"),
        row("Pavel married Olga Lund", "e_orlov", "wife", "e_olga"),
        row("their daughter Nina", "e_orlov", "daughter", "e_nina"),
        row("their daughter Nina", "e_olga", "daughter", "e_nina"),
        row("Lev was the father of Anton", "e_anton", "father", "e_lev"),
        row("Your mother\nNina", "e_vera", "mother", "e_nina"),
        row("Your mother\nNina", "e_vera", "grandfather", "e_orlov", "her mother’s father"),
    ]


def _dates(at: Callable[..., Passage]) -> list[DateMention]:
    def row(words: str, edtf: str, anchor: str = "", source: str = "niece.txt") -> DateMention:
        return DateMention(at(source, words), edtf, anchor)

    return [
        row("1896", "1896"), row("about 1920", "1920~"), row("until 1931", "../1931"),
        row("the summer of\n1926", "1926-22"), row("3 May 1928", "1928-05-03"),
        row("The next day", "1928-05-04", "“3 May 1928”"), row("1950", "1950"),
        row("14 March", "XXXX-03-14"), row("3 March 1999", "1999-03-03", source="pasted.txt"),
    ]  # fmt: skip
