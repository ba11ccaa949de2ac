"""What kind of thing a question wants to hear, and whether a sentence has one to give.

A sentence that holds every word of a question is no answer where it lacks what is asked for: a
body, a day, a duration, a figure in the unit asked, a reason, a condition, a place to turn to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.asking.query import Intent, Query
from assistant.asking.words import Phrase, contains, plain_phrase, words_of
from ingest.text.normal import fold, match_key
from ingest.text.organisations import begins_unit
from ingest.vocabulary import load

UPPER = "A-ZĐ" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper())
"""Capital letters, for a class of a pattern."""
NUMBERING = re.compile(
    r"^\s*(?:[-+•*]\s*)*"
    r"(?:(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]\s+"
    rf"|\d{{1,2}}(?:\.\d{{1,2}})+\s+(?=[{UPPER}]))*"
    r"(?:[-+•*]\s*)?"
)
"""What may stand before the first word of a line in a list ("2.2. ", "3.1.4 ", "IV. ", "a) ")."""
NO_FIGURE = re.compile(
    r"\d+(?:/\d+)*/[A-ZĐ]{1,6}[\w-]*|\d{1,2}/\d{1,2}/\d{4}|ngày\s+\d{1,2}/\d{1,2}(?:/\d{4})?"
    r"|(?:[Nn]ăm|[Gg]iai đoạn)\s+20\d\d(?:\s*[-–]\s*20\d\d)?"
    r"|(?:mức độ|cấp độ)\s+\d(?:\s*(?:,|và)\s*\d\b)*"
    r"|(?:số|Điều|Khoản|Mục|Quý|quý|tháng|ngày)\s+\d+"
)
"""Numbers that count nothing: of documents, days, years, articles."""
_ASSIGNING = re.compile(
    rf"^(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Mm]ời)(?: cho)?\s+(?=[{UPPER}])"
)
_INSIDE = re.compile(
    rf"(?:^|[\s,;(])(?:[Gg]iao(?: cho)?|[Dd]o|với|cùng|[Ll]à|thuộc|bởi)\s+(?=[{UPPER}])"
    rf"|(?:đề nghị|đề xuất|kiến nghị|tham mưu|chủ trì) của\s+(?=[{UPPER}])|:\s+(?=[{UPPER}])"
)
_DAY = re.compile(
    r"(?<![\d.,])\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?![\d.,/-]|%)|\bngày \d"
    r"|\bngày (?:thứ|đầu|cuối) |\bngày làm việc (?:tiếp|kế|đầu|cuối|thứ)|\bquý (?:[ivx]+|\d)\b"
    r"|\bnăm \d{4}"
    r"|\btháng \d|\bthứ (?:hai|ba|tư|năm|sáu|bảy)\b|\bchủ nhật\b"
    r"|\b\d+ giờ\b|\bcuối (?:năm|tháng|quý|tuần)\b|\bđầu (?:năm|tháng|quý|tuần)\b|\bngày ký\b"
)
_OF_PAPERS = re.compile(
    r"(?:số\s+)?\d+[^\s,;]*/[^\s,;]+,?\s+(?:ngày\s+)?\d{1,2}/\d{1,2}/\d{4}"
    r"|\bnăm \d{4}(?=\s+(?:là|gồm|bao gồm)\b)",
    re.IGNORECASE,
)
"""Days of the documents named, and years that only tell which thing it is: no time of an event."""
_DUE = re.compile(r"\b(?:trước|chậm nhất|hạn|hết|xong|hoàn thành|muộn nhất)\b")
_RHYTHM = re.compile(r"\bh[ằà]ng\b|\bđịnh kỳ|\bthường xuyên\b|\bmỗi (?:năm|tháng|quý|tuần|ngày)\b")
_EVENT = re.compile(r"\b(?:khi|sau|kể từ|ngay|trước|nếu|lần)\b")
_OFTEN = re.compile(r"\blần\b")
_LENGTH = re.compile(r"\d\s*(?:năm|tháng|tuần|ngày|giờ|phút|giây|buổi)\b")
_DATES = re.compile(
    r"(?:ngày \d{1,2} )?tháng \d{1,2}(?: năm \d{4})?|năm \d{4}|\d{1,2}/\d{1,2}(?:/\d{4})?"
)
"""Days of the calendar: no span of time."""
_BILLIONS, _RATE = ("ti", "dong"), ("le",)
_MONEY = re.compile(
    r"\d[\d.,]*\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )*đồng|\d[\d.,]*\s*(?:triệu|tỷ)\b|\d %|\d%"
)
_SUM = re.compile(
    r"\d[\d.,]*\s*(?:nghìn |ngàn |triệu |tỷ |tỉ )*(?:đồng|triệu|nghìn|ngàn|tỷ)\b|miễn"
)
_FEE = re.compile(r"(?<!kinh )(?<!chi )\bphí\b|\bmức thu\b")
_SHARE = re.compile(r"\d\s*%|\d\s*phần trăm")
_ANY_FIGURE = re.compile(r"\d")
_TERMS = re.compile(
    r"\b(?:khi|nếu|trường hợp|trở lên|trở xuống|đủ|trừ|dưới|từ \d|trong tình trạng|phải|đối với)\b"
)
_CONTACT = re.compile(
    r"@|\bđiện thoại\b|\bwww\.|\d{3,4}[. ]\d{3}"
    rf"|\b(?:về|đến|tới|tại|qua|liên hệ|cho|trên|gửi|nộp|trình)\s+(?:\w+\s){{0,2}}[{UPPER}]"
)
_PARTNERS = re.compile(r"(?:(?:đơn vị|cơ quan|phòng|ban) )?phối hợp(?: thực hiện)?\s*:")
"""The label of those who take part: whoever is named behind it leads nothing."""
_WHOSE = re.compile(
    rf"\b(?:đối với|của|theo|về|trên|qua|từ)\s+(?:[^\s,;.:]+\s+){{1,6}}do\s+(?=[{UPPER}])"
    r"(?![^,;.]{0,80}\b(?:chủ trì|phụ trách|thực hiện|đảm nhiệm))"
)
"""A body that only tells which thing is meant ("đối với dịch vụ do Sở X cung cấp")."""
_ORGANISING = re.compile(
    r"Tổ chức\s+(?!hành nghề|chính trị|xã hội|đảng|đoàn|công đoàn|cơ sở|tín dụng|kinh tế|phi )"
    r"(?=[a-zà-ỹđ])"
)
"""The verb, which begins a task: no body."""
_OWNING: frozenset[Phrase] = frozenset({("của",), ("về",), ("lợi", "cho"), ("vụ", "cho")})
"""Words before persons who own or are given something, and do not do it."""
_BY_BODY = re.compile(rf"\bdo\s+(?=[{UPPER}])")
"""Who does something, not why."""
_HELPING = re.compile(r"\b(?:phối hợp|cùng|tham gia|hỗ trợ)\b")
_DENYING = re.compile(r"\b(?:không|chưa|trừ|cấm|chẳng)\b")
_DENIED = re.compile(r"\b(?:không|chưa|chẳng)\b")
_PERCENT: frozenset[Phrase] = frozenset({("phan", "tram")})
_PERCENT_SIGN = re.compile(r"\b(?:bao nhi[êe]u|m[ấa]y)\s*%")
_FIGURE_ENDS = re.compile(r"\b(?:bao nhi[êe]u|m[ấa]y)\s*[,;.?]")
_MEASURED = frozenset({("thoi", "gian"), ("chi", "phi"), ("kinh", "phi"), ("bien", "che")})
"""What is cut or raised by a share of it."""
_CLASS = re.compile(r"\b(?:thuoc|nam trong|o|xep|vao)\s+(?:nhom|loai|muc|dien|hang|khoi) nao\b")
_YES_OR_NO = ("khong", "chua")
_NOUN, _OPENING = 2, 60
_TAIL = 6


class Wanted(StrEnum):
    """The kinds of things that questions ask for."""

    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    LENGTH = "length"
    FIGURE = "figure"
    WHY = "why"
    TERMS = "terms"
    ANYTHING = "anything"


_BY_WORDS = (
    ("those_present", Wanted.WHO),
    ("places", Wanted.WHERE),
    ("durations", Wanted.LENGTH),
    ("terms", Wanted.TERMS),
    ("times", Wanted.WHEN),
)
_BY_INTENT = {
    Intent.LEAD: Wanted.WHO,
    Intent.COORDINATING: Wanted.WHO,
    Intent.DEADLINE: Wanted.WHEN,
    Intent.VALUE: Wanted.FIGURE,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is wanted. ``noun`` is what a figure counts or which body is meant.

    ``money`` figures are sums of money, of a ``fee`` no shares either; ``helping`` asks who takes
    part, ``denied`` what is not so; ``doubted`` questions want a yes or no, ``dated`` ones a day
    rather than an event, ``often`` ones how often, ``due`` ones until when.
    """

    wanted: Wanted
    noun: Phrase = ()
    money: bool = False
    helping: bool = False
    denied: bool = False
    doubted: bool = False
    dated: bool = False
    often: bool = False
    due: bool = False
    fee: bool = False


