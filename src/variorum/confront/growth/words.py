"""Words that show how a thing is told: doubted or sure, done or suffered, seen or heard. EN and RU."""

import re

from variorum.model.lexicon import listed

HEARSAY = re.compile(
    r"\b(?:(?:it|he|she|they|which) (?:is|was|are|were|has been|had been) (?:\w+ly )?(?:said|reported|"
    r"rumou?red|believed|thought|supposed|alleged|feared|told)|(?:is|are|was|were) (?:said|reported|"
    r"rumou?red|believed|thought|supposed|alleged) to|(?:they|some|people|folk|old men|some people|"
    r"neighbou?rs) (?:say|said|tell|told|claim|claimed|hold|will tell you)|reportedly|supposedly|"
    r"allegedly|apparently|rumou?rs?|hearsay|legend has it|so the story goes|the story goes|"
    r"(?:I|we) (?:have |had )?(?:only )?heard|(?:I|we) (?:was|were|am|are|have been) told|"
    r"as (?:I|we) (?:hear|heard|was told|am told)|according to)\b|"
    r"\b(?:говорят|говорили|сказывают|рассказывают|рассказывали|передают|якобы|по слухам|"
    r"ходил\w* слух\w*|"
    r"по рассказам|слыша(?:л|ла|ли)|мне рассказ\w+|по преданию|сообща\w+, что)\b",
    re.IGNORECASE,
)
"""Others' words."""

DOUBT = re.compile(
    r"\b(?:perhaps|maybe|may have|might have|could have|must have|possibly|probably|seems?(?: to)?|"
    r"seemed(?: to)?|I (?:think|believe|suppose)|it is possible)\b|"
    r"\b(?:возможно|может быть|вероятно|кажется|наверное|наверно|должно быть|видимо|пожалуй|будто)\b",
    re.IGNORECASE,
)
"""The teller is not sure."""

FIRST_HAND = re.compile(
    r"\b(?:I (?:myself |had |have |then |also )?(?:saw|seen|watched|witnessed|found|"
    r"heard (?:him|her|it|them))|"
    r"I myself|I was there|with my own eyes|before my (?:own )?eyes|we (?:all )?(?:saw|watched)|"
    r"as I stood)\b|\b(?:я (?:сам\w* )?(?:видел\w?|наш[её]л|нашла|был\w? там)|я сам\w?|своими глазами|"
    r"на моих глазах|мы (?:все )?видели)\b",
    re.IGNORECASE,
)
"""The teller was there."""

CORRECTS = re.compile(
    r"\b(?:correct(?:s|ed|ion|ions)|mistaken(?:ly)?|in error|erratum|errata|wrongly|revised|"
    r"(?:we|I) regret|retract\w*|not \w+,? as|exaggerat\w+|in (?:truth|fact|reality)|"
    r"the true (?:number|figure)|"
    r"actual(?:ly)?)\b|\b(?:ошиб\w+|исправ\w+|уточн\w+|опроверг\w+|преувелич\w+|"
    r"на самом деле|в действительности)\b",
    re.IGNORECASE,
)
"""A telling that mends an earlier one: what it changes is no growth."""

PASSIVE = re.compile(
    r"\b(?:was|were|been|being|got|is|are|be)\s+(?:(?:\w+ly|all|both|then|also|later|soon|once|even)\s+){0,2}"
    r"(?P<en>\w+(?:ed|wn|en|ung|ught|ost|eft|old|elt)|found|shot|hung|held|led|fed|cut|hit|put|set|read|"
    r"built|bit|sunk|made|paid|said|spun|struck|won|dug|lit|saved|begun|torn|born|borne|worn|sworn|let)\b|"
    r"\bбыл[аои]?\s+(?:\w+о\s+)?(?P<ru>\w+(?:[еёая]н|[еёая]н[аоы]|[аыияоу]т[аоы]?))\b",
    re.IGNORECASE,
)
"""A verb in the passive: "was carried", "были вынесены"."""

BY = re.compile(
    r"\bby (?P<doer>(?!(?:the )?(?:time|sea|river|road|night|day|morning|noon|dawn|dusk|side|door|hand|"
    r"water|wall|gate|means|way|name|then|now|and|far|itself|himself|herself|its|\d|half|"
    r"mistake|chance|accident|order|law|rail|land|fire|"
    r"[A-Z]\w+day|moonlight|candle|lamp)\b)"
    r"(?:(?:a|an|the|his|her|our|my|their|one of the|some|two of the|Mr\.?|Mrs\.?|Miss|Dr\.?|"
    r"St\.?|Capt\.?)\s+)?"
    r"(?:[\w'’-]+)(?:\s+(?!and\b|in\b|on\b|at\b|from\b|before\b|after\b|with\b|who\b|when\b|while\b|"
    r"as\b|of\b|to\b|"
    r"near\b|for\b)[\w'’-]+){0,2})",
)
"""Who did it, after a passive."""

_IRREGULAR = """
beaten:beat begun:begin bent:bend bit:bite bitten:bite blown:blow borne:bear bought:buy
broken:break brought:bring built:build caught:catch chosen:choose done:do drawn:draw
driven:drive drunk:drink dug:dig eaten:eat fed:feed felt:feel flown:fly flung:fling
forgotten:forget fought:fight found:find frozen:freeze given:give grown:grow held:hold
hidden:hide hung:hang kept:keep known:know laid:lay led:lead left:leave lent:lend
lit:light lost:lose made:make met:meet paid:pay ridden:ride rung:ring said:say seen:see
sent:send shot:shoot shown:show slain:slay slept:sleep sold:sell sought:seek spent:spend
spoken:speak stolen:steal struck:strike stung:sting sung:sing sunk:sink swept:sweep
swum:swim swung:swing taken:take taught:teach threw:throw thrown:throw told:tell took:take
torn:tear woken:wake won:win written:write"""
IRREGULAR = dict(pair.split(":") for pair in _IRREGULAR.split())
"""Participles whose base form begins otherwise."""

