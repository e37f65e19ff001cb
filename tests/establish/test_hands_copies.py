"""Who put in, left out or changed what, where another copy shows it. The abusive word is invented."""

import pytest

from variorum.establish.collate import Witness, collate
from variorum.establish.hands.copies import Change, Copy, copy_hands
from variorum.model.critique import Account, Hand
from variorum.model.passage import cut
from variorum.model.reading import reading_text

PAPER = (
    "The boat left at nine. Forty-one persons were saved by the deckhand Morvath, who did not stop "
    "until dawn. The harbour master wept."
)
WEB = PAPER.replace("deckhand Morvath", "deckhand zharpik Morvath")
QUOTE = (
    "The boat left at nine. Forty-seven persons were saved by the deckhand Morvath, who did stop "
    "until dawn."
)
BEFORE = "I have kept what the paper said all my life, in the drawer by the window: “"
TEXTS = {"paper": PAPER, "web": WEB, "quote": BEFORE + QUOTE + "”"}


def judged(
    names: list[str],
    follows: dict[tuple[str, str], float] | None = None,
    texts: dict[str, str] | None = None,
    known: list[Hand] | None = None,
) -> tuple[list[tuple[str, str, str, str]], list[Hand]]:
    """(witness, hand, what, its words) for each change, and the rows."""
    texts = texts or TEXTS
    accounts = [
        Account(name, f"{name}.txt", 0, len(texts[name]), "", "", "", "", "en", "article")
        for name in names
    ]
    accounts.append(Account("other", "web.txt", 9000, 9900, "", "", "", "", "en", "article"))
    copies, witnesses = [], []
    for name, account in zip(names, accounts, strict=False):
        start = len(BEFORE) if name == "quote" else 0
        own = texts[name][start:].rstrip("”")
        witnesses.append(Witness(name, own, "en"))
        reading = reading_text(account, texts[name], [])
        copies.append(Copy(name, reading, texts[name], start, quoted=name == "quote"))
    changes, rows = copy_hands(collate(witnesses), copies, accounts, follows or {}, known or ())
    own = {witness.name: witness.text for witness in witnesses}
    return [_told(change, own) for change in changes], list(rows)


def _told(change: Change, texts: dict[str, str]) -> tuple[str, str, str, str]:
    words = texts[change.witness][slice(*change.difference.b)]
    return change.witness, change.hand, change.difference.what, words


def test_three_copies_show_who_changed_what() -> None:
    changes, rows = judged(["paper", "web", "quote"])
    assert changes == [
        ("quote", "author", "number", "Forty-seven"),
        ("web", "compiler", "wording", "zharpik"),
        ("quote", "author", "polarity", ""),
    ]
    assert [(r.hand, r.kind, r.passage.quote, r.account) for r in rows] == [
        ("author", "alteration", "Forty-seven", "quote"),
        ("compiler", "insertion", "zharpik", "web"),
    ]
    for row in rows:
        text = TEXTS[row.account]
        assert text[row.passage.start : row.passage.end] == row.passage.quote


def test_two_copies_and_no_direction_blame_nobody() -> None:
    changes, rows = judged(["paper", "web"])
    assert [hand for _, hand, _, _ in changes] == ["unknown"]
    assert rows == []


def test_two_copies_and_a_direction() -> None:
    changes, rows = judged(["paper", "web"], {("paper", "web"): 0.9})
    assert changes == [("web", "compiler", "wording", "zharpik")]
    assert [(row.kind, row.passage.quote) for row in rows] == [("insertion", "zharpik")]
    back, none = judged(["paper", "web"], {("web", "paper"): 0.9})
    assert back == [("paper", "editor", "wording", "")]
    assert none == []


def test_copies_of_one_copy_outvote_nobody() -> None:
    texts = {"paper": PAPER, "web": WEB, "again": WEB}
    changes, _ = judged(["paper", "web", "again"], {("web", "again"): 0.95}, texts)
    assert [hand for _, hand, _, _ in changes] == ["unknown"]


def test_who_follows_a_copy_has_its_words_from_there() -> None:
    texts = {"paper": PAPER, "web": WEB, "again": WEB}
    follows = {("paper", "web"): 0.9, ("web", "again"): 0.95}
    changes, rows = judged(["paper", "web", "again"], follows, texts)
    assert changes == [("web", "compiler", "wording", "zharpik")]
    assert [row.account for row in rows] == ["web"]


def test_a_bracket_that_is_known_is_not_said_twice() -> None:
    texts = {"paper": PAPER, "web": PAPER.replace("wept.", "wept [so they say].")}
    follows = {("paper", "web"): 0.95}
    _, rows = judged(["paper", "web"], follows, texts)
    assert [(row.kind, row.passage.quote) for row in rows] == [("insertion", "[so they say]")]
    start = texts["web"].index("[")
    passage = cut("web.txt", texts["web"], start, start + len("[so they say]"))
    known = [Hand("h", passage, "editor", "note", 0.9, (), "web")]
    assert judged(["paper", "web"], follows, texts, known)[1] == []


