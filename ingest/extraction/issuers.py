"""Who issued a document, and for which province. Unknown stays ``None``, never a guess."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from ingest.extraction.committees import LEVELS, with_place
from ingest.extraction.issuer_names import as_written
from ingest.extraction.letterhead import PLACE_DATE
from ingest.extraction.parts import is_title
from ingest.text.normal import fold, match_key
from ingest.vocabulary import load

_PROVINCE = re.compile(
    r"\b(tỉnh|TỈNH|Tỉnh|thành phố|THÀNH PHỐ|Thành phố|TP\.?)\s+"
    r"((?:[A-ZĐÀ-Ỹ][\wà-ỹđ]*|-)(?:\s+(?:[A-ZĐÀ-Ỹ][\wà-ỹđ]*|-)){0,4})"
)
_LOCAL = re.compile(r"\b(?:HUYỆN|QUẬN|THỊ XÃ|THỊ TRẤN|XÃ(?!\s+HỘI\b)|PHƯỜNG|ĐẶC KHU)\s+[A-ZĐÀ-Ỹ\d]")
_OPENING = 30
_FEW_WORDS = 6
_HEAD_LINES = 14


def _words() -> dict[str, Any]:
    return load("documents")


def _heads() -> str:
    return "|".join(re.escape(word) for word in sorted(_words()["issuers"], key=len, reverse=True))


def issuer_of(opening: Sequence[str], titles: Sequence[str], texts: Sequence[str]) -> str | None:
    """The issuing body: from the letterhead, else who decides or speaks, else the title."""
    bodies = _letterhead(opening)
    own = [body for body in bodies if not _is_higher(body, bodies)]
    head = _placed(_trim(_owned(own[-1], bodies)), opening, texts) if own else _of_state(opening)
    for source in (head, _authority(opening), _reporting(texts), _named_by(titles)):
        if source:
            return as_written(source, texts)
    return None


def _owned(name: str, bodies: Sequence[str]) -> str:
    """An office with the body above it, whose office it is ("VĂN PHÒNG" below "SỞ NỘI VỤ")."""
    above = bodies[: bodies.index(name)]
    return f"{name} {above[-1]}" if above and fold(name) == "van phong" else name


def _of_state(opening: Sequence[str]) -> str | None:
    """The Government, the Prime Minister or the National Assembly as a whole line names them."""
    for text in opening[:4]:
        if is_title(text):
            return None
        if _is_central(text) and len(text.split()) <= _FEW_WORDS:
            return text
    return None


def _placed(name: str, opening: Sequence[str], texts: Sequence[str]) -> str:
    """A committee that its letterhead leaves without a place, as the text below names it."""
    for text in opening:
        found = re.search(rf"(?<!\w){re.escape(name)}\s+(?:{LEVELS})\s+\S.*$", text, re.IGNORECASE)
        if found and text.isupper() and fold(name).endswith(("nhan dan", "ubnd", "hdnd")):
            return _trim(found.group())
    return with_place(name, opening, texts)


def _letterhead(opening: Sequence[str]) -> list[str]:
    """The bodies of the letterhead from above: capitals, wrapped lines joined, before the title."""
    found: list[str] = []
    national = {fold(line) for line in _words()["letterhead"]}
    head = re.compile(rf"(?<!\w)(?<!XÃ )(?:{_heads()})(?!\w)", re.IGNORECASE)
    lines = (line for text in opening[:_HEAD_LINES] for line in text.split("\n"))
    for text in lines:
        bare = text.strip().strip("*#").strip()
        if fold(bare) in national:
            continue
        if re.match(r"(?:số\s*[:.]?|s\s*:)\s*\d*\s*/", bare, re.IGNORECASE) or is_title(bare):
            break
        if found and _opens_annex(bare):
            break
        if re.match(r"số\s*:", bare, re.IGNORECASE) or _of_table(bare):
            break
        if not bare.isupper() or len(bare) > 120:
            continue
        starts = [
            match.start()
            for match in head.finditer(bare)
            if match.start() == 0 or re.search(r"(?:TỈNH|PHỐ|HUYỆN)\s", bare[: match.start()])
        ]
        starts = [start for start in starts[:2] if not _inside_name(bare, start)] + [
            start for start in starts[2:] if bare[start:].startswith(_BELOW_DEPARTMENTS)
        ]
        wraps = bool(found) and (not starts or re.match(rf"(?:{LEVELS})\s", bare, re.IGNORECASE))
        if wraps:
            found[-1] = f"{found[-1]} {bare}"
            continue
        found.extend(
            bare[start:end] for start, end in zip(starts, [*starts, None][1:], strict=True)
        )
    return [" ".join(body.split()) for body in found]


def _opens_annex(line: str) -> bool:
    """Whether a line begins the title of a numbered form or annex ("BIỂU 02: …")."""
    words = "|".join(re.escape(word) for word in ("biểu", "phụ lục", "phụ biểu", "mẫu", "danh mục"))
    return bool(re.match(rf"(?:{words})(?:\s+số)?(?:\s+[\dIVX]+|\s|:)", line, re.IGNORECASE))


def _of_table(line: str) -> bool:
    """Whether a line titles the figures below it and is no part of a body's name."""
    words = tuple(f"{fold(word)} " for word in _words()["table_titles"])
    return fold(line).startswith(words) or bool(_TIME.search(line))


