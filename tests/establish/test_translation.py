"""Translations: what was dropped, added and changed, and nothing else."""

import pytest

from variorum.establish.meaning import meaning, open_encoder
from variorum.establish.translation import Translation, translations
from variorum.model.critique import Account
from variorum.model.reading import ReadingText, Run

ENGLISH = """\
The mill at Dorrow burned on the night of 3 March 1921, and I was the one who saw it first. I \
had gone down to the weir to look at my eel traps, since the moon was good, and there was a \
light in the upper loft where no light ought to be.

I ran to old Haskett's house and beat on the shutters. He came out in his nightshirt with a \
lantern, and behind him came his wife and both the boys. "It's the mill," I said, and he did not \
answer me but simply began to run. By the time we got to the yard the whole roof was alight. \
Twenty-three sacks of barley were lost, and the miller's cousin Pavel Ortin was never found.

The constable, a Mr Greave from Tillingford, wrote down that it had been the lamp. It was not \
the lamp. There was a smell of paraffin in the yard that anybody could have noticed. I told him \
so twice, and twice he shut the notebook.

In April they sold the ground to the Company for four hundred and fifty pounds. Haskett moved to \
his daughter's in Leam and died there within the year. People said he died of grief; I think he \
died of silence."""

RUSSIAN = """\
Мельница в Дорроу сгорела в ночь на 3 марта 1921 года, и первым это увидел я. Я спустился к \
плотине проверить верши на угря, благо луна была хорошая, и заметил свет на верхнем чердаке, где \
никакого света быть не должно.

Я побежал к дому старого Хаскетта и забарабанил в ставни. Он вышел в ночной рубахе, с фонарём, \
за ним жена и оба мальчика. «Мельница горит», — сказал я. Он ничего не ответил, просто побежал. \
Когда мы добрались до двора, вся крыша уже была в огне. Пропали двадцать три мешка ячменя, а \
двоюродного брата мельника, Павла Ортина, так и не нашли.

Констебль, некий мистер Грив из Тиллингфорда, записал, что виной всему лампа. Не в лампе было \
дело. Во дворе стоял запах керосина, который учуял бы всякий. Я дважды сказал ему об этом, и \
дважды он захлопывал свою книжку.

В апреле землю продали Компании за четыреста пятьдесят фунтов. Хаскетт перебрался к дочери в Лим \
и не прожил там и года. Говорили, что умер он с горя; по-моему, умер он от молчания."""

WAGON_RU = """\
Осенью тридцать девятого нас, четырнадцать человек, погрузили в товарный вагон на станции \
Верхняя Кать и повезли, не сказав куда. Было 17 сентября. Ехали мы пять суток; воды давали по \
кружке на брата.

Старшим у нас был Игнат Саввич Роднин, учитель арифметики. Он вёл счёт верстам по столбам и на \
третий день объявил, что мы проехали шестьсот сорок вёрст. Никто ему не поверил. Никто, кроме \
моей тётки Глафиры, которая верила всякому, кто умел считать.

На разъезде под Лыковым поезд простоял ночь. К нам подошёл стрелочник, старик без двух пальцев, \
и сунул в щель буханку хлеба. Звали его, как я узнал потом, Демьян Козырь. Конвойный видел это и \
отвернулся. Я часто думал об этом конвойном: ему, должно быть, не было и двадцати.

Доехало нас одиннадцать. Троих схоронили у насыпи, без креста, без имени. Роднин снял шапку и \
сказал: «Запомните место: за мостом, сорок шагов». Я запомнил. Через двадцать семь лет я \
отсчитал эти сорок шагов и нашёл только лебеду."""

WAGON = """\
In the autumn of 1939 fourteen of us were loaded into a goods wagon at Verkhnyaya Kat station \
and taken away; nobody said where. It was the 17th of September. The journey lasted five days, \
on a mug of water each.

Our elder was Ignat Savvich Rodnin, who taught arithmetic. By counting the posts he kept a tally \
of the versts, and on the third day he announced that we had covered six hundred and forty. No \
one believed him, except for my aunt Glafira: she would believe anybody who could count.

At a siding near Lykovo the train stood all night. A pointsman came up to us, an old man with \
two fingers missing, and pushed a loaf through the crack. His name, I later learned, was Demyan \
Kozyr. The guard saw it and looked the other way. I have often thought about that guard; he \
can't have been twenty.

Eleven of us arrived. Three we buried by the embankment with neither cross nor name. Rodnin took \
off his cap. "Remember the place," he said. "Beyond the bridge, forty paces." I did remember. \
Twenty-seven years later I counted out those forty paces and found nothing but goosefoot."""

NEWS = """\
A fire destroyed the flour mill at Dorrow on Thursday night, police said. One man is missing. \
The blaze was reported shortly after eleven by a local fisherman, who alerted the owner, John \
Haskett, 61. Firefighters needed four hours to bring the fire under control. The missing man is \
Pavel Ortin, a relative of the owner."""

NEWS_RU = """\
В деревне Дорроу сгорела старая мельница. По словам местных жителей, хозяин мельницы Хаскетт \
давно не ладил с Компанией. Констебль Грив отрицает поджог. Один человек, родственник хозяина, \
не найден. Сгорело всё зерно и погибли лошади. Соседи собирают деньги для погорельцев."""


def _reading(name: str, language: str, text: str, date: str = "") -> ReadingText:
    account = Account(name, f"{name}.txt", 0, len(text), "", "", "", date, language, "memoir")
    return ReadingText(account, text, (Run(0, 0, len(text)),))