@lru_cache(maxsize=32)
def _phrases(name: str, *, accented: bool = True) -> tuple[Phrase, ...]:
    """The phrases of one list of the vocabulary file, longest first."""
    found = {_spelt(phrase, accented=accented) for phrase in load("asking_sentences")[name]}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _spelt(text: str, *, accented: bool = True) -> Phrase:
    return tuple(word.accented if accented else word.plain for word in words_of(text))


_HANDED_TO = (("giao", "cho"), ("phan", "cong", "cho"), ("phan", "cho"))
"""Words before "đơn vị nào" behind which it asks who does something, not where something goes."""


def asked_for(query: Query) -> Asked:
    """What a question wants to hear."""
    words = _Words(_spelt(query.standalone, accented=query.accented), query.accented)
    plain = plain_phrase(query.standalone)
    doubted = plain[-1:] != () and plain[-1] in _YES_OR_NO
    told = match_key(query.standalone)
    denied = bool(_DENIED.search(told[:-_TAIL] if doubted else told)) if query.accented else False
    helping = query.intent is Intent.COORDINATING
    wanted, noun = _wanted(query, words)
    if wanted is Wanted.FIGURE and _FIGURE_ENDS.search(told):
        noun = ()
    if noun[:1] == _BILLIONS[:1] and noun[1:] != _RATE:
        noun = _BILLIONS  # "bao nhiêu tỷ?" asks for a sum as "bao nhiêu tỷ đồng?" does
    if wanted is Wanted.FIGURE and _PERCENT_SIGN.search(told):
        noun = next(iter(_PERCENT))
    sums = _phrases("money", accented=False)
    money = wanted is Wanted.FIGURE and (
        any(noun[: len(one)] == one for one in sums) or (not noun and words.has("money"))
    )
    fee = wanted is Wanted.FIGURE and not noun and asks_fee(query)
    dated = wanted is Wanted.WHEN and words.has("dates")
    often, due = words.has("often"), words.has("due")
    return Asked(wanted, noun, money or fee, helping, denied, doubted, dated, often, due, fee)


