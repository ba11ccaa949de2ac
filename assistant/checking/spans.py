"""Text -> the pieces of it that are figures, dates, document numbers, or look so and are not.

What is masked first cannot be read as a number later: addresses, document numbers, dates,
deadlines, labels. Each piece that is no figure says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Literal

from assistant.checking.model import Span
from assistant.checking.units import not_counted
from assistant.language.number_words import read_number_words
from ingest.extraction.references import NUMBER as DOCUMENT
from ingest.text.normal import match_key
from ingest.text.numbering import label_of
from ingest.text.numbers import NUMBER, value_of
from ingest.vocabulary import load

DATE = (
    r"(?P<d>\d{1,2})\s*(?:[/.\-]\s*(?P<m>\d{1,2})\s*[/.\-]\s*(?P<y>(?:19|20)\d\d)(?!\d)"
    r"|tháng\s+(?P<m2>\d{1,2})\s+năm\s+(?P<y2>(?:19|20)\d\d))"
)
_DATE = re.compile(rf"(?<![\d/.,])(?:ngày\s+)?(?:\d{{1,2}}\s*-\s*)?{DATE}", re.IGNORECASE)
_ATTACHED = re.compile(rf"[,\s]*(?:ngày\s+)?{DATE}", re.IGNORECASE)
_ROMAN_QUARTER = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_YEAR = r"(?:19|20)\d\d"
_DEADLINE = re.compile(
    r"(?<!\w)(?P<how>trước|chậm nhất(?: là)?|muộn nhất(?: là)?|không quá|đến hết|hết"
    r"|xong trong|trong|từ"
    r"|(?:thời )?hạn(?: là| đến)?:?)\s+"
    r"(?P<what>ngày\s+\d{1,2}\s*/\s*\d{1,2}\s*/\s*(?:19|20)\d\d|\d{1,2}/\d{1,2}/(?:19|20)\d\d"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d\d"
    r"|ngày\s+\d{1,2}/\d{1,2}(?![\d/])|tháng\s+\d{1,2}(?:\s*/\s*|\s+năm\s+)(?:19|20)\d\d"
    r"|quý\s+(?:iv|iii|ii|i|[1-4])(?:\s*/\s*|\s+năm\s+)(?:19|20)\d\d)(?!\w)",
    re.IGNORECASE,
)
_QUARTER = re.compile(rf"quý\s+(iv|iii|ii|i|[1-4])(?:(?:\s*/\s*|\s+năm\s+)({_YEAR}))?", re.I)
_MONTH = re.compile(rf"tháng\s+(\d{{1,2}})(?:\s*/\s*|\s+năm\s+)({_YEAR})", re.I)
_NAMED = r"(?<!mỗi )(?<!hằng )(?<!hàng )(?<!từng )(?<!\d )"  # not "mỗi ngày 25 lượt"
_MASKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("địa chỉ", re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+")),
    (
        "tiêu chuẩn",
        re.compile(
            r"(?:TCVN|ISO|QCVN|IEC)(?:[\s/]+(?:TCVN|ISO|IEC))*[\s-]*\d[\d.\-]*(?::\s?\d{4})?", re.I
        ),
    ),
    ("tiêu chuẩn", re.compile(r"\b\d{4,5}:\d{4}\b")),
    (
        "ngày trong năm",
        re.compile(
            rf"{_NAMED}ngày\s+(?:(?:\d{{1,2}}\s*(?:,|-|và)\s*)*\d{{1,2}}"
            r"(?:\s*/\s*\d{1,2}|\s+tháng\s+\d{1,2})(?![\d/])|\d{1,2}(?![\d/]|[.,]\d))",
            re.I,
        ),
    ),
    (
        "kỳ",
        re.compile(
            rf"(?:quý\s+(?:iv|iii|ii|i|[1-4])(?!\w))(?:(?:\s*/\s*|\s+năm\s+){_YEAR})?", re.I
        ),
    ),
    ("kỳ", re.compile(rf"(?<!\d){_YEAR}\s*[-–]\s*{_YEAR}(?!\d)")),
    (
        "kỳ",
        re.compile(
            rf"(?:\d{{1,2}}|sáu|chín|ba)\s+tháng(?:\s+(?:đầu|cuối)\s+năm)(?:\s+{_YEAR})?", re.I
        ),
    ),
    (
        "kỳ",
        re.compile(
            rf"{_NAMED}tháng\s+(?:0?[1-9]|1[0-2])(?!\d|\.\d)"
            rf"(?:(?:\s*/\s*|\s+năm\s+){_YEAR})?",
            re.I,
        ),
    ),
    ("kỳ", re.compile(rf"(?<!\d)(?<!\d/)\d{{1,2}}/{_YEAR}(?!\d)")),
    (
        "kỳ",
        re.compile(
            rf"(?:năm|niên độ)\s+{_YEAR}(?!\d)"
            rf"(?:(?:\s*,\s*|\s+và\s+){_YEAR}(?=\s*(?:[,;.:)]|$)|\s+và\s))*",
            re.I,
        ),
    ),
    (
        "điều khoản, mục, phụ lục",
        re.compile(
            r"(?<!\w)(?:điều|khoản|điểm|mục|chương|phần|phụ lục|bảng|biểu|mẫu|hình|tiểu mục|trang)"
            r"(?:\s+số)?\s+\d+(?:\.\d+)*(?![\d%]|,\d|\s*%)(?!\s+(?:phần trăm|cuộc|hồ sơ))",
            re.I,
        ),
    ),
    (
        "mức độ, cấp độ",
        re.compile(
            r"(?<!\w)(?:mức độ|cấp độ|mức|loại|hạng|bậc)\s+\d"
            r"(?:\s*(?:,|và)\s*(?:mức độ\s+)?\d(?!\d))?(?![\d.,]*\d|\s*%)",
            re.I,
        ),
    ),
    (
        "tên gọi có số",
        re.compile(
            r"(?<!\w)(?:đề án|chương trình|dự án|nghị định|luật|thông tư|nghị quyết|quyết định"
            r"|chỉ thị|kết luận|công văn|tổ công nghệ số|bộ chỉ số|khóa|khoá|lần thứ|phiên bản)"
            r"(?:\s+số)?\s+\d{1,4}(?![\d.,]*\d)(?!\s*%)",
            re.I,
        ),
    ),
    (
        "tên gọi có số",
        re.compile(
            r"(?<!\w)(?:Phòng|Đội|Tổ|Trung tâm|Khu|Quận|Phường|Đoàn|Chi nhánh|Cơ sở|Cụm)"
            r"(?:\s+[A-ZĐÀ-Ỹ][\w]*)(?:\s+[^\W\d]+)?\s+[1-9]\d?"
            r"(?=\s*(?:[,;.:)]|$)|\s+(?:chủ trì|phối hợp|thực hiện|đã|đang|là|và|thuộc|có))"
        ),
    ),
    ("giờ", re.compile(r"(?<![\w.,])\d{1,2}\s*(?:giờ|h)\s*\d{0,2}(?!\w)")),
    ("điện thoại", re.compile(r"(?<!\d)0\d{2,3}[. ]?\d{3,4}[. ]?\d{3,4}(?!\d)")),
    ("số thứ tự", re.compile(r"\(\d{1,2}\)(?=\s*[^\W\d])")),
)
_TITLE = re.compile(r"[“\"]([A-ZĐÀ-Ỹ][^”\"]*(?:\s[^”\"\s]+){3,})[”\"]")
_GLUED = r"(?<![\w.,])(?<!\d[/\-–])(?<!\w-)"
_RATIO = re.compile(rf"{_GLUED}({NUMBER})\s?/\s?({NUMBER})(?![\w/])(?!\.\d)")
_NUMBER = re.compile(rf"{_GLUED}(?>{NUMBER})(?!\w)(?!/\d)(?!-\w)")
_SCALE = re.compile(
    r"\s*(nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)"
    r"(?!\s+(?:(?:tỷ\s+)?đồng|lệ|trọng|VNĐ|USD|đô la|tấn|ha|m3|m³)(?!\w))(?=\s+\w|\s*/\s*\d)",
    re.I,
)
_SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
_PERCENT = re.compile(r"\s*(điểm\s*%|điểm phần trăm|%|phần trăm)(?!\w)", re.I)
_COUNTS_NOTHING = "tuổi, giờ hoặc số chỉ tên"
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ITEM = re.compile(r"(?:^|(?<=[\s.;]))(\d{1,2})[.)]\s+(?=[^\W\d])")
_DEADLINES: dict[str, Literal["before", "until", "within", "from", "due"]] = {
    "trước": "before", "chậm nhất": "until", "chậm nhất là": "until", "không quá": "until",
    "đến hết": "until", "hết": "until", "xong trong": "within", "trong": "within", "từ": "from",
    "muộn nhất": "until", "muộn nhất là": "until",
}  # fmt: skip


def day_of(found: re.Match[str]) -> date | None:
    """The day that a match of :data:`DATE` names, ``None`` where there is no such day."""
    groups = found.groupdict()
    year, month = groups["y"] or groups["y2"], groups["m"] or groups["m2"]
    with suppress(ValueError):
        return date(int(year), int(month), int(groups["d"]))
    return None


def spans(text: str) -> list[Span]:
    """Every piece of ``text`` that is or resembles a figure, in order, without overlaps."""
    taken: list[Span] = []

    def free(start: int, end: int) -> bool:
        return all(end <= span.start or start >= span.end for span in taken)

    for reader in (_labels, _documents, _deadlines, _dates, _masked, _ratios, _numbers, _spoken):
        for span in reader(text):
            if free(span.start, span.end):
                taken.append(span)  # noqa: PERF401 - each is compared with those before it
    return sorted(taken, key=lambda span: span.start)


def _labels(text: str) -> Iterator[Span]:
    label = label_of(text)
    if label is not None and label.kind != "bullet" and re.search(r"\d", text[: label.end]):
        yield Span(0, label.end, "none", why="số thứ tự của mục")
    for run in _runs(text):
        for found in run:
            yield Span(found.start(1), found.end(1), "none", why="số thứ tự trong danh sách")


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Numbers that label the items of a list: each one more than the one before."""
    run: list[re.Match[str]] = []
    for found in _ITEM.finditer(text):
        if run and int(found[1]) == int(run[-1][1]) + 1:
            run.append(found)
        elif not run or int(found[1]) == 1:
            if len(run) > 1:
                yield run
            run = [found]
    if len(run) > 1:
        yield run