_TIME = re.compile(r"(?<!\w)(?:NĂM|QUÝ|THÁNG)\s+(?:\d|[IVX]+(?!\w)|ĐẦU|CUỐI)", re.IGNORECASE)
_BELOW_DEPARTMENTS = ("TRUNG TÂM", "CHI CỤC", "BỆNH VIỆN", "BAN QUẢN LÝ", "THANH TRA", "VĂN PHÒNG")


def _inside_name(line: str, start: int) -> bool:
    """Whether a head is part of a department's or province's name ("MÔI TRƯỜNG", "HẢI PHÒNG")."""
    if re.search(r"(?:MÔI|XÃ|TÀI)\s$", line[:start]):
        return True
    return any(
        place.start() < start < place.end()
        for name in load("asking_places")["provinces"]
        for place in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line, re.IGNORECASE)
    )


def _is_higher(body: str, bodies: Sequence[str]) -> bool:
    """Whether ``body`` is only the authority above another line of the letterhead."""
    above = re.compile(r"(?:UBND|ỦY BAN|UỶ BAN|BỘ|HĐND|HỘI ĐỒNG)\b")
    return (
        len(bodies) > 1
        and bool(above.match(body))
        and any(not above.match(other) for other in bodies)
    )


def _authority(opening: Sequence[str]) -> str | None:
    titles = "|".join(re.escape(word.upper()) for word in _words()["authorities"])
    for text in opening:
        found = re.match(
            rf"\s*(?:PHÓ )?(?:{titles})\s+((?:{_heads()})\b.*)$", text.strip(" *"), re.IGNORECASE
        )
        if found and text.isupper():
            return _trim(found.group(1))
    return None


def _named_by(lines: Sequence[str]) -> str | None:
    for text in lines:
        found = re.search(
            r"\b(?:của|CỦA)\s+(?:(?:Giám đốc|GIÁM ĐỐC|Chủ tịch|CHỦ TỊCH)\s+)?"
            rf"((?i:{_heads()})\s+[^,;.()]+)",
            text,
        )
        if found:
            return _trim(_of_several_fields(text[found.start(1) :]) or found.group(1))
    return None


def _of_several_fields(text: str) -> str | None:
    """A department at the beginning of ``text`` whose name has a comma in it."""
    for department in _words()["departments"]:
        name = f"Sở {department}"
        if "," in department and match_key(text[: len(name)]) == match_key(name):
            return text[: len(name)]
    return None


_SPEAKERS = (
    "Sở|Ban|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chi cục|Cục|Phòng|Trung tâm|Trường|Bệnh viện"
    "|Bảo hiểm xã hội|Kho bạc|Công an"
)
_TENSE = re.compile(r"\s(?:đã|sẽ|đang|vừa|cần|phải)(?:\s|$)")
"""Words between a body and its verb."""
_TOLD_TO = re.compile(
    r"(?:tham mưu|trình|đề nghị|kiến nghị|đề xuất|giúp|báo cáo|yêu cầu|giao)\s+"
    r"(?:(?:cho|với|lên|lãnh đạo|Chủ tịch|Giám đốc|Ủy ban nhân dân,|Uỷ ban nhân dân,)\s+)*$",
    re.IGNORECASE,
)
"""What makes a body the one that others work for: it is not the one that speaks."""


def _reporting(texts: Sequence[str]) -> str | None:
    """The body that speaks: "…; Sở X báo cáo kết quả …", "Sở X xây dựng kế hoạch …"."""
    verbs = "|".join(re.escape(word) for word in _words()["speaking"])
    several = "|".join(re.escape(one) for one in _words()["departments"] if "," in one)
    body = re.compile(
        rf"((?:{_SPEAKERS})\s+(?:({several})|([^\W\d_]\S*))(?:\s+(?:[^\W\d_]+|[-–])){{0,7}}?)"
        rf"\s+(?i:{verbs})\b"
    )
    for text in texts[:_OPENING]:
        loose = re.compile(body.pattern, re.IGNORECASE) if text.isupper() else body
        for found in loose.finditer(text):
            named = found.group(1)
            if _TOLD_TO.search(text[: found.start()]):
                continue
            named, *rest = _TENSE.split(named, maxsplit=1)
            if any(one.strip() for one in rest):
                continue  # "Sở X đã thông qua báo cáo": it does something else
            own = found.group(2) or found.group(3)
            if own[:1].isupper() or " xã " in f" {named} ":
                return _trim(named)
    return None


