"""The closed vocabulary of statements: what people compare, and the verbs and units that state it."""

AGE_RELATION, NUMBER, RANK, ROLE = "age", "number", "rank", "role"
BORN, DIED, KILLED, WOUNDED, MISSING, CAPTURED, RESCUED = (
    "born", "died", "killed", "wounded", "missing", "captured", "rescued",
)  # fmt: skip
HAPPENED, HOUR, LASTED, ABOARD = "happened", "hour", "lasted", "aboard"
KILLED_AND_WOUNDED = "killed and wounded"
"""One number for both, which says nothing of either."""

WENT, WAS_AT, MEMBER_OF, SAID = "went", "was at", "member of", "said"
APPOINTED, NAMED, WORE, RECEIVED, COMMANDED = "appointed", "named", "wore", "received", "commanded"
LEFT, ARRIVED, RETURNED, LANDED, BURIED = "left", "arrived", "returned", "landed", "buried"
CAUSED, CHOSE, ATTACKED, MET, MARRIED, JOINED = (
    "caused", "chose", "attacked", "met", "married", "joined",
)  # fmt: skip
CASUALTIES = frozenset((DIED, KILLED, WOUNDED, MISSING, CAPTURED, RESCUED))

_VERBS = {
    BORN: "bear родиться",
    DIED: "die perish drown умереть скончаться погибнуть утонуть умирать погибать",
    KILLED: "kill murder slay убить застрелить зарезать убивать",
    WOUNDED: "wound injure hurt ранить пострадать",
    MISSING: "пропасть",
    CAPTURED: "capture захватить пленить",
    RESCUED: "rescue save спасти спастись спасать",
    "arrested": "arrest арестовать задержать арестовывать",
    MARRIED: "marry wed жениться обвенчаться венчаться пожениться",
    "founded": "found establish основать учредить",
    "built": "build построить выстроить строить",
    "began": "begin start начаться",
    "ended": "end finish закончиться кончиться завершиться",
    "sank": "sink затонуть",
    ARRIVED: "arrive reach прибыть приехать прийти добраться явиться прибывать приезжать приходить",
    RETURNED: "return вернуться возвратиться возвращаться",
    LEFT: "leave depart sail уехать покинуть отплыть отбыть эмигрировать уезжать покидать уйти уходить",
    WENT: (
        "go travel walk march ride move flee head proceed journey hurry hasten emigrate escape drive "
        "поехать пойти отправиться переехать бежать направиться ехать идти ходить перебраться переезжать"
    ),
    WAS_AT: "live reside dwell stay remain жить проживать находиться остаться оставаться work работать",
    APPOINTED: "appoint promote назначить произвести назначать",
    "elected": "elect избрать",
    CHOSE: "choose select выбрать",
    NAMED: "name call christen baptize назвать наречь",
    "published": "publish опубликовать издать",
    LANDED: "land disembark высадиться приземлиться",
    ATTACKED: "attack assault raid storm besiege атаковать напасть штурмовать осадить",
    "burned": "burn сгореть сжечь",
    "destroyed": "destroy demolish уничтожить разрушить",
    "discovered": "discover обнаружить",
    BURIED: "bury похоронить",
    "retired": "retire",
    JOINED: "join enlist enrol enroll вступить",
    MEMBER_OF: "belong служить состоять serve",
    MET: "meet encounter встретить встретиться повстречать познакомиться встречать встречаться",
    "signed": "sign подписать",
    "surrendered": "surrender сдаться капитулировать",
    HAPPENED: "happen occur произойти случиться",
    LASTED: "last длиться продолжаться продлиться",
    "invented": "invent изобрести",
    "executed": "execute hang behead казнить расстрелять повесить",
    "shot": "shoot",
    "opened": "open открыть открыться открывать",
    "closed": "close закрыть закрыться закрывать",
    COMMANDED: "command командовать возглавлять возглавить",
    WORE: "wear надеть носить",
    RECEIVED: "receive award получить получать наградить удостоить присудить присвоить",
    CAUSED: "cause вызвать",
}
VERB_RELATIONS = {verb: relation for relation, verbs in _VERBS.items() for verb in verbs.split()}
"""Verbs (base forms) and the relation each states."""

BEFALLS = frozenset(
    (
        KILLED, WOUNDED, CAPTURED, RESCUED, "arrested", APPOINTED, "elected", NAMED, "founded", "built",
        "burned", "destroyed", "discovered", BURIED, "invented", "executed", "shot", "opened",
        "closed", "published", "sank",
    )
)  # fmt: skip
"""Relations whose subject is whom or what they befell, whoever did it; "killed by" names the doer."""

UNDERGONE = frozenset(
    (
        "burn", "open", "close", "sink", "пострадать", "спастись", "сгореть", "открыться", "закрыться",
        "затонуть", "пропасть", "drown",
    )
)  # fmt: skip
"""Verbs of those relations whose subject undergoes it without a doer: "the mill burned"."""

