"""What a yes-or-no question takes for true: its unit, figure or date is no limit then."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.asking.lexicon import Lexicon
from assistant.asking.query import Intent, Supposed
from assistant.asking.questions.marking import Marked
from assistant.asking.questions.premises import is_taken_day, suppose_value, taken_days
from ingest.text.normal import match_key

_FIGURE = re.compile(r"(?<![\w/.,-])\d+(?:[.,]\d+)*(?:\s*(?:%|phần trăm))?(?![\w/.,-]*\d)")
_SHARE = re.compile(r"\d+(?:[.,]\d+)?\s*(?:%|phần trăm)")
_PLAIN = re.compile(r"^\d+(?:[.,]\d+)*$")
_PERCENT = re.compile(r"bao nhiêu\s*(?:%|phần trăm)|mấy\s*(?:%|phần trăm)")
_MEASURES = frozenset(
    {
        "ngày",
        "ngày làm việc",
        "giờ",
        "giờ làm việc",
        "phút",
        "người",
        "đồng",
        "triệu đồng",
        "tỷ đồng",
        "lượt",
        "lượt người",
    }
)
_PEOPLE = frozenset({"dan", "lam"})
_VALUED = frozenset({Intent.VALUE, Intent.OPEN, Intent.COUNT, Intent.REASON})
_WHY, _WHETHER = "sao", ("co", "khong")
_OPEN_ENDED = frozenset({"nao", "gi", "ai", "may", "nhieu"})
_WHICH = frozenset({"nào", "gì", "ai", "mấy", "nhiêu"})
_NEAR_ROLE = 3
"""Words between a unit and its role in such a question ("có phải", "có được giao")."""
_NOT = frozenset({"khong", "chua"})
_DUE = frozenset({"truoc", "xong", "han", "het", "tan"})
_MOVES, _NEAR_FIGURE = frozenset({"nang", "tang", "giam", "ha", "dat"}), 3
"""Verbs right before a figure that tell how it came about ("giảm còn 88%")."""
_LIMIT, _OBLIGED = "han", frozenset({"phai"})
_AT_LATEST = (("cham", "nhat"), ("muon", "nhat"), ("tre", "nhat"))
_NO_DUE = frozenset(
    {("han", "che"), ("han", "hep"), ("han", "muc"), ("nam", "truoc"), ("ky", "truoc"),
     ("quy", "truoc"), ("thang", "truoc"), ("truoc", "day"), ("trinh", "truoc")}
)  # fmt: skip
"""Pairs of words that share one with a deadline: "hạn chế", "kỳ trước"."""
_WENT = frozenset({"dung", "tre", "qua", "truoc", "som", "cham"})
"""Words before "hạn" that tell how something went: no deadline is meant."""


def is_premised(reading: Marked) -> bool:
    """Whether the question takes something for true: "... phải không", "vì sao ... lại ..."."""
    opens = bool(reading.words) and reading.words[0].plain == _WHY
    asks = reading.has("confirm") or reading.has("intent", "reason") or opens
    return asks or _asks_whether_charged(reading)


def _asks_whether_charged(reading: Marked) -> bool:
    """Whether the question asks if one unit does a work ("X có chủ trì việc này không")."""
    plain = [word.plain for word in reading.words]
    if len(reading.units) != 1 or not reading.roles or plain[-1:] != [_WHETHER[1]]:
        return False
    asked = _WHICH if reading.accented else _OPEN_ENDED  # "nạo" is no "nào"
    if not asked.isdisjoint(word.accented for word in reading.words):
        return False
    behind = reading.units[0][1] + reading.units[0][2]
    first = reading.roles[0][1]
    return behind <= first <= behind + _NEAR_ROLE and _WHETHER[0] in plain[behind : first + 1]


def suppose(
    reading: Marked, unit: str | None, intent: Intent, question: str
) -> tuple[Supposed | None, Intent]:
    """The premise of the question and what is asked then; its words are out of the topic."""
    share = None if intent in _VALUED else _soften_shares(reading, question)
    if not is_premised(reading):
        return (Supposed(figure=share) if share else None), intent
    window = None
    due = intent is Intent.DEADLINE or (intent is Intent.REASON and _is_due(reading))
    if reading.window is not None and (due or is_taken_day(reading, intent)):
        window, intent = taken_days(reading), Intent.DEADLINE
    told = intent is Intent.PROSE and reading.has("confirm")  # of money, running text tells
    figure = _figure(reading, question) if intent in _VALUED or told else None
    if figure is not None and intent is Intent.REASON and _is_missed(reading):
        figure = None
    if unit is None and figure is None and window is None:
        value = suppose_value(reading, intent)
        return (Supposed(name=value) if value else None), intent
    return Supposed(unit, figure, window), intent


def _is_missed(reading: Marked) -> bool:
    """Whether the question says that something was not reached ("vì sao chưa đạt 95%")."""
    return any(word.plain in _NOT for word in reading.words)


def _is_due(reading: Marked) -> bool:
    """Whether the days that a "why" names are a deadline, not the time that it is asked about."""
    last = reading.windows[-1][1] if reading.windows else reading.window_words
    first = min(last, default=-1)
    ahead = ["", *(word.plain for word in reading.words[: first + 1]), ""]
    if first > 0 and not _OBLIGED.isdisjoint(ahead[1 : first + 1]):
        return True  # "phải ban hành trong Quý III"
    went = {
        place + one
        for place, word in enumerate(ahead[1:])
        if word == _LIMIT and ahead[place] in _WENT
        for one in (0, 1)
    }
    others = {
        place + one
        for place, pair in enumerate(pairwise(ahead))
        if pair in _NO_DUE
        for one in (0, 1)
    }
    return any(
        (word in _DUE and place not in went | others) or (word, ahead[place + 1]) in _AT_LATEST
        for place, word in enumerate(ahead[:-1])
    )


def _soften_shares(reading: Marked, question: str) -> str | None:
    """A share named in passing ("chỉ tiêu hài lòng 95% do ai ...") helps to choose, no more."""
    share = None
    for found in _SHARE.finditer(match_key(question)):
        for index, word in enumerate(reading.words):
            if found.start() <= word.start < found.end() and reading.state[index] == "topic":
                reading.state[index] = "soft"
                share = found.group().strip()
    return share


def _figure(reading: Marked, question: str) -> str | None:
    """The last number that is neither a year nor part of a document's number or a date."""
    text = match_key(question)
    found = None
    for number in _FIGURE.finditer(text):
        places = [
            index
            for index, word in enumerate(reading.words)
            if number.start() <= word.start < number.end() and reading.state[index] == "topic"
        ]
        if places and _PLAIN.match(reading.words[places[0]].plain):
            found = (number.group().strip(), places)
    if found is None:
        return None
    for index in found[1]:
        reading.state[index] = "gone"
    for index in range(max(0, found[1][0] - _NEAR_FIGURE), found[1][0]):
        if reading.words[index].plain in _MOVES and reading.state[index] == "topic":
            reading.state[index] = "soft"
    return found[0]


