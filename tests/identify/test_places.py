"""Which place a name means: by what it lies in, by its neighbours, by its size; or not said."""

import re

import pytest

from variorum.identify import identify, open_gazetteer
from variorum.model.critique import Account
from variorum.model.passage import Passage
from variorum.model.testimony import Entity, Mention, Sentence, mention_id


def identified(*texts: str) -> tuple[Entity, ...]:
    """The places of some accounts, in which names stand in [brackets]."""
    mentions, sentences, accounts = [], [], []
    for number, marked in enumerate(texts):
        account, text = f"t{number}", marked.replace("[", "").replace("]", "")
        for shift, match in enumerate(re.finditer(r"\[([^]]+)\]", marked)):
            start = match.start() - 2 * shift
            passage = Passage(account, start, start + len(match[1]), match[1])
            own = mention_id(passage, "place")
            mentions.append(Mention(passage, "place", own, match[1], (), account))
        for sentence in re.finditer(r"[^.]+\.?", text):
            passage = Passage(account, *sentence.span(), sentence.group())
            sentences.append(Sentence(passage, (), (), account=account))
        accounts.append(Account(account, account, 0, len(text), "", "", "", "", "en", "article"))
    return identify(mentions, accounts, sentences, gazetteer=open_gazetteer()).entities


def located(*texts: str) -> dict[str, Entity]:
    """The places by each of their names."""
    return {name: entity for entity in identified(*texts) for name in entity.names}


def test_what_the_text_says_it_lies_in_decides() -> None:
    place = located("He kept a mill in [Paris], [Texas].")["Paris"]
    assert place.within == ("Texas", "United States")
    assert place.authority_ids == ("geonames:4717560",)
    assert "the text says it lies in Texas" in place.reasons


def test_two_towns_of_one_name_are_two_entities() -> None:
    found = identified("He kept a mill in [Paris], [Texas].", "She went to [Paris] and [Lyon].")
    within = sorted(entity.within for entity in found if entity.name == "Paris")
    assert within == [("France",), ("Texas", "United States")]


def test_old_and_foreign_names_are_names_of_one_place() -> None:
    found = located(
        "They met in [Petrograd].",
        "They met in [Leningrad], in [Russia].",
        "Это было в [Петербург].",
    )
    assert found["Petrograd"] is found["Leningrad"]
    assert found["Leningrad"].authority_ids == ("geonames:498817",)
    assert found["Leningrad"].latitude == pytest.approx(59.94, abs=0.01)
    assert any("names of Saint Petersburg" in reason for reason in found["Leningrad"].reasons)


def test_a_renaming_that_only_the_text_knows() -> None:
    place = located("[Gorevka], renamed [Svetlozar] in 1924, had one street.")["Gorevka"]
    assert place.names == ("Gorevka", "Svetlozar")
    assert place.reasons[0] == ("the text gives both names: “Gorevka, renamed Svetlozar in 1924”")
    assert place.latitude is None
    assert place.against == ("no place of this name in the gazetteer",)


def test_a_russian_renaming() -> None:
    found = located("Родом он из села [Горевка] (ныне [Светлозар]).")
    assert found["Горевка"] is found["Светлозар"]


def test_namesakes_are_not_guessed() -> None:
    place = located("He was last seen in [Springfield].")["Springfield"]
    assert place.latitude is None
    assert place.against[0].startswith("the texts do not say which is meant: Springfield")


def test_a_county_the_gazetteer_lacks_is_still_heeded() -> None:
    place = located("They came from [Halifax], [Yorkshire], to [Canada].")["Halifax"]
    assert place.latitude is None
    assert place.against == ("the text says it lies in Yorkshire, which is not known",)


def test_a_country_named_beside_it_decides() -> None:
    assert located("In [Russia] he worked at [Dudinka].")["Dudinka"].within == ("Russia",)


def test_neighbours_decide() -> None:
    assert located("From [Tbilisi] she rode through [Georgia].")["Georgia"].authority_ids == (
        "geonames:614540",
    )


def test_a_river_is_no_town() -> None:
    assert located("They sailed down the [Lena] in [Russia].")["Lena"].latitude is None


def test_without_a_gazetteer_places_are_named_only() -> None:
    passage = Passage("a", 0, 6, "Tiksi.")
    mention = Mention(passage, "place", mention_id(passage, "place"), "Tiksi", (), "a")
    (entity,) = identify([mention], []).entities
    assert (entity.name, entity.latitude, entity.within) == ("Tiksi", None, ())


def test_a_name_is_of_today_in_the_script_it_is_written_in() -> None:
    found = located("Они жили в [Одесса], потом уехали в [Рим].", "They lived in [Odessa].")
    assert found["Одесса"].authority_ids == ("geonames:698740",)
    assert found["Рим"].within == ("Italy",)


def test_a_short_word_is_not_some_city_far_away() -> None:
    assert located("The steamer came to [Luda].")["Luda"].latitude is None


def test_a_province_tells_towns_apart() -> None:
    found = located("She was married at [London], [Ontario].")
    assert found["London"].within == ("Ontario", "Canada")
    assert found["Ontario"].within == ("Canada",)


def test_a_year_before_a_renaming_is_told_too() -> None:
    place = located("In 1924 [Gorevka] was renamed [Svetlozar].")["Gorevka"]
    assert place.reasons[0] == (
        "the text gives both names: “In 1924 Gorevka was renamed Svetlozar”"
    )
