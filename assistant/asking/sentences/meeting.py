"""Whether a text has the kind of thing that a question wants: a body, a day, a sum, a reason.

A sentence that holds every word of a question is no answer where it lacks what is asked for
(:mod:`assistant.asking.questions.wanted`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.asking.lexicon import lexicon
from assistant.asking.questions.wanted import PERCENT, Asked, Wanted, phrases_of
from assistant.asking.words import Phrase, contains, plain_phrase, spelt_phrase, words_of
from ingest.text.normal import fold, match_key
from ingest.text.organisations import begins_unit

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
    r"|[Qq]uý\s+[IVX]+(?:\s*/\s*(?:năm\s+)?20\d\d)?"
    r"|(?:số|Điều|Khoản|Mục|Quý|quý|tháng|ngày)\s+\d+"
)
"""Numbers that count nothing: of documents, days, years, articles."""
_SHORT = re.compile(rf"\b[{UPPER}]{{2,}}\b")
_ASSIGNING = re.compile(
    rf"^(?:[Gg]iao|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Mm]ời)(?: cho)?\s+(?=[{UPPER}])"
)
_INSIDE = re.compile(
    rf"(?:^|[\s,;(])(?:[Gg]iao(?: cho)?|[Dd]o|với|cùng|[Ll]à|thuộc|bởi)\s+(?=[{UPPER}])"
    r"|(?:gồm|gồm có|là|tại)\s*:?\s+"
    rf"(?=(?:xã|phường|thị trấn|đặc khu|huyện|quận|sở|phòng)\s[{UPPER}])"
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
_MEANS = re.compile(
    r"\b(?:bằng(?! (?:khen|cấp|chứng|tốt|lái))|qua|thông qua|nhờ"
    r"|theo (?:hình thức|phương thức|cách)|dưới (?:hình thức|dạng)"
    r"|trên (?:các |ứng dụng|cổng|hệ thống|nền tảng|trang|phần mềm|môi trường|đài|báo|điện thoại)"
    r")\b"
)
"""How something is done or made known."""
_WAY = re.compile(
    r"(?:cách (?:làm|thức|thực hiện|tiến hành)|hình thức|phương thức|trình tự|quy trình|các bước)\b"
)
"""A heading over lines that say how."""
_AIM = re.compile(
    r"\b(?:nhằm|với mục đích|mục đích|phục vụ|góp phần|giúp|bảo đảm|tạo điều kiện)\b"
    r"|\bđể(?! xảy ra)\b"
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
_MEASURED = frozenset({("thoi", "gian"), ("chi", "phi"), ("kinh", "phi"), ("bien", "che")})
"""What is cut or raised by a share of it."""
_OPENING = 60


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
    if asked.wanted in (Wanted.MEANS, Wanted.AIM):
        return _tells_how(asked, told, heading)
    if asked.wanted is Wanted.FIGURE:
        if asked.fee and not _FEE.search(match_key(f"{heading} {text}")):
            return False
        return _counts(asked, bare)
    if asked.wanted is Wanted.WHY:
        told = match_key(_BY_BODY.sub(" ", text))
        return bool(re.search(rf"\b(?:{'|'.join(reasons)})\b(?!-)", told))
    return True


def _tells_how(asked: Asked, told: str, heading: str) -> bool:
    """Whether a sentence tells how or what for something is done."""
    if asked.wanted is Wanted.AIM:
        return bool(_AIM.search(told))
    return bool(_MEANS.search(told) or _WAY.match(match_key(NUMBERING.sub("", heading))))


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
    if any(begins_unit(_raised(acting[found.end() :])) for found in _INSIDE.finditer(acting)):
        return True
    words = spelt_phrase(text)
    return any(
        words[place : place + len(phrase)] == phrase
        and _OWNING.isdisjoint((words[place - 1 : place], words[place - 2 : place]))
        for phrase in phrases_of("persons")
        for place in range(len(words) - len(phrase) + 1)
    )


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _counts(asked: Asked, text: str) -> bool:
    told = fold(_written_out(text) if asked.noun else text)
    if asked.fee:
        return bool(_SUM.search(match_key(text)))
    if asked.money:
        return bool(_MONEY.search(match_key(text)))
    if asked.noun[:2] in PERCENT:
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


def _written_out(text: str) -> str:
    """``text`` with its abbreviations in full: "109 TTHC" counts "thủ tục"."""
    short = lexicon().abbreviations

    def full(found: re.Match[str]) -> str:
        _, meanings = short.at(words_of(found.group()), 0)
        return " ".join(word.written for word in meanings[0]) if meanings else found.group()

    return _SHORT.sub(full, text)