def asks_fee(query: Query) -> bool:
    """Whether a question begins with a fee, so that it is one for money and for nothing else."""
    said = [one.word.accented if query.accented else one.word.plain for one in query.required]
    fees = _phrases("fees", accented=query.accented)
    return query.intent is Intent.VALUE and any(tuple(said[: len(one)]) == one for one in fees)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a question, with accents where it bears them."""

    words: Phrase
    accented: bool

    def has(self, name: str) -> bool:
        """Whether a phrase of a list stands in it."""
        return any(contains(self.words, one) >= 0 for one in _phrases(name, accented=self.accented))

    def counted(self) -> Phrase | None:
        """What stands behind "bao nhiêu"; ``None`` where no figure is asked for."""
        for phrase in _phrases("figures", accented=self.accented):
            place = contains(self.words, phrase)
            if place >= 0:
                following = self.words[place + len(phrase) :]
                empty = _phrases("behind_figures", accented=self.accented)
                if any(following[: len(one)] == one for one in empty):
                    return ()
                return plain_phrase(" ".join(following[:_NOUN]))
        return None

    def body(self) -> Phrase | None:
        """The noun for a body before "nào"; empty where "ai" asks, ``None`` where neither does."""
        which = next(iter(_phrases("which", accented=self.accented)))
        place = contains(self.words, which)
        for one in _phrases("bodies", accented=self.accented) if place > 0 else ():
            if self.words[max(0, place - len(one)) : place] == one:
                return plain_phrase(" ".join(one))
        return () if "ai" in self.words else None


def _wanted(query: Query, words: _Words) -> tuple[Wanted, Phrase]:
    if query.intent is Intent.REASON:
        return Wanted.WHY, ()
    if asks_class(query):
        return Wanted.ANYTHING, ()
    handed = any(contains(query.words, one) >= 0 for one in _HANDED_TO)
    for name, wanted in _BY_WORDS:
        if words.has(name) and not (handed and wanted is Wanted.WHERE):
            return wanted, ()
    counted = words.counted()
    if counted is not None:
        return Wanted.FIGURE, counted
    body = words.body()
    if body is not None:
        return Wanted.WHO, body if body in _phrases("named_bodies", accented=False) else ()
    return _BY_INTENT.get(query.intent, Wanted.ANYTHING), ()


def meets(asked: Asked, text: str, *, heading: str = "", reasons: Iterable[str] = ()) -> bool:
    """Whether ``text``, under ``heading``, has a thing of the kind that is wanted."""
    told = match_key(text)
    bare = NUMBERING.sub("", text)
    if asked.helping and not _HELPING.search(told):
        return False
    if asked.denied and not _DENYING.search(told):
        return False
    if asked.wanted is Wanted.WHO:
        if not asked.helping and _PARTNERS.match(match_key(bare)):
            return False
        if asked.noun and contains(plain_phrase(f"{text} · {heading}"), asked.noun) < 0:
            return False
        return names_body(bare) or begins_unit(_ASSIGNING.sub("", heading))
    if asked.wanted is Wanted.WHERE:
        return bool(_CONTACT.search(bare))
    if asked.wanted is Wanted.WHEN:
        day = bool(_DAY.search(match_key(_OF_PAPERS.sub(" ", bare))))
        if asked.due and not _DUE.search(told):
            return False
        loosely = any(one.search(told) for one in (_RHYTHM, _EVENT, _LENGTH))
        return day or (not asked.dated and loosely)
    if asked.wanted is Wanted.LENGTH:
        told = _DATES.sub(" ", match_key(bare))
        often = asked.often and bool(_OFTEN.search(told) or _RHYTHM.search(told))
        return often or bool(_LENGTH.search(told))
    if asked.wanted is Wanted.TERMS:
        return bool(_TERMS.search(told))
    if asked.wanted is Wanted.FIGURE:
        if asked.fee and not _FEE.search(match_key(f"{heading} {text}")):
            return False
        return _counts(asked, bare)
    if asked.wanted is Wanted.WHY:
        told = match_key(_BY_BODY.sub(" ", text))
        return bool(re.search(rf"\b(?:{'|'.join(reasons)})\b(?!-)", told))
    return True


def asks_class(query: Query) -> bool:
    """Whether a question is for a class rather than a figure ("chỉ số X thuộc nhóm nào")."""
    return _CLASS.search(fold(query.standalone)) is not None


def gives_day(text: str) -> bool:
    """Whether a day, month or rhythm stands in a sentence."""
    told = match_key(NUMBERING.sub("", text))
    return bool(_DAY.search(told) or _RHYTHM.search(told))


def names_body(text: str) -> bool:
    """Whether a unit, an office or a group of persons is named as the one who acts."""
    bare = _ASSIGNING.sub("", text)
    bare = bare[:1].upper() + bare[1:]
    if begins_unit(bare) and not _ORGANISING.match(bare):
        return True
    opening, _, behind = bare.partition(", ")
    if len(opening) <= _OPENING and begins_unit(behind):
        return True
    acting = _WHOSE.sub(" ", text)
    if any(begins_unit(acting[found.end() :]) for found in _INSIDE.finditer(acting)):
        return True
    words = _spelt(text)
    return any(
        words[place : place + len(phrase)] == phrase
        and _OWNING.isdisjoint((words[place - 1 : place], words[place - 2 : place]))
        for phrase in _phrases("persons")
        for place in range(len(words) - len(phrase) + 1)
    )


def _counts(asked: Asked, text: str) -> bool:
    told = fold(text)
    if asked.fee:
        return bool(_SUM.search(match_key(text)))
    if asked.money:
        return bool(_MONEY.search(match_key(text)))
    if asked.noun[:2] in _PERCENT:
        return bool(_SHARE.search(match_key(text)))
    if not asked.noun:
        return bool(_ANY_FIGURE.search(NO_FIGURE.sub(" ", text)))
    first = re.escape(asked.noun[0])
    second = re.escape(asked.noun[-1])
    share = r"(?:%\s*)?" if asked.noun in _MEASURED else ""
    number = rf"\d[\d.,]*(?:/\w+)?\s*(?:nghin |trieu |ty )?{share}"
    near = rf"{number}(?:\w+\s+){{0,2}}{first}\b"
    noun = r"\s+".join(map(re.escape, asked.noun))
    after = rf"\b{noun}\b(?:\s+\w+){{0,4}}?(?:\s+(?:la|dat|gom)|\s*:)\s*\d[\d.,]*(?!\s*%)(?![\d.,])"
    if re.search(near, told) or re.search(after, told):  # "tổng số công chức là 512 người"
        return True
    return first != second and bool(re.search(rf"{number}{second}\b", told))
