"""Words of a source that hold digits: documents, dates, levels; each becomes a slot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.drafting.composing.slots import SlotBook
from assistant.drafting.model import MARK, SlotKind
from ingest.model import Document, Source

_TYPES = (
    "Nghị quyết|Nghị định|Quyết định|Quy chế|Quy định|Chỉ thị|Kế hoạch|Công văn|Công điện|"
    "Thông tư liên tịch|Thông tư|Thông báo|Tờ trình|Báo cáo|Hướng dẫn|Chương trình|Kết luận|"
    "Đề án|Văn bản|Luật|Pháp lệnh|Phương án|Quy hoạch|Biên bản|Hợp đồng|Giấy mời|Thông tri"
)  # fmt: skip
_NUMBER = (
    r"\d{1,5}[a-zđ]?(?:/(?:19|20)\d\d)?\s?/\s?[A-ZĐ][A-ZĐa-zđ0-9&.]*(?:\s?-\s?[A-ZĐ][\w&.]*)*"
    r"|\d{1,5}-[A-ZĐ]{2,4}/[A-ZĐ][\w&-]*"
)
_DAY = (
    r"ngày\s+\d{1,2}\s*/\s*\d{1,2}\s*/\s*(?:19|20)\d\d"
    r"|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+(?:19|20)\d\d"
)
_SHORT = "KH|QĐ|CV|NQ|CTr|CT|TB|HD|ĐA|PA|BC|TTr"
_DOCUMENT = re.compile(
    rf"(?P<type>(?:{_TYPES})(?:\s+liên tịch)?|(?<!\w)(?:{_SHORT})(?=\s+số))"
    rf"\s+(?:số\s*:?\s*)?(?P<number>{_NUMBER})"
    rf"(?:\s*,?\s*(?P<day>{_DAY}))?",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)\d\d"
_DAY_OF_MONTH = r"\d{1,2}\s*/\s*\d{1,2}"
_DATE = "|".join(
    (
        _DAY,
        rf"ngày\s+\d{{1,2}}\s*[-–]\s*{_DAY_OF_MONTH}\s*/\s*{_YEAR}",
        rf"ngày\s+{_DAY_OF_MONTH}(?!\d)",
        rf"tháng\s+\d{{1,2}}\s*/\s*{_YEAR}",
        rf"{_DAY_OF_MONTH}\s*/\s*{_YEAR}",
    )
)
_SPAN = "|".join(
    (
        rf"quý\s+[IVX]+\s*/\s*{_YEAR}",
        rf"(?:giai đoạn\s+|năm\s+)?{_YEAR}\s*[-–]\s*{_YEAR}",
        rf"năm\s+{_YEAR}",
        r"\d+\s+tháng\s+(?:đầu|cuối)\s+năm",
    )
)
_NAMED = "|".join(
    (
        r"(?:TCVN\s+|ISO\s+)+\d+(?::\d{4})?",
        r"mức độ\s+\d(?:\s*(?:,|và)\s*\d)*",
        r"Đề án\s+\d+",
        r"cấp độ\s+\d",
    )
)
_PIECES: tuple[tuple[SlotKind, re.Pattern[str]], ...] = (
    ("document", _DOCUMENT),
    ("document", re.compile(rf"(?:số\s+)?(?:{_NUMBER})(?:\s+(?:{_DAY}))?")),
    ("date", re.compile(_DATE, re.IGNORECASE)),
    ("period", re.compile(_SPAN, re.IGNORECASE)),
    ("phrase", re.compile(_NAMED, re.IGNORECASE)),
    ("phrase", re.compile(r"[^\s,;()“”\"]*\d[^\s;()“”\"]*(?<![,.:])(?:\s*%)?")),
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A document that a text names. ``text`` is how a report cites it; ``key`` its number."""

    type: str
    key: str
    text: str
    start: int
    end: int
    dated: bool


def documents_in(text: str) -> list[Cited]:
    """The numbered documents that ``text`` names by type and number, in order."""
    found = []
    for match in _DOCUMENT.finditer(text):
        number = re.sub(r"\s+", "", match["number"]).rstrip(".-&")
        kind = _CODES.get(match["type"].upper())
        kind = kind or match["type"][:1].upper() + match["type"][1:].lower()
        day = re.sub(r"\s*/\s*", "/", match["day"]) if match["day"] else ""
        said = f"{kind} số {number}" + (f" {day}" if day else "")
        found.append(Cited(kind, number, said, match.start(), match.end(), bool(day)))
    return found


def cite(book: SlotBook, cited: Cited, source: Source) -> str:
    """The mark of a document."""
    return book.mark(f"document:{cited.text}", "document", cited.text, evidence=(source,))


def plan_document(document: Document) -> Cited | None:
    """A document as a report cites it by its own number and date; ``None`` without a number."""
    number = document.number
    if not number:
        return None
    code = re.search(r"/([A-ZĐa-zđ]+)-|^\d+-([A-ZĐ]+)/", number)
    kind = _CODES.get((code[1] or code[2]).upper() if code else "", "Kế hoạch")
    text = f"{kind} số {number}"
    if document.date:
        year, month, day = document.date.split("-")
        month = month if int(month) < 3 else str(int(month))
        text += f" ngày {day}/{month}/{year}"
    return Cited(kind, number, text, 0, 0, bool(document.date))


_CODES = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "NQ": "Nghị quyết",
    "CT": "Chỉ thị",
    "CTR": "Chương trình",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "ĐA": "Đề án",
    "PA": "Phương án",
    "BC": "Báo cáo",
    "CV": "Công văn",
    "TTR": "Tờ trình",
}
"""What the code in a document's number stands for (Nghị định 30/2020, Phụ lục III)."""


def slotted(book: SlotBook, text: str, source: Source | None = None) -> str:
    """``text`` with everything that holds digits in slots; marks that stand in it stay."""
    marks = list(MARK.finditer(text))
    if marks:
        done, at = "", 0
        for found in marks:
            done += slotted(book, text[at : found.start()], source) + found[0]
            at = found.end()
        return done + slotted(book, text[at:], source)
    evidence = (source,) if source is not None else ()
    rest, done = text, ""
    while True:
        best: tuple[SlotKind, re.Match[str]] | None = None
        for kind, pattern in _PIECES:
            match = next((one for one in pattern.finditer(rest) if _digits(one[0])), None)
            if match and (best is None or match.start() < best[1].start()):
                best = kind, match
        if best is None:
            return done + rest
        kind, match = best
        said = " ".join(match[0].split())
        mark = book.mark(f"{kind}:{said}", kind, said, evidence=evidence)
        done += rest[: match.start()] + mark
        rest = rest[match.end() :]


def _digits(text: str) -> bool:
    return any(char.isdigit() for char in text)