def _documents(text: str) -> Iterator[Span]:
    for found in DOCUMENT.finditer(text):
        code = found.group(3) or found.group(4) or ""
        head = re.split(r"[-/]", code.replace(" ", ""))[0]
        before = text[: found.start()].rstrip().lower()
        known = head in load("documents")["codes"] or re.fullmatch(r"QH\d{2}", head)
        if not known and not before.endswith("số"):
            continue
        number = re.sub(r"\s+", "", found.group(0)).rstrip("/.")
        end = found.start() + len(found.group(0).rstrip(" /."))
        attached = _ATTACHED.match(text, end)
        day = day_of(attached) if attached else None
        yield Span(
            found.start(),
            attached.end() if attached else end,
            "document",
            day=day,
            number=number,
            why="số, ký hiệu văn bản",
        )


def _deadlines(text: str) -> Iterator[Span]:
    for found in _DEADLINE.finditer(text):
        how = _DEADLINES.get(match_key(found["how"]), "due")
        what = match_key(found["what"])
        day = None
        if exact := re.search(DATE, what):
            day = day_of(exact)
        elif quarter := _QUARTER.search(what):
            which = _ROMAN_QUARTER.get(quarter[1]) or int(quarter[1])
            day = date(int(quarter[2]), which * 3, 1)
        elif (month := _MONTH.search(what)) and 1 <= int(month[1]) <= 12:
            day = date(int(month[2]), int(month[1]), 1)
        exactly = bool(re.search(DATE, what))
        if how in ("within", "from") and exactly:
            continue
        yield Span(
            found.start(),
            found.end(),
            "deadline",
            day=day,
            deadline=how,
            whole_month=not exactly,
            why="thời hạn",
        )


