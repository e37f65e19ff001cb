"""Cues: the words by which editors, translators, captions and web pages name themselves."""

import re

_I = re.IGNORECASE

TRANSLATOR = re.compile(
    r"\b(?:translators?['’]?s?\s+(?:note|remark|comment|introduction|preface|afterword)s?"
    r"|note (?:by|from|of) the translator"
    r"|transl(?:ator|\.)?(?=\s*[:.—–-]|$)|trans\.(?=\s*(?:note|$|:))|tr\.(?=\s*(?:note|$|:))"
    r"|t\.\s?n\.|tn:|translator\b"
    r"|прим(?:\.|ечани[ея])\s*пер(?:\.|еводчика|ев\.)?|от переводчика|переводчик\b|пер\.(?=\s*$|\s*:))",
    _I,
)
EDITOR = re.compile(
    r"\b(?:editors?['’]?s?\s+(?:note|remark|comment|introduction|preface|afterword)s?|note (?:by"
    r"|from|of) the editors?"
    r"|ed\.\s*note|eds?\.(?=\s*[:—–\])]|\s*$)|editor(?=\s*$)|editorial note|emphasis (?:added"
    r"|mine|ours|in (?:the )?original)"
    r"|italics (?:added|mine|ours|in (?:the )?original)|footnotes?\s*\d*\s*:|sidenote\s*:"
    r"|прим(?:\.|ечани[ея])\s*ред(?:\.|акции|актора)?|(?:от|прим\.)\s*редакции"
    r"|ред\.(?=\s*[:\])—–-]|\s*$)"
    r"|(?:курсив|выделено|подч[её]ркнуто)\s+(?:мой|мною|нами?|ред)\w*|прим(?:\.|ечани[ея])\s+[А-ЯЁ]\w+)",
    _I,
)
AUTHOR = re.compile(
    r"\b(?:author['’]?s note|note (?:by|from) the author|прим(?:\.|ечани[ея])\s*авт(?:\.|ора)?)", _I
)
COMPILER = re.compile(
    r"\b(?:compiler['’]?s (?:note|remark)s?|note (?:by|from) the compiler|comp\.(?=\s*:|\s*$)"
    r"|прим(?:\.|ечани[ея])\s*сост(?:\.|авителя)?|от составителя|сост\.(?=\s*[:—–-]|\s*$))",
    _I,
)
CAPTION = re.compile(
    r"^[\W_]*(?:(?:the\s+)?(?:ap|afp|epa|reuters|tass|pool|getty|file|archive|screen)?[\s/]*"
    r"(?:photos?|photographs?|photo credit|image|images|picture|pictured|illustration|caption"
    r"|figure|"
    r"fig\.|drawing|painting|portrait|screenshot|still|video|map"
    r"|credit)\s*(?:\d+\w?)?\s*(?:[:.—–/]|by\b|courtesy\b|"
    r"from\b|of\b|credit\b|shows?\b|taken\b|$)|(?:courtesy of|getty images|photo courtesy)\b"
    r"|pictured\b|"
    r"(?:фото|фотография|фотографии|снимок|рис(?:\.|унок)|илл?\.|иллюстрация|подпись(?: под \w+)?"
    r"|карта|схема|"
    r"видео|кадр)\s*(?:№?\s*\d+\w?)?\s*(?:[:.—–/]|из\b|с\b|автора\b|предоставлен\w*|$)|на (?:фото"
    r"|снимке|фотографии)\b|"
    r"фото\s+[А-ЯЁ])",
    _I,
)
AGENCY = re.compile(
    r"\b(?:AP|AFP|EPA|Reuters|Getty)(?:\s+Images|\s+Photos?|\s+Photograph)\b|\bphoto(?:graph)? by\b",
    _I,
)
SIC = re.compile(
    r"^(?:sic|so|thus)?[\s!?.]*(?:sic|так(?: и)?(?: (?:в|у) (?:тексте|оригинале|источнике"
    r"|подлиннике|рукописи|автора))?|"
    r"as in (?:the )?(?:original|text|source)|so in (?:the )?(?:original|text|ms\.?))[\s!?.]*$",
    _I,
)
ELLIPSIS = re.compile(
    r"^[\s.…·*\-–—]*(?:[.…]|(?:omission|omitted|snip|cut|gap|lacuna|пропуск|купюра|пропущено|сокращено))[\s.…]*$",
    _I,
)
MARKER = re.compile(
    r"^(?:\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*|[*†‡§]{1,3}|[a-zа-я]|[ivx]{1,5}|(?:note|прим\.|сноска|fn\.?|n\.)\s*\d{1,3})$",
    _I,
)
TRANSCRIBER = re.compile(
    r"^(?:\(?(?:laughs?|laughing|laughter|chuckl\w+|smil\w+|sighs?|sighing|cries|crying|weeps?"
    r"|weeping|sobs?|coughs?|"
    r"pauses?|long pause|silence|applause|cheers?|boos?|crosstalk|cross-talk|inaudible"
    r"|unintelligible|indistinct|"
    r"interrupt\w*|phone rings|thinks|nods|shrugs|gestures|shows?|points?|off.?mic|off.?tape"
    r"|audio|tape|recording|"
    r"expletive(?: deleted)?|illegible|blank|torn|missing|redacted|"
    r"смех|сме[её]тся|смеются|улыбается|вздыхает|плачет|пауза|молчит|молчание|аплодисменты"
    r"|неразборчиво|нрзб\.?|"
    r"показывает|задумывается|кивает|кашляет)\b)",
    _I,
)
CAPTION_PLACE = re.compile(
    r"^(?:(?:far|top|bottom|upper|lower|front|back|second|third)?\s*(?:left|right|cent(?:re|er)"
    r"|middle|top|bottom|above|below|front|back)"
    r"|pictured|seated|standing|not pictured|deceased|aged|no relation|слева|справа"
    r"|в центре|на фото|вверху|внизу|крайний)\b",
    _I,
)
MACHINE = re.compile(
    r"^(?:edit|hide|show|close|reply|link|permalink|quote|report|expand|collapse|more|read more|"
    r"citation needed|править|править код|источник\?|ответить|ссылка|скрыть|показать|"
    r"source|/?[a-z][a-z0-9]*(?:\s[^<>]*)?/?|https?:\S+|\S+@\S+\.\w+)$",
    _I,
)
GLOSS = re.compile(
    r"^(?:lit\.|literally|i\.\s?e\.|that is\b|meaning\b|viz\.|буквально|букв\.|т\.\s?е\.|то есть\b)",
    _I,
)
TRANSLATED = re.compile(
    r"\b(?:translated (?:from|by|into)|translation (?:by|from|of|into)|translator|transl\.|"
    r"перевод(?:\s+(?:с|на)\b|:|чик)|перев[её]л|пер\. с|прим(?:\.|ечани[ея])\s*пер)",
    _I,
)
NOTE_LINE = re.compile(
    r"^[\s*\[(_#>-]{0,8}(?:P\.?\s?S\.?\s+(?:from"
    r"|by)\s+(?:the\s+)?)?(?:translators?['’]?s?\s+(?:\w+\s+)?notes?"
    r"|editors?['’]?s?\s+(?:\w+\s+)?notes?|"
    r"editorial note|compiler['’]?s\s+notes?|(?:note|notes|remarks?) (?:by|from"
    r"|of) the (?:translator|editors?|compiler)|from the (?:translator|editors?|compiler)|"
    r"(?:прим(?:\.|ечани[ея]))\s*(?:пер|ред|сост)\w*\.?|от (?:переводчика|редакции|составителя))"
    r"\s*(?:[:.\n—–)\]-]|$)",
    _I,
)
BOILERPLATE_LINE = re.compile(
    r"^\W*(?:leave a (?:reply|comment)|post a comment|add (?:a|your) comment|cancel reply"
    r"|your email address will not be published.*|"
    r"required fields are marked.*|(?:name|email|e-mail|website|comment)\s*\*"
    r"|save my name, email.*|notify me of (?:follow-up comments|new posts).*|"
    r"this site uses akismet.*|learn how your comment data.*|share (?:this|on|via)\b.{0,60}"
    r"|tweet this|like this:|like loading.*|loading\W*|"
    r"(?:related|recent|popular|similar) (?:posts?|articles?|stories)\W*|you (?:may"
    r"|might) also like.*|read (?:more|next|also)\b.{0,80}|continue reading\b.{0,60}|"
    r"(?:filed under|posted in|tagged|tags|categories|category|labels)\s*:.{0,120}"
    r"|all rights reserved.{0,80}|(?:copyright|©|\(c\)).{0,120}|"
    r"powered by .{0,60}|skip to (?:main )?content|(?:log|sign) ?(?:in|out|up)\b.{0,40}"
    r"|subscribe\b.{0,60}|sign up for .{0,80}|unsubscribe.{0,40}|"
    r"advertisement|sponsored content|cookie (?:policy|settings)|we use cookies.*"
    r"|this (?:web)?site uses cookies.*|accept(?: all)? cookies|privacy policy.{0,60}"
    r"|terms of (?:use|service).{0,60}|"
    r"print this(?: page| article)?|e-?mail this(?: page| article)?|(?:previous|next|older"
    r"|newer) (?:post|article|page|entry|entries).{0,60}|"
    r"back to top|\d+ (?:comments?|replies|shares|likes|views)|no comments|comments? \(\d+\)|"
    r"оставить (?:комментарий|ответ)|добавить комментарий|отменить ответ"
    r"|ваш (?:адрес )?(?:e-?mail|email).{0,80}|обязательные поля.{0,60}|"
    r"(?:имя|комментарий|сайт)\s*\*|поделиться.{0,60}|чита(?:ть|й|йте) (?:также|далее|полностью"
    r"|ещ[её]).{0,80}|похожие (?:записи|статьи|материалы).{0,40}|"
    r"(?:рубрика|рубрики|метки|теги|тэги)\s*:.{0,120}|все права защищены.{0,80}"
    r"|перейти к содержимому|реклама|"
    r"версия для печати|распечатать|подписаться.{0,60}|нет комментариев|комментарии \(?\d+\)?)\W*$",
    _I,
)
WEAK_BOILERPLATE_LINE = re.compile(
    r"^\W*(?:home|menu|search|archives?|name|e-?mail|website|comments?|reply|print|tweet|share"
    r"|like|login|log in|"
    r"submit|send|next|previous|about(?: us)?|contact(?: us)?|rss|facebook|twitter|vkontakte"
    r"|google\+?|pinterest|"
    r"имя|сайт|комментари[ий]|главная|меню|поиск|наверх|ответить|войти|регистрация|отправить"
    r"|вконтакте|контакты|о нас)\W*$",
    _I,
)
"""Lines that are web page furniture only in the company of other furniture."""
LONGEST_CUE_LINE = 200
"""Characters; a longer line is running text, whatever it begins with."""
