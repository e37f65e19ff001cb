"""Closed word lists, English and Russian, in base form and lower case."""

from variorum.model.lexicon import listed as listed

MILITARY_RANKS = listed(
    """general colonel major captain lieutenant sergeant corporal private ensign cornet commander
    commodore admiral midshipman brigadier marshal gunner bombardier boatswain quartermaster
    adjutant gen col maj capt cpt lt sgt cpl pvt cdr adm brig генерал полковник подполковник
    майор капитан лейтенант старшина сержант ефрейтор рядовой прапорщик поручик подпоручик
    штабс-капитан ротмистр корнет адмирал мичман боцман маршал матрос комбриг комдив
    генерал-майор генерал-лейтенант генерал-полковник контр-адмирал вице-адмирал"""
)
OFFICES = listed(
    """president chancellor minister premier senator congressman congresswoman congressman governor
    mayor judge justice secretary ambassador consul commissioner commissar inspector
    detective constable sheriff superintendent professor doctor director chairman chairwoman
    chairperson president-elect candidate king queen emperor empress tsar czar prince
    princess duke duchess count countess baron baroness earl viscount marquis pope bishop
    archbishop cardinal father reverend pastor rabbi imam deacon abbot priest monk nun
    mother-superior engineer architect editor foreman skipper mate pilot stoker
    coxswain purser steward surgeon nurse attorney lawyer coroner historian journalist
    correspondent reporter writer poet painter composer researcher spokesman spokeswoman
    spokesperson coach chief deputy representative delegate manager officer pres prof dr sen
    rep gov hon rev fr sec supt det insp amb президент министр премьер премьер-министр
    сенатор губернатор мэр судья секретарь посол консул комиссар следователь профессор
    доктор директор председатель король королева император императрица царь князь княгиня
    граф графиня барон баронесса епископ архиепископ патриарх священник отец протоиерей
    инженер архитектор редактор историк журналист корреспондент писатель поэт художник
    композитор начальник глава депутат штурман лоцман механик кочегар врач фельдшер учитель
    академик товарищ гражданин sheikh sheik emir ayatollah mullah sultan shah pasha archduke
    marchioness margrave landgrave voivode hetman ataman tsarina tsaritsa tsarevich caliph metropolitan
    patriarch archimandrite prior abbess chaplain vicar curate parson squire dean rector alderman
    councillor councilor mp commandant шейх эмир атаман гетман султан аббат раввин митрополит
    архимандрит"""
)
ADDRESS = listed(
    """mr mrs ms miss messrs sir madam madame mme mlle monsieur herr frau fräulein señor señora
    signor signora lord lady dame don doña comrade citizen brother sister uncle aunt auntie
    grandpa grandma granny mister master господин госпожа г-н г-жа гражданка дядя тётя тетя
    дед бабушка пан пани"""
)
TITLES = MILITARY_RANKS | OFFICES | ADDRESS

KINSHIP = {
    "father": "father", "dad": "father", "mother": "mother", "mom": "mother", "mum": "mother",
    "son": "son", "daughter": "daughter", "brother": "brother", "sister": "sister",
    "husband": "husband", "wife": "wife", "widow": "wife", "widower": "husband",
    "grandfather": "grandfather", "grandmother": "grandmother", "grandson": "grandson",
    "granddaughter": "granddaughter", "uncle": "uncle", "aunt": "aunt", "nephew": "nephew",
    "niece": "niece", "cousin": "cousin", "stepfather": "stepfather", "stepmother": "stepmother",
    "stepson": "stepson", "stepdaughter": "stepdaughter", "godfather": "godfather",
    "godmother": "godmother", "father-in-law": "father-in-law", "mother-in-law": "mother-in-law",
    "son-in-law": "son-in-law", "daughter-in-law": "daughter-in-law",
    "brother-in-law": "brother-in-law", "sister-in-law": "sister-in-law", "fiancé": "fiancé",
    "fiancée": "fiancée", "great-grandfather": "great-grandfather",
    "great-grandmother": "great-grandmother", "half-brother": "brother", "half-sister": "sister",
    "отец": "father", "мать": "mother", "сын": "son", "дочь": "daughter", "брат": "brother",
    "сестра": "sister", "муж": "husband", "супруг": "husband", "жена": "wife", "супруга": "wife",
    "вдова": "wife", "вдовец": "husband", "дед": "grandfather", "дедушка": "grandfather",
    "бабушка": "grandmother", "внук": "grandson", "внучка": "granddaughter", "дядя": "uncle",
    "тётя": "aunt", "тетя": "aunt", "тётка": "aunt", "племянник": "nephew", "племянница": "niece",
    "отчим": "stepfather", "мачеха": "stepmother", "пасынок": "stepson", "падчерица": "stepdaughter",
    "прадед": "great-grandfather", "прабабушка": "great-grandmother", "тесть": "father-in-law",
    "свёкор": "father-in-law", "тёща": "mother-in-law", "свекровь": "mother-in-law",
    "зять": "son-in-law", "невестка": "daughter-in-law",
}  # fmt: skip
"""Kin terms and the relation each names."""

SPEECH_VERBS = listed(
    """say tell ask reply answer add explain recall remember write report claim state announce
    insist argue note admit confess testify declare assert maintain remark observe shout cry
    whisper murmur exclaim continue repeat warn suggest allege acknowledge confirm deny
    mention recount relate respond retort mutter call_out complain comment conclude contend
    stress emphasize swear boast promise demand inquire enquire quip predict tweet concede
    сказать говорить рассказать рассказывать ответить отвечать спросить спрашивать заявить
    заявлять сообщить сообщать вспоминать вспомнить писать написать утверждать отметить
    отмечать добавить добавлять пояснить объяснить объяснять признаться признаваться
    признать подчеркнуть воскликнуть крикнуть кричать закричать прошептать шепнуть прошептал
    произнести продолжать продолжить повторить возразить заметить уверять настаивать
    показать подтвердить отрицать предположить свидетельствовать уточнить промолвить
    отозваться поинтересоваться буркнуть"""
)
BELIEF_VERBS = listed(
    "believe think suspect guess reckon agree estimate pledge worry fear hope find indicate charge "
    "learn show считать полагать думать"
)
DENIALS = listed("deny dispute reject refute отрицать опровергать опровергнуть")

HEDGES = listed(
    """perhaps maybe possibly probably apparently reportedly allegedly supposedly presumably
    seemingly may might could возможно вероятно видимо кажется якобы наверное по-видимому"""
)
NEGATIONS = listed("not n't n’t never no nor neither не ни никогда нет")

MONTH_NAMES = listed(
    """january february march april may june july august september october november december январь
    февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"""
)
WEEKDAYS = listed(
    "monday tuesday wednesday thursday friday saturday sunday "
    "понедельник вторник среда четверг пятница суббота воскресенье"
)


STOP_WORDS = listed(
    """be have do say go get make will would can could may might shall should must other such same
    own many much more most few less least very so too also just only even still then there
    here now mr mrs ms thing way lot one быть мочь это этот тот весь свой который какой
    такой самый сам один другой каждый"""
)
"""Content words too common to tell what a sentence is about."""