SAYING = listed(
    """say report believe think suppose rumour rumor allege tell know call name hear see bear be have do
    remember understand write read print publish go come make говорить сказать рассказать знать видеть
    слышать помнить быть назвать"""
)
"""Verbs that carry no deed of the story, or stand in any."""

RESCUES = listed(
    """carry bring pull drag lift haul save rescue take lead lower fetch вынести спасти вытащить вывести
    вытянуть"""
)
"""Ways of bringing out: retellers change one for another."""

NUMERALS = {
    word: value
    for value, words in (
        (1.0, "one один одного одну одна"),
        (2.0, "two two двое двоих двух два две both"),
        (3.0, "three трое троих трёх трех три"),
        (4.0, "four четверо четверых четырёх четырех четыре"),
        (5.0, "five пятеро пятерых пять пяти"),
        (6.0, "six шестеро шестерых шесть шести"),
        (7.0, "seven семеро семерых семь семи"),
        (8.0, "eight восьмеро восьмерых восемь восьми"),
        (9.0, "nine девятеро девятерых девять девяти"),
        (10.0, "ten десятеро десятерых десять десяти десяток десяток"),
        (11.0, "eleven одиннадцать одиннадцати"),
        (12.0, "twelve dozen двенадцать двенадцати дюжина дюжину"),
        (13.0, "thirteen тринадцать"),
        (14.0, "fourteen четырнадцать"),
        (15.0, "fifteen пятнадцать пятнадцати"),
        (16.0, "sixteen шестнадцать"),
        (17.0, "seventeen семнадцать"),
        (18.0, "eighteen восемнадцать"),
        (19.0, "nineteen девятнадцать"),
        (20.0, "twenty двадцать двадцати"),
        (30.0, "thirty тридцать тридцати"),
        (40.0, "forty сорок сорока"),
        (50.0, "fifty пятьдесят пятидесяти"),
        (60.0, "sixty шестьдесят"),
        (70.0, "seventy семьдесят"),
        (80.0, "eighty восемьдесят"),
        (90.0, "ninety девяносто"),
        (100.0, "hundred сто сотню сотня ста"),
        (200.0, "двести двухсот"),
        (300.0, "триста трёхсот трехсот"),
        (400.0, "четыреста"),
        (500.0, "пятьсот"),
        (1000.0, "thousand тысяча тысячу"),
    )
    for word in words.split()
}
"""Numbers in one word, where nothing was read as a number: "by now it was nine", "спас пятерых"."""

PAST = re.compile(
    r"\b(?:was|were|had|did|\w{2,}ed|took|met|held|saw|came|brought|fell|threw|went|said|told|found|gave|got|"
    r"made|ran|stood|left|kept|led|caught|shot|broke|drove|rode|fought|lost|won|sank|swam|struck|hid|"
    r"wrote|knew|drew|flew|slew|spoke|began|built|sent|lay|sat|cut|put|hit|bit|ate|drank|dug|heard|thought|"
    r"bought|taught|sold|felt|slept|burnt|bore|rose|sang|became|stole|woke|tore|swore|wore|blew|grew)\b|"
    r"\b\w+(?:н[её]с|в[её]з|лез|мог|л[её]г|ж[её]г|ш[её]л|мер|гиб|л|ла|ло|ли|лся|лась|лось|лись|ен|ена|ено|ены|ан|ана|ано|аны)\b",
    re.IGNORECASE,
)
"""A sign that what is told is over. What stands at the time of telling may rightly change."""

SO_FAR = re.compile(
    r"\b(?:so far|to date|as of|up to now|until now|now stands?|has risen|have risen|"
    r"by (?:\w+day|noon|midnight|evening|nightfall|(?:this|yesterday) \w+)|"
    r"this (?:morning|afternoon|evening|week|year))\b|"
    r"\b(?:на (?:сегодня|данный момент)|к (?:утру|вечеру|полудню)|пока|до сих пор)\b",
    re.IGNORECASE,
)
"""A count that goes on: the next one is larger because more has happened."""

LOOKS_BACK = re.compile(
    r"\b(?:years? (?:ago|since|later|before|after)|decades? (?:ago|later)|centur(?:y|ies) ago|"
    r"remember\w*|recall\w*|recollect\w*|remind\w*|stor(?:y|ies)|tales?|legend\w*|tradition\w*|"
    r"anniversary|once|used to|in those days|in the old days|memor(?:y|ies|ial)|of old|grandfather|"
    r"grandmother|told|retold|biograph\w*|histor(?:y|ies|ian|ical)|looking back|hero|museum|plaque|"
    r"monument|still (?:show|say|tell)|saints?|(?:life|lives) of|miracles?|annals|chronicles?)\b|"
    r"\b(?:лет (?:назад|тому)|помн\w+|вспомина\w+|воспоминан\w+|рассказ\w*|предани\w+|легенд\w+|"
    r"когда-то|однажды|некогда|годовщин\w+|память|памяти|история|истории|геро\w+|музе\w+|бывало|"
    r"в те годы|именем|житие|чудеса|летопис\w+)\b",
    re.IGNORECASE,
)
"""A sign that an account tells of what is long over, and not of the news of its day."""

PRICED = re.compile(
    r"\b(?:sold|cost|costs|priced?|paid|fetched|elected|won|scored|polled|collected|harvested|attended|"
    r"прода\w+|стоил\w*|цен\w+|избран\w*|собрал\w*)\b",
    re.IGNORECASE,
)
"""What comes again and again with another number: prices, votes, harvests."""