def asked_unit(reading: Marked, question: str, lexicon: Lexicon) -> str | None:
    """The unit that "how many" is asked in; a target may be a share of what is counted."""
    if reading.has("intent", "value") and _PERCENT.search(match_key(question)):
        return "%"
    words = reading.words
    if any(_sets_target(reading, index, lexicon) for index in range(len(words))):
        counted = _counted(reading, lexicon)
        return counted if counted in _MEASURES else None
    return _counted(reading, lexicon)


def _sets_target(reading: Marked, index: int, lexicon: Lexicon) -> bool:
    """Whether a word makes a number a target ("phải"), and is no part of a frame ("tôi cần")."""
    framed = index > 0 and lexicon.function.at(reading.words, index - 1)[0] > 1
    return bool(lexicon.target_words.at(reading.words, index)[0]) and not framed


def _counted(reading: Marked, lexicon: Lexicon) -> str | None:
    words = reading.words
    for index in range(len(words)):
        length, _ = lexicon.count.at(words, index)
        size, units = lexicon.counted_units.at(words, index + length) if length else (0, ())
        following = words[index + length + size : index + length + size + 1]
        if size and not (following and following[0].plain in _PEOPLE):
            return units[0]
    return _opening_unit(reading, lexicon) if reading.has("quantity", "count") else None


def _opening_unit(reading: Marked, lexicon: Lexicon) -> str | None:
    """What a question counts that opens with the number ("tổng số hồ sơ …")."""
    words = reading.words
    for index in range(len(words)):
        length, names = lexicon.quantity.at(words, index)
        if not length or names[0] != "count":
            continue
        size, units = lexicon.counted_units.at(words, index + length)
        following = words[index + length + size : index + length + size + 1]
        goes_on = bool(following) and following[0].plain in _PEOPLE
        return units[0] if size and not goes_on else None
    return None
