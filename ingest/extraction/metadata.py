"""What a document is, read from its own text: kind, issuer, province, number, date, period.

Unknown stays ``None``: a blank in "Số:   /KH-STP" is no number, an annex that names no province
has none. Form: Nghị định 30/2020/NĐ-CP, Phụ lục I (number, place and date, title).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.extraction.outline import Part, Placed, PlacedTable
from ingest.model import DocumentKind, Period
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_NUMBER = re.compile(
    r"^\s*Số\s*[:.]?\s*(\d{1,5}\s*/\s*(?:\d{4}\s*/\s*)?[A-ZĐ][\wĐđ&-]*(?:\s*-\s*[A-ZĐ][\wĐđ&]*)*)"
)
_ATTACHED = re.compile(
    r"kèm theo\s+(?:[^\d(]{0,60}?)số\s*:?\s*(\S*/[A-ZĐ]\S*|)\s*"
    r"(?:,?\s*ngày\s+([^)]*?))?\s*(?:của\b|\)|$)",
    re.IGNORECASE | re.DOTALL,
)
_LONG_DATE = re.compile(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", re.IGNORECASE)
_SHORT_DATE = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})")
_PLACE_DATE = re.compile(r"^\s*([A-ZĐÀ-Ỹ][^,\d]{1,40}),\s*ngày\b.*\bnăm\s*\d{4}")
_SPAN = re.compile(r"(?<!\d)((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)(?!\d)")
_YEAR = re.compile(r"năm\s+((?:19|20)\d\d)(?!\d)", re.IGNORECASE)
_PROVINCE = re.compile(
    r"\b(?:tỉnh|TỈNH|Tỉnh|thành phố|THÀNH PHỐ|Thành phố|TP\.?)\s+"
    r"((?:[A-ZĐÀ-Ỹ][\wà-ỹđ]*|-)(?:\s+(?:[A-ZĐÀ-Ỹ][\wà-ỹđ]*|-)){0,4})"
)
_SUBJECT = re.compile(r"^\s*V/v\.?:?\s+(.+)$", re.IGNORECASE | re.DOTALL)
_OPENING = 30


@dataclass(frozen=True, slots=True)
class Metadata:
    """A document's own data. ``year`` completes dates in the text that name none."""

    title: str | None
    kind: DocumentKind
    issuer: str | None
    province: str | None
    number: str | None
    date: str | None
    period: Period | None

    @property
    def year(self) -> int | None:
        """The only year of the period, else the year of the date."""
        if self.period is not None:
            return self.period.from_ if self.period.from_ == self.period.to else None
        return int(self.date[:4]) if self.date else None


def read_metadata(
    placed: Sequence[Placed | PlacedTable], *, has_tasks: bool, has_indicators: bool
) -> Metadata:
    """The metadata of a document from its outline and the kinds of tables it holds."""
    paragraphs = [item for item in placed if isinstance(item, Placed)]
    texts = [item.paragraph.text for item in paragraphs]
    kind = _kind(paragraphs, has_tasks=has_tasks, has_indicators=has_indicators)
    title_lines = _title_lines(paragraphs, kind) or _subject(texts[:_OPENING])
    opening = texts[:_OPENING]
    number, attached_date = _number(opening)
    date = _date(opening) or attached_date
    issuer = _issuer(opening, [*title_lines, *_annex_titles(paragraphs)], texts)
    return Metadata(
        title=_title(title_lines),
        kind=kind,
        issuer=issuer,
        province=_province(opening, title_lines, texts),
        number=number,
        date=date,
        period=_period(title_lines) or _period(_annex_titles(paragraphs)) or _period(opening[:12]),
    )


def _kind(paragraphs: list[Placed], *, has_tasks: bool, has_indicators: bool) -> DocumentKind:
    parts: list[Part] = []
    for item in paragraphs:
        if item.part not in parts:
            parts.append(item.part)
    kinds = [part.kind for part in parts if part.kind is not None]
    for kind in (
        DocumentKind.REPORT,
        DocumentKind.PLAN,
        DocumentKind.DIRECTIVE,
        DocumentKind.DECISION,
    ):
        if kind in kinds and not _only_enacting(kind, parts):
            return kind
    if any(_SUBJECT.match(item.paragraph.text) for item in paragraphs[:_OPENING]):
        return DocumentKind.DIRECTIVE  # an official letter ("V/v …") tells others what to do
    if has_tasks:
        return DocumentKind.TASK_ANNEX
    if has_indicators:
        return DocumentKind.STATISTICS_ANNEX
    return DocumentKind.OTHER


def _only_enacting(kind: DocumentKind, parts: list[Part]) -> bool:
    """A report's or plan's annex may be titled with the kind of its parent: parts before decide."""
    first_annex = next((index for index, part in enumerate(parts) if part.is_annex), len(parts))
    before = [part.kind for part in parts[:first_annex]]
    return kind not in before and any(before)