def _translations(*readings: ReadingText) -> tuple[Translation, ...]:
    encoder = open_encoder()
    return translations(readings, {r.account.id: meaning(r, encoder) for r in readings})


def _told(found: Translation, texts: dict[str, str]) -> set[tuple[str, str, str, str]]:
    def words(stretch: object) -> str:
        return texts[stretch.account][stretch.start : stretch.end] if stretch else ""  # type: ignore[attr-defined]

    return {(c.kind, c.what, words(c.a), words(c.b)) for c in found.changes}


def test_a_faithful_translation_has_no_changes() -> None:
    (found,) = _translations(
        _reading("en", "en", ENGLISH, "1934"), _reading("ru", "ru", RUSSIAN, "1950")
    )
    assert (found.a, found.b, found.direction, found.whole) == ("en", "ru", "a→b", True)
    assert found.score > 0.9
    assert not found.changes


def test_what_was_dropped_and_changed_is_found_exactly() -> None:
    lost = "Во дворе стоял запах керосина, который учуял бы всякий."
    changed = RUSSIAN.replace(f" {lost}", "").replace("двадцать три", "тридцать два")
    changed = changed.replace("3 марта", "13 марта").replace("к дочери", "к сыну")
    changed = changed.replace("двоюродного брата", "родного брата")
    (found,) = _translations(
        _reading("en", "en", ENGLISH, "1934"), _reading("ru", "ru", changed, "1950")
    )
    told = _told(found, {"en": ENGLISH, "ru": changed})
    assert {
        (
            "omission",
            "sentence",
            "There was a smell of paraffin in the yard that anybody could have noticed.",
            "",
        ),
        ("substitution", "number", "Twenty-three", "тридцать два"),
        ("substitution", "date", "3 March 1921", "13 марта 1921"),
        ("substitution", "kin", "daughter", "сыну"),
        ("substitution", "kin", "cousin", "брата"),
    } <= told
    assert len(told) == 5


def test_a_free_translation_has_no_changes_either() -> None:
    (found,) = _translations(
        _reading("en", "en", WAGON, "1980"), _reading("ru", "ru", WAGON_RU, "1971")
    )
    assert found.direction == "b→a"
    assert not found.changes


def test_changes_in_a_free_translation_are_seen_from_the_original() -> None:
    changed = WAGON.replace(" The guard saw it and looked the other way.", "")
    changed = changed.replace("Eleven of us", "Twelve of us").replace("near Lykovo", "near Borovsk")
    changed = changed.replace("aunt Glafira", "sister Glafira").replace("17th of", "27th of")
    changed = changed.replace("Demyan Kozyr", "Demyan Kovach")
    (found,) = _translations(
        _reading("en", "en", changed, "1980"), _reading("ru", "ru", WAGON_RU, "1971")
    )
    assert _told(found, {"en": changed, "ru": WAGON_RU}) == {
        ("omission", "sentence", "", "Конвойный видел это и отвернулся."),
        ("substitution", "date", "27th of September", "17 сентября"),
        ("substitution", "number", "Twelve", "одиннадцать"),
        ("substitution", "kin", "sister", "тётки"),
        ("substitution", "name", "Kovach", "Козырь"),
        ("substitution", "place", "Borovsk", "Лыковым"),
    }


def test_what_the_translator_added_is_an_addition() -> None:
    added = "Я и теперь помню, как трещали балки и как выли собаки."
    changed = RUSSIAN.replace("вся крыша уже была в огне.", f"вся крыша уже была в огне. {added}")
    (found,) = _translations(
        _reading("en", "en", ENGLISH, "1934"), _reading("ru", "ru", changed, "1950")
    )
    assert ("addition", "sentence", "", added) in _told(found, {"en": ENGLISH, "ru": changed})


def test_the_earlier_is_the_original_whichever_stands_first() -> None:
    (found,) = _translations(
        _reading("en", "en", ENGLISH, "1961"), _reading("ru", "ru", RUSSIAN, "1957")
    )
    assert found.direction == "b→a"
    (found,) = _translations(_reading("en", "en", ENGLISH), _reading("ru", "ru", RUSSIAN))
    assert found.direction == "unknown"


def test_two_reports_of_one_event_are_no_translation() -> None:
    assert not _translations(
        _reading("en", "en", NEWS, "1921"), _reading("ru", "ru", NEWS_RU, "1921")
    )
    assert not _translations(_reading("en", "en", ENGLISH), _reading("ru", "ru", NEWS_RU))


def test_a_translated_part_leaves_the_rest_alone() -> None:
    longer = (
        f"{NEWS}\n\n{ENGLISH}\n\nThe committee met on Tuesday. Members complained about the noise."
    )
    (found,) = _translations(_reading("en", "en", longer), _reading("ru", "ru", RUSSIAN))
    assert not [c for c in found.changes if c.what == "sentence"]


def test_one_language_alone_gives_nothing() -> None:
    assert not _translations(_reading("a", "en", ENGLISH), _reading("b", "en", ENGLISH))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("", " "),
        ("word " * 3_000, "слово " * 3_000),
        ("(" * 3_000, ")" * 3_000),
        ("1. " * 200, "2. " * 200),
        ("Yes.", "Да."),
    ],
)
def test_hostile_pairs_end_without_noise(a: str, b: str) -> None:
    assert not _translations(_reading("a", "en", a), _reading("b", "ru", b))


def test_copies_and_repetition_are_the_same_twice() -> None:
    readings = [
        _reading("en", "en", ENGLISH),
        _reading("again", "en", ENGLISH),
        _reading("ru", "ru", RUSSIAN),
    ]
    assert _translations(*readings) == _translations(*readings)
