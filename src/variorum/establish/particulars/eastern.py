"""Numbers, dates and names in scripts that set all words together: Chinese, Japanese and Thai.

A numeral there is seen by what it is made of and what it counts: of one syllable alone ("หก": six, or
to spill) only where a word that counts follows.
"""

import re
from collections.abc import Iterator

from variorum.model.lexicon import listed

HAN = ("zh", "ja", "yue", "lzh")

_DIGITS = {c: n for n, row in enumerate(
    ("零〇○", "一壹弌", "二贰貳两兩弐", "三叁參参", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖")
) for c in row}  # fmt: skip
_TENS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
_TENS |= {"廿": 20, "卅": 30}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_ALL = "".join([*_DIGITS, *_TENS, *_MYRIADS])
_HAN = re.compile(rf"(?P<ordinal>第)?(?P<value>[{_ALL}]{{1,24}})(?P<half>[个個]?半)?")
_NO_NUMBERS = listed("千万 一一 三三两两 万一 万万 千千万万 一 十一 八百 百 千 万 萬 两 兩 参 參 ○")
"""What is written as a numeral and mostly says something else; a count after it may make it one."""
_COUNTED = frozenset(
    "个個名位人口户戶家只隻头頭匹条條艘架辆輛门門支枝件张張块塊元圆圓角分斤两兩吨噸里公米尺丈亩畝"
    "年月日天夜周週岁歲点點时時秒次回遍倍层層间間座棵本册冊封页頁行句字双雙对對箱袋桶车車船代世种種"
    "样樣师師团團营營连連排班発本枚台冊匹歳円人"
)
_WEEKDAYS = {d: n for n, d in enumerate("一二三四五六", 1)} | {"日": 7, "天": 7}
_WEEKDAYS |= {d: n for n, d in enumerate("月火水木金土", 1)}
_WEEK = re.compile(r"(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])|([月火水木金土日])曜")
_NUMBER = rf"(?:\d{{1,4}}|[{_ALL}]{{1,8}}|元)"
_DATE = re.compile(
    r"(?:(?P<y>\d{4}|[〇零○一二三四五六七八九]{4})\s?年\s?)?"
    r"(?P<m>\d{1,2}|正|腊|臘|[一二三四五六七八九十]{1,2})\s?月\s?份?"
    r"(?:\s?初?(?P<d>\d{1,2}|[一二三四五六七八九十廿卅]{1,3})\s?[日号號]?)?"
    r"|(?P<year>\d{4}|[〇零○一二三四五六七八九]{4})\s?年"
)
_NAMED = re.compile(r"姓(?P<n>[\u4e00-\u9fff])(?=[的者氏，。、；！？\s]|$)")

_THAI = {
    "ศูนย์": 0, "หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6,
    "เจ็ด": 7, "แปด": 8, "เก้า": 9, "สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10_000,
    "แสน": 100_000, "ล้าน": 1_000_000,
}  # fmt: skip
_THAI_WORD = "|".join(sorted(_THAI, key=lambda w: (-len(w), w)))
_THAI_COUNTED = (
    "คน|ตัว|วัน|ปี|ถัง|เดือน|ครั้ง|หลัง|เล่ม|ลำ|คัน|บาท|นาที|ชั่วโมง|โมง|กิโล|เมตร|แห่ง|ใบ|อัน|ชิ้น|คู่|ต้น|องค์|รูป|ฉบับ|ทุ่ม|"
    "สัปดาห์|อาทิตย์|ศพ|ราย|นาย|นัด|กระบอก|ลูก|เส้น|ผืน|ขวด|กล่อง|ห่อ|ไร่|หมู่บ้าน|ครอบครัว|เท่า|ขวบ|คืน|เหรียญ|หน้า|ข้อ|ด้าน|สาย"
)
_THAI_NUMBER = re.compile(
    rf"(?P<value>(?:{_THAI_WORD}){{2,12}}(?![\u0e30-\u0e3a\u0e45-\u0e4e])"
    rf"|(?:{_THAI_WORD})(?=\s?(?:{_THAI_COUNTED})))"
)


def eastern_numbers(text: str, language: str) -> Iterator[tuple[int, int, float, bool]]:
    """The numerals written in words: start, end, value, and whether they count plainly."""
    if language in HAN:
        for found in _HAN.finditer(text):
            value, word = han_value(found["value"]), found["value"]
            if value is None:
                continue
            counted = text[found.end() : found.end() + 1] in _COUNTED
            plain = bool(found["ordinal"]) or (
                word not in ("一", "壹") and (counted or word not in _NO_NUMBERS)
            )
            if plain or counted:
                half = 0.5 if found["half"] else 0.0
                yield found.start("value"), found.end(), value + half, plain
    elif language == "th":
        for found in _THAI_NUMBER.finditer(text):
            value = _thai_value(found["value"])
            if value is not None:
                yield found.start(), found.end(), value, value != 1


def han_value(word: str) -> float | None:
    """The value of a Chinese numeral, place by place ("一九三三") or by its tens and hundreds."""
    if all(c in _DIGITS for c in word):
        return float("".join(str(_DIGITS[c]) for c in word))
    total, section, digit = 0, 0, -1
    for c in word:
        if c in _DIGITS:
            if digit > 0:
                return None
            digit = _DIGITS[c]
        elif c in _TENS:
            size = _TENS[c]
            section += size if c in "廿卅" else (digit if digit > 0 else 1) * size
            digit = -1
        else:
            total = (total + section + max(digit, 0) or 1) * _MYRIADS[c]
            section, digit = 0, -1
    return float(total + section + max(digit, 0))


def _thai_value(word: str) -> float | None:
    total, section, digit = 0, 0, -1
    for part in re.findall(_THAI_WORD, word):
        value = _THAI[part]
        if value < 10:
            if digit >= 0:
                return None
            digit = value
        elif value == 1_000_000:
            total, section, digit = (section + max(digit, 0) or 1) * value, 0, -1
        else:
            section += (digit if digit > 0 else 1) * value
            digit = -1
    return float(total + section + max(digit, 0))


def eastern_dates(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """Dates of Chinese and Japanese: start, end and EDTF with X for what is not said. A day of the moon
    is one of the calendar here: copies of a text have the same one."""
    if language not in HAN:
        return
    for found in _WEEK.finditer(text):
        yield found.start(), found.end(), f"day-{_WEEKDAYS[found[1] or found[2]]}"
    for found in _DATE.finditer(text):
        if found["year"]:
            yield found.start(), found.end(), _year(found["year"])
            continue
        month = {"正": 1, "腊": 12, "臘": 12}.get(found["m"]) or _counted(found["m"])
        day = _counted(found["d"]) if found["d"] else 0
        if month is None or day is None or not 1 <= month <= 12 or day > 31:
            continue
        value = f"{_year(found['y']) if found['y'] else 'XXXX'}-{month:02d}"
        yield found.start(), found.end(), f"{value}-{day:02d}" if day else value


def _year(written: str) -> str:
    return "".join(c if c.isascii() else str(_DIGITS[c]) for c in written)


def _counted(written: str) -> int | None:
    if written.isdigit() and written.isascii():
        return int(written)
    value = han_value(written) if all(c in _ALL for c in written) else None
    return None if value is None else int(value)


def eastern_names(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Surnames that a Chinese text calls such ("姓周的")."""
    if language in HAN:
        for found in _NAMED.finditer(text):
            yield found.start("n"), found.end("n")