def _title_lines(paragraphs: list[Placed], kind: DocumentKind) -> list[str]:
    """The lines of the title of the part that gives the document its kind."""
    for index, item in enumerate(paragraphs):
        opens = item.heading and item.zone == "opening" and not item.path
        wanted = item.part.kind == kind or (item.part.is_annex and kind not in _OWN_KINDS)
        if not (opens and wanted):
            continue
        lines = [item.paragraph.text]
        for follower in paragraphs[index + 1 : index + 5]:
            text = follower.paragraph.text
            if follower.path or follower.part != item.part or follower.zone != "opening":
                break
            if re.match(
                r"\s*(?:căn cứ|thực hiện|theo đề nghị|số\s*:|kính gửi)\b", text, re.IGNORECASE
            ):
                break
            if text.startswith("(") or len(text) > 250:
                if text.startswith("("):
                    lines.append(text)
                break
            lines.append(text)
        return lines
    return []


def _subject(opening: list[str]) -> list[str]:
    """The "V/v …" line of an official letter."""
    return next(([found.group(1)] for text in opening if (found := _SUBJECT.match(text))), [])


_OWN_KINDS = (DocumentKind.REPORT, DocumentKind.PLAN, DocumentKind.DIRECTIVE, DocumentKind.DECISION)


def _annex_titles(paragraphs: list[Placed]) -> list[str]:
    return [
        item.paragraph.text
        for item in paragraphs
        if item.part.is_annex and item.zone == "opening" and len(item.paragraph.text) < 250
    ]


def _title(lines: list[str]) -> str | None:
    kept = [" ".join(line.split()) for line in lines if not line.lstrip().startswith("(")]
    return " ".join(kept).strip() or None


def _number(opening: list[str]) -> tuple[str | None, str | None]:
    """The document's own number, and the date of the document an annex is attached to."""
    for text in opening:
        found = _NUMBER.match(text)
        if found:
            return re.sub(r"\s+", "", found.group(1)), None
    for text in opening:
        found = _ATTACHED.search(text)
        if found:
            number = found.group(1)
            own = number if re.match(r"\d", number or "") else None
            return own, _iso(found.group(2) or "") if own else None
    return None, None


def _iso(text: str) -> str | None:
    found = _LONG_DATE.search(text) or _LONG_DATE.search(f"ngày {text}") or _SHORT_DATE.search(text)
    if not found:
        return None
    day, month, year = (int(group) for group in found.groups())
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _date(opening: list[str]) -> str | None:
    for text in opening:
        if _PLACE_DATE.match(text) and len(text) < 90:
            return _iso(text)
    return None


def _issuer(opening: list[str], title_lines: list[str], texts: list[str]) -> str | None:
    for source in (
        _letterhead(opening),
        _authority(opening),
        _reporting(texts),
        _named_by(title_lines),
    ):
        if source:
            return _as_written(source, texts)
    return None


def _heads() -> str:
    words = sorted(load("documents")["issuers"], key=len, reverse=True)
    return "|".join(re.escape(word) for word in words)


def _letterhead(opening: list[str]) -> str | None:
    """The lowest body in the letterhead: capitals, before the title, "UBND TỈNH X SỞ Y" -> Sở Y."""
    found: list[str] = []
    for text in opening[:12]:
        bare = text.strip().strip("*#").strip()
        if fold(bare) in {fold(line) for line in load("documents")["letterhead"]}:
            continue
        if re.match(r"số\s*:", bare, re.IGNORECASE) or _is_title(bare):
            break
        if not bare.isupper() or len(bare) > 120:
            continue
        for match in re.finditer(rf"(?<!\w)(?:{_heads()})(?!\w)", bare, re.IGNORECASE):
            if match.start() == 0 or re.search(r"(?:TỈNH|PHỐ|HUYỆN)\s", bare[: match.start()]):
                found.append(bare[match.start() :])
                continue
    bodies = [body for body in found if not _is_higher(body, found)]
    return _trim(bodies[-1]) if bodies else None


def _is_title(text: str) -> bool:
    key = fold(text)
    kinds = [fold(name) for names in load("documents")["kinds"].values() for name in names]
    annexes = [fold(name) for name in load("documents")["annex"]]
    return any(key.startswith(name) for name in (*kinds, *annexes))


def _is_higher(body: str, bodies: list[str]) -> bool:
    """Whether ``body`` is only the authority above another line of the letterhead."""
    return (
        len(bodies) > 1
        and bool(re.match(r"(?:UBND|ỦY BAN|UỶ BAN|BỘ|HĐND)\b", body))
        and any(not re.match(r"(?:UBND|ỦY BAN|UỶ BAN|BỘ|HĐND)\b", other) for other in bodies)
    )


def _authority(opening: list[str]) -> str | None:
    for text in opening:
        found = re.match(
            r"\s*(?:PHÓ )?(?:GIÁM ĐỐC|CHỦ TỊCH|CHÁNH|TRƯỞNG BAN|BỘ TRƯỞNG|CỤC TRƯỞNG)\s+"
            rf"((?:{_heads()})\b.*)$",
            text.strip(" *"),
            re.IGNORECASE,
        )
        if found and text.isupper():
            return _trim(found.group(1))
    return None


