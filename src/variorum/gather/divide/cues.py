"""Cues: what a short block is by its own words: caption, boilerplate, comment, note, heading."""

import re

SHORT = 30
"""Words: a longer block is running text, whatever it begins with."""

_EXTENSION = r"(?:jpe?g|png|gif|webp|tiff?|bmp|svg|mp4|mp3|pdf|docx?|djvu)"
_FILE_NAME = re.compile(rf"[\w()%+&-]{{1,100}}\.{_EXTENSION}", re.IGNORECASE)

_CAPTION = re.compile(
    r"^[\[(*]?\s*(?:(?:archive |file |press |the )?(?:photo|photos|photograph|photographs"
    r"|picture|image|pictured"
    r"|above|below|left|right|illustration|caption|fig\.|figure|map|drawing|sketch|credit|video"
    r"|фото|фотография|фотографии|на фото|на снимке|снимок|рис\.|рисунок|карта|схема|иллюстрация"
    r"|foto|bild|abbildung|abb\.|légende)\b\s*(?:№?\s*\d+)?\s*(?:[:.(—–-]|by\b|courtesy|из\b"
    r"|credit|via\b|\d)"
    r"|(?:photo|фото)\s+\w+(?:\s\w+)?[\])]?$)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[](?:photo|фото|image|picture|credit|courtesy|foto)s?\b[^()\[\]]{0,120}[)\]]\.?$"
    r"|\b(?:getty images|photo courtesy|фото автора|из архива автора|из личного архива)\b",
    re.IGNORECASE,
)
_BOILERPLATE = re.compile(
    r"^(?:(?:please )?(?:share|tweet|print|e-?mail|like|follow|subscribe|sign up|sign in|log ?in"
    r"|log ?out"
    r"|register|donate|download|advertisement|sponsored|skip to|back to|go to|click|read (?:more"
    r"|next|also"
    r"|the rest|full)|see also|related|you (?:may|might) also|more (?:from|on|stories|articles)"
    r"|most (?:read"
    r"|popular|viewed)|trending|recommended|next|previous|older|newer|home|menu|search|contact"
    r"|about us"
    r"|privacy|terms|cookie|we use cookies|accept|all rights|copyright|powered by|proudly|filed "
    r"under"
    r"|tags?|categor(?:y|ies)|posted in|permalink|trackback|bookmark|loading|submit|reply|cancel "
    r"reply"
    r"|leave a|post (?:a )?comment|add (?:a |your )?comment|write a comment|join the (?:discussion"
    r"|conversation)|comments?(?: are)? closed|no comments|be the first|your (?:email|e-mail"
    r"|name|comment"
    r"|address)|required fields|save my name|notify me|name\b ?\*?$|email\b ?\*?$|website$|captcha"
    r"|you must be|report (?:abuse|this)|view all|show (?:all|more)|load more|top of page|jump to"
    r"|newsletter|get the|this (?:site|website) uses|toggle|facebook|twitter|whatsapp|telegram"
    r"|vkontakte"
    r"|linkedin|reddit|pinterest|instagram|youtube|rss)\b"
    r"|you are here\b|name \(?required\)?$"
    r"|\d+\s+(?:comments?|shares?|likes?|views?|repl(?:y|ies)|responses?|комментари\w+"
    r"|просмотр\w*)\b"
    r"|(?:поделиться|распечатать|версия для печати|читать (?:далее|также|дальше|полностью)"
    r"|читайте также"
    r"|смотрите также|подробнее|комментари[ийе]\w*|оставить (?:комментарий|отзыв)|добавить "
    r"комментарий|ответить"
    r"|войти|войдите|зарегистрируйтесь|регистрация|подписаться|подпишитесь|главная|меню|поиск"
    r"|контакты"
    r"|реклама|наверх|на главную|метки|теги|рубрика|рубрики|просмотров|все права защищены|ваш "
    r"(?:e-mail|адрес|комментарий)"
    r"|ваше имя|обязательные поля|отправить|нравится|твитнуть|в закладки|следующая|предыдущая"
    r"|назад|вперёд)(?!\w))",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^[^\n]{2,60}\s(?:says|said|wrote|commented|replied|пишет|написал|написала|сказал"
    r"|ответил)\s?(?:on\s[^\n]{4,40})?:?$"
    r"|^\d+ (?:thoughts?|responses?) (?:on|to)\s\S.{0,120}$"
    r"|^(?:reader )?comments:?$|^комментарии:?$",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^[\[(*]*\s*(?:(?:(?:the )?(?:translator|editor|author|compiler|publisher)(?:['’]?s|s['’])?\s+"
    r"(?:closing |foot)?(?:notes?|remarks?|comments?|afterword|postscript|preface))"
    r"|notes?(?: (?:by|of|from) (?:the )?(?:translator|editor|author|compiler)s?)?|footnotes?"
    r"|endnotes?"
    r"|about the author|примечани[ея](?: (?:переводчика|редактора|автора|составителя)\w*)?"
    r"|(?:от|послесловие|комментарий|замечани[ея]) (?:переводчика|редактора|составителя)"
    r"|anmerkung(?:en)?(?: (?:des|der) (?:übersetzers?|redaktion))?|note du traducteur"
    r"|n\.\s?d\.\s?t\.)"
    r"\s*(?:$|[:.—–\]-])",
    re.IGNORECASE,
)
_TRANSLATION = re.compile(
    r"\b(?:translat(?:ed|ion|or)|перевод|перевел[аи]?|перевёл|переводчик|übersetzt|traduit)",
    re.IGNORECASE,
)
_FOOTNOTE = re.compile(r"^(?:\[\d{1,3}\]|\[\*{1,3}\]|\*{1,3}(?=\w)|[¹²³⁴-⁹]{1,3})\s?\S")
_REPLY = re.compile(r"^(?:re|fwd?|aw|ответ)\s?:\s\S", re.IGNORECASE)
_QUESTION = re.compile(
    r"^(?:q|question|answer|вопрос|ответ)\s?\d{0,3}\s?[.:)—–]\s?\S", re.IGNORECASE
)
_DOCUMENT = re.compile(
    r"^(?:the )?(?:deposition|testimony|statement|affidavit|examination|cross-examination|evidence"
    r"|report"
    r"|findings?|letter|confession|declaration|interrogation|proces verbal|proceedings|verdict|petition"
    r"|minutes|показания|протокол|объяснение|объяснительная|заявление|письмо|рапорт|донесение|доклад"
    r"|заключение|справка|акт|déposition|témoignage|aussage|bericht|brief)"
    r"\s(?:of|by|from|to|given by|made by"
    r"|de|des|der|von|от|[^\W\d_]+[аяыиогейю])(?=\s|$)",
    re.IGNORECASE,
)
_HEAD_NOTE = re.compile(
    r"^\W?(?:an? )?(?:talk|paper|address|lecture|sermon|speech|statement|copied|taken|given"
    r"|delivered|read|ordered"
    r"|printed|dictated|recorded|written|sworn|dated|made|transcribed|begun|completed|submitted|signed|heard"
    r"|записано|составлено|написано|прочитано|доклад|переписано|снято|дано)\b",
    re.IGNORECASE,
)
_RULE = re.compile(r"^(?:[\s*=_#~+—–·•.-]{3,}|[* ]{1,9}|#{2,}|-{2,}|\u2042|○+|❦)$")
_SIGN_OFF = re.compile(
    r"^(?:the end|end|конец|fin|ende|###|-30-|to be continued|продолжение следует|read the rest "
    r"here"
    r"|(?:©|\(c\)|copyright)\s.*)\.?$",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"^(?:(?:chapter|part|book|section|act|scene|canto|stave|letter|volume|day|night|week|prologue"
    r"|epilogue|preface|introduction|conclusion|background|глава|часть|раздел|книга|день|эпилог"
    r"|пролог"
    r"|введение|заключение|kapitel|teil|chapitre|capítulo)\b[^.!?]{0,80}[.:]?"
    r"|[ivxlcdm]{1,7}[.)]?|\(?\d{1,3}[.):]?|[A-ZА-Я][.)]"
    r"|\d{1,3}[.)]\s\S.{0,80}|[ivxlc]{1,6}\.\s\S.{0,80})$",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"^(?:(?:q|a|question|answer|interviewer|в|о|вопрос|ответ|корр|к)\s?\d{0,3}\s?[.:)—–-]\s?\S"
    r"|[^\W\d_a-zа-яё][\w.’'-]{0,24}(?:\s[^\W\d_a-zа-яё][\w.’'-]{0,24}){0,2}\s?:\s\S)"
)
_LETTER_OPENING = re.compile(
    r"^(?:(?:my )?dear(?:est)? [^.!?]{1,50}|dear (?:sir|madam)[^.!?]{0,40}|to whom it may concern"
    r"|(?:дорог(?:ой|ая|ие)|уважаем(?:ый|ая|ые)|мил(?:ый|ая|ые)|родн(?:ой|ая|ые)|любезн(?:ый|ая|ые)"
    r"|здравствуй\w*|sehr geehrte[rs]?|liebe[rs]?|chère?s?|monsieur|madame"
    r"|querid[oa]s?)[^.?]{1,50})[,:!—–-]*$",
    re.IGNORECASE,
)
_LETTER_CLOSING = re.compile(
    r"^(?:(?:i am|i remain|we remain)?[,. ]*(?:yours|your (?:loving|faithful|obedient"
    r"|affectionate|friend|son"
    r"|daughter|brother|sister)|sincerely|with (?:love|best|kind|warm|regards)|best (?:wishes"
    r"|regards)|love,"
    r"|kind regards|respectfully|с уважением|твой|твоя|ваш|ваша|целую|обнимаю|с любовью|искренне "
    r"ваш)"
    r"\b.{0,60})$",
    re.IGNORECASE,
)
_DATED_CITY = re.compile(
    r"^(?:[A-ZА-ЯЁ][A-ZА-ЯЁ.'’ -]{2,30}(?:,\s[^—()]{2,30}?)?|[A-ZА-ЯЁ][\w.'’ "
    r"-]{2,30}(?:,\s[^—()]{2,30}?)?(?=\s\())"
    r"\s?(?:\([^()\n]{2,40}\)\s?)?(?:--|—|–|_|-\s)\s?"
)

_SERIES = re.compile(
    r"\b(?:series|project|archive|archives|special report|collection|library|edition|voices of"
    r"|history of"
    r"|anthology|dossier|part (?:\d+|one|two|three|[ivx]+)|no\. \d+|серия|проект|архив|цикл|рубрика"
    r"|спецпроект|библиотека|сборник)\b",
    re.IGNORECASE,
)

_FIRST_PART = re.compile(
    r"^(?:(?:chapter|part|book|глава|часть|книга|kapitel|teil|chapitre|capítulo)\s+"
    r"(?:1|i|one|first|the first|первая|eins|un|uno|premier)|prologue|пролог)(?!\w)",
    re.IGNORECASE,
)


def begins_anew(text: str) -> bool:
    """Running text or a heading that numbers itself the first part of a work."""
    return bool(_FIRST_PART.match(text[:60]))


def names_a_series(text: str) -> bool:
    """A heading that names a series, an archive or a project rather than one text."""
    return len(text) <= 120 and bool(_SERIES.search(text))


def is_file_names(text: str) -> bool:
    """Nothing but names of files, also run together ("img_0123.jpgportrait2.jpg")."""
    if len(text) > 2000 or "." not in text:
        return False
    rest = _FILE_NAME.sub("", text)
    return len(rest.strip(" ,;|/\\:[]")) <= 0.2 * len(text) and rest != text


def is_caption(text: str) -> bool:
    """A picture's caption or credit by its words."""
    return is_file_names(text) or (
        len(text) < 500 and bool(_CAPTION.match(text) or _CREDIT.search(text))
    )


_COMMENT_FORM = re.compile(
    r"^(?:leave a (?:reply|comment)|post a comment|add (?:a |your )?comment|write a comment|your "
    r"e-?mail"
    r"|required fields|you must be|join the|save my name|notify me|no comments|comments are closed"
    r"|\d+ (?:comments?|repl(?:y|ies)|responses?)|оставить (?:комментарий|отзыв)|добавить "
    r"комментарий"
    r"|ваш e-?mail|комментарии закрыты)\b",
    re.IGNORECASE,
)


def is_comment_form(text: str) -> bool:
    """A line of the form for readers' comments, which stands below an article."""
    return len(text) < 160 and bool(_COMMENT_FORM.match(text))


_MENU = re.compile(r"^[^|·•›»\n]{1,30}(?:\s[|·•›»]\s[^|·•›»\n]{1,30}){2,12}$")
_POWERED = re.compile(r"\b(?:powered by|all rights reserved|visitors?:\s?\d)", re.IGNORECASE)


def is_boilerplate(text: str) -> bool:
    """A line of a page's machinery: sharing, menus, forms, counts, tags."""
    if len(text) < 400 and _MENU.match(text) and not any(c.isdigit() for c in text):
        return True
    if len(text) < 160 and _POWERED.search(text):
        return True
    return (
        len(text) < 220
        and len(text.split()) <= 16
        and bool(_BOILERPLATE.match(text))
        and not (
            len(text.split()) > 4 and text.endswith((".", "!", "?", "”", '"')) and text[0].islower()
        )
    )


def is_comment(text: str) -> bool:
    """The line that opens a reader's comment or the comments as a whole."""
    return len(text) < 120 and bool(_COMMENT.match(text))


def is_note(text: str) -> bool:
    """The heading or the first words of a note by translator, editor or author."""
    return bool(_NOTE.match(text[:200]))


def speaks_of_translation(text: str) -> bool:
    """Whether a block speaks of translating."""
    return bool(_TRANSLATION.search(text[:400]))


def is_footnote(text: str) -> bool:
    """A numbered or starred note below a text: "[1] Minutes, p. 3."."""
    return bool(_FOOTNOTE.match(text[:20]))


def is_reply_subject(text: str) -> bool:
    """The subject line of an answer in a forum or a mailbox: "Re: the bell"."""
    return len(text) < 160 and bool(_REPLY.match(text))


def is_question_or_answer(text: str) -> bool:
    """A turn marked as question or answer by a letter or a word."""
    return bool(_QUESTION.match(text[:40]))


def names_a_document(text: str) -> bool:
    """A heading that names a document by its kind: "Deposition of…", "Letter to…", "Протокол…"."""
    return len(text) <= 120 and text[-1:] not in ".;," and bool(_DOCUMENT.match(text))


def is_head_note(text: str) -> bool:
    """A line below a heading that says when and where the text was taken down or delivered."""
    return len(text) <= 220 and bool(_HEAD_NOTE.match(text))


def is_rule(text: str) -> bool:
    """A line that only separates: stars, dashes, a row of signs."""
    return len(text) <= 120 and bool(_RULE.match(text))


def is_sign_off(text: str) -> bool:
    """A line that closes a text: The end, a copyright line."""
    return len(text) <= 160 and bool(_SIGN_OFF.match(text))


def is_section(text: str) -> bool:
    """A heading that numbers a part of one text: a chapter, a numeral, a day."""
    return len(text) <= 100 and bool(_SECTION.match(text))


def is_turn(text: str) -> bool:
    """A turn of an interview: "Q:", "Mara Vesper: …", "Корр.: …"."""
    return bool(_TURN.match(text[:120]))


def opens_letter(text: str) -> bool:
    """A letter's salutation on a line of its own."""
    return len(text) <= 70 and bool(_LETTER_OPENING.match(text))


def closes_letter(text: str) -> bool:
    """A letter's complimentary close on a line of its own."""
    return len(text) <= 80 and bool(_LETTER_CLOSING.match(text))


def opens_dispatch(text: str) -> bool:
    """Running text that begins with a dispatch's place: "ATLANTA (AP) --", "BERLIN, 5 May —"."""
    return bool(_DATED_CITY.match(text[:120]))