def _trim(name: str) -> str:
    """A name without the province behind it; a people's committee keeps its place."""
    name = re.split(r"\s+(?:năm|NĂM|giai đoạn|GIAI ĐOẠN|ban hành|về|VỀ)\b|[*_(]", name, maxsplit=1)[
        0
    ]
    place = re.search(r"\s+(?:tỉnh|TỈNH|thành phố|THÀNH PHỐ)\b", name)
    if place and not re.search(
        r"(?:UBND|HĐND|nhân dân|đại biểu quốc hội|đảng ủy|mặt trận tổ quốc việt nam)$",
        name[: place.start()],
        re.IGNORECASE,
    ):
        name = name[: place.start()]
    return " ".join(name.split()).strip(" .,;:-")


def province_of(
    opening: Sequence[str], titles: Sequence[str], texts: Sequence[str], *, issuer: str | None
) -> str | None:
    """The province that a document is for, as it names it; ``None`` for bodies of the State."""
    head = opening[:12]
    if issuer and fold(issuer).startswith(tuple(fold(word) for word in _words()["central"])):
        return None
    if issuer and fold(issuer).endswith(tuple(fold(word) for word in _words()["central_ends"])):
        return None
    if any(_is_central(text) for text in head[:4]):
        return None
    for level in (("tỉnh",), ("tỉnh", "thành phố", "tp", "tp.")):
        for lines in (head, titles, opening):
            for text in lines:
                if len(text) > 250 or not (text.isupper() or text in titles or text[:1] == "#"):
                    continue
                name = _named(text, level)
                if name:
                    return name
    return _counted(opening, texts, local=any(_LOCAL.search(text) for text in head))


def _is_central(text: str) -> bool:
    return text.isupper() and fold(text).startswith(
        tuple(fold(word) for word in _words()["central"])
    )


def _named(text: str, level: Sequence[str]) -> str | None:
    for found in _PROVINCE.finditer(text):
        if found.group(1).lower() in level:
            name = _province_name(found.group(2))
            if name:
                return name
    return None


def _counted(opening: Sequence[str], texts: Sequence[str], *, local: bool) -> str | None:
    """The province that the text names most, or the place of the date line.

    The place of a commune or district is not a province; such a body's province is one that
    its text names as the only one.
    """
    counted: Counter[str] = Counter()
    for text in texts:
        for found in _PROVINCE.finditer(text):
            name = _province_name(found.group(2))
            city = found.group(1).lower() != "tỉnh"
            if name and not found.group(2).isupper() and not (local and city):
                counted[name] += 1
    if local:
        return next(iter(counted)) if len(counted) == 1 else None
    place = next(
        (m.group(1).strip() for t in opening if len(t) < 90 and (m := PLACE_DATE.match(t))), None
    )
    if place and (not counted or place in counted):
        return place
    common = counted.most_common(2)
    if common and common[0][1] >= 2 and (len(common) == 1 or common[0][1] >= 2 * common[1][1]):
        return common[0][0]
    return place or _governed(counted, texts)


_GOVERNING = re.compile(
    r"(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+"
    r"(?:tỉnh|thành phố|TP\.?)\s+$"
)


def _governed(counted: Counter[str], texts: Sequence[str]) -> str | None:
    """The only province that a text names, where its people's committee or council is named."""
    if len(counted) != 1:
        return None
    name = next(iter(counted))
    for text in texts:
        at = text.find(name)
        if at > 0 and _GOVERNING.search(text[:at]):
            return name
    return None


def _known_province(words: Sequence[str]) -> int:
    """How many words at the beginning are the name of a province of the vocabulary; else 0."""
    names = {match_key(name) for name in load("asking_places")["provinces"]}
    lengths = range(min(5, len(words)), 1, -1)
    return next((size for size in lengths if match_key(" ".join(words[:size])) in names), 0)


def _province_name(text: str) -> str | None:
    """A known name, else up to the next head of a unit; capitals become title case."""
    words: list[str] = []
    every = text.split()
    known = _known_province(every)
    every = every[:known] or every
    for index, word in enumerate(every):
        rest = " ".join(every[index:]).lower()
        heads = () if known else _words()["issuers"]
        if index and any(f"{rest} ".startswith(f"{head} ") for head in heads):
            break  # "THANH HÓA THANH TRA TỈNH": a name may begin like a unit, none goes on so
        if index and " " in rest and any(head.startswith(f"{rest} ") for head in heads):
            break  # a long head of which only the first words were taken ("ỦY BAN NHÂN")
        if word.lower() in ("năm", "giai", "về", "đến", "khóa", "khoá", "qua", "các", "trong"):
            break
        words.append(word if not word.isupper() or len(word) == 1 else word.capitalize())
    while words and words[-1] == "-":
        words.pop()
    if 1 < len(words) <= 5:
        return " ".join(words)
    return words[0] if words and len(words[0]) > 2 else None