def _named_by(lines: list[str]) -> str | None:
    for text in lines:
        found = re.search(
            r"\b(?:của|CỦA)\s+(?:(?:Giám đốc|GIÁM ĐỐC|Chủ tịch|CHỦ TỊCH)\s+)?"
            rf"((?i:{_heads()})\s+[^,;.()]+)",
            text,
        )
        if found:
            return _trim(found.group(1))
    return None


def _reporting(texts: list[str]) -> str | None:
    """The body that speaks: "…; Sở X báo cáo kết quả …", "Sở X xây dựng kế hoạch …"."""
    for text in texts[:_OPENING]:
        found = re.search(
            r"((?:Sở|Ban|UBND|Chi cục|Cục)\s+[A-ZĐÀ-Ỹ]\S*(?:\s+[^\W\d_]+){0,6}?)\s+"
            r"(?:báo cáo kết quả|báo cáo|ban hành kế hoạch|ban hành"
            r"|xây dựng (?:và )?(?:ban hành )?kế hoạch)\b",
            text,
            re.IGNORECASE if text.isupper() else 0,
        )
        if found:
            return found.group(1).strip()
    return None


def _trim(name: str) -> str:
    name = re.split(
        r"\s+(?:tỉnh|TỈNH|thành phố|THÀNH PHỐ|năm|NĂM|giai đoạn|GIAI ĐOẠN|ban hành|về|VỀ)\b|[*_(]",
        name,
        maxsplit=1,
    )[0]
    return " ".join(name.split()).strip(" .,;:-")


def _as_written(name: str, texts: list[str]) -> str:
    """``SỞ TƯ PHÁP`` in the mixed case that the text itself uses; else sentence case."""
    if not name.isupper():
        return name
    key = match_key(name)
    seen: Counter[str] = Counter()
    pattern = re.compile(re.escape(key).replace(r"\ ", r"\s+"), re.IGNORECASE)
    for text in texts:
        for found in pattern.finditer(text):
            if not found.group().isupper():
                seen[" ".join(found.group().split())] += 1
    proper = [word for word, _ in seen.most_common() if word[0].isupper()]
    return proper[0] if proper else _sentence_case(name)


def _sentence_case(name: str) -> str:
    """``SỞ TƯ PHÁP`` -> ``Sở Tư pháp``: known fields of work, else a capital after the head."""
    lowered = name.lower()
    for known in load("documents")["departments"]:
        lowered = re.sub(rf"(?<!\w){re.escape(known.lower())}(?!\w)", known, lowered)
    if lowered == name.lower():
        head = next((h for h in load("documents")["issuers"] if lowered.startswith(f"{h} ")), "")
        lowered = f"{head} {lowered[len(head) :].strip().capitalize()}" if head else lowered
    return lowered[:1].upper() + lowered[1:]


def _province(opening: list[str], title_lines: list[str], texts: list[str]) -> str | None:
    for lines in (opening[:12], title_lines, opening):
        for text in lines:
            if len(text) > 250 or not (
                text.isupper() or text in title_lines or text.startswith("#")
            ):
                continue
            found = _PROVINCE.search(text)
            if found and _province_name(found.group(1)):
                return _province_name(found.group(1))
    counted: Counter[str] = Counter()
    for text in texts:
        for found in _PROVINCE.finditer(text):
            name = _province_name(found.group(1))
            if name and not found.group(1).isupper():
                counted[name] += 1
    place = next(
        (m.group(1).strip() for t in opening if len(t) < 90 and (m := _PLACE_DATE.match(t))), None
    )
    if place and (not counted or place in counted):
        return place
    common = counted.most_common(2)
    if common and common[0][1] >= 2 and (len(common) == 1 or common[0][1] >= 2 * common[1][1]):
        return common[0][0]
    return place


def _province_name(text: str) -> str | None:
    """Up to the next head of a unit; capitals become title case."""
    words: list[str] = []
    heads = {word.split()[0] for word in load("documents")["issuers"]}
    for word in text.split():
        if word.lower() in heads or word.lower() in ("năm", "giai", "về", "đến"):
            break
        words.append(word if not word.isupper() or len(word) == 1 else word.capitalize())
    while words and words[-1] == "-":
        words.pop()
    return (
        " ".join(words)
        if 1 < len(words) <= 5
        else (words[0] if words and len(words[0]) > 2 else None)
    )


def _period(lines: Sequence[str]) -> Period | None:
    for text in lines:
        if len(text) > 260:
            continue
        span = _SPAN.search(text)
        if span and int(span.group(1)) <= int(span.group(2)):
            return Period.model_validate({"from": int(span.group(1)), "to": int(span.group(2))})
        bare = re.sub(r"\([^)]*\)", " ", text) if not text.startswith("(") else ""
        years = [int(year) for year in _YEAR.findall(bare)]
        if years and not re.search(r"ngày\s*\d*\s*tháng", bare, re.IGNORECASE):
            return Period.model_validate({"from": years[0], "to": years[0]})
    return None
