"""Deadlines as written -> kind and dates. The verbatim text is always kept.

Days are found by :mod:`ingest.text.day_spans`; the words around them ("trước", "đến hết", "từ")
and the words of ``deadlines.yaml`` ("thường xuyên", "hằng quý") say what kind it is. A date
without a year takes the document's year when there is exactly one.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from ingest.model import Deadline, DeadlineKind
from ingest.text.day_spans import Span, find_span
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_OF = r"(?:\s+(?:là\s+|vào\s+)?(?:ngày|năm|tháng|quý))?\s*$"
_BEFORE = re.compile(rf"trước{_OF}")
_LATEST = re.compile(rf"(?:chậm nhất|muộn nhất|không quá)(?:\s+(?:là|vào|trong))?{_OF}")
_UNTIL = re.compile(
    rf"(?:đến hết|đến|xong|hoàn thành(?: ngay)? trong(?: khoảng)?)(?:\s+(?:đầu|cuối))?{_OF}"
)
_FROM = re.compile(rf"\btừ(?:\s+(?:đầu|giữa|cuối))?{_OF}")
_DUE = re.compile(
    r"(?:trước|(?:chậm nhất|muộn nhất)(?: là| vào| trong)?|đến hết|hoàn thành(?: trong)?|xong)"
    + _OF
)
_LASTING = re.compile(r"các năm (?:tiếp theo|sau)|những năm (?:tiếp theo|sau)|trở đi")
_UNIT_OF_TIME = r"\d{1,3}\s+(?:ngày|giờ|tháng|tuần)"
_WITHIN = re.compile(
    r"(?:trong vòng|trong thời hạn|trong|sau|chậm nhất|không quá)\s+(?:không quá\s+)?"
    rf"{_UNIT_OF_TIME}\b.*\b(?:kể từ|từ khi|sau khi|từ ngày)\b"
    rf"|(?:trong vòng|trong thời hạn)\s+{_UNIT_OF_TIME}|trong \d{{1,3}} ngày"
    rf"|^(?:sau )?{_UNIT_OF_TIME}(?: làm việc)?(?:$| (?:kể từ|từ khi|sau khi|từ ngày|khi)\b)"
)
_WEEK = re.compile(r"\btuần (?:thứ )?(?:\d|nhất|hai|ba|tư|đầu|cuối)(?: của| cuối)? (?=tháng)")
_HALF = re.compile(r"\bnửa (đầu|cuối)(?= năm)")
_BARE_MONTH = re.compile(
    r"(?<![\d/.-])(?<!tháng )(?<!quý )(0?[1-9]|1[0-2])(?=\s?/\s?(?:19|20)\d\d(?!\d))"
)
_SHORT_MONTH = re.compile(r"\bt\.?\s?(\d{1,2})(?=\s*/\s*(?:19|20)\d\d)")
# A Roman numeral as scanning leaves it: "quý Il/2026", "quý |V".
_MISREAD_NUMERAL = re.compile(r"(?<=\bquý )(?=[il1|!]*[il|!])[il1|!]{1,3}(?=v?\b|[/\s.,;)]|$)")


def parse_deadline(text: str, *, year: int | None = None) -> Deadline:
    """Read a deadline. ``year`` completes dates that name none; without it they stay undated."""
    key = _SHORT_MONTH.sub(r"tháng \1", re.sub(r"\bquí\b", "quý", match_key(text)))
    key = _MISREAD_NUMERAL.sub(lambda found: re.sub(r"[l|!1]", "i", found.group()), key)
    key = _BARE_MONTH.sub(r"tháng \1", _HALF.sub(r"6 tháng \1", _WEEK.sub("", key)))
    span = find_span(key, year)
    word = _word_kind(key)
    if span is None:
        kind = word or _year_kind(key)
        return Deadline.model_validate({"text": text.strip(), "kind": kind})
    kind, start, end = _dated(key, span, word)
    return Deadline(
        text=text.strip(),
        kind=kind,
        **{"from": start.isoformat() if start else None, "to": end.isoformat() if end else None},
    )


def _dated(
    key: str, span: Span, word: DeadlineKind | None
) -> tuple[DeadlineKind, date | None, date | None]:
    """Kind and days of a deadline that names some."""
    before = key[: span.at]
    if word == "continuous":
        return "continuous", span.start, span.end
    if word == "external" and _DUE.search(before):
        word = None  # "Theo Kế hoạch; hoàn thành trước 30/6": the date holds
    if word is not None:
        return word, None, None
    if _LASTING.search(key, span.at) and not span.ranged:
        return "open", span.start, None
    if not span.ranged and _FROM.search(before) and not re.search(r"\bđến\b", key[span.at :]):
        return "open", span.start, None
    if _BEFORE.search(before):
        return "before", None, _last_day_before(span)
    if _LATEST.search(before) or (_UNTIL.search(before) and not span.ranged):
        return "before", None, span.end
    return span.kind, span.start, span.end


def _last_day_before(span: Span) -> date | None:
    """The last day of "trước …": the day named itself, else the day before month or quarter."""
    if span.kind == "before" or span.start is None:
        return span.end
    return span.start - timedelta(days=1)


def _word_kind(key: str) -> DeadlineKind | None:
    vocabulary = load("deadlines")
    hits: list[tuple[int, DeadlineKind]] = []
    for kind in ("continuous", "recurring", "offset", "trigger", "external"):
        for word in vocabulary[kind]:
            at = key.find(match_key(word))
            if at >= 0:
                hits.append((at, kind))
    if not hits:
        hits = _misread_words(key)
    if _WITHIN.search(key):
        return "offset"
    if not hits:
        return None
    return min((hit for hit in hits if hit[1] != "offset"), default=(0, None))[1]


def _misread_words(key: str) -> list[tuple[int, DeadlineKind]]:
    """Words of lasting and returning deadlines whose accents scanning changed."""
    plain = fold(key)
    kinds: tuple[DeadlineKind, ...] = ("continuous", "recurring")
    return [
        (plain.find(fold(word)), kind)
        for kind in kinds
        for word in load("deadlines")[kind]
        if fold(word) in plain
    ]


def _year_kind(key: str) -> DeadlineKind:
    return "year" if re.search(r"\btrong năm\b|\bcả năm\b|\bnăm nay\b", key) else "open"


_TWO_DATES = re.compile(
    r"(.*?\d{1,2}/\d{1,2}(?:/\d{4})?)\s*(?:và|,)\s*(?:trước\s+)?((?:ngày\s+)?\d{1,2}/\d{1,2}"
    r"(?:/\d{4})?)",
    re.IGNORECASE,
)


def split_deadlines(text: str) -> list[str]:
    """The deadlines of a cell that lists several, as written; one item for an ordinary cell.

    A cell counts as a list when it is written in lines or items that each hold a date or a
    deadline word: ``- Trước ngày 20/3 …; - Trước ngày 20/6 …``.
    """
    two = _TWO_DATES.fullmatch(text.strip().rstrip("."))
    if two:
        return [*split_deadlines(two.group(1)), two.group(2)]
    pieces = [
        piece.strip().lstrip("-+• ").strip() for piece in re.split(r"[;\n]\s*(?=[-+•]|\S)", text)
    ]
    pieces = [piece.rstrip(";.") for piece in pieces if piece.strip(" -+•;.")]
    if len(pieces) > 1 and all(_stands_alone(piece) for piece in pieces):
        return pieces
    return [text.strip()] if text.strip() else []


_OPENS = re.compile(
    r"(?<=[\wÀ-ỹ/)])\s+(?=(?:(?P<word>Hàng|Hằng|Thường xuyên|Định kỳ|Theo|Sau|Khi|Ngay|Trong|Trước|"
    r"Chậm nhất|Mỗi)|Quý|Tháng|Năm|Ngày)\s)"
)
_UNFINISHED = re.compile(
    r"(?:đến|đến hết|trong|trước|và|hoặc|từ|của|vào|là|hết|sau|khi|tại|về|cho|do|với|theo|nhất|-)$"
)


def run_together(text: str) -> tuple[str, str] | None:
    """Two deadlines written one behind the other with nothing between them, or ``None``.

    "Theo Kế hoạch của tỉnh Hàng năm" is two: a capital opens the second in the middle of the line,
    and each is a deadline by itself. A time behind a plan ("Theo Kế hoạch Quý I") is one.
    """
    flat = " ".join(text.split())
    for found in _OPENS.finditer(flat):
        head, tail = flat[: found.start()].strip(), flat[found.end() :].strip()
        if head.count("(") > head.count(")") or _UNFINISHED.search(match_key(head)):
            continue
        dated = find_span(match_key(head), 2000) is not None
        if _stands_alone(head) and _stands_alone(tail) and (found.group("word") or dated):
            return head, tail
    return None


def _stands_alone(piece: str) -> bool:
    key = match_key(piece)
    return _word_kind(key) is not None or find_span(key, 2000) is not None
