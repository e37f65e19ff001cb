"""Words that the chronology goes by: what only the living do, what is left of the dead, namesakes."""

import re

from variorum.read.words import listed

ACTS = listed(
    """met joined married attacked returned arrived left landed signed retired saw visited testified
    interviewed spoke commanded arrested elected appointed enlisted
    pull push haul drag carry walk ride row swim run march climb cross sail steer travel write say
    tell speak talk ask answer reply declare swear testify state explain admit confess recall promise
    see hear watch meet visit come go return arrive leave enter join board embark land flee escape
    sign marry wed divorce buy purchase command order lead guide fight shoot attack
    surrender drive fly teach lecture preach baptise baptize attend resign retire dig eat drink dine
    sup sing dance act perform cook bake sleep wake hire dismiss give take bring fetch hand throw
    testify depose petition apply enlist emigrate immigrate settle move conduct
    observe inspect examine treat operate telephone telegraph ring call shout greet
    thank congratulate quarrel row strike beat arrest interview question denounce sue sell
    rig build repair mend cut lift bury wash tie catch launch load unload pray vote count search follow
    chase seize steal kill milk saddle sew paint play wait sit stand kneel weep laugh
    study graduate qualify rescue save help find
    тянуть тащить везти привезти привести принести вынести вывести нести идти прийти пойти уйти
    ехать приехать поехать уехать выехать вернуться возвратиться прибыть явиться плыть отплыть
    писать написать сказать говорить рассказать ответить спросить заявить показать подписать
    видеть увидеть слышать услышать встретить встретиться посетить жениться венчаться купить продать
    командовать приказать возглавить повести сражаться стрелять преподавать учить окончить поступить
    выступить присутствовать петь спать нанять уволить дать взять отдать передать
    позвонить крикнуть переехать эмигрировать арестовать допросить спасти помочь лечить служить
    работать"""
)
"""First words of the relations whose subject must be alive: the closed vocabulary's and base forms of
verbs of the body, of speech and of dealings. Left out is what the dead do too: they appear, inspire,
win, receive, lie, remain, are remembered."""

LEAST_AGES = {
    "enlist": 9, "enlisted": 9, "command": 10, "commanded": 10, "graduate": 10, "graduated": 10,
    "qualify": 12, "qualified": 12, "teach": 10, "taught": 10, "lecture": 12, "lectured": 12,
    "retire": 16, "retired": 16, "testify": 3, "testified": 3, "write": 4, "wrote": 4, "sign": 4,
    "signed": 4, "buy": 5, "bought": 5,
    "окончить": 9, "окончил": 9, "командовать": 10, "командовал": 10, "преподавать": 10,
    "жениться": 10, "женился": 10, "написать": 4, "написал": 4, "писать": 4, "писал": 4,
    "подписать": 4, "подписал": 4,
}  # fmt: skip
"""Years below which nobody does it, in any century: far below what is usual. Set by hand."""

MET = frozenset(("met", "married", "interviewed", "interview", "arrest", "arrested", "question"))
"""Relations whose object must be alive as well."""

REMAINS = re.compile(
    r"\b(?:body|bodies|remains|corpse|coffin|ashes|skull|bones|ghosts?|spirit|soul|memory|statue|bust|"
    r"portrait|photograph|picture|effigy|relics?|monument|memorial|posthum\w*|graves?|tomb|dream\w*|"
    r"vision|miracles?|legends?|fable|novel|film|opera|actor|role of|part of|would have|"
    r"named after|namesake|late|widow of|descendants?|"
    r"тел[оау]|останк\w*|прах\w*|гроб\w*|могил\w*|памят\w*|посмертн\w*|призрак\w*|портрет\w*|фотограф\w*|"
    r"снил\w*|сне|легенд\w*|чуд\w*|роман\w*|фильм\w*|покойн\w*|мощ[иейам]{1,3})\b",
    re.IGNORECASE,
)
"""Words beside which the dead may return, arrive and be seen."""

TWO_OF_A_NAME = re.compile(
    r"\b(?:namesakes?|(?:of|by|with|bore|bear\w*|shared?)\s(?:one|the same|that|this)\s(?:sur)?name|"
    r"same name|not to be confused|confus\w* with|(?:used|gave|took) the name|"
    r"тёзк\w*|тезк\w*|однофамил\w*|одного имени|(?:тем|этим|одним) же имен\w*|не (?:пута|смешива)\w+|"
    r"Namensvetter|gleichen Namens)\b",
    re.IGNORECASE,
)
"""A text says that two people bear one name."""

ANOTHER = re.compile(
    r"\b(?:another|other|second|also|younger|elder|"
    r"друг\w{2,3}|втор\w{2,3}|тоже|также|младш\w{2,3}|старш\w{2,3})[\s,]*$",
    re.IGNORECASE,
)
"""Right before a name: of two who bear it, one."""

OF_TWO = re.compile(
    r"^,?\s?\(?(?:the (?:elder|younger|second|third|first)|senior|junior|sr\b|jr\b|snr\b|jnr\b|"
    r"I{2,3}\b|also\b|by name|fils|père|d\. ?[ÄJ]\.|старш\w*|младш\w*|тоже|по имени)",
    re.IGNORECASE,
)
"""Right after a name: of two who bear it, one."""

HIS_KIN = re.compile(
    r"^,\s(?:(?:his|her|the|their|my|our|its)\s|an?\s)(?:[^\W\d_]+\s)?"
    r"(?:grandson|granddaughter|son|daughter|nephew|niece|cousin|father|mother|uncle|grandfather|"
    r"descendant|brother|sister)\b"
    r"|^,\s(?:(?:его|её|ее|их|мой|наш)\s)?(?:внук|сын|племянник|отец|дядя|дед|внучка|дочь|брат)\b",
    re.IGNORECASE,
)
"""Right after a name that was named before: ", his grandson,": another of the name, or a reminder."""

FICTION = re.compile(
    r"^(?:\W*(?:a|an|the)\s)?(?:\w+\s){0,2}(?:novel|novella|romance|short story|fairy tale|tale|"
    r"poem|ballad|comedy|tragedy|fiction|play in \w+ acts?|screenplay)"
    r"(?:\s(?:by|in|of|for)\s[^.]{0,60})?\W*$"
    r"|^\W*(?:исторический\s)?(?:роман|повесть|рассказ|сказка|баллада|поэма|пьеса)(?:\W.{0,40})?$"
    r"|^\W*(?:ein\s)?(?:roman|novelle|märchen|erzählung)(?:\svon\s.{0,40})?\W*$",
    re.IGNORECASE,
)
"""A whole line that says what follows is invented."""

THIRD_PERSON = listed("he she him her his they them он она его её ее ему ей они er sie")
