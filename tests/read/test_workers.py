"""Reading on all cores gives what reading on one gives, in the same order."""

from variorum.model.critique import Account
from variorum.model.reading import ReadingText, reading_text
from variorum.model.settings import Settings
from variorum.read import read, read_all
from variorum.read.workers import WINDOW

PARAGRAPH = (
    "On {day} March 1931 Ada Quill said, “Twelve people drowned.” Vale was {day} years old.\n\n"
)


def accounts(count: int, length: int) -> tuple[list[ReadingText], dict[str, str]]:
    texts, readings = {}, []
    for number in range(count):
        name = f"{number:03}.txt"
        paragraph = PARAGRAPH.format(day=number % 28 + 1)
        texts[name] = paragraph * (length // len(paragraph))
        account = Account(
            f"a_{number}", name, 0, len(texts[name]), "", "", "", "1931-04", "en", "article"
        )
        readings.append(reading_text(account, texts[name], []))
    return readings, texts


def test_all_cores_give_what_one_gives() -> None:
    readings, texts = accounts(5, WINDOW // 3)
    one = list(read(readings, texts, Settings()))
    assert [t.account for t in one] == [f"a_{n}" for n in range(5)]
    assert list(read_all(iter(readings), texts, Settings())) == one


def test_what_is_small_needs_no_workers() -> None:
    readings, texts = accounts(2, 300)
    assert len(list(read_all(readings, texts, Settings()))) == 2
    assert list(read_all([], {}, Settings())) == []
