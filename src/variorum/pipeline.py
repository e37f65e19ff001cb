"""The pipeline: the six steps in order, each run only on what is new to it.

A step's key for a unit is the hash of its input, of the code it runs and of the settings it heeds.
Where the key is the stored one, the stored records stand. A dossier-wide step's input is the set of
the output hashes of the runs before it, so a step that gives the same output again stops the change.
"""

import importlib.metadata
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

from variorum import __version__
from variorum.confront import Evidence, confront
from variorum.dossier import Dossier
from variorum.edition import publish
from variorum.establish import (
    compiler_hands,
    fingerprint,
    local_hands,
    meaning,
    open_encoder,
    parallels,
    reading,
    settled,
    sightings,
)
from variorum.gather import divide, gather
from variorum.identify import identify, open_gazetteer
from variorum.intake import Arrival, dossier_for, sources_in, take_in, title_of
from variorum.model.critique import Account, Hand
from variorum.model.ids import combined, digest
from variorum.model.reading import ReadingText
from variorum.model.settings import Made
from variorum.model.tables import encode
from variorum.model.transcript import Source, Transcript, Unread
from variorum.read import read_all
from variorum.store import Store
from variorum.versions import HEEDED_LIBRARIES, code_version, file_digest

Rows = Mapping[str, Iterable[Any]]
"""What a step gives: records by table."""

Progress = Callable[[str, int, int], None]
"""Told the step, how many of its units are done and how many there are."""

WHOLE = ""
"""The unit of a step that runs on the dossier as a whole."""

NEW_DOSSIER = """\
# What this dossier is called, and which spaCy pipeline reads which language.
title = {title}

[languages]
# de = "de_core_news_sm"
"""


def build(
    *paths: Path | str, out: Path | str | None = None, progress: Progress | None = None
) -> Dossier:
    """Build a dossier from files and folders, or build a dossier again, and return it open.

    ``paths`` are one dossier, or any files and folders: then the dossier is made beside the first of
    them, or at ``out``, and the files are copied into it. Raises ``DossierError``, ``SettingsError``
    and ``StoreError`` where the dossier cannot be used, ``OSError`` where it cannot be written; a
    source that cannot be read is listed in the dossier instead.
    """
    given = [Path(path) for path in paths]
    if not given:
        raise ValueError("name at least one file, folder or dossier")
    folder = dossier_for(given, None if out is None else Path(out))
    folder.mkdir(parents=True, exist_ok=True)
    toml = folder / "dossier.toml"
    if not toml.exists():
        # Named after what it was built from and not after its place, so that builds elsewhere agree.
        title = json.dumps(title_of(given[0]), ensure_ascii=False)
        toml.write_text(NEW_DOSSIER.format(title=title), encoding="utf-8")
    (folder / "sources").mkdir(exist_ok=True)
    tell = progress or (lambda step, done, total: None)
    with Store(folder / "dossier.sqlite") as store:
        _intake(store, given, folder, tell)
    dossier = Dossier(folder)
    try:
        _run(dossier, tell)
    except BaseException:
        dossier.close()
        raise
    return dossier


def _run(dossier: Dossier, tell: Progress) -> None:
    store = dossier.store
    sources = sources_in(dossier.path)
    _made(dossier)
    _per_source(dossier, sources, tell)
    accounts = dossier.accounts
    hands = _insertions(store, accounts)
    _traits(dossier, accounts, hands, tell)
    hands = _parallels(dossier, accounts, hands, tell)
    _read(dossier, accounts, hands, tell)
    _identify(dossier, tell)
    _confront(dossier, tell)
    _publish(dossier, tell)


def _intake(store: Store, paths: list[Path], folder: Path, tell: Progress) -> None:
    """Take the files in; what could not be taken in stands among the sources as unread."""
    troubled: dict[str, str] = {}
    arrivals: list[Arrival] = []
    for arrival in take_in(paths, folder):
        arrivals.append(arrival)
        tell("intake", len(arrivals), 0)
        if arrival.trouble:
            troubled[arrival.name] = arrival.trouble
    earlier = store.runs("intake")
    mended = {arrival.name for arrival in arrivals} - set(troubled)
    store.forget("intake", sorted(mended & set(earlier)))
    for name, trouble in troubled.items():
        key = digest(name, trouble)
        if earlier.get(name, ("", ""))[0] != key:
            source = Source(name, "", "", "", 0, trouble)
            store.replace("intake", name, key, {"sources": [source]})


def _per_source(dossier: Dossier, names: list[str], tell: Progress) -> None:
    """Gather, divide and establish each source by itself, its text read from the store once."""
    store = dossier.store
    done = {step: store.runs(step) for step in ("gather", "divide", "establish")}
    for step, runs in done.items():
        store.forget(step, sorted(set(runs) - set(names)))
    for number, name in enumerate(names, 1):
        known = {step: runs.get(name, ("", "")) for step, runs in done.items()}
        _one_source(store, name, dossier.path / "sources" / name, known)
        tell("gather", number, len(names))


