"""Legal documents that a text names: number, type, issuer, date, what it is about.

One record a number; the document's own number is not counted. Forms of numbers: Nghị định
30/2020/NĐ-CP, Phụ lục I and III (``19/2023/QĐ-UBND``, ``588/KH-STP``) and the Party's
(``91-KL/TU``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.model import Ref, Source
from ingest.text.normal import fold
from ingest.vocabulary import load

NUMBER = re.compile(
    r"(?<![\w/-])(\d{1,5})(?:\s?/\s?(\d{4}))?(?:\s?/\s?([A-ZĐ][A-ZĐa-zđ]{0,6}\d{0,2}(?:\s?-\s?[A-ZĐ][\wĐđ&.]*?(?:-[A-ZĐ]+)?)?)|\s?-\s?([A-ZĐ][A-Za-zĐđ]{1,4}/[A-ZĐ]{2,6}))(?=$|[^\w/]|/(?!\d))"
)
_DATE = re.compile(
    r"^[,\s]*ngày\s+(\d{1,2})\s*(?:/|\s+tháng\s+)\s*(\d{1,2})\s*(?:/|\s+năm\s+)\s*(\d{4})",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"^[,\s]*của\s+((?:(?:Chủ tịch|Bộ trưởng|Thủ tướng|Giám đốc|Ban|Thường trực)\s+)?"
    r"[A-ZĐÀ-Ỹ][^,;.()]*?)"
    r"(?=\s+(?:về|ban hành|quy định|phê duyệt|hướng dẫn|triển khai|thực hiện|công bố|giao"
    r"|tiếp tục|sửa đổi|theo|kiểm tra|phân bổ)\b|\s+và\s+[A-ZĐ][^\d]{2,30}\s+số\b|[,;.()]|$)"
)
_ABOUT = re.compile(
    r"^[,\s]*((?:về việc|về|ban hành|quy định|phê duyệt|hướng dẫn|triển khai|công bố|thông qua"
    r"|sửa đổi|thực hiện|kiểm tra|bãi bỏ|ứng dụng|phát động|giao|phân bổ|theo dõi"
    r"|tiếp tục)\b[^;.]*)",
    re.IGNORECASE,
)
_TYPE_TAIL = 42


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a number stands."""

    number: str
    type: str | None
    issuer: str | None
    date: str | None
    about: str | None
    source: Source


def mentions(text: str, source: Source) -> list[Mention]:
    """Every legal document named in ``text``; ``source`` is where the text stands."""
    found: list[Mention] = []
    for match in NUMBER.finditer(text):
        number = re.sub(r"\s+", "", match.group(0)).rstrip("/.")
        code = match.group(3) or match.group(4) or ""
        if not _is_document(code, text, match):
            continue
        rest = text[match.end() :]
        date = _DATE.match(rest)
        if date:
            rest = rest[date.end() :]
        issuer = _ISSUER.match(rest)
        if issuer:
            rest = rest[issuer.end() :]
        about = _ABOUT.match(rest)
        found.append(
            Mention(
                number=number,
                type=_type(text[: match.start()], code),
                issuer=" ".join(issuer.group(1).split()) if issuer else None,
                date=_iso(date) if date else None,
                about=" ".join(about.group(1).split()).strip(" ,") if about else None,
                source=source,
            )
        )
    return found


def _is_document(code: str, text: str, match: re.Match[str]) -> bool:
    """A known type code, or the word "số" (or a type name) right before the number."""
    head = re.split(r"[-/]", code.replace(" ", ""))[0]
    if head in load("documents")["codes"] or re.fullmatch(r"QH\d{2}", head):
        return True
    before = text[: match.start()].rstrip()
    return bool(re.search(r"\bsố$", before, re.IGNORECASE)) and bool(re.search(r"[A-ZĐ]{2}", code))


def _iso(found: re.Match[str]) -> str | None:
    day, month, year = (int(group) for group in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _type(before: str, code: str) -> str | None:
    tail = before[-_TYPE_TAIL:]
    types = sorted(
        set(load("documents")["codes"].values()) | {"Văn bản", "Bộ luật", "Luật"},
        key=len,
        reverse=True,
    )
    for name in types:
        if re.search(rf"{name}\s*(?:liên tịch\s*)?(?:số\s*)?:?\s*$", tail, re.IGNORECASE):
            return name
    head = re.split(r"[-/]", code.replace(" ", ""))[0]
    known: str | None = load("documents")["codes"].get(re.sub(r"\d+$", "", head))
    return known


def collect(found: Iterable[Mention], *, document_id: str, own: str | None) -> list[Ref]:
    """One record a number, in the order of first mention; later mentions fill what is missing."""
    own_key = fold(own) if own else None
    merged: dict[str, Ref] = {}
    for mention in found:
        key = fold(mention.number)
        if key == own_key:
            continue
        known = merged.get(key)
        if known is None:
            merged[key] = Ref(
                id=f"{document_id}:ref:{len(merged) + 1}",
                document_id=document_id,
                key=".".join(mention.source.section),
                section=mention.source.section,
                source=mention.source,
                number=mention.number,
                type=mention.type,
                issuer=mention.issuer,
                date=mention.date,
                about=mention.about,
            )
            continue
        filled = {
            name: getattr(known, name) or getattr(mention, name)
            for name in ("type", "issuer", "date", "about")
        }
        merged[key] = known.model_copy(update=filled)
    return list(merged.values())