BY = {relation: f"{relation} by" for relation in sorted(BEFALLS)}
"""Who or what did what befell the subject."""

PLACED = frozenset(
    (
        BORN, DIED, BURIED, LANDED, ARRIVED, HAPPENED, WENT, WAS_AT, LEFT, RETURNED, KILLED, WOUNDED,
        MET, CAPTURED, "executed", "shot", "founded", "built", "sank", "began", MARRIED, MISSING,
    )
)  # fmt: skip
"""Relations that are told with a place."""

TO_PLACE = frozenset((WENT, ARRIVED, RETURNED))
"""Relations whose place is where they lead, not where they begin."""

TEXTUAL = frozenset((WORE, RECEIVED, COMMANDED, CAUSED, CHOSE, ATTACKED, MEMBER_OF, JOINED))
"""Relations whose value may be words: what was worn, received, commanded."""

MEASURES = {
    "mile": "distance", "kilometre": "distance", "metre": "distance", "yard": "distance",
    "foot": "distance", "verst": "distance", "league": "distance", "fathom": "depth",
    "nautical mile": "distance", "year": "duration", "month": "duration", "week": "duration",
    "day": "duration", "hour": "duration", "minute": "duration", "second": "duration",
    "dollar": "sum", "pound sterling": "sum", "euro": "sum", "ruble": "sum", "ton": "weight",
    "tonne": "weight", "kilogram": "weight", "pound": "weight", "percent": "share",
    "furlong": "distance", "sazhen": "distance", "inch": "distance", "night": "duration",
    "century": "duration", "decade": "duration", "guinea": "sum", "shilling": "sum", "franc": "sum",
    "pood": "weight", "acre": "area", "hectare": "area", "square mile": "area",
    "square kilometre": "area", "share": "share",
}  # fmt: skip
"""Units and what a quantity in them measures."""

WAS_THERE = "was there"
"""That there was something, or was not: "there was a moon"."""

OPEN = "open"
"""The value type of a statement whose relation is the verb's own base form."""

RELATIONS = (
    frozenset(VERB_RELATIONS.values())
    | frozenset(MEASURES.values())
    | frozenset(BY.values())
    | {AGE_RELATION, NUMBER, RANK, ROLE, HOUR, MISSING, ABOARD, KILLED_AND_WOUNDED, SAID, WAS_THERE}
)
"""The closed vocabulary; "age when died" and the like are ages at one of the events."""

ENGLISH_TITLES = {
    "капитан": "captain", "полковник": "colonel", "подполковник": "lieutenant colonel",
    "майор": "major", "лейтенант": "lieutenant", "сержант": "sergeant", "ефрейтор": "corporal",
    "рядовой": "private", "генерал": "general", "адмирал": "admiral", "маршал": "marshal",
    "поручик": "lieutenant", "прапорщик": "ensign", "старшина": "sergeant major",
    "генерал-майор": "major general", "генерал-лейтенант": "lieutenant general",
    "генерал-полковник": "colonel general", "контр-адмирал": "rear admiral",
    "вице-адмирал": "vice admiral", "боцман": "boatswain", "матрос": "sailor",
    "комиссар": "commissar", "командир": "commander", "начальник": "chief", "глава": "head",
    "директор": "director", "президент": "president", "министр": "minister", "врач": "doctor",
    "учитель": "teacher", "инженер": "engineer", "священник": "priest", "журналист": "journalist",
    "историк": "historian", "писатель": "writer", "профессор": "professor", "механик": "mechanic",
    "кочегар": "stoker", "лоцман": "pilot", "штурман": "navigator", "рабочий": "worker",
    "секретарь": "secretary", "председатель": "chairman", "депутат": "deputy", "судья": "judge",
    "премьер-министр": "prime minister", "мэр": "mayor", "губернатор": "governor", "посол": "ambassador",
    "король": "king", "королева": "queen", "император": "emperor", "архитектор": "architect",
    "художник": "painter", "поэт": "poet", "композитор": "composer", "доктор": "doctor",
}  # fmt: skip
"""Russian ranks and roles as English ones, so that accounts in both languages can be compared."""

SHORT_TITLES = {
    "lt": "lieutenant", "lieut": "lieutenant", "col": "colonel", "capt": "captain", "maj": "major",
    "gen": "general", "sgt": "sergeant", "cpl": "corporal", "pvt": "private", "adm": "admiral",
    "brig": "brigadier", "cmdr": "commander", "cdr": "commander", "dr": "doctor",
    "prof": "professor", "rev": "reverend", "sen": "senator", "gov": "governor", "insp": "inspector",
}  # fmt: skip
"""Titles as they are abbreviated, so that "Col." and "Colonel" are one rank."""