def _one_source(store: Store, name: str, path: Path, known: Mapping[str, tuple[str, str]]) -> None:
    @cache
    def transcript() -> Transcript | None:
        return store.transcript(name)

    @cache
    def accounts() -> tuple[Account, ...]:
        return tuple(store.records("accounts", name))

    def established() -> Rows:
        text = transcript()
        hands = local_hands(text, accounts()) if text else ()
        return {"hands": hands, "sightings": sightings(text, accounts(), hands) if text else ()}

    def divided() -> Rows:
        text = transcript()
        return {"accounts": divide(text) if text else ()}

    key = digest(name, file_digest(path), code_version("gather"))
    last, gathered = known["gather"]
    if last != key:
        source, read_now = gather(path, name)
        gathered = store.replace("gather", name, key, {"sources": [source]}, read_now)
    key = digest(gathered, code_version("gather"))
    last, output = known["divide"]
    if last != key:
        output = store.replace("divide", name, key, _or_unread(name, divided))
    key = digest(gathered, output, code_version("establish"))
    if known["establish"][0] != key:
        store.replace("establish", name, key, _or_unread(name, established))


def _or_unread(source: str, work: Callable[[], Rows]) -> Rows:
    """What ``work`` gives; where it fails, a sentence among the unread, so that one source in which
    the program errs does not keep the others from being built."""
    try:
        return work()
    except Exception as error:
        erred = f"{type(error).__name__}: {error}"
        return {
            "unread": [Unread(source, f"{source}: the program erred ({erred}); please report it")]
        }


def _insertions(store: Store, accounts: tuple[Account, ...]) -> dict[str, list[Hand]]:
    """The dossier-wide search for a compiler's words; returns the hands it leaves, by source."""
    key = digest(
        combined(o for _, o in store.runs("establish").values()), code_version("establish")
    )
    if _stale(store, "insertions", WHOLE, key):
        found = compiler_hands(store.records("sightings"))
        store.replace("insertions", WHOLE, key, {"hands": found})
    return _hands(store, accounts, ("establish", "insertions"))


def _hands(
    store: Store, accounts: tuple[Account, ...], steps: Sequence[str] = ()
) -> dict[str, list[Hand]]:
    by_source: dict[str, list[Hand]] = {account.source: [] for account in accounts}
    for hand in settled(store.records("hands", steps=steps)):
        by_source[hand.passage.source].append(hand)
    return by_source


@dataclass(frozen=True, slots=True)
class _Work:
    """An account to be worked on: ``given`` is the hash of all that its reading text comes from."""

    account: Account
    family: list[Account]
    hands: list[Hand]
    given: str

    def reading(self, dossier: Dossier) -> ReadingText:
        return reading(self.account, self.family, self.hands, dossier.text(self.account.source))


def _works(accounts: tuple[Account, ...], hands: Mapping[str, list[Hand]]) -> Iterator[_Work]:
    for source, family in _by_source(accounts):
        here = hands.get(source, [])
        for account in family:
            touching = [
                h for h in here if h.passage.start < account.end and account.start < h.passage.end
            ]
            spans = [(a.start, a.end) for a in family if a.parent == account.id]
            given = digest(encode(account), spans, [encode(h) for h in touching])
            yield _Work(account, family, touching, given)


def _traits(
    dossier: Dossier, accounts: tuple[Account, ...], hands: Mapping[str, list[Hand]], tell: Progress
) -> None:
    """What of each account's own words and meaning is compared with all others'."""
    store = dossier.store
    done = store.runs("traits")
    store.forget("traits", sorted(set(done) - {account.id for account in accounts}))
    todo = []
    for work in _works(accounts, hands):
        key = digest(work.given, code_version("establish"))
        if work.account.id not in done or done[work.account.id][0] != key:
            todo.append((work, key))
    for number, (work, key) in enumerate(todo, 1):
        own = work.reading(dossier)
        rows: Rows = {
            "fingerprints": [fingerprint(own)],
            "meanings": [meaning(own, open_encoder())],
        }
        store.replace("traits", work.account.id, key, rows)
        tell("traits", number, len(todo))


def _parallels(
    dossier: Dossier, accounts: tuple[Account, ...], hands: Mapping[str, list[Hand]], tell: Progress
) -> dict[str, list[Hand]]:
    """What is copied, retold, translated; returns all hands by source, those that copies betray too."""
    store = dossier.store
    works = list(_works(accounts, hands))
    key = digest(
        [work.given for work in works],
        combined(o for _, o in store.runs("traits").values()),
        dossier.settings.spark,
        code_version("establish"),
    )
    if _stale(store, "parallels", WHOLE, key):
        tell("parallels", 0, 1)
        found = parallels(
            [work.reading(dossier) for work in works],
            {account.source: dossier.text(account.source) for account in accounts},
            {row.account: row for row in store.records("fingerprints")},
            {row.account: row for row in store.records("meanings")},
            [hand for family in hands.values() for hand in family],
            dossier.settings.spark,
        )
        store.replace(
            "parallels",
            WHOLE,
            key,
            {
                "parallels": found.parallels,
                "variants": found.variants,
                "dependences": found.dependences,
                "hands": found.hands,
            },
        )
        tell("parallels", 1, 1)
    return _hands(store, accounts)