def _dates(text: str) -> Iterator[Span]:
    for found in _DATE.finditer(text):
        yield Span(found.start(), found.end(), "date", day=day_of(found), why="ngày tháng")


def _masked(text: str) -> Iterator[Span]:
    for why, pattern in _MASKS:
        for found in pattern.finditer(text):
            yield Span(found.start(), found.end(), "none", why=why)
    for found in _TITLE.finditer(text):
        for inner in _NUMBER.finditer(text, found.start(1), found.end(1)):
            yield Span(inner.start(), inner.end(), "none", why="số trong tên gọi")


def _ratios(text: str) -> Iterator[Span]:
    for found in _RATIO.finditer(text):
        part, whole = value_of(found[1]), value_of(found[2])
        if not whole:
            continue
        end, scale = found.end(), _SCALE.match(text, found.end())
        if scale:
            power, end = _SCALES[scale[1].lower()], scale.end()
            part, whole = part.scaleb(power), whole.scaleb(power)
        yield Span(found.start(), end, "number", value=part, of=whole)


def _numbers(text: str) -> Iterator[Span]:
    for found in _NUMBER.finditer(text):
        value, end = value_of(found.group()), found.end()
        scale = _SCALE.match(text, end)
        if scale:
            value, end = value.scaleb(_SCALES[scale[1].lower()]), scale.end()
        percent = _PERCENT.match(text, end)
        if percent:
            points = percent[1].lower().startswith("điểm")
            unit = "điểm phần trăm" if points else "%"
            yield Span(found.start(), percent.end(), "number", value=value, unit=unit)
        elif not_counted(text[end:].lstrip()):
            yield Span(found.start(), end, "none", why=_COUNTS_NOTHING)
        else:
            yield Span(found.start(), end, "number", value=value)


def _spoken(text: str) -> Iterator[Span]:
    tokens = list(_TOKEN.finditer(text))
    words = [match_key(token.group()) for token in tokens]
    for number in read_number_words(words):
        start, end = tokens[number.first].start(), tokens[number.last - 1].end()
        unit = None
        percent = _PERCENT.match(text, end)
        if percent:
            end = percent.end()
            unit = "điểm phần trăm" if percent[1].lower().startswith("điểm") else "%"
        elif not_counted(text[end:].lstrip()):
            yield Span(start, end, "none", why=_COUNTS_NOTHING)
            continue
        yield Span(start, end, "number", value=Decimal(number.value), unit=unit, spoken=True)