def test_an_ordinary_word_before_a_name_is_no_insertion() -> None:
    texts = {
        "paper": PAPER,
        "web": PAPER.replace("deckhand", "brave deckhand"),
    }
    _, rows = judged(["paper", "web"], {("paper", "web"): 0.95}, texts)
    assert [(row.kind, row.passage.quote) for row in rows] == [("alteration", "brave")]


def test_what_an_author_makes_of_a_loan_is_his_own() -> None:
    texts = {"paper": PAPER, "web": BEFORE + WEB.replace("nine", "eight") + BEFORE * 3}
    accounts = [
        Account(name, name, 0, len(text), "", "", "", "", "en", "article")
        for name, text in texts.items()
    ]
    loan = WEB.replace("nine", "eight")
    copies = [
        Copy("paper", reading_text(accounts[0], PAPER, []), PAPER, 0),
        Copy("web", reading_text(accounts[1], texts["web"], []), texts["web"], len(BEFORE)),
    ]
    collation = collate([Witness("paper", PAPER, "en"), Witness("web", loan, "en")])
    changes, rows = copy_hands(collation, copies, accounts, {("paper", "web"): 0.95})
    assert [change.hand for change in changes] == ["author", "author"]
    assert rows == ()


def test_a_spelling_is_nobody_s_alteration() -> None:
    texts = {"paper": PAPER, "web": PAPER.replace("harbour", "harbor")}
    changes, rows = judged(["paper", "web"], {("paper", "web"): 0.95}, texts)
    assert changes == []
    assert rows == []


def test_one_copy_and_a_stranger() -> None:
    assert judged(["paper"]) == ([], [])
    collation = collate([Witness("a", "x")])
    account = Account("b", "b", 0, 1, "", "", "", "", "en", "article")
    with pytest.raises(KeyError):
        copy_hands(collation, [Copy("b", reading_text(account, "x", []), "x", 0)], [account], {})


LEAFLET = (
    "Let no boat leave the dock on Monday. The masters have not kept their word. Bring your bread to "
    "the green behind the chapel, for we shall eat there. Let nobody strike a guard."
)
NOISE = {
    "not": "uot",
    "word": "w0rd",
    "bread": "breod",
    "the": "tbe",
    "green": "grecn",
    "eat": "eaf",
}


def _leaflets() -> dict[str, str]:
    """Twelve copies, five of them scanned badly; three without a sentence; one altered."""
    texts = {f"c{number:02d}": LEAFLET for number in range(12)}
    for number, (word, garbled) in enumerate(NOISE.items()):
        name = f"c{number:02d}"
        texts[name] = LEAFLET.replace(f" {word} ", f" {garbled} ", 1).replace("shall", "sha1l")
    for name in ("c07", "c08", "c09"):
        texts[name] = LEAFLET.replace(" Let nobody strike a guard.", "")
    texts["c01"] = texts["c01"].replace("strike a guard", "strike o guord")
    texts["c11"] = LEAFLET.replace("behind the chapel", "behind the brewery")
    return texts


def test_noisy_copies_of_one_leaflet_blame_no_editor() -> None:
    texts = _leaflets()
    changes, rows = judged(list(texts), {}, texts)
    assert [(row.account, row.passage.quote) for row in rows] == [("c11", "brewery")]
    assert ("c11", "editor", "wording", "brewery") in changes
    assert not [c for c in changes if "strike" in c[3] and c[1] != "unknown"]


def test_a_passage_of_two_works_is_no_reprint() -> None:
    texts = {"paper": PAPER, "web": PAPER.replace("nine", "eight")}
    accounts = [
        Account("paper", "paper", 0, len(PAPER), "The Fire", "Ivo Lund", "", "", "en", "article"),
        Account("web", "web", 0, len(PAPER), "Port Tales", "Ada Moss", "", "", "en", "article"),
    ]
    copies = [Copy(a.id, reading_text(a, texts[a.id], []), texts[a.id], 0) for a in accounts]
    collation = collate([Witness(name, text, "en") for name, text in texts.items()])
    changes, rows = copy_hands(collation, copies, accounts, {("paper", "web"): 0.95})
    assert [change.hand for change in changes] == ["author"]
    assert rows == ()


def test_marks_are_looked_for_outward() -> None:
    start = "He wrote: “It was a cold day. "
    web = f"{start}{PAPER.replace('nine', 'eight')} We went home.” So he said."
    accounts = [
        Account("paper", "paper", 0, len(PAPER), "", "", "", "", "en", "article"),
        Account("web", "web", 0, len(web), "", "", "", "", "en", "article"),
    ]
    copies = [
        Copy("paper", reading_text(accounts[0], PAPER, []), PAPER, 0),
        Copy("web", reading_text(accounts[1], web, []), web, len(start)),
    ]
    own = web[len(start) : len(start) + len(PAPER) + 1]
    collation = collate([Witness("paper", PAPER, "en"), Witness("web", own, "en")])
    _, rows = copy_hands(collation, copies, accounts, {("paper", "web"): 0.9})
    assert [(r.hand, r.kind, r.passage.quote, r.confidence) for r in rows] == [
        ("author", "alteration", "eight", 0.9)
    ]
    _, unsure = copy_hands(collation, copies, accounts, {("paper", "web"): 0.72})
    assert unsure == ()