def _read(
    dossier: Dossier, accounts: tuple[Account, ...], hands: Mapping[str, list[Hand]], tell: Progress
) -> None:
    """Read every account whose text, hands or neighbours changed."""
    store = dossier.store
    done = store.runs("read")
    store.forget("read", sorted(set(done) - {account.id for account in accounts}))
    todo = []
    for work in _works(accounts, hands):
        key = digest(work.given, sorted(dossier.settings.languages.items()), code_version("read"))
        if work.account.id not in done or done[work.account.id][0] != key:
            todo.append((work, key))
    readings = (work.reading(dossier) for work, _ in todo)
    for number, testimony in enumerate(read_all(readings, _Texts(dossier), dossier.settings), 1):
        work, key = todo[number - 1]
        store.replace(
            "read",
            work.account.id,
            key,
            {
                "mentions": testimony.mentions,
                "dates": testimony.dates,
                "quantities": testimony.quantities,
                "voices": testimony.voices,
                "statements": testimony.statements,
                "relations": testimony.relations,
                "sentences": testimony.sentences,
                "unread": [Unread(work.account.source, sentence) for sentence in testimony.unread],
            },
        )
        tell("read", number, len(todo))


def _identify(dossier: Dossier, tell: Progress) -> None:
    store = dossier.store
    key = digest(combined(o for _, o in store.runs("read").values()), code_version("identify"))
    if _stale(store, "identify", WHOLE, key):
        tell("identify", 0, 1)
        mentions, sentences, relations, statements = (
            [row for account in dossier.accounts for row in store.records(table, account.id)]
            for table in ("mentions", "sentences", "relations", "statements")
        )
        found = identify(
            mentions, dossier.accounts, sentences, relations, statements, open_gazetteer()
        )
        store.replace(
            "identify",
            WHOLE,
            key,
            {
                "entities": found.entities,
                "identities": found.identities,
                "doubts": found.doubtful,
            },
        )
        tell("identify", 1, 1)


def _confront(dossier: Dossier, tell: Progress) -> None:
    store = dossier.store
    steps = ("establish", "insertions", "parallels", "read", "identify")
    upstream = [o for step in steps for _, o in store.runs(step).values()]
    key = digest(combined(upstream), code_version("confront"))
    if _stale(store, "confront", WHOLE, key):
        tell("confront", 0, 1)
        tables = [field.name for field in fields(Evidence) if field.name != "accounts"]
        evidence = Evidence(
            accounts=dossier.accounts, **{name: tuple(dossier.table(name)) for name in tables}
        )
        found = confront(evidence)
        store.replace(
            "confront",
            WHOLE,
            key,
            {
                "disagreements": found.disagreements,
                "growths": found.growths,
                "impossibilities": found.impossibilities,
                "standing": found.standing,
            },
        )
        tell("confront", 1, 1)


def _publish(dossier: Dossier, tell: Progress) -> None:
    """Write the edition where anything it shows has changed, or its pages are gone."""
    store = dossier.store
    steps = (
        "made",
        "intake",
        "gather",
        "divide",
        "establish",
        "insertions",
        "parallels",
        "read",
        "identify",
        "confront",
    )
    outputs = {step: combined(o for _, o in store.runs(step).values()) for step in steps}
    decided = [decision.id for decision in store.decisions()]
    key = digest(outputs, decided, dossier.title, code_version("edition"))
    folder = dossier.path / "edition"
    if _stale(store, "publish", WHOLE, key) or not (folder / "index.html").is_file():
        tell("publish", 0, 1)
        publish(dossier, folder)
        store.replace("publish", WHOLE, key, {})
        tell("publish", 1, 1)


def _made(dossier: Dossier) -> None:
    """Note versions and settings for the page that says how the edition was made."""
    rows = [Made("variorum", __version__)]
    rows += [Made(name, importlib.metadata.version(name)) for name in HEEDED_LIBRARIES]
    rows += [
        Made(f"language {tag}", name) for tag, name in sorted(dossier.settings.languages.items())
    ]
    key = digest([encode(row) for row in rows])
    if _stale(dossier.store, "made", WHOLE, key):
        dossier.store.replace("made", WHOLE, key, {"made": rows})


def _stale(store: Store, step: str, unit: str, key: str) -> bool:
    known = store.runs(step).get(unit)
    return known is None or known[0] != key


def _by_source(accounts: Iterable[Account]) -> Iterator[tuple[str, list[Account]]]:
    families: dict[str, list[Account]] = {}
    for account in accounts:
        families.setdefault(account.source, []).append(account)
    yield from families.items()


class _Texts(Mapping[str, str]):
    """The texts of a dossier's sources, fetched as they are asked for."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier

    def __getitem__(self, source: str) -> str:
        return self._dossier.text(source)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted({account.source for account in self._dossier.accounts}))

    def __len__(self) -> int:
        return len(list(iter(self)))
